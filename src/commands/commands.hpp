#pragma once

#include "ask/dialogue.hpp"
#include "commands/options.hpp"
#include "document/diagnostic.hpp"
#include "model/load.hpp"
#include "model/shapes.hpp"
#include "report/snapshot.hpp"
#include "system/read.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

/// One run of the program: what every command works with.
namespace mlops_assess {

class Run {
  public:
    Run(const Surroundings& surroundings, CommonOptions common)
        : surroundings_(surroundings), common_(std::move(common)), files_(surroundings.in) {}

    Diagnostics diagnostics;

    const CommonOptions& common() const { return common_; }

    /// Reads a file of this run; stdin at most once.
    SourcePointer read(const std::string& name, std::size_t limit, Diagnostics& found);
    /// The same before it is known what the file is; it can be read again. Null when it cannot be.
    SourcePointer peek(const std::string& name, std::size_t limit);
    FileReader reader();
    /// Every file that was read, as it was named.
    const std::vector<std::string>& inputs() const { return inputs_; }

    /// The models asked for; none, with the status to end with, when the command line is wrong.
    /// Errors in files are in the diagnostics.
    std::optional<Models> load_models(ExitStatus& status);

    /// The same for a command that needs them right: errors in files are told, too.
    std::optional<Models> load_models_or_tell(ExitStatus& status);

    /// The sheet to be scored by these models. None, with diagnostics, when it cannot be.
    std::optional<AnswerSheet> load_sheet(const std::string& name, const Models& models);

    /// The look of what goes to stdout.
    Style style() const;

    /// A variable of the environment; empty where it is not set.
    std::string environment(const char* name) const;

    /// A report that `score -f json` wrote. None, with diagnostics, when it is not one.
    std::optional<Snapshot> load_report(const std::string& name);

    /// All of a document to stdout. A reader that went away is no failure.
    ExitStatus print(std::string_view document) const;
    /// A line for people.
    void tell(std::string_view line) const;
    /// Warnings and errors, and notices unless they are not wanted, to stderr.
    void tell_diagnostics() const { tell(diagnostics); }
    void tell(const Diagnostics& found) const;

    /// For questions and answers at the terminal.
    Dialogue dialogue() const { return {surroundings_, color(surroundings_.err_terminal)}; }

    /// Says what is wrong with the command line.
    ExitStatus usage_error(std::string_view what) const;

  private:
    bool color(const Terminal& terminal) const;

    const Surroundings& surroundings_;
    CommonOptions common_;
    Files files_;
    std::vector<std::string> inputs_;
    SourcePointer peeked_ = nullptr;  ///< read already, and not used yet
    std::string peeked_name_;
};

/// What is wrong with the levels that an option asks for; empty when nothing is.
std::string wrong_levels(std::string_view option, const std::vector<AskedLevel>& asked,
                         const Models& models);

/// The same levels, as long as what was asked for lives.
std::vector<ModelLevel> model_levels(const std::vector<AskedLevel>& asked);

/// What repeats an assessment with `score` or `explain --answers`, for a shell.
std::string arguments_of(const Run& run, const AssessmentOptions& options);

/// Loads and assesses a sheet; tells all that is to be told of it. None, with the status to end
/// with, when that is not possible.
std::optional<Scored> assess_sheet(Run& run, const AssessmentOptions& options, const Models& models,
                                   ExitStatus& status);

/// A sheet scored, or a report read back; whichever the file is. None, with the status to end
/// with, when it is neither.
std::optional<Snapshot> load_comparable(Run& run, const AssessmentOptions& options,
                                        const Models& models, ExitStatus& status);

ExitStatus run_score(Run& run, const ScoreOptions& options);
ExitStatus run_compare(Run& run, const CompareOptions& options);
ExitStatus run_validate(Run& run, const ValidateOptions& options);
ExitStatus run_init(Run& run, const InitOptions& options);
ExitStatus run_list(Run& run, const ListOptions& options);
ExitStatus run_ask(Run& run, const AskOptions& options);
ExitStatus run_plan(Run& run, const PlanOptions& options);
ExitStatus run_target(Run& run, const TargetOptions& options);
ExitStatus run_explain(Run& run, const ExplainOptions& options);
ExitStatus run_schema(Run& run, const SchemaOptions& options);
ExitStatus run_completion(Run& run, const CompletionOptions& options);

}  // namespace mlops_assess
