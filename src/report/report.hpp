#pragma once

#include "report/comparison.hpp"
#include "report/gate.hpp"
#include "report/identity.hpp"

namespace mlops_assess {

/// How much an unmet requirement presses.
enum class Urgency { gate, next, later, waived };

/// A requirement of the roadmap that is not met, or one that a gate found missing beyond it.
struct Miss {
    const Requirement* requirement;
    std::uint32_t parameter;
    int level;
    Urgency urgency;
};

/// How far a team is on the way to the top, by the model in which it is least far; unknown where
/// less than half of what a model asks for is answered.
enum class Grade { unknown, none, begun, half, top };

/// All that a writer sees. Writers arrange it; they compute nothing.
struct Report {
    Scored scored;
    std::optional<Comparison> since;  ///< against a baseline
    Gates gates;
    std::vector<std::vector<Miss>> misses;  ///< by assessment
    Grade grade;
    std::string arguments;  ///< that make `score` and `explain --answers` repeat it, for a shell
    Identity identity;
};

/// `baseline` is what changes are shown against; null for none. `path` is the sheet's, from the
/// working directory.
Report make_report(Scored scored, const Demands& demands, const Side* baseline,
                   std::string arguments, std::string_view path);

/// What is said of a requirement that is not met, or that a gate found missing: `answered no`, `not
/// answered yet`; what it counts as, and what is wrong with its evidence.
std::string missing_answer_words(const Report& report, const Assessment& a,
                                 const Requirement& requirement);

}  // namespace mlops_assess
