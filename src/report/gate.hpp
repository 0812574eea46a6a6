#pragma once

#include "model/waivers.hpp"
#include "report/snapshot.hpp"

namespace mlops_assess {

/// What a pipeline demands of a report.
struct Demands {
    std::vector<LevelGate> levels;
    std::optional<int> min_answered;     ///< percent of the applicable practices, of each rubric
    const Snapshot* baseline = nullptr;  ///< nothing may be worse than there
    std::vector<const Waiver*> waivers;  ///< those that count
};

/// The waivers that count on the day of the assessment. Others, and needless ones, are told.
std::vector<const Waiver*> counting_waivers(const WaiverList& list, const Report& report,
                                            Diagnostics& diagnostics);

/// Whether each demand is met, in the order: levels, completeness, regression.
std::vector<GateResult> check(const Demands& demands, const Report& report);

}  // namespace mlops_assess
