#pragma once

#include "assessment/fact_interview.hpp"
#include "assessment/interview.hpp"
#include "report/verdict_words.hpp"

#include <variant>
#include <vector>

/// What a sitting can ask, and what comes of it.
namespace mlops_assess {

/// A fact about the team.
struct AboutTeam {
    const Catalogue* catalogue;
    FactStakes stakes;

    const ContextQuestion& question() const { return catalogue->context[stakes.question]; }
};

/// Whether to aim at the advised levels.
struct AimAt {
    std::vector<Advice> advices;
};

/// Whether to go on though no model is made for the team.
struct GoOn {};

/// Whether to ask what changes no level, but progress and milestones.
struct AskRest {
    std::size_t questions;
};

using Step = std::variant<AboutTeam, AimAt, GoOn, AskRest, Question>;

enum class StepOutcome {
    done,     ///< answered, and saved
    passed,   ///< left open, or not saved
    forward,  ///< kept as it is; on to what was asked after it
    back,     ///< to what was asked before
    stop,
};

/// How far a sitting is.
struct Count {
    std::size_t answered;
    std::size_t left;  ///< at most, with the one that is asked
};

}  // namespace mlops_assess
