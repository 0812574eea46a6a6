#pragma once

#include "model/answers.hpp"

#include <vector>

namespace mlops_assess {

/// How an assessment is to be made, beyond rubric and sheet.
struct Rules {
    std::optional<Points> bar;        ///< in place of the rubric's own; never of an `at_least`
    std::optional<int> max_age = {};  ///< days after which evidence counts as none; needs today
    std::string today = {};           ///< ISO; empty where nothing depends on it
};

/// What is known of one practice.
struct PracticeState {
    const Answer* answer;  ///< none where the sheet does not name the practice
    Rating rating;
    Points own;
    Points effective;  ///< the highest of the own points and those of the practices that imply it
    /// The practice that gives more than the own answer: the first direct one, in catalogue order,
    /// of those that give the most.
    std::optional<PracticeIndex> credited_by;

    bool applicable() const { return rating != Rating::not_applicable; }
    bool answered() const { return rating != Rating::unanswered && applicable(); }
};

/// Points reached of the points that there are to reach.
struct Progress {
    int points = 0;
    int of = 0;
    int percent() const { return parts(100); }
    /// How many of `all` equal parts are reached, rounded down.
    int parts(int all) const { return of == 0 ? 0 : points * all / of; }
    bool operator==(const Progress&) const = default;
};

/// Requirements met of those that apply.
struct Tally {
    int met = 0;
    int of = 0;
    bool all() const { return met == of; }
};

/// The levels that unanswered practices leave possible.
struct LevelRange {
    int low;
    int high;
    bool open() const { return low < high; }
};

/// What a parameter reaches of one level's applicable requirements.
struct CellFigures {
    Tally tally;
    Progress progress;
};

/// Requirements up to a level that are not met, each practice once.
struct ShortOf {
    int level;  ///< above the overall one, or it is 0 and 0
    int gaps;
    int open;
};

struct ParameterAssessment {
    bool assessed;  ///< false when no requirement applies; then nothing below counts
    int level;
    bool nothing_new;      ///< its level asks for nothing that the level below does not
    bool nothing_applied;  ///< it holds its level only since nothing up to it applies
    LevelRange possible;
    std::vector<PracticeIndex> deciding;
    int evidenced_level;
    std::vector<CellFigures> cells;            ///< by level; also where it is not assessed
    std::optional<Progress> progress;          ///< to the next level; none at the top
    Tally next;                                ///< requirements of the next level
    std::vector<const Requirement*> blocking;  ///< those of the next level that are not met
};

/// Where a parameter stands: its level, and the part of the way to the next one, below 1.
struct Standing {
    bool assessed;
    int level;        ///< 0 where not assessed
    Progress beyond;  ///< 0 of 0 at the top

    bool operator==(const Standing&) const = default;
};
Standing standing(const ParameterAssessment& parameter);

/// The outcome for one rubric. Practices are in catalogue order everywhere.
struct Assessment {
    const Rubric* rubric;
    Points bar;
    std::vector<PracticeState> practices;  ///< by catalogue index
    std::vector<ParameterAssessment> parameters;
    int level;  ///< overall
    LevelRange possible;
    std::vector<PracticeIndex> deciding;      ///< whether the level is above the low one
    std::vector<PracticeIndex> deciding_all;  ///< the whole range
    int evidenced_level;
    std::optional<int> publisher_level;  ///< without what only notes or we ask
    std::vector<ShortOf> short_of;       ///< from the next level to the top
    int citing;                          ///< of `answered`: cite evidence that counts
    int confirmed;                       ///< of `answered`: checked by an assessor
    std::vector<Points> evidenced;       ///< effective points counting only answers with evidence
    std::optional<Progress> progress;    ///< to the next level; none at the top
    Tally next;                          ///< requirements of the next level
    int index_hundredths;                ///< an index of progress, never a level
    int answered;                        ///< required and applicable practices with an own answer
    int applicable;                      ///< required and applicable practices
    Tally recommended;                   ///< recommended practices, each once
    std::vector<std::uint32_t> held_back_by;  ///< parameters at the overall level; none at the top
    std::vector<PracticeIndex> ahead;
    int asked_ahead;  ///< practices required above the next level, `ahead` among them
    std::vector<PracticeIndex> fragile;

    Points needed(const Requirement& requirement) const {
        return requirement.at_least.value_or(bar);
    }
    bool applies(const Requirement& requirement) const {
        return practices[requirement.practice].applicable();
    }
    bool met(const Requirement& requirement) const {
        return practices[requirement.practice].effective >= needed(requirement);
    }
    const CellFigures& cell(std::size_t parameter, int number) const {
        return parameters[parameter].cells[static_cast<std::size_t>(number)];
    }
    bool holds_back(std::uint32_t parameter) const {
        return std::find(held_back_by.begin(), held_back_by.end(), parameter) != held_back_by.end();
    }
};

/// The level of every parameter, and overall, that given points reach. Practices that do not apply
/// are left out; a parameter without an applicable requirement has no level.
struct Levels {
    std::vector<std::optional<int>> parameters;
    std::optional<int> overall;
};
Levels levels(const Rubric& rubric, Points bar, const std::vector<Points>& effective,
              const std::vector<bool>& applicable);

/// Own points with the credit that passes along `implied_by`.
std::vector<Points> effective_points(const Catalogue& catalogue, std::vector<Points> own);

/// What a reader should see in a cell. Only what the next overall level misses is a gap, or open
/// where nothing is known to be missing.
enum class CellState { nothing_new, not_applicable, met, gap, open, later };
CellState cell_state(const Assessment& assessment, std::size_t parameter, int level);

/// Where every parameter stands.
std::vector<Standing> standings(const Assessment& a);

/// What the sheet says of every practice, and what stronger practices credit it with.
std::vector<PracticeState> practice_states(const Catalogue& catalogue, const AnswerSheet& sheet);

/// Whether the model's own publisher asks for a requirement. Without a basis it counts as the
/// publisher's words made concrete.
bool is_publishers(const Requirement& requirement);

/// Whether an answer's evidence is too old to count, or of no known date.
bool is_stale(const AnswerSheet& sheet, const Answer& answer, const Rules& rules);

/// Scores a sheet by a rubric. None when not a single requirement applies.
std::optional<Assessment> assess(const Rubric& rubric, const AnswerSheet& sheet,
                                 const Rules& rules);

}  // namespace mlops_assess
