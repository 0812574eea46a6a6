#include "assessment/schedule.hpp"
#include "report/scored.hpp"

#include <algorithm>
#include <map>
#include <set>

/// The next milestones of all models as one list.
namespace mlops_assess {

FirstSteps first_steps(const std::vector<Assessment>& assessments,
                       const std::vector<Roadmap>& roadmaps) {
    std::vector<FirstStep> found;
    std::vector<const Practice*> practices;  // of the steps found
    std::map<Text, std::size_t> position;
    for (std::size_t i = 0; i < roadmaps.size(); ++i) {
        if (roadmaps[i].milestones.empty()) continue;
        const auto& next = roadmaps[i].milestones.front();
        const auto& rubric = *assessments[i].rubric;
        for (const auto& item : next.gaps) {
            const auto& practice = rubric.catalogue->practices[item.requirement->practice];
            const auto [known, is_new] = position.emplace(practice.id, found.size());
            if (is_new) {
                found.push_back({i, item, {}});
                practices.push_back(&practice);
            }
            found[known->second].counts_for.push_back(
                {rubric.id, next.level, item.needed, item.requirement->basis});
        }
    }
    std::vector<std::vector<std::size_t>> predecessors(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& catalogue = *assessments[found[i].assessment].rubric->catalogue;
        for (const auto before : practices[i]->after)
            if (const auto at = position.find(catalogue.practices[before].id); at != position.end())
                predecessors[i].push_back(at->second);
    }
    FirstSteps first;
    for (const auto i : schedule(found.size(), predecessors, [&](std::size_t x, std::size_t y) {
             return found[x].counts_for.size() > found[y].counts_for.size();
         }))
        first.steps.push_back(std::move(found[i]));
    first.shared = static_cast<std::size_t>(
        std::count_if(first.steps.begin(), first.steps.end(),
                      [](const FirstStep& step) { return step.counts_for.size() > 1; }));
    return first;
}

NextMilestones next_milestones(const std::vector<Assessment>& assessments,
                               const std::vector<Roadmap>& roadmaps) {
    NextMilestones next;
    std::set<Text> gaps;
    std::set<Text> open;
    for (std::size_t i = 0; i < roadmaps.size(); ++i) {
        if (roadmaps[i].milestones.empty()) continue;
        const auto& milestone = roadmaps[i].milestones.front();
        const auto& rubric = *assessments[i].rubric;
        const auto practice = [&](const RoadmapItem& item) -> const Practice& {
            return rubric.catalogue->practices[item.requirement->practice];
        };
        next.levels.push_back({rubric.id, milestone.level});
        for (const auto& item : milestone.gaps)
            if (gaps.insert(practice(item).id).second) next.effort.add(practice(item).effort);
        for (const auto& item : milestone.open) open.insert(practice(item).id);
    }
    next.gaps = gaps.size();
    next.open = open.size();
    return next;
}

bool is_first_step(const Scored& scored, std::size_t most, std::size_t assessment,
                   const Milestone& milestone, const RoadmapItem& item) {
    if (&milestone != &scored.roadmaps[assessment].milestones.front()) return false;
    const auto id_of = [&](std::size_t a, const RoadmapItem& each) {
        return scored.assessments[a].rubric->catalogue->practices[each.requirement->practice].id;
    };
    const auto steps = scored.first_steps.first(most);
    return std::any_of(steps.begin(), steps.end(), [&](const FirstStep& step) {
        return id_of(step.assessment, step.item) == id_of(assessment, item);
    });
}

}  // namespace mlops_assess
