#pragma once

#include "assessment/target.hpp"

#include <span>
#include <vector>

namespace mlops_assess {

/// What a question about the team can still change.
struct FactStakes {
    std::uint32_t question;                  ///< into Catalogue::context
    std::vector<const Rubric*> advice = {};  ///< models whose advised level hangs on it
    bool scope = false;                      ///< whether a model is made for the team
    bool must_haves = false;
};

/// The questions of a catalogue that the sheet does not answer and of which two answers, with some
/// answers to the other open ones, make a difference: to the level advised for a model that is made
/// for the team, to what must be done whatever the target, or to whether a model is made for it. In
/// the order of the catalogue. A fact that the sheet says is not known is as open as one that it
/// does not name.
std::vector<FactStakes> deciding_facts(const Catalogue& catalogue,
                                       std::span<const Rubric* const> rubrics,
                                       const AnswerSheet& sheet);

}  // namespace mlops_assess
