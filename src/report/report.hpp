#pragma once

#include "report/comparison.hpp"
#include "report/gate.hpp"

namespace mlops_assess {

/// How much an unmet requirement presses.
enum class Urgency { gate, next, later, waived };

/// An unmet requirement of the roadmap, or of a gate beyond it.
struct Miss {
    const Requirement* requirement;
    std::uint32_t parameter;
    int level;
    Urgency urgency;
};

/// How far a team is on the way to the top, by the model in which it is least far.
enum class Grade { none, begun, half, top };

/// All that a writer sees. Writers arrange it; they compute nothing.
struct Report {
    Scored scored;
    std::optional<Comparison> since;  ///< against a baseline
    Gates gates;
    std::vector<std::vector<Miss>> misses;  ///< by assessment
    Grade grade;
    std::string arguments;  ///< that make `score` and `explain --answers` repeat it, for a shell
};

/// `baseline` is what changes are shown against; null for none.
Report make_report(Scored scored, const Demands& demands, const Side* baseline,
                   std::string arguments);

}  // namespace mlops_assess
