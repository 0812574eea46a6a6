#include "cli/run.hpp"
#include "cli/cli.hpp"

#include "commands/commands.hpp"
#include "model/models.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace mlops_assess {
namespace {

template <typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

ExitStatus run_command(Run& run, const CommandOptions& command) {
    return std::visit(
        Overloaded{
            [&](const ScoreOptions& options) { return run_score(run, options); },
            [&](const CompareOptions& options) { return run_compare(run, options); },
            [&](const ValidateOptions& options) { return run_validate(run, options); },
            [&](const InitOptions& options) { return run_init(run, options); },
            [&](const ListOptions& options) { return run_list(run, options); },
            [&](const AskOptions& options) { return run_ask(run, options); },
            [&](const PlanOptions& options) { return run_plan(run, options); },
            [&](const TargetOptions& options) { return run_target(run, options); },
            [&](const ExplainOptions& options) { return run_explain(run, options); },
            [&](const SchemaOptions& options) { return run_schema(run, options); },
            [&](const CompletionOptions& options) { return run_completion(run, options); },
        },
        command);
}

}  // namespace

SourcePointer Run::peek(const std::string& name, std::size_t limit) {
    Diagnostics told_later;
    const auto file = read(name, limit, told_later);
    if (file == nullptr) {
        inputs_.pop_back();
    } else {
        peeked_ = file;
        peeked_name_ = name;
    }
    return file;
}

SourcePointer Run::read(const std::string& name, std::size_t limit, Diagnostics& found) {
    if (peeked_ != nullptr && peeked_name_ == name && peeked_->text.size() <= limit)
        return std::exchange(peeked_, nullptr);
    if (name == "-" && std::find(inputs_.begin(), inputs_.end(), name) != inputs_.end()) {
        found.add(DiagnosticId::unreadable_file, "<stdin>", std::nullopt,
                  "standard input can be read only once", "name files instead");
        return nullptr;
    }
    inputs_.push_back(name);
    return files_.read(name, limit, found);
}

FileReader Run::reader() {
    return [this](const std::string& name, std::size_t limit, Diagnostics& found) {
        return read(name, limit, found);
    };
}

std::optional<Models> Run::load_models(ExitStatus& status) {
    status = ExitStatus::usage;
    std::vector<std::string_view> known;
    const auto shipped = shipped_models();
    for (const auto* rubric : shipped.rubrics) known.push_back(rubric->id);
    for (const auto& name : common_.rubrics) {
        if (is_file_name(name) || std::find(known.begin(), known.end(), name) != known.end())
            continue;
        auto hint = did_you_mean(name, known);
        if (hint.empty())
            hint = fmt::format("shipped are {}; a file has a / or ends in .yaml or .yml",
                               fmt::join(known, " and "));
        usage_error(fmt::format("unknown rubric \"{}\"; {}", name, hint));
        return std::nullopt;
    }
    auto models = mlops_assess::load_models(common_.rubrics, reader(), diagnostics);
    for (std::size_t i = 0; i < models.rubrics.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (models.rubrics[i]->id == models.rubrics[k]->id) {
                usage_error(fmt::format("two rubrics have the id \"{}\"", models.rubrics[i]->id));
                return std::nullopt;
            }
    return models;
}

std::optional<Models> Run::load_models_or_tell(ExitStatus& status) {
    auto models = load_models(status);
    if (!models) return models;
    tell_diagnostics();
    status = ExitStatus::unusable;
    if (diagnostics.has_errors()) return std::nullopt;
    return models;
}

std::optional<AnswerSheet> Run::load_sheet(const std::string& name, const Models& models) {
    const bool models_are_right = !diagnostics.has_errors();
    const auto file = read(name, sheet_limit, diagnostics);
    const auto document = file != nullptr ? parse(*file, diagnostics) : nullptr;
    // With a broken model every id of the sheet would look unknown.
    if (document == nullptr || !models_are_right) return std::nullopt;
    if (!is_kind(*document, FileKind::answers, diagnostics)) return std::nullopt;
    return load_answers(*document, models, diagnostics);
}

std::string Run::environment(const char* name) const {
    const auto* text = surroundings_.environment(name);
    return text != nullptr ? text : "";
}

std::optional<Snapshot> Run::load_report(const std::string& name) {
    const auto file = read(name, report_limit, diagnostics);
    return file != nullptr ? load_snapshot(*file, diagnostics) : std::nullopt;
}

bool Run::color(const Terminal& terminal) const {
    if (common_.color != Color::automatic) return common_.color == Color::always;
    const auto value = [&](const char* name) { return environment(name); };
    if (!value("NO_COLOR").empty()) return false;
    const auto force = value("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") return true;
    if (value("CLICOLOR") == "0" || value("TERM") == "dumb") return false;
    return terminal.is_terminal;
}

Style Run::style() const {
    const auto& terminal = surroundings_.out_terminal;
    return {terminal.width, terminal.utf8, color(terminal)};
}

ExitStatus Run::print(std::string_view document) const {
    const int failure = surroundings_.out(document);
    if (failure == 0 || failure == EPIPE) return ExitStatus::done;
    tell(fmt::format("mlops-assess: error: cannot write to stdout: {}", std::strerror(failure)));
    return ExitStatus::unusable;
}

void Run::tell(std::string_view line) const { surroundings_.err(std::string(line) + "\n"); }

void Run::tell(const Diagnostics& found) const {
    auto told = found.sorted();
    if (common_.quiet)
        std::erase_if(told, [](const auto& d) { return d.severity == Severity::notice; });
    surroundings_.err(mlops_assess::print(told, color(surroundings_.err_terminal)));
}

ExitStatus Run::usage_error(std::string_view what) const {
    tell(fmt::format("mlops-assess: error: {}", visible(what)));
    return ExitStatus::usage;
}

ExitStatus run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    try {
        const auto parsed = parse_command_line(arguments);
        if (const auto* immediate = std::get_if<Immediate>(&parsed)) {
            const bool is_answer = immediate->status == ExitStatus::done;
            if (is_answer) return Run(surroundings, {}).print(immediate->text);
            surroundings.err(immediate->text);
            return immediate->status;
        }
        const auto& line = std::get<CommandLine>(parsed);
        Run run(surroundings, line.common);
        return run_command(run, line.command);
    } catch (const std::exception& error) {
        surroundings.err(fmt::format("mlops-assess: internal error: {}\n", visible(error.what())));
        return ExitStatus::internal;
    }
}

}  // namespace mlops_assess
