#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "writer/json_parts.hpp"
#include "writer/plan/writers.hpp"

namespace mlops_assess {
namespace {

Json step_json(const Assessment& a, const PlanStep& step) {
    auto json = item_json(a, *step.item);
    json["open"] = step.open;
    json["again"] = step.again;
    auto after = Json::array();
    for (const auto before : practice(a, *step.item).after)
        after.push_back(str(practice(a, before).id));
    json["after"] = std::move(after);
    json["so_far"] = effort_json(step.so_far);
    json["so_far_points"] = step.so_far.points();
    return json;
}

Json milestone_json(const Assessment& a, const PlanMilestone& planned) {
    const auto& milestone = *planned.milestone;
    auto stages = Json::array();
    for (const auto& stage : planned.stages) {
        auto steps = Json::array();
        for (const auto& step : stage.steps) steps.push_back(step_json(a, step));
        stages.push_back(std::move(steps));
    }
    return {{"level", milestone.level},
            {"name", str(a.rubric->levels[static_cast<std::size_t>(milestone.level)].name)},
            {"leads_to", levels_json(a, milestone.leads_to)},
            {"effort", effort_json(milestone.effort)},
            {"stages", std::move(stages)}};
}

}  // namespace

std::string plan_json(const Plan& plan, const Style&) {
    auto assumptions = Json::object();
    for (const auto& [practice, rating] : plan.assumptions)
        assumptions[str(practice)] = str(word(rating));
    auto models = Json::array();
    for (std::size_t i = 0; i < plan.models.size(); ++i) {
        const auto& a = plan.scored->assessments[i];
        auto milestones = Json::array();
        for (const auto& each : plan.models[i].milestones)
            milestones.push_back(milestone_json(a, each));
        models.push_back({{"rubric", str(a.rubric->id)},
                          {"today", plan.today[i]},
                          {"level", a.level},
                          {"target", plan.scored->roadmaps[i].target},
                          {"milestones", std::move(milestones)}});
    }
    const Json document = {{"schema", "mlops-assess/plan/1"},
                           {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                           {"team", str(plan.scored->sheet.team)},
                           {"date", optional_text(plan.scored->sheet.date)},
                           {"answers", plan.scored->sheet.source->name},
                           {"assume", std::move(assumptions)},
                           {"effort", effort_json(plan.effort)},
                           {"effort_points", plan.effort.points()},
                           {"models", std::move(models)}};
    return json_text(document);
}

}  // namespace mlops_assess
