#pragma once

#include "model/waivers.hpp"
#include "report/comparison.hpp"

#include <set>

namespace mlops_assess {

/// Ids of practices.
using PracticeIds = std::set<std::string, std::less<>>;

/// A level that a pipeline demands: of a model, or of one of its parameters.
struct LevelGate {
    std::size_t assessment;  ///< into Scored::assessments
    std::optional<std::uint32_t> parameter;
    int level;
    bool evidenced;  ///< counting only answers that cite evidence
};

/// Whether one gate held.
struct GateResult {
    std::string name;  ///< the option with its value: `--fail-under google.ci=1`
    bool passed;
    std::string required;              ///< `google.ci at level 1`
    std::string found;                 ///< `level 0`
    std::vector<std::string> because;  ///< item by item, where there is more to tell
};

/// What was demanded, and what came of it.
struct Gates {
    std::vector<LevelGate> levels;
    PracticeIds waived;               ///< practices that the gates take as met
    std::vector<GateResult> results;  ///< levels, completeness, regression

    bool passed() const;
};

/// What a pipeline demands of a report.
struct Demands {
    std::vector<LevelGate> levels;
    std::optional<int> min_answered;  ///< percent of the applicable practices, of each rubric
    const Side* baseline = nullptr;   ///< nothing may be worse than there
    std::vector<Waiver> waivers;      ///< those that count
};

/// The waivers that count on the day of the assessment. Others, and needless ones, are told.
std::vector<Waiver> counting_waivers(const WaiverList& list, const Scored& scored,
                                     Diagnostics& diagnostics);

/// The levels with which gates compare: waived practices meet their own requirements.
Levels levels_with(const Assessment& a, bool evidenced, const PracticeIds& waived);

/// Leaves as many items as a reader can take, and says how many more there are.
void shorten(std::vector<std::string>& items);

/// Whether each demand is met.
Gates check(const Demands& demands, const Scored& scored);

}  // namespace mlops_assess
