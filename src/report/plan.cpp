#include "report/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mlops_assess {

namespace {

/// Arranges the steps, and counts each practice where it stands first.
class Planner {
  public:
    explicit Planner(Plan& plan) : plan_(plan), scored_(*plan.scored) { find_needs(); }

    void must_haves() {
        for (const auto& must : scored_.must_have.steps) {
            const auto& a = scored_.assessments[must.assessment];
            const auto needs = needs_.find(id(must.assessment, must.practice));
            place(plan_.must_have, must.stage,
                  {must.assessment, must.practice, must.needed, must.needed, Basis::not_given,
                   needs == needs_.end() ? std::vector<Need>() : needs->second,
                   must.must_have ? must_have(*a.rubric->catalogue, must.practice) : nullptr,
                   must.first_for, must.open});
        }
        count(plan_.must_have);
    }

    void model(std::size_t assessment) {
        const auto above = planned_;
        std::set<Text> shared;
        ModelPlan model{};
        for (const auto& milestone : scored_.roadmaps[assessment].milestones) {
            std::vector<PlanStage> stages;
            for (const auto& item : milestone.gaps)
                place(stages, item.stage, step(assessment, item, false));
            for (const auto& item : milestone.open)
                place(stages, item.stage, step(assessment, item, true));
            count(stages);
            for (const auto& stage : stages)
                for (const auto& each : stage.steps)
                    if (const auto practice = id(assessment, each.practice);
                        above.contains(practice))
                        shared.insert(practice);
            model.milestones.push_back({&milestone, std::move(stages)});
        }
        model.shared = shared.size();
        plan_.models.push_back(std::move(model));
    }

  private:
    Text id(std::size_t assessment, PracticeIndex practice) const {
        return scored_.assessments[assessment].rubric->catalogue->practices[practice].id;
    }

    void find_needs() {
        for (std::size_t i = 0; i < scored_.roadmaps.size(); ++i)
            for (const auto& milestone : scored_.roadmaps[i].milestones)
                for (const auto* items : {&milestone.gaps, &milestone.open})
                    for (const auto& item : *items)
                        needs_[id(i, item.requirement->practice)].push_back(
                            {scored_.assessments[i].rubric, milestone.level, item.needed,
                             item.requirement->basis});
    }

    const MustHavePractice* must_have(const Catalogue& catalogue, PracticeIndex practice) const {
        for (const auto& must : scored_.must_have.practices)
            if (must.practice == &catalogue.practices[practice]) return &must;
        return nullptr;
    }

    static PlanStep step(std::size_t assessment, const RoadmapItem& item, bool open) {
        const auto& requirement = *item.requirement;
        return {assessment,
                requirement.practice,
                item.needed,
                item.needed,
                requirement.basis,
                item.also,
                nullptr,
                {},
                open};
    }

    static void place(std::vector<PlanStage>& stages, int stage, PlanStep step) {
        const auto number = static_cast<std::size_t>(stage);
        if (stages.size() < number) stages.resize(number);
        stages[number - 1].steps.push_back(std::move(step));
    }

    void count(std::vector<PlanStage>& stages) {
        for (auto& stage : stages)
            for (auto& step : stage.steps) {
                const auto practice = id(step.assessment, step.practice);
                for (const auto& need : needs_[practice])
                    step.most_needed = std::max(step.most_needed, need.needed);
                step.again = !planned_.insert(practice).second;
                if (!step.again) {
                    const auto& catalogue = *scored_.assessments[step.assessment].rubric->catalogue;
                    plan_.effort.add(catalogue.practices[step.practice].effort);
                    ++(step.open ? plan_.open : plan_.gaps);
                }
                step.so_far = plan_.effort;
            }
    }

    Plan& plan_;
    const Scored& scored_;
    std::map<Text, std::vector<Need>> needs_;  ///< the milestones that miss a practice
    std::set<Text> planned_;
};

}  // namespace

std::size_t PlanStage::open() const {
    return static_cast<std::size_t>(std::ranges::count(steps, true, &PlanStep::open));
}

const Answer* Plan::answer(const PlanStep& step) const {
    return scored->assessments[step.assessment].practices[step.practice].answer;
}

bool Plan::is_overdue(const PlanStep& step) const {
    const auto* said = answer(step);
    return said != nullptr && !said->due.empty() && said->due < day;
}

Plan make_plan(const Scored& today, Scored assumed, std::vector<Assumption> assumptions) {
    // The targets stay those of today, wherever they come from.
    for (std::size_t i = 0; i < assumed.roadmaps.size(); ++i)
        assumed.roadmaps[i].target_source = today.roadmaps[i].target_source;
    Plan plan{
        std::make_shared<const Scored>(std::move(assumed)), {}, std::move(assumptions), {}, {}, {}};
    for (const auto& a : today.assessments) plan.today.push_back(a.level);
    Planner planner(plan);
    planner.must_haves();
    for (std::size_t i = 0; i < plan.scored->assessments.size(); ++i) planner.model(i);
    return plan;
}

bool has_due_dates(const Plan& plan) {
    const auto has = [&](const std::vector<PlanStage>& stages) {
        return std::ranges::any_of(stages, [&](const PlanStage& stage) {
            return std::ranges::any_of(stage.steps, [&](const PlanStep& step) {
                const auto* answer = plan.answer(step);
                return answer != nullptr && !answer->due.empty();
            });
        });
    };
    return has(plan.must_have) || std::ranges::any_of(plan.models, [&](const ModelPlan& model) {
               return std::ranges::any_of(model.milestones, [&](const PlanMilestone& milestone) {
                   return has(milestone.stages);
               });
           });
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
