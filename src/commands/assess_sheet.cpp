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

Checked<std::string> counting_day(const Run& run, const AssessmentOptions& asked) {
    if (!asked.ages && !asked.max_age) return std::string();
    return asked.today.empty() ? run.today() : asked.today;
}

void check_date(const Scored& scored, std::string_view today, Diagnostics& diagnostics) {
    const auto& [source, date] = std::pair(scored.sheet.source, scored.sheet.date);
    if (today.empty() || date <= today) return;
    diagnostics.add(DiagnosticId::date_to_come, *source, scored.sheet.date_place,
                    fmt::format("the assessment is dated {}, after today, {}", date, today),
                    "correct `date:`, or give the day to count by with --today");
}

std::string arguments_of(const Run& run, const AssessmentOptions& asked, const Rules& rules) {
    auto line = shell_word(asked.answers) + rubric_words(run.common());
    if (!rules.today.empty()) line += " --today " + rules.today;
    if (asked.bar) line += fmt::format(" --bar {}", word_for_points(*asked.bar));
    if (asked.max_age) line += fmt::format(" --max-age {}", *asked.max_age);
    for (const auto& [model, level] : asked.targets)
        line += fmt::format(" --target {}={}", model, level);
    return line;
}

Option today_option(std::string& to, std::string_view about) {
    return {"--today", "YYYY-MM-DD", std::string(about), Takes::any_text,
            [&to](const std::string& text) { return read_date(text, to); }};
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
    return {today_option(asked.today,
                         "The day by which ages, waivers and due dates count (default: the "
                         "clock's)"),
            bar_option(asked.bar),
            number_option("--max-age", "DAYS",
                          "Count evidence as none when its answer is older or has no date",
                          asked.max_age, 0, 1'000'000, "a number of days"),
            levels_option("--target",
                          "The level to aim at (default: the sheet's, else the next); repeatable",
                          asked.targets)};
}

Result<Scoring> scoring(const Run& run, const AssessmentOptions& asked, const Models& models) {
    Checked<std::vector<ModelLevel>> targets;
    if (!run.diagnostics.has_errors()) targets = loaded_levels("--target", asked.targets, models);
    if (!targets) return tl::unexpected(run.usage_error(targets.error()));
    const auto day = counting_day(run, asked);
    if (!day) return tl::unexpected(run.usage_error(day.error()));
    return Scoring{{asked.bar, asked.max_age, *day}, *std::move(targets)};
}

Result<Scored> assess_sheet(Run& run, const AssessmentOptions& asked, const Models& models) {
    const auto how = scoring(run, asked, models);
    if (!how) return tl::unexpected(how.error());
    const auto sheet = run.load_sheet(asked.answers, models, run.diagnostics);
    if (!sheet) {
        run.tell_diagnostics();
        return tl::unexpected(ExitStatus::unusable);
    }
    auto scored = score(models, *sheet, how->rules, how->targets, run.diagnostics);
    if (scored) tell_notices(*scored, run.diagnostics);
    if (scored) check_date(*scored, scored->rules.today, run.diagnostics);
    run.tell_diagnostics();
    if (!scored) return tl::unexpected(ExitStatus::unusable);
    return *std::move(scored);
}

}  // namespace mlops_assess
