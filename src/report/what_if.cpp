#include "report/what_if.hpp"

#include "report/phrases.hpp"

#include <set>

namespace mlops_assess {
namespace {

/// What a plan has to do: must-haves and what they need first, then all roadmaps.
class Work {
  public:
    explicit Work(const Scored& scored) : scored_(scored) {
        for (const auto& must : scored.must_have.steps)
            add(must.assessment, must.practice, must.open);
        for (std::size_t i = 0; i < scored.roadmaps.size(); ++i)
            for (const auto& milestone : scored.roadmaps[i].milestones) {
                for (const auto& item : milestone.gaps) add(i, item.requirement->practice, false);
                for (const auto& item : milestone.open) add(i, item.requirement->practice, true);
            }
    }

    const Distance& together() const { return together_; }

    /// The practices that another plan has not.
    std::vector<PlannedPractice> without(const Work& other) const {
        std::vector<PlannedPractice> rest;
        for (const auto& each : practices_)
            if (!other.planned_.contains(id(each))) rest.push_back(each);
        return rest;
    }

  private:
    Text id(const PlannedPractice& each) const {
        return practice(scored_.assessments[each.assessment], each.practice).id;
    }

    void add(std::size_t assessment, PracticeIndex practice, bool open) {
        const PlannedPractice each{assessment, practice};
        if (!planned_.insert(id(each)).second) return;
        practices_.push_back(each);
        ++(open ? together_.open : together_.gaps);
    }

    const Scored& scored_;
    std::vector<PlannedPractice> practices_;
    std::set<Text> planned_;
    Distance together_;
};

/// Of every parameter, and of the model behind them.
std::vector<Distance> distances(const Scored& scored, std::size_t assessment) {
    const auto& a = scored.assessments[assessment];
    std::vector<Distance> found;
    for (const auto& level : parameter_levels(a)) found.push_back({level});
    found.push_back({a.level});
    std::set<PracticeIndex> counted;
    const auto count = [&](const std::vector<RoadmapItem>& items, std::size_t Distance::*figure) {
        for (const auto& item : items) {
            const auto practice = item.requirement->practice;
            if (!counted.insert(practice).second) continue;
            ++(found[a.rubric->catalogue->practices[practice].parameter].*figure);
            ++(found.back().*figure);
        }
    };
    for (const auto& milestone : scored.roadmaps[assessment].milestones) {
        count(milestone.gaps, &Distance::gaps);
        count(milestone.open, &Distance::open);
    }
    return found;
}

WhatIfModel model(const Scored& today, const Scored& assumed, std::size_t assessment) {
    const auto before = distances(today, assessment);
    const auto after = distances(assumed, assessment);
    WhatIfModel changes{{before.back(), after.back()}, {}, {}};
    const auto& then = today.assessments[assessment];
    const auto& now = assumed.assessments[assessment];
    for (int level = std::min(then.level, now.level) + 1; level <= then.rubric->top(); ++level)
        changes.short_of.push_back({short_of(then, level), short_of(now, level)});
    for (std::uint32_t p = 0; p + 1 < before.size(); ++p)
        if (const BeforeAfter<Distance> distance{before[p], after[p]}; distance.changed())
            changes.parameters.push_back({p, distance});
    return changes;
}

}  // namespace

WhatIf what_if(const Scored& today, const Scored& assumed) {
    const Work before(today);
    const Work after(assumed);
    WhatIf changes{
        {}, {before.together(), after.together()}, before.without(after), after.without(before)};
    for (std::size_t i = 0; i < today.assessments.size(); ++i)
        changes.models.push_back(model(today, assumed, i));
    return changes;
}

}  // namespace mlops_assess
