#pragma once

#include "report/gate.hpp"
#include "report/team_sheet.hpp"

/// Many teams at once: contract, section 6. Every figure of a team is `score`'s for its sheet; sums
/// are of whole teams, each by its latest sheet.
namespace mlops_assess {

/// A team by all its sheets.
struct Team {
    Text name;
    std::vector<const TeamSheet*>
        history;  ///< by date, an undated one first; the last is its state

    const TeamSheet& now() const { return *history.back(); }
};

/// Into Portfolio::teams.
using TeamIndex = std::size_t;
using TeamIndices = std::vector<TeamIndex>;

/// A sheet that counts nowhere, and why.
struct UnusableSheet {
    std::string file;
    std::vector<Diagnostic> errors;  ///< the first ones, without excerpts
    std::size_t more;                ///< errors beyond them
};

/// What was read of files, folders and records.
struct Sheets {
    Memory memory = new_memory();
    std::vector<const TeamSheet*> usable;
    std::vector<UnusableSheet> unusable;
    std::size_t passed_over = 0;  ///< files of folders that are no sheets
    std::string passed_over_in;   ///< the first such folder
};

/// Sheets by team, teams by name. Two sheets of one team and date are told and become unusable.
std::vector<Team> teams_of(Sheets& sheets, Diagnostics& diagnostics);

/// How levels are spread over teams.
struct Spread {
    std::vector<std::size_t> at;  ///< teams at each level from 0 on
    std::size_t not_assessed = 0;
    std::optional<int> lowest;
    std::optional<int> median;  ///< the lower one: a level at which a team stands
};

/// A practice that keeps teams from their next level.
struct HoldingBack {
    const Practice* practice;
    TeamIndices gaps;  ///< not met there
    TeamIndices open;  ///< not answered there
};

struct ModelRollUp {
    const Rubric* rubric;
    Spread overall;
    std::vector<Spread> parameters;
    TeamIndices order;                      ///< by level, then index, the highest first; by name
    std::vector<HoldingBack> holding_back;  ///< of most teams first; in catalogue order
};

/// A set of teams together.
struct RollUp {
    TeamIndices teams;
    std::vector<ModelRollUp> models;
    std::vector<HoldingBack> must_have;  ///< the must-haves that teams lack, in the same order
};

/// The teams that have one value of a tag.
struct TeamGroup {
    Text value;  ///< empty for teams without the tag
    RollUp roll_up;
};

/// A level that is another one than before.
struct LevelMove {
    std::size_t model;
    std::optional<std::size_t> parameter;  ///< none: the overall level
    std::optional<int> before;             ///< none where not assessed
    std::optional<int> after;

    bool is_up() const { return before && after && *after > *before; }
    bool is_down() const { return before && after && *after < *before; }
};
/// Overall levels first, model by model.
std::vector<LevelMove> level_moves(const TeamSheet& before, const TeamSheet& after);

/// A team that is there on both sides.
struct TeamChange {
    TeamIndex team;
    const TeamSheet* before;
    std::vector<LevelMove> moves;
};

struct PortfolioChange {
    std::vector<std::string> paths;       ///< of the baseline
    Memory memory;                        ///< of its sheets
    std::vector<TeamChange> moved;        ///< with at least one move
    std::vector<TeamChange> same;         ///< without
    TeamIndices added;                    ///< only there now
    std::vector<const TeamSheet*> gone;   ///< only there then
    std::vector<UnusableSheet> unusable;  ///< of the baseline
};

/// What came of the gates for one team; the latest sheet counts.
struct TeamGates {
    std::string team;
    std::vector<GateResult> results;

    bool passed() const;
};

/// All that a writer sees.
struct Portfolio {
    Sheets sheets;
    Models models;
    Rules rules;
    std::vector<Team> teams;
    RollUp all;
    std::string tag;                ///< by which the groups are; empty: none
    std::vector<TeamGroup> groups;  ///< by value, those without the tag last
    std::optional<PortfolioChange> since;
    std::vector<TeamGates> gates;      ///< of every team, and of those that are gone
    std::vector<std::string> reports;  ///< by team: the name of its report; empty: none written

    bool has_report(TeamIndex team) const { return !reports.empty() && !reports[team].empty(); }
};

/// What a portfolio is made of beside its sheets.
struct PortfolioParts {
    std::string tag;
    std::optional<PortfolioChange> since;
    std::vector<TeamGates> gates;
    std::vector<std::string> reports;
};

PortfolioChange portfolio_change(const std::vector<Team>& before, const std::vector<Team>& now);

Portfolio make_portfolio(Sheets sheets, std::vector<Team> teams, Models models, Rules rules,
                         PortfolioParts parts);

}  // namespace mlops_assess
