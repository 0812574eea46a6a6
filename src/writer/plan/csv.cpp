#include "report/phrases.hpp"
#include "text/csv_text.hpp"
#include "writer/json_parts.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

/// One row per practice, in the order in which to do them. Issue trackers import `title` and
/// `description`.
namespace mlops_assess {
namespace {

std::vector<std::string> row(const Assessment& a, const Milestone& milestone, std::size_t stage,
                             const PlanStep& step) {
    const auto& about = practice(a, *step.item);
    const auto& state = a.practices[step.item->requirement->practice];
    const bool in_sheet = state.answer != nullptr && state.answer->place.line > 0;
    std::vector<std::string> needs = {model_level(*a.rubric, milestone.level)};
    for (const auto& need : step.item->also) needs.push_back(model_level(*need.rubric, need.level));
    const auto description =
        fmt::format("Practice: {} Why: {} Done when: {} Today: {}.", about.statement, about.why,
                    about.success, today_words(a, *step.item));
    EffortCount own;
    own.add(about.effort);
    return {std::string(about.deliverable),
            description,
            model_level(*a.rubric, milestone.level),
            std::to_string(stage),
            std::string(a.rubric->catalogue->parameters[about.parameter].title),
            std::string(about.id),
            std::string(word(state.rating)),
            std::string(word_for_points(step.item->needed)),
            effort_letter(about.effort),
            std::to_string(own.points()),
            std::to_string(step.so_far.points()),
            std::string(state.answer != nullptr ? state.answer->owner : Text()),
            fmt::format("{}", fmt::join(needs, "; ")),
            in_sheet ? std::to_string(state.answer->place.line) : std::string()};
}

}  // namespace

std::string plan_csv(const Plan& plan, const Style&) {
    auto out = csv_record({"title", "description", "milestone", "stage", "parameter", "practice",
                           "answer", "needed", "effort", "effort_points", "so_far_points", "owner",
                           "required_by", "line"});
    for (std::size_t i = 0; i < plan.models.size(); ++i)
        for (const auto& milestone : plan.models[i].milestones)
            for (std::size_t stage = 0; stage < milestone.stages.size(); ++stage)
                for (const auto& step : milestone.stages[stage].steps)
                    if (!step.again)
                        out += csv_record(row(plan.scored->assessments[i], *milestone.milestone,
                                              stage + 1, step));
    return out;
}

}  // namespace mlops_assess
