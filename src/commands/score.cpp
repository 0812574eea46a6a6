#include "commands/commands.hpp"
#include "output.hpp"
#include "suggest.hpp"
#include "unicode.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// A file to be written and its format.
struct Output {
    std::string file;
    const Format* format;
};

/// `json:report`, `report.md`. None, with what is wrong, for anything else.
std::optional<Output> read_output(const std::string& text, std::string& wrong) {
    std::vector<std::string_view> names;
    for (const auto& format : formats()) names.push_back(format.name);
    if (const auto colon = text.find(':'); colon != std::string::npos) {
        const auto prefix = text.substr(0, colon);
        if (const auto* format = find_format(prefix)) {
            if (colon + 1 < text.size()) return Output{text.substr(colon + 1), format};
            wrong = fmt::format("-o {}: the file's name is missing", text);
            return std::nullopt;
        }
        if (const auto hint = did_you_mean(prefix, names); !hint.empty()) {
            wrong = fmt::format("-o {}: unknown format \"{}\", {}", text, prefix, hint);
            return std::nullopt;
        }
    }
    if (const auto* format = find_format_by_ending(text)) return Output{text, format};
    std::vector<std::string_view> endings;
    for (const auto& format : formats()) endings.push_back(format.ending);
    wrong = fmt::format("-o {}: no format has this ending; use {}, or a prefix such as markdown:{}",
                        text, fmt::join(endings, ", "), text);
    return std::nullopt;
}

/// Targets that no loaded model can have.
std::string wrong_target(const std::vector<AskedLevel>& targets, const Models& models) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto& target = targets[i];
        const Rubric* rubric = nullptr;
        std::vector<std::string_view> names;
        for (const auto* each : models.rubrics) {
            names.push_back(each->id);
            if (each->id == target.model) rubric = each;
        }
        if (rubric == nullptr)
            return fmt::format("--target {}={}: no such model is loaded; loaded: {}", target.model,
                               target.level, fmt::join(names, ", "));
        if (target.level > rubric->top())
            return fmt::format("--target {}={}: its levels are 0 to {}", target.model, target.level,
                               rubric->top());
        for (std::size_t k = 0; k < i; ++k)
            if (targets[k].model == target.model)
                return fmt::format("--target {} is given twice", target.model);
    }
    return {};
}

void tell_notices(Run& run, const Report& report) {
    for (const auto& notice : report.notices)
        if (find_diagnostic_kind(notice.id)->severity == Severity::notice)
            run.diagnostics.add(notice.id, *report.sheet->source, notice.place, notice.message);
}

/// The command line that made a report, but for where the report goes.
std::string command_line(const Run& run, const ScoreOptions& options) {
    auto line = "mlops-assess score " + shell_word(options.answers);
    for (const auto& rubric : run.common().rubrics) line += " --rubric " + shell_word(rubric);
    if (!options.date.empty()) line += " --date " + options.date;
    if (options.bar) line += fmt::format(" --bar {}", word_for_points(*options.bar));
    if (options.max_age) line += fmt::format(" --max-age {}", *options.max_age);
    for (const auto& [model, level] : options.targets)
        line += fmt::format(" --target {}={}", model, level);
    return line;
}

bool write_outputs(const Run& run, const std::vector<Output>& outputs, const Report& report) {
    bool written = true;
    for (const auto& [file, format] : outputs) {
        const auto failure = write_file(file, format->write(report, Style{}), Existing::replace);
        if (failure.empty()) continue;
        run.tell(fmt::format("{}: error: cannot write this file: {}", visible(file), failure));
        written = false;
    }
    return written;
}

}  // namespace

ExitStatus run_score(Run& run, const ScoreOptions& options) {
    std::vector<Output> outputs;
    for (const auto& text : options.outputs) {
        std::string wrong;
        const auto output = read_output(text, wrong);
        if (!output) return run.usage_error(wrong);
        outputs.push_back(*output);
    }
    ExitStatus status{};
    const auto models = run.load_models(status);
    if (!models) return status;
    if (!run.diagnostics.has_errors())
        if (const auto wrong = wrong_target(options.targets, *models); !wrong.empty())
            return run.usage_error(wrong);

    const auto* sheet = run.load_sheet(options.answers, *models);
    std::vector<std::string> files;
    for (const auto& output : outputs) files.push_back(output.file);
    if (const auto wrong = clash(files, run.inputs()); !wrong.empty())
        return run.usage_error(wrong);
    if (sheet == nullptr) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    const Rules rules{options.bar, options.date.empty() ? sheet->date : Text(options.date),
                      options.max_age};
    if (rules.max_age && rules.date.empty())
        return run.usage_error(
            "--max-age needs the date of the assessment: add --date, or `date:` "
            "to the sheet");
    AskedTargets targets;
    for (const auto& [model, level] : options.targets) targets.push_back({model, level});
    auto report = make_report(models->rubrics, models->catalogues, *models->shipped_catalogue,
                              *sheet, rules, targets, run.diagnostics);
    if (report) tell_notices(run, *report);
    if (report) report->command = command_line(run, options);
    run.tell_diagnostics();
    if (!report) return ExitStatus::unusable;
    const auto text = find_format(options.format)->write(*report, run.style());
    if (!write_outputs(run, outputs, *report)) return ExitStatus::unusable;
    return run.print(text);
}

}  // namespace mlops_assess
