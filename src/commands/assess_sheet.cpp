#include "commands/assess_sheet.hpp"

#include "report/notices.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

std::string read_date(const std::string& text, std::string& to) {
    if (!is_date(text)) return fmt::format("\"{}\" is not a date; write YYYY-MM-DD", visible(text));
    to = text;
    return {};
}

}  // namespace

std::string arguments_of(const Run& run, const AssessmentOptions& asked) {
    auto line = shell_word(asked.answers) + rubric_words(run.common());
    if (!asked.date.empty()) line += " --date " + asked.date;
    if (asked.bar) line += fmt::format(" --bar {}", word_for_points(*asked.bar));
    if (asked.max_age) line += fmt::format(" --max-age {}", *asked.max_age);
    for (const auto& [model, level] : asked.targets)
        line += fmt::format(" --target {}={}", model, level);
    return line;
}

Option bar_option(std::optional<Points>& to) {
    Option bar{"--bar", "ANSWER",
               "The least answer that meets a requirement: partially, mostly or fully (default: "
               "the rubric's)"};
    bar.choices = {word(Rating::partially), word(Rating::mostly), word(Rating::fully)};
    bar.set = [&to](const std::string& text) {
        if (const auto rating = rating_from_word(text)) to = points(*rating);
        return std::string();
    };
    return bar;
}

Options assessment_options(AssessmentOptions& asked) {
    return {
        {"--date", "YYYY-MM-DD", "Date of the assessment (default: the sheet's)", Takes::any_text,
         [&asked](const std::string& text) { return read_date(text, asked.date); }},
        bar_option(asked.bar),
        number_option("--max-age", "DAYS",
                      "Count evidence as none when its answer is older or has no date",
                      asked.max_age, 0, 1'000'000, "a number of days"),
        levels_option("--target",
                      "The level to aim at (default: the sheet's, else the next); repeatable",
                      asked.targets)};
}

Result<Scored> assess_sheet(Run& run, const AssessmentOptions& asked, const Models& models) {
    Checked<std::vector<ModelLevel>> targets;
    if (!run.diagnostics.has_errors()) targets = loaded_levels("--target", asked.targets, models);
    if (!targets) return tl::unexpected(run.usage_error(targets.error()));
    const auto sheet = run.load_sheet(asked.answers, models);
    if (!sheet) {
        run.tell_diagnostics();
        return tl::unexpected(ExitStatus::unusable);
    }
    const Rules rules{asked.bar, asked.date.empty() ? sheet->date : Text(asked.date),
                      asked.max_age};
    if (rules.max_age && rules.date.empty())
        return tl::unexpected(run.usage_error(
            "--max-age needs the date of the assessment: add --date, or `date:` to the sheet"));
    auto scored = score(models, *sheet, rules, *targets, run.diagnostics);
    if (scored) tell_notices(*scored, run.diagnostics);
    run.tell_diagnostics();
    if (!scored) return tl::unexpected(ExitStatus::unusable);
    return *std::move(scored);
}

}  // namespace mlops_assess
