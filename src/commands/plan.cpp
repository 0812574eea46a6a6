#include "commands/commands.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "writer/plan/writers.hpp"

namespace mlops_assess {
namespace {

/// What is wrong with an assumption; empty when nothing is. Its id becomes the catalogue's.
std::string wrong_assumption(const Models& models, Assumption& assumption) {
    std::vector<std::string_view> known;
    for (const auto* catalogue : models.catalogues)
        for (const auto& practice : catalogue->practices) {
            known.push_back(practice.id);
            if (practice.id != assumption.practice) continue;
            if (assumption.rating == Rating::not_applicable && practice.not_applicable.empty())
                return fmt::format("--assume {}: not-applicable is not offered there", practice.id);
            assumption.practice = practice.id;
            return {};
        }
    const auto hint = did_you_mean(assumption.practice, known);
    return fmt::format("--assume: unknown practice \"{}\"{}{}", assumption.practice,
                       hint.empty() ? "" : "; ", hint);
}

}  // namespace

ExitStatus run_plan(Run& run, const PlanOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models(status);
    if (!models) return status;
    std::vector<Assumption> assumptions;
    for (const auto& [practice, rating] : options.assumptions) {
        Assumption assumption{practice, rating};
        for (const auto& other : assumptions)
            if (other.practice == practice)
                return run.usage_error(fmt::format("--assume {} is given twice", practice));
        if (!run.diagnostics.has_errors())
            if (const auto wrong = wrong_assumption(*models, assumption); !wrong.empty())
                return run.usage_error(wrong);
        assumptions.push_back(assumption);
    }
    const auto today = assess_sheet(run, options.assessment, *models, status);
    if (!today) return status;

    const auto sheet = assume(today->sheet, assumptions);
    AskedTargets targets;
    for (std::size_t i = 0; i < today->assessments.size(); ++i)
        targets.push_back({today->assessments[i].rubric->id, today->roadmaps[i].target});
    auto assumed = score(*models, sheet, {options.assessment.bar, today->date, today->max_age},
                         targets, run.diagnostics);
    if (!assumed) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    const auto plan = make_plan(*today, std::move(*assumed), assumptions);
    for (const auto& format : plan_formats())
        if (format.name == options.format) return run.print(format.write(plan, run.style()));
    return ExitStatus::internal;
}

}  // namespace mlops_assess
