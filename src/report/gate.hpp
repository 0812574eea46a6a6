#pragma once

#include "report/comparison.hpp"
#include "report/waiving.hpp"

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

/// A requirement that a gate looked at and found not met.
struct Lack {
    std::size_t assessment;  ///< into Scored::assessments
    int level;
    const Requirement* requirement;

    friend bool operator==(const Lack&, const Lack&) = default;
};

/// Whether one gate held.
struct GateResult {
    std::string name;  ///< the option with its value: `--fail-under google.ci=1`
    bool passed;
    std::string required;              ///< `google.ci at level 1`
    std::string found;                 ///< `level 0`
    std::vector<std::string> because;  ///< item by item, where there is more to tell
    std::vector<Lack> missing = {};    ///< the requirements that it names as missing
    std::vector<Lack> waived = {};     ///< those that it took as met
};

/// What was demanded, and what came of it.
struct Gates {
    std::vector<LevelGate> levels;
    Waiving waiving;
    std::vector<GateResult> results;            ///< levels, completeness, regression
    std::set<const Requirement*> missing = {};  ///< what the failed gates name
    std::set<const Requirement*> waived = {};   ///< what the gates took as met

    bool passed() const;
};

/// What a pipeline demands of a report.
struct Demands {
    std::vector<LevelGate> levels;
    std::optional<int> min_answered;  ///< percent of the applicable practices, of each rubric
    const Side* baseline = nullptr;   ///< nothing may be worse than there
    WaiverList waivers = {};          ///< those that have ended, too
};

/// Why an applicable requirement is not met: `partially, counts as mostly through staged`. By an
/// `evidenced` gate, also what is wrong with the evidence.
std::string lack_words(const Scored& scored, const Assessment& a, const Requirement& requirement,
                       bool evidenced);

/// The levels with which gates compare: waived practices meet their own requirements.
Levels levels_with(const Assessment& a, bool evidenced, const PracticeIds& waived);

/// Leaves as many items as a reader can take, and says how many more there are.
void shorten(std::vector<std::string>& items);

/// Whether each demand is met.
Gates check(const Demands& demands, const Scored& scored);

}  // namespace mlops_assess
