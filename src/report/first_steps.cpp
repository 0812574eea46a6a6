#include "assessment/schedule.hpp"
#include "report/scored.hpp"

#include <algorithm>
#include <map>
#include <set>

/// The next milestones of all models as one list.
namespace mlops_assess {

namespace {

/// Finds steps, each practice once.
class StepFinder {
  public:
    explicit StepFinder(const std::vector<Assessment>& assessments) : assessments_(assessments) {}

    FirstStep& step(std::size_t assessment, PracticeIndex practice, Points needed) {
        const auto& about = assessments_[assessment].rubric->catalogue->practices[practice];
        const auto [known, is_new] = position_.emplace(about.id, steps_.size());
        if (is_new) steps_.push_back({assessment, practice, needed, {}, false, {}});
        auto& found = steps_[known->second];
        found.needed = std::max(found.needed, needed);
        return found;
    }

    FirstSteps ordered() && {
        std::vector<std::vector<std::size_t>> predecessors(steps_.size());
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const auto& practices = assessments_[steps_[i].assessment].rubric->catalogue->practices;
            for (const auto before : practices[steps_[i].practice].after)
                if (const auto at = position_.find(practices[before].id); at != position_.end())
                    predecessors[i].push_back(at->second);
        }
        const auto is_must = [&](std::size_t i) {
            return steps_[i].must_have || !steps_[i].first_for.empty();
        };
        const auto order = schedule(steps_.size(), predecessors, [&](std::size_t x, std::size_t y) {
            if (is_must(x) != is_must(y)) return is_must(x);
            return steps_[x].counts_for.size() > steps_[y].counts_for.size();
        });
        FirstSteps first;
        for (const auto i : order) {
            first.shared += steps_[i].counts_for.size() > 1 ? 1 : 0;
            first.steps.push_back(std::move(steps_[i]));
        }
        return first;
    }

  private:
    const std::vector<Assessment>& assessments_;
    std::vector<FirstStep> steps_;
    std::map<Text, std::size_t> position_;
};

}  // namespace

FirstSteps first_steps(const std::vector<Assessment>& assessments,
                       const std::vector<Roadmap>& roadmaps, const MustHaves& must_have) {
    StepFinder finder(assessments);
    for (const auto& must : must_have.steps) {
        if (must.stage > 1) continue;
        auto& step = finder.step(must.assessment, must.practice, must.needed);
        step.must_have = must.must_have;
        step.first_for = must.first_for;
    }
    for (std::size_t i = 0; i < roadmaps.size(); ++i) {
        if (roadmaps[i].milestones.empty()) continue;
        const auto& next = roadmaps[i].milestones.front();
        for (const auto& item : next.gaps)
            finder.step(i, item.requirement->practice, item.needed)
                .counts_for.push_back(
                    {assessments[i].rubric, next.level, item.needed, item.requirement->basis});
    }
    return std::move(finder).ordered();
}

NextMilestones next_milestones(const std::vector<Assessment>& assessments,
                               const std::vector<Roadmap>& roadmaps, const MustHaves& must_have) {
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
        next.levels.push_back({&rubric, milestone.level});
        for (const auto& item : milestone.gaps)
            if (gaps.insert(practice(item).id).second) next.effort.add(practice(item).effort);
        for (const auto& item : milestone.open)
            if (open.insert(practice(item).id).second) next.effort.add(practice(item).effort);
    }
    std::set<Text> musts;
    for (const auto& must : must_have.steps) {
        const auto& about =
            assessments[must.assessment].rubric->catalogue->practices[must.practice];
        if (gaps.contains(about.id) || open.contains(about.id)) continue;
        if (musts.insert(about.id).second) next.effort.add(about.effort);
    }
    next.musts = musts.size();
    next.gaps = gaps.size();
    next.open = open.size();
    return next;
}

bool is_first_step(const Scored& scored, std::size_t most, std::size_t assessment,
                   const RoadmapItem& item) {
    const auto id_of = [&](std::size_t a, PracticeIndex index) {
        return scored.assessments[a].rubric->catalogue->practices[index].id;
    };
    const auto steps = scored.first_steps.first(most);
    return std::any_of(steps.begin(), steps.end(), [&](const FirstStep& step) {
        return id_of(step.assessment, step.practice) ==
               id_of(assessment, item.requirement->practice);
    });
}

}  // namespace mlops_assess
