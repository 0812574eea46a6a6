#pragma once

#include "assessment/roadmap.hpp"

#include <string>

/// What a team must do whatever its target, because of what it says of itself: contract, section 3.
namespace mlops_assess {

/// A practice that the context calls for.
struct MustHavePractice {
    enum class State { met, missing, open, not_applicable };
    std::size_t assessment;  ///< one that uses its catalogue
    PracticeIndex index;
    const Practice* practice;
    std::vector<Text> because;  ///< the reasons of all rules that call for it, each once
    std::vector<Text> sources;  ///< of these rules, each once
    Points needed;
    State state;
    std::vector<Need> also;  ///< its unmet requirements, in every rubric

    /// It is needed, and not known to be met.
    bool lacks() const { return state == State::missing || state == State::open; }
};

/// A must-have that is lacking, or a practice that is sensible to do before one.
struct MustStep {
    std::size_t assessment;
    PracticeIndex practice;
    Points needed;
    bool must_have;
    bool open;                             ///< not answered yet: find out first
    std::vector<PracticeIndex> first_for;  ///< the must-haves that it is needed first for
    int stage;                             ///< from 1: behind all stages with what comes before it
};

struct MustHaves {
    std::vector<MustHavePractice> practices;  ///< in catalogue order
    std::vector<MustStep> steps;              ///< stage by stage
    std::size_t missing = 0;
    std::size_t open = 0;
    std::size_t applicable = 0;

    std::size_t lacking() const { return missing + open; }
    std::size_t met() const { return applicable - lacking(); }
};

/// Met at `mostly`, or at the bar where one is given, by effective points.
MustHaves must_haves(const std::vector<const Catalogue*>& catalogues,
                     const std::vector<Assessment>& assessments, const AnswerSheet& sheet,
                     std::optional<Points> bar);

}  // namespace mlops_assess
