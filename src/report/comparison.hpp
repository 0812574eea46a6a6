#pragma once

#include "report/reported.hpp"
#include "report/scored.hpp"

/// What moved between two assessments. A baseline is answers: both sides are scored by today's
/// rubrics, bar and rules, so that only what the team says can move a level.
namespace mlops_assess {

/// A sheet or a report's answers scored, and what the report said they come to.
struct Side {
    Scored scored;
    std::vector<ReportedModel> reported;  ///< empty for a sheet
};

/// Scores what was read. None, with a diagnostic, where a rubric has nothing to assess.
std::optional<Side> score_side(const Models& models, const ReportedAnswers& answers,
                               std::optional<Points> bar, Diagnostics& diagnostics);

/// A figure of a report that its answers do not come to today: the model moved, not the team.
struct ReportedLevel {
    const Parameter* parameter;  ///< null: the overall level
    std::optional<int> reported;
    std::optional<int> today;
};

/// A model that moved since a report.
struct ModelMove {
    const Rubric* rubric;
    std::vector<ReportedLevel> levels;     ///< at least one
    std::vector<std::string> differences;  ///< of bar and version, in words
    bool only_bar;                         ///< the rubric's version is the same
};

/// One side of a comparison, as a reader sees it.
struct SideNote {
    std::string file;
    std::string team;
    std::string date;  ///< ISO; empty where there is none
    std::vector<ModelMove> model_moves;
    std::vector<std::string> not_loaded;  ///< models of the report that this run does not score

    /// Null where the model did not move.
    const ModelMove* find(const Rubric& rubric) const;
};

SideNote note_of(const Side& side);

/// Whether an answer counts for more or for less than before; neither where it is or was
/// not applicable.
enum class Direction { up, down, aside };

/// An answer that changed. Both sides have answered it.
struct Move {
    const Practice* practice;
    Rating before;
    Rating after;
    Direction direction;
};

using Practices = std::vector<const Practice*>;

/// A level that changed, and the practices that changed it.
struct LevelChange {
    std::optional<int> before;  ///< none where not assessed
    std::optional<int> after;
    Practices causes;  ///< in the order of the rubric

    bool changed() const { return before != after; }
    /// None where it is as before; aside where it is or was not assessed.
    std::optional<Direction> direction() const;
};

struct ParameterChange {
    const Parameter* parameter;
    LevelChange level;
};

struct ModelChange {
    const Rubric* rubric;
    LevelChange level;  ///< its causes are those of the parameters that held it back
    int index_before;   ///< hundredths
    int index_after;
    /// How far the level above today's was, and is; none at the top. 0 and 0 where it was reached.
    std::optional<ShortOf> short_before;
    std::optional<ShortOf> short_after;
    std::vector<ParameterChange> parameters;  ///< those whose level changed
    std::vector<Standing> before;             ///< of every parameter

    /// Null where the parameter's level is as before.
    const LevelChange* find(const Parameter& parameter) const;
};

struct Comparison {
    SideNote before;
    SideNote after;
    std::vector<ModelChange> models;
    std::vector<Move> moves;  ///< in catalogue order, as all practices below
    Practices answered_now;   ///< that only the later side answers
    Practices answered_then;  ///< and only the earlier one

    std::vector<Move> moves_to(Direction direction) const;
    const ModelChange& of(const Rubric& rubric) const;
    /// Whether any parameter is at another level.
    bool moves_parameters() const;
};

/// Both sides must be scored by the same models.
Comparison compare(const Side& before, const Side& after);

/// How far a level is; 0 and 0 where it is reached.
ShortOf short_of(const Assessment& a, int level);

/// The levels of all parameters; none where not assessed.
std::vector<std::optional<int>> parameter_levels(const Assessment& a);

}  // namespace mlops_assess
