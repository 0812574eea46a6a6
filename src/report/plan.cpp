#include "report/plan.hpp"

#include <algorithm>
#include <set>

namespace mlops_assess {

Plan make_plan(const Report& report) {
    Plan plan;
    std::set<Text> planned;
    for (std::size_t i = 0; i < report.assessments.size(); ++i) {
        const auto& practices = report.assessments[i].rubric->catalogue->practices;
        const auto before = planned;
        std::set<Text> shared;
        ModelPlan model{};
        for (const auto& milestone : report.roadmaps[i].milestones) {
            std::vector<PlanStage> stages;
            const auto place = [&](const std::vector<RoadmapItem>& items, bool open) {
                for (const auto& item : items) {
                    const auto stage = static_cast<std::size_t>(item.stage);
                    if (stages.size() < stage) stages.resize(stage);
                    stages[stage - 1].steps.push_back({&item, open, false, {}});
                }
            };
            place(milestone.gaps, false);
            place(milestone.open, true);
            for (auto& stage : stages)
                for (auto& step : stage.steps) {
                    const auto& practice = practices[step.item->requirement->practice];
                    if (before.contains(practice.id)) shared.insert(practice.id);
                    step.again = !planned.insert(practice.id).second;
                    if (!step.again) plan.effort.add(practice.effort);
                    step.so_far = plan.effort;
                }
            model.milestones.push_back({&milestone, std::move(stages)});
        }
        model.shared = shared.size();
        plan.models.push_back(std::move(model));
    }
    return plan;
}

AnswerSheet assume(const AnswerSheet& sheet, const std::vector<Assumption>& assumptions) {
    std::vector<Answer> answers(sheet.answers.begin(), sheet.answers.end());
    for (const auto& [practice, rating] : assumptions) {
        const auto at =
            std::lower_bound(answers.begin(), answers.end(), practice,
                             [](const Answer& answer, Text id) { return answer.practice < id; });
        if (at != answers.end() && at->practice == practice) {
            at->rating = rating;
            at->na_not_offered = false;
            at->assumed = true;
        } else {
            Answer answer{};
            answer.practice = practice;
            answer.rating = rating;
            answer.assumed = true;
            answers.insert(at, answer);
        }
    }
    auto changed = sheet;
    changed.answers = sheet.memory->list(answers);
    return changed;
}

}  // namespace mlops_assess
