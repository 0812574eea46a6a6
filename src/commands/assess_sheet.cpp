#include "commands/commands.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

void tell_notices(Run& run, const Report& report) {
    for (const auto& notice : report.notices)
        if (kind(notice.id).severity == Severity::notice)
            run.diagnostics.add(notice.id, *report.sheet.source, notice.place, notice.message);
}

/// The command line that made a report, but for where the report goes.
std::string command_line(const Run& run, const AssessmentOptions& options) {
    auto line = "mlops-assess score " + shell_word(options.answers);
    for (const auto& rubric : run.common().rubrics) line += " --rubric " + shell_word(rubric);
    if (!options.date.empty()) line += " --date " + options.date;
    if (options.bar) line += fmt::format(" --bar {}", word_for_points(*options.bar));
    if (options.max_age) line += fmt::format(" --max-age {}", *options.max_age);
    for (const auto& [model, level] : options.targets)
        line += fmt::format(" --target {}={}", model, level);
    return line;
}

}  // namespace

std::optional<Report> assess_sheet(Run& run, const AssessmentOptions& options, const Models& models,
                                   ExitStatus& status) {
    status = ExitStatus::usage;
    if (!run.diagnostics.has_errors())
        if (const auto wrong = wrong_levels("--target", options.targets, models); !wrong.empty()) {
            run.usage_error(wrong);
            return std::nullopt;
        }
    const auto sheet = run.load_sheet(options.answers, models);
    if (!sheet) {
        run.tell_diagnostics();
        status = ExitStatus::unusable;
        return std::nullopt;
    }
    const Rules rules{options.bar, options.date.empty() ? sheet->date : Text(options.date),
                      options.max_age};
    if (rules.max_age && rules.date.empty()) {
        run.usage_error(
            "--max-age needs the date of the assessment: add --date, or `date:` to the "
            "sheet");
        return std::nullopt;
    }
    auto report = make_report(models.rubrics, models.catalogues, *models.shipped_catalogue, *sheet,
                              rules, model_levels(options.targets), run.diagnostics);
    if (report) tell_notices(run, *report);
    if (report) report->command = command_line(run, options);
    run.tell_diagnostics();
    status = ExitStatus::unusable;
    return report;
}

}  // namespace mlops_assess
