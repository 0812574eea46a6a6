#include "commands/commands.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

void tell_notices(Run& run, const Scored& scored) {
    for (const auto& notice : scored.notices)
        if (kind(notice.id).severity == Severity::notice)
            run.diagnostics.add(notice.id, *scored.sheet.source, notice.place, notice.message);
}

}  // namespace

std::string arguments_of(const Run& run, const AssessmentOptions& options) {
    auto line = shell_word(options.answers);
    for (const auto& rubric : run.common().rubrics) line += " --rubric " + shell_word(rubric);
    if (!options.date.empty()) line += " --date " + options.date;
    if (options.bar) line += fmt::format(" --bar {}", word_for_points(*options.bar));
    if (options.max_age) line += fmt::format(" --max-age {}", *options.max_age);
    for (const auto& [model, level] : options.targets)
        line += fmt::format(" --target {}={}", model, level);
    return line;
}

std::optional<Scored> assess_sheet(Run& run, const AssessmentOptions& options, const Models& models,
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
    auto scored = score(models, *sheet, rules, model_levels(options.targets), run.diagnostics);
    if (scored) tell_notices(run, *scored);
    run.tell_diagnostics();
    status = ExitStatus::unusable;
    return scored;
}

}  // namespace mlops_assess
