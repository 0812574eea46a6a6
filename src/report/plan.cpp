#include "report/plan.hpp"

#include "report/phrases.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
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

    /// When all is placed.
    void quick_wins() {
        find_quick_wins(plan_.must_have);
        for (auto& model : plan_.models)
            for (auto& milestone : model.milestones) find_quick_wins(milestone.stages);
    }

  private:
    Text id(std::size_t assessment, PracticeIndex practice) const {
        return mlops_assess::practice(scored_.assessments[assessment], practice).id;
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
                    const auto* answer = plan_.answer(step);
                    plan_.effort.add(about(step).effort);
                    ++(step.open ? plan_.open : plan_.gaps);
                    if (answer != nullptr && !answer->due.empty()) ++plan_.due;
                }
                step.so_far = plan_.effort;
            }
    }

    const Practice& about(const PlanStep& step) const {
        return practice(scored_.assessments[step.assessment], step.practice);
    }

    /// One part of the plan: its stages say what waits for what within it.
    void find_quick_wins(std::vector<PlanStage>& stages) {
        std::set<PracticeIndex> here;
        for (const auto& stage : stages)
            for (const auto& step : stage.steps) here.insert(step.practice);
        for (std::size_t i = 0; i < stages.size(); ++i)
            for (auto& step : stages[i].steps) {
                if (step.again) continue;
                for (const auto before : about(step).after)
                    if (!here.contains(before) && planned_.contains(id(step.assessment, before)))
                        step.waits_for.push_back(before);
                step.quick_win = i == 0 && !step.open && step.waits_for.empty() &&
                                 about(step).effort == Effort::S;
                if (step.quick_win) ++plan_.quick_wins;
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

std::size_t PlanStage::waiting() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(steps, [](const auto& step) { return !step.waits_for.empty(); }));
}

const Answer* Plan::answer(const PlanStep& step) const {
    return scored->assessments[step.assessment].practices[step.practice].answer;
}

bool Plan::is_overdue(const PlanStep& step) const {
    const auto* said = answer(step);
    return said != nullptr && !said->due.empty() && said->due < day;
}

std::string Plan::key(const PlanStep& step) const {
    const auto id = practice(scored->assessments[step.assessment], step.practice).id;
    return fmt::format("{:016x}", fnv1a(fmt::format("{}\n{}", scored->sheet.team, id)));
}

std::vector<const PlanStep*> Plan::steps() const {
    std::vector<const PlanStep*> all;
    const auto add = [&](const std::vector<PlanStage>& stages) {
        for (const auto& stage : stages)
            for (const auto& step : stage.steps)
                if (!step.again) all.push_back(&step);
    };
    add(must_have);
    for (const auto& model : models)
        for (const auto& milestone : model.milestones) add(milestone.stages);
    return all;
}

std::size_t Plan::overdue() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(steps(), [&](const auto* step) { return is_overdue(*step); }));
}

std::vector<OwnerWork> Plan::owners() const {
    std::vector<OwnerWork> work;
    OwnerWork nobody{};
    for (const auto* step : steps()) {
        const auto* said = answer(*step);
        auto* to = &nobody;
        if (said != nullptr && !said->owner.empty()) {
            auto known = std::ranges::find(work, said->owner, &OwnerWork::owner);
            if (known == work.end()) known = work.insert(known, {said->owner});
            to = &*known;
        }
        ++(step->open ? to->open : to->gaps);
        if (is_overdue(*step)) ++to->overdue;
    }
    if (nobody.gaps + nobody.open > 0) work.push_back(nobody);
    return work;
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
    planner.quick_wins();
    if (!plan.assumptions.empty()) plan.what_if = what_if(today, *plan.scored);
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
