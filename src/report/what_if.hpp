#pragma once

#include "report/comparison.hpp"

namespace mlops_assess {

/// Where a model or one of its parameters stands, and what it lacks up to the target, each practice
/// once.
struct Distance {
    std::optional<int> level;  ///< none where not assessed
    std::size_t gaps = 0;
    std::size_t open = 0;
    bool operator==(const Distance&) const = default;
};

/// A figure today, and with the answers taken as given.
template <typename Figure>
struct BeforeAfter {
    Figure before;
    Figure after;
    bool changed() const { return !(before == after); }
};

struct WhatIfParameter {
    std::uint32_t parameter;
    BeforeAfter<Distance> distance;
};

struct WhatIfModel {
    BeforeAfter<Distance> distance;
    /// How far each level is, from the lower one of the two overall levels + 1 to the top.
    std::vector<BeforeAfter<ShortOf>> short_of;
    std::vector<WhatIfParameter> parameters;  ///< those that change
};

/// A practice that is in one of two plans only.
struct PlannedPractice {
    std::size_t assessment;
    PracticeIndex practice;
};

/// What answers taken as given change.
struct WhatIf {
    std::vector<WhatIfModel> models;         ///< one per assessment
    BeforeAfter<Distance> together;          ///< of the whole plan, without levels
    std::vector<PlannedPractice> falls_out;  ///< in the order of today's roadmaps
    std::vector<PlannedPractice> comes_in;   ///< the same of those with the answers
};

/// Both scored by the same models, up to the same targets.
WhatIf what_if(const Scored& today, const Scored& assumed);

}  // namespace mlops_assess
