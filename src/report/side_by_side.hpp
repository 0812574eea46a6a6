#pragma once

#include "report/comparison.hpp"

namespace mlops_assess {

/// The levels of one model, by side.
struct LevelTable {
    struct Row {
        const Parameter* parameter;
        std::vector<std::optional<int>> levels;  ///< none where not assessed
    };
    const Rubric* rubric;
    std::vector<int> levels;   ///< overall
    std::vector<int> indices;  ///< hundredths
    /// How far the first level is that no side has reached; empty where one is at the top.
    std::vector<ShortOf> short_of;
    std::vector<Row> rows;
};

/// A practice that not all sides answer alike.
struct Difference {
    const Practice* practice;
    std::vector<Rating> answers;  ///< by side
    bool contrary;                ///< also where the unanswered are left out
};

/// How the sides stand to each other.
enum class Relation {
    change,  ///< one team twice
    trend,   ///< one team several times
    teams    ///< different teams, whatever the dates
};

/// What `compare` tells.
struct SideBySide {
    Relation relation;
    std::vector<SideNote> sides;  ///< in the order given; a trend by date, undated ones first
    std::vector<LevelTable> tables;
    std::vector<Difference> differences;  ///< in catalogue order
    std::optional<Comparison> moved;      ///< from the first to the last; none between teams
};

/// At least two sides, scored by the same models.
SideBySide side_by_side(std::vector<Side> sides);

}  // namespace mlops_assess
