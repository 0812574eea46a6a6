#include "commands/assess_sheet.hpp"
#include "model/dotted.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "writer/plan/writers.hpp"

namespace mlops_assess {
namespace {

/// An answer taken as given: `--assume id=answer`.
struct AssumedAnswer {
    std::string practice;
    Rating rating;
};

struct Asked {
    AssessmentOptions assessment;
    const PlanFormat* format = &plan_formats().front();
    std::vector<AssumedAnswer> assumptions;
};

/// `data-versioned=fully`.
std::string read_assumption(const std::string& text, std::vector<AssumedAnswer>& to) {
    const auto equals = std::min(text.find('='), text.size());
    if (equals == 0 || equals == text.size())
        return fmt::format("\"{}\" is not ID=ANSWER, for example data-versioned=fully",
                           visible(text));
    const auto said = std::string_view(text).substr(equals + 1);
    const auto rating = rating_from_word(said);
    if (!rating)
        return fmt::format("\"{}\" is not an answer; {}", visible(said), answer_hint(said));
    to.push_back({text.substr(0, equals), *rating});
    return {};
}

Options options(Asked& asked) {
    Option assume{
        "--assume", "ID=ANSWER", "What if this answer were given; repeatable", Takes::answer,
        [&asked](const std::string& text) { return read_assumption(text, asked.assumptions); }};
    assume.repeatable = true;
    return joined(
        {{argument("ANSWERS", "The answer sheet (YAML); - is stdin", asked.assessment.answers),
          format_option("text, markdown, json, or csv for an issue tracker", plan_formats(),
                        asked.format),
          assume},
         assessment_options(asked.assessment)});
}

/// What is wrong with an assumption; empty when nothing is. Its id becomes the catalogue's.
std::string wrong_assumption(const Models& models, Assumption& assumption) {
    std::vector<std::string_view> known;
    for (const auto* catalogue : models.catalogues)
        for (const auto& practice : catalogue->practices) known.push_back(practice.id);
    for (const auto* catalogue : models.catalogues) {
        const auto index = find_practice(*catalogue, assumption.practice);
        if (!index) continue;
        const auto& practice = catalogue->practices[*index];
        if (assumption.rating == Rating::not_applicable && practice.not_applicable.empty())
            return fmt::format("--assume {}: not-applicable is not offered there", practice.id);
        assumption.practice = practice.id;
        return {};
    }
    const auto hint = did_you_mean(assumption.practice, known);
    return fmt::format("--assume: unknown practice \"{}\"{}{}", assumption.practice,
                       hint.empty() ? "" : "; ", hint);
}

/// The assumptions, with the catalogue's own ids.
Checked<std::vector<Assumption>> check_assumptions(const std::vector<AssumedAnswer>& asked,
                                                   const Models& models, bool models_are_right) {
    std::vector<Assumption> assumptions;
    for (const auto& [practice, rating] : asked) {
        Assumption assumption{practice, rating};
        if (models_are_right)
            if (const auto wrong = wrong_assumption(models, assumption); !wrong.empty())
                return tl::unexpected(wrong);
        for (const auto& other : assumptions)
            if (other.practice == assumption.practice)
                return tl::unexpected(
                    fmt::format("--assume {} is given twice", assumption.practice));
        assumptions.push_back(assumption);
    }
    return assumptions;
}

/// Gives a plan the day by which due dates are overdue, where it has any. What is wrong with today;
/// empty when nothing is.
std::string count_by_today(const Run& run, const Asked& asked, const Scored& scored, Plan& plan) {
    if (plan.due == 0) return {};
    auto day = asked.assessment.today.empty() ? run.today() : asked.assessment.today;
    if (!day) return day.error();
    plan.day = *std::move(day);
    if (!scored.rules.today.empty()) return {};
    Diagnostics found;
    check_date(scored, plan.day, found);
    run.tell(found);
    return {};
}

ExitStatus run_plan(Run& run, const Asked& asked) {
    const auto models = run.load_models();
    if (!models) return models.error();
    const auto assumptions =
        check_assumptions(asked.assumptions, *models, !run.diagnostics.has_errors());
    if (!assumptions) return run.usage_error(assumptions.error());
    const auto today = assess_sheet(run, asked.assessment, *models);
    if (!today) return today.error();

    const auto sheet = assume(today->sheet, *assumptions);
    AskedTargets targets;
    for (std::size_t i = 0; i < today->assessments.size(); ++i)
        targets.push_back({today->assessments[i].rubric->id, today->roadmaps[i].target});
    auto assumed = score(*models, sheet, today->rules, targets, run.diagnostics);
    if (!assumed) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    auto plan = make_plan(*today, *std::move(assumed), *assumptions);
    if (const auto wrong = count_by_today(run, asked, *today, plan); !wrong.empty())
        return run.usage_error(wrong);
    return run.print(asked.format->write(plan, run.style()));
}

}  // namespace

extern const Command plan_command = {
    "plan", "Plan the work up to the target, stage by stage, with what-if",
    "Examples:\n"
    "  mlops-assess plan answers.yaml --target microsoft=3\n"
    "  mlops-assess plan answers.yaml --assume data-versioned=fully\n"
    "  mlops-assess plan answers.yaml -f csv > issues.csv",
    Group::daily, start<Asked, options, run_plan>};

}  // namespace mlops_assess
