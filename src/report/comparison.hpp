#pragma once

#include "report/snapshot.hpp"

#include <set>

namespace mlops_assess {

/// An answer that changed between two assessments. Both have answered it.
struct Move {
    std::string practice;
    Rating before;
    Rating after;
    bool up;  ///< counts for more than before; else for less
};

/// A level that changed, and the practices that changed it.
struct LevelChange {
    std::optional<int> before;  ///< none where not assessed
    std::optional<int> after;
    std::vector<std::string> causes;  ///< practices, in catalogue order

    bool changed() const { return before != after; }
};

struct ParameterChange {
    std::string id;
    std::string title;
    LevelChange level;
};

struct ModelChange {
    std::string rubric;
    LevelChange level;  ///< its causes are those of the parameters that held it back
    int index_before;   ///< hundredths
    int index_after;
    std::vector<ParameterChange> parameters;  ///< those whose level changed
    std::vector<std::string> differences;     ///< of bar and versions, in words
};

/// What moved between two assessments of a team.
struct Comparison {
    Snapshot before;  ///< without its models
    Snapshot after;
    std::vector<ModelChange> models;         ///< those that both have
    std::vector<Move> moves;                 ///< each practice once, in the order of the reports
    std::vector<std::string> answered_now;   ///< practices that only the later one answers
    std::vector<std::string> answered_then;  ///< and only the earlier one
    std::vector<std::string> only_before;    ///< models
    std::vector<std::string> only_after;

    /// The moves that count for more, or those that count for less.
    std::vector<Move> moves_to(bool up) const;
};

Comparison compare(const Snapshot& before, const Snapshot& after);

/// What is worse in a model than before.
struct Falls {
    std::vector<std::string> falls;  ///< lower levels; practices met then, answered and unmet now
    std::vector<std::string> told;   ///< what is no regression but worth knowing
};

/// Ids of practices.
using PracticeIds = std::set<std::string, std::less<>>;

/// Waived practices count as met.
Falls falls_of(const SnapshotModel& before, const SnapshotModel& after, const PracticeIds& waived);

}  // namespace mlops_assess
