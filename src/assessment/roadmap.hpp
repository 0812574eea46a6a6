#pragma once

#include "assessment/assessment.hpp"

namespace mlops_assess {

/// A level of a model that misses a practice.
struct Need {
    const Rubric* rubric;
    int level;
    Points needed;
    Basis basis;
};

/// An unmet requirement up to the target: a gap where the practice was answered, open where not.
struct RoadmapItem {
    const Requirement* requirement;
    Points needed;
    std::vector<Need> also;  ///< unmet in other loaded rubrics, up to their targets
    int stage = 1;  ///< within its milestone, from 1: behind all stages with what comes before it
};

/// Practices by effort.
struct EffortCount {
    int small = 0;
    int medium = 0;
    int large = 0;
    int none = 0;  ///< without an estimate

    void add(Effort effort);
    int practices() const { return small + medium + large + none; }
};

/// All gaps and opens of one level.
struct Milestone {
    int level;
    std::vector<RoadmapItem> gaps;
    std::vector<RoadmapItem> open;
    std::size_t size() const { return gaps.size() + open.size(); }
    Levels leads_to;  ///< when its items and those of earlier milestones reach what they need
    EffortCount effort;
};

/// Where a target comes from: an option, the sheet, or the next level for want of one.
enum class TargetSource { option, sheet, next };

struct Target {
    int level;
    TargetSource source = TargetSource::next;
};

/// The milestones from the overall level + 1 to the target, lowest first, empty ones left out.
struct Roadmap {
    int target;
    TargetSource target_source;
    bool reached;  ///< the overall level is at the target or above
    /// By parameter: the level to be at, its own or the target, and whether that is higher.
    struct Aim {
        int level;
        bool higher;
    };
    std::vector<Aim> aims;
    bool aims_at(int level) const { return level == target; }
    std::vector<Milestone> milestones;

    /// Practices of all milestones, each once.
    std::size_t practices() const;
    /// Requirements of the milestones behind the first.
    std::size_t later() const;
};

/// The level to aim at: `asked` (--target), else the sheet's, else the next one.
Target target_of(const Assessment& assessment, const AnswerSheet& sheet, std::optional<int> asked);

/// One roadmap per assessment, in their order; `targets` are theirs too.
std::vector<Roadmap> make_roadmaps(const std::vector<Assessment>& assessments,
                                   const std::vector<Target>& targets);

}  // namespace mlops_assess
