#pragma once

#include "report/scored.hpp"

/// The report practice by practice: what the team said of each, and who asks for it.
namespace mlops_assess {

/// A level that requires a practice.
struct RequiredBy {
    std::size_t assessment;
    int level;
    const Requirement* requirement;
};

struct RecommendedBy {
    std::size_t assessment;
    int level;
};

struct PracticeView {
    const Catalogue* catalogue;
    PracticeIndex index;
    PracticeState state;
    std::vector<RequiredBy> required_by;        ///< model by model, lowest level first
    std::vector<RecommendedBy> recommended_by;  ///< the same
    const MustHavePractice* must_have;          ///< null where no fact calls for it

    const Practice& practice() const { return catalogue->practices[index]; }
    bool is_asked_for() const {
        return !required_by.empty() || !recommended_by.empty() || must_have != nullptr;
    }
};

/// Every practice of the loaded catalogues, in catalogue order, then the answered ones of the
/// shipped catalogue if that is not loaded: so every answer of the sheet is in it.
std::vector<PracticeView> practice_views(const Scored& scored);

/// Whether a practice applies and gives less than what is needed.
bool is_lacking(const PracticeState& state, Points needed);
/// `met`, `not met`, `open` or `n/a`.
Text standing_word(const PracticeState& state, Points needed);

}  // namespace mlops_assess
