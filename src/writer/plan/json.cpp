#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/json_text.hpp"
#include "writer/json_parts.hpp"
#include "writer/plan/writers.hpp"

namespace mlops_assess {
namespace {

Json step_json(const Plan& plan, const PlanStep& step) {
    const auto& a = plan.scored->assessments[step.assessment];
    const auto& about = practice(a, step.practice);
    const auto ids = [&](std::span<const PracticeIndex> practices) {
        auto array = Json::array();
        for (const auto each : practices) array.push_back(str(practice(a, each).id));
        return array;
    };
    Json json = {{"key", plan.key(step)}, {"practice", str(about.id)}};
    json.update(work_json(a, step.practice, step.needed, step.basis, step.also));
    json["overdue"] = plan.is_overdue(step);
    json["open"] = step.open;
    json["again"] = step.again;
    json["quick_win"] = step.quick_win;
    json["after"] = ids(about.after);
    json["so_far"] = effort_json(step.so_far);
    return json;
}

Json stages_json(const Plan& plan, const std::vector<PlanStage>& planned,
                 Json (*step_json)(const Plan& plan, const PlanStep& step)) {
    auto stages = Json::array();
    for (const auto& stage : planned) {
        auto steps = Json::array();
        for (const auto& step : stage.steps) steps.push_back(step_json(plan, step));
        stages.push_back(std::move(steps));
    }
    return stages;
}

Json must_step_json(const Plan& plan, const PlanStep& step) {
    const auto& a = plan.scored->assessments[step.assessment];
    auto json = step_json(plan, step);
    auto first_for = Json::array();
    for (const auto must : step.first_for) first_for.push_back(str(practice(a, must).id));
    json["must_have"] = step.must_have != nullptr;
    json["because"] =
        step.must_have != nullptr ? Json(reason_words(*step.must_have)) : Json(nullptr);
    json["sources"] = step.must_have != nullptr ? texts(step.must_have->sources) : Json::array();
    json["first_for"] = std::move(first_for);
    return json;
}

Json milestone_json(const Plan& plan, const Assessment& a, const PlanMilestone& planned) {
    const auto& milestone = *planned.milestone;
    return {{"level", milestone.level},
            {"name", str(a.rubric->levels[static_cast<std::size_t>(milestone.level)].name)},
            {"gaps", milestone.gaps.size()},
            {"open", milestone.open.size()},
            {"leads_to", levels_json(a, milestone.leads_to)},
            {"effort", effort_json(milestone.effort)},
            {"stages", stages_json(plan, planned.stages, step_json)}};
}

Json owners_json(const Plan& plan) {
    auto owners = Json::array();
    for (const auto& [owner, gaps, open, overdue] : plan.owners())
        owners.push_back({{"owner", optional_text(owner)},
                          {"gaps", gaps},
                          {"open", open},
                          {"overdue", overdue}});
    return owners;
}

template <typename Figure, typename Write>
Json before_after(const BeforeAfter<Figure>& figure, const Write& write) {
    return {{"before", write(figure.before)}, {"after", write(figure.after)}};
}

Json distance_json(const Distance& distance) {
    return {{"level", distance.level ? Json(*distance.level) : Json(nullptr)},
            {"gaps", distance.gaps},
            {"open", distance.open}};
}

Json what_if_json(const Plan& plan) {
    if (!plan.what_if) return nullptr;
    const auto work = [](const auto& each) {
        return Json{{"gaps", each.gaps}, {"open", each.open}};
    };
    auto models = Json::array();
    for (std::size_t i = 0; i < plan.what_if->models.size(); ++i) {
        const auto& model = plan.what_if->models[i];
        const auto& rubric = *plan.scored->assessments[i].rubric;
        auto json = before_after(model.distance, distance_json);
        auto short_of = Json::array();
        for (const auto& each : model.short_of) {
            Json level = {{"level", each.before.level}};
            level.update(before_after(each, work));
            short_of.push_back(std::move(level));
        }
        auto parameters = Json::array();
        for (const auto& [parameter, distance] : model.parameters) {
            Json changed = {{"id", str(rubric.catalogue->parameters[parameter].id)}};
            changed.update(before_after(distance, distance_json));
            parameters.push_back(std::move(changed));
        }
        models.push_back({{"rubric", str(rubric.id)},
                          {"target", plan.scored->roadmaps[i].target},
                          {"before", std::move(json["before"])},
                          {"after", std::move(json["after"])},
                          {"short_of", std::move(short_of)},
                          {"parameters", std::move(parameters)}});
    }
    const auto ids = [&](const std::vector<PlannedPractice>& planned) {
        auto array = Json::array();
        for (const auto& [assessment, index] : planned)
            array.push_back(str(practice(plan.scored->assessments[assessment], index).id));
        return array;
    };
    return {{"models", std::move(models)},
            {"plan", before_after(plan.what_if->together, work)},
            {"falls_out", ids(plan.what_if->falls_out)},
            {"comes_in", ids(plan.what_if->comes_in)}};
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
            milestones.push_back(milestone_json(plan, a, each));
        models.push_back(
            {{"rubric", str(a.rubric->id)},
             {"in_scope", plan.scored->out_of_scope[i] == nullptr},
             {"today", plan.today[i]},
             {"level", a.level},
             {"target", plan.scored->roadmaps[i].target},
             {"target_source", str(target_source_id(plan.scored->roadmaps[i].target_source))},
             {"advised", plan.scored->advised[i] ? Json(*plan.scored->advised[i]) : Json(nullptr)},
             {"milestones", std::move(milestones)}});
    }
    const Json document = {{"schema", "mlops-assess/plan/1"},
                           {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                           {"team", str(plan.scored->sheet.team)},
                           {"date", optional_text(plan.scored->sheet.date)},
                           {"answers", plan.scored->sheet.source->name},
                           {"rules", {{"today", optional_text(plan.day)}}},
                           {"assume", std::move(assumptions)},
                           {"effort", effort_json(plan.effort)},
                           {"gaps", plan.gaps},
                           {"open", plan.open},
                           {"quick_wins", plan.quick_wins},
                           {"due", {{"dates", plan.due}, {"overdue", plan.overdue()}}},
                           {"owners", owners_json(plan)},
                           {"what_if", what_if_json(plan)},
                           {"must_have", stages_json(plan, plan.must_have, must_step_json)},
                           {"models", std::move(models)}};
    return json_text(document);
}

}  // namespace mlops_assess
