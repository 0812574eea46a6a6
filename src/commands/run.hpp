#pragma once

#include "ask/dialogue.hpp"
#include "commands/command.hpp"
#include "document/diagnostic.hpp"
#include "model/load.hpp"
#include "report/reported.hpp"
#include "system/read.hpp"
#include "system/replacement.hpp"
#include "writer/formats.hpp"

#include <tl/expected.hpp>

/// One run of the program: what every command works with.
namespace mlops_assess {

enum class Color { automatic, always, never };

/// What the options say that every command has.
struct CommonOptions {
    std::vector<std::string> rubrics;  ///< shipped ids and files; empty: both shipped ones
    Color color = Color::automatic;
    bool quiet = false;
};

/// A value, or the status to end with; what is wrong has been told then.
template <typename T>
using Result = tl::expected<T, ExitStatus>;

/// A value, or what is wrong with the command line.
template <typename T>
using Checked = tl::expected<T, std::string>;

class Run {
  public:
    Run(const Surroundings& surroundings, CommonOptions common)
        : surroundings_(surroundings), common_(std::move(common)), files_(surroundings.in) {}
    Run(Surroundings&&, CommonOptions) = delete;

    Diagnostics diagnostics;

    const CommonOptions& common() const { return common_; }

    /// Reads a file of this run; stdin at most once.
    SourcePointer read(const std::string& name, std::size_t limit, Diagnostics& found);
    /// The bytes of a file of this run, whatever they are.
    std::optional<std::string> bytes(const std::string& name, std::size_t limit,
                                     Diagnostics& found);
    /// The standard input, to be read part by part, at most once. None, with a diagnostic, where it
    /// was read before.
    std::optional<Intake> intake(Diagnostics& found);
    FileReader reader();
    /// Every file that was read, as it was named.
    const std::vector<std::string>& inputs() const { return inputs_; }

    /// The models asked for. Errors in files are in the diagnostics.
    Result<Models> load_models();

    /// The same for a command that needs them right: errors in files are told, too.
    Result<Models> load_models_or_tell();

    /// The sheet to be scored by these models. None, with what was found, when it cannot be, when
    /// there is no file, or when errors were found before.
    std::optional<AnswerSheet> load_sheet(const std::string& name, const Models& models,
                                          Diagnostics& found);

    /// The answers of a sheet or of a report that `score -f json` wrote; whichever the file is.
    /// None, with diagnostics, when it is neither.
    std::optional<ReportedAnswers> load_comparable(const std::string& name, const Models& models);

    /// The look of what goes to stdout.
    Style style() const;

    /// A variable of the environment; empty where it is not set.
    std::string environment(const char* name) const;

    /// The day of `SOURCE_DATE_EPOCH`, else the clock's (UTC), as ISO date.
    Checked<std::string> today() const;

    /// A part of a document to stdout. Where nothing more can follow, the status to end with: done
    /// where the reader went away, which is no failure.
    std::optional<ExitStatus> print_part(std::string_view part) const;
    /// All of a document to stdout. A reader that went away is no failure.
    ExitStatus print(std::string_view document) const;
    /// The same, part by part.
    ExitStatus print(const Writing& writing) const;
    /// A line for people.
    void tell(std::string_view line) const;
    /// Warnings and errors, and notices unless they are not wanted, to stderr.
    void tell_diagnostics() const { tell(diagnostics); }
    void tell(const Diagnostics& found) const;

    /// How far a long run is: over the last such text, where people look at stderr; an empty one
    /// takes it away.
    void tell_progress(std::string_view text) const;
    bool shows_progress() const { return surroundings_.err_terminal.is_terminal; }
    /// Seconds since 1970.
    std::int64_t clock() const { return surroundings_.clock(); }

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
};

/// The options that every command has.
Options common_options(CommonOptions& common);

/// `--rubric a.yaml`, as often as it was given, with a blank before each.
std::string rubric_words(const CommonOptions& common);

/// A level of the loaded model of that id, if there are such.
Checked<ModelLevel> loaded_level(std::string_view option, std::string_view id, int level,
                                 const Models& models);

/// The levels that an option asks for, each of another model.
Checked<std::vector<ModelLevel>> loaded_levels(std::string_view option,
                                               const std::vector<AskedLevel>& asked,
                                               const Models& models);

}  // namespace mlops_assess
