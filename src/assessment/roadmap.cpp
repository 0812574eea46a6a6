#include "assessment/roadmap.hpp"

#include "assessment/schedule.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mlops_assess {
namespace {

int cost(Effort effort) {
    switch (effort) {
        case Effort::none: return cost(Effort::M);
        case Effort::S: return 1;
        case Effort::M: return 3;
        case Effort::L: return 8;
    }
    return 1;
}

std::vector<const Requirement*> unmet_at(const Assessment& a, int level) {
    std::vector<const Requirement*> unmet;
    for (std::size_t p = 0; p < a.parameters.size(); ++p)
        for (const auto& requirement : a.rubric->cell(p, level).required)
            if (a.applies(requirement) && !a.met(requirement)) unmet.push_back(&requirement);
    std::sort(unmet.begin(), unmet.end(),
              [](const auto* x, const auto* y) { return x->practice < y->practice; });
    return unmet;
}

/// What to do first among the items of one milestone.
class Order {
  public:
    explicit Order(const Assessment& assessment) : a_(assessment) {}

    std::vector<RoadmapItem> arrange(std::vector<RoadmapItem> items) const {
        std::map<PracticeIndex, std::size_t> position;
        for (std::size_t i = 0; i < items.size(); ++i) position[items[i].requirement->practice] = i;
        std::vector<std::vector<std::size_t>> predecessors(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            for (const auto before : practice(items[i]).after)
                if (const auto found = position.find(before); found != position.end())
                    predecessors[i].push_back(found->second);
        const auto better = [&](std::size_t x, std::size_t y) {
            return goes_before(items[x], items[y]);
        };
        std::vector<RoadmapItem> arranged;
        for (const auto i : schedule(items.size(), predecessors, better)) {
            for (const auto before : predecessors[i])
                items[i].stage = std::max(items[i].stage, items[before].stage + 1);
            arranged.push_back(items[i]);
        }
        return arranged;
    }

  private:
    const Practice& practice(const RoadmapItem& item) const {
        return a_.rubric->catalogue->practices[item.requirement->practice];
    }

    bool holds_back(const RoadmapItem& item) const {
        return std::find(a_.held_back_by.begin(), a_.held_back_by.end(),
                         practice(item).parameter) != a_.held_back_by.end();
    }

    int missing(const RoadmapItem& item) const {
        return item.needed - a_.practices[item.requirement->practice].effective;
    }

    bool goes_before(const RoadmapItem& x, const RoadmapItem& y) const {
        if (holds_back(x) != holds_back(y)) return holds_back(x);
        if (x.also.empty() != y.also.empty()) return !x.also.empty();
        const int gain_x = missing(x) * cost(practice(y).effort);
        const int gain_y = missing(y) * cost(practice(x).effort);
        if (gain_x != gain_y) return gain_x > gain_y;
        return x.requirement->practice < y.requirement->practice;
    }

    const Assessment& a_;
};

EffortCount count_effort(const Assessment& a, const std::vector<RoadmapItem>& items) {
    EffortCount count;
    for (const auto& item : items)
        count.add(a.rubric->catalogue->practices[item.requirement->practice].effort);
    return count;
}

/// Where each practice is unmet, up to the target.
using Unmet = std::map<Text, std::vector<Need>>;

Unmet unmet_up_to(const Assessment& a, int target) {
    Unmet unmet;
    for (int n = a.level + 1; n <= target; ++n)
        for (const auto* requirement : unmet_at(a, n))
            unmet[a.rubric->catalogue->practices[requirement->practice].id].push_back(
                {a.rubric, n, a.needed(*requirement), requirement->basis});
    return unmet;
}

/// Where each other rubric misses a practice.
std::vector<Need> also_missing(Text practice, const std::vector<Unmet>& unmet, std::size_t self) {
    std::vector<Need> also;
    for (std::size_t i = 0; i < unmet.size(); ++i) {
        if (i == self) continue;
        if (const auto found = unmet[i].find(practice); found != unmet[i].end())
            also.insert(also.end(), found->second.begin(), found->second.end());
    }
    return also;
}

Roadmap plan_one(const std::vector<Assessment>& assessments, const Target& target,
                 const std::vector<Unmet>& unmet, std::size_t self) {
    const auto& a = assessments[self];
    Roadmap roadmap{target.level, target.source, target.level <= a.level, {}, {}};
    for (const auto& parameter : a.parameters)
        roadmap.aims.push_back({std::max(parameter.level, roadmap.target),
                                parameter.assessed && parameter.level < roadmap.target});
    std::vector<Points> own;
    std::vector<bool> applicable;
    for (const auto& practice : a.practices) {
        own.push_back(practice.own);
        applicable.push_back(practice.applicable());
    }
    for (int level = a.level + 1; level <= roadmap.target; ++level) {
        std::vector<RoadmapItem> items;
        for (const auto* requirement : unmet_at(a, level)) {
            const auto id = a.rubric->catalogue->practices[requirement->practice].id;
            const auto needed = a.needed(*requirement);
            items.push_back({requirement, needed, also_missing(id, unmet, self)});
            own[requirement->practice] = std::max(own[requirement->practice], needed);
        }
        if (items.empty()) continue;
        Milestone milestone{level, {}, {}, {}, count_effort(a, items)};
        milestone.leads_to =
            levels(*a.rubric, a.bar, effective_points(*a.rubric->catalogue, own), applicable);
        for (auto& item : Order(a).arrange(std::move(items))) {
            const bool answered = a.practices[item.requirement->practice].answered();
            (answered ? milestone.gaps : milestone.open).push_back(std::move(item));
        }
        roadmap.milestones.push_back(std::move(milestone));
    }
    return roadmap;
}

}  // namespace

void EffortCount::add(Effort effort) {
    switch (effort) {
        case Effort::none: ++none; break;
        case Effort::S: ++small; break;
        case Effort::M: ++medium; break;
        case Effort::L: ++large; break;
    }
}

std::size_t Roadmap::practices() const {
    std::set<PracticeIndex> practices;
    for (const auto& milestone : milestones)
        for (const auto* items : {&milestone.gaps, &milestone.open})
            for (const auto& item : *items) practices.insert(item.requirement->practice);
    return practices.size();
}

std::size_t Roadmap::later() const {
    std::size_t count = 0;
    for (std::size_t i = 1; i < milestones.size(); ++i) count += milestones[i].size();
    return count;
}

Target target_of(const Assessment& assessment, const AnswerSheet& sheet, std::optional<int> asked) {
    if (asked) return {*asked, TargetSource::option};
    for (const auto& [model, level] : sheet.target)
        if (model == assessment.rubric->id) return {level, TargetSource::sheet};
    return {std::min(assessment.rubric->top(), assessment.level + 1), TargetSource::next};
}

std::vector<Roadmap> make_roadmaps(const std::vector<Assessment>& assessments,
                                   const std::vector<Target>& targets) {
    std::vector<Unmet> unmet;
    for (std::size_t i = 0; i < assessments.size(); ++i)
        unmet.push_back(unmet_up_to(assessments[i], targets[i].level));
    std::vector<Roadmap> roadmaps;
    for (std::size_t i = 0; i < assessments.size(); ++i)
        roadmaps.push_back(plan_one(assessments, targets[i], unmet, i));
    return roadmaps;
}

}  // namespace mlops_assess
