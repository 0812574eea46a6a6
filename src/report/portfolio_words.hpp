#pragma once

#include "report/comparison_words.hpp"
#include "report/portfolio.hpp"

/// Words about many teams that several formats share. Free text in them is raw.
namespace mlops_assess {

/// `12 teams by their latest sheets, 30 March to 30 June 2026`.
std::string portfolio_words(const Portfolio& portfolio);

/// A level in little room: `2`, `1–3` where open answers can change it, `2·1` where answers with
/// evidence alone give 1; `-` where it is not assessed.
std::string figures_words(const Figures& figures, Signs signs = Signs::unicode);
/// What these signs mean.
std::string figures_legend(Signs signs = Signs::unicode);

/// How levels were found: `A practice is met from mostly on.`; what the evidence's age does.
std::string rules_words(const Portfolio& portfolio);
/// `Google is not made for Chat assistant and Search.`; empty where it is for all.
std::string out_of_scope_words(const Portfolio& portfolio, std::size_t model);

/// `level 0: 1 team, 1: 2 teams; lower median 1`.
std::string spread_words(const Spread& spread);
/// `-`, or the level.
std::string level_or_dash(const std::optional<int>& level);

/// `4 of 6 teams`, `4 of 6 teams, 1 more has not answered`.
std::string holding_back_words(const HoldingBack& each, const RollUp& all);
/// `level 0: 1 team, 1: 2. Holds back most: Model card (2 of 3); Pipeline (1 of 3).` for a group;
/// at most so many practices are named.
std::string group_summary_words(const TeamGroup& group, const ModelRollUp& sums, std::size_t most);
/// The teams that lack it, those that have not answered last; at most so many are named.
std::string teams_words(const Portfolio& portfolio, const HoldingBack& each, std::size_t most);
std::string teams_words(const Portfolio& portfolio, const TeamIndices& teams, std::size_t most);

/// `3 of 6 teams lack 5 must-haves`; empty where none lacks any.
std::string must_have_words(const RollUp& all);
/// `2 of 8 missing: Model card; Approval; not answered: Way back`; empty where none is.
std::string lacking_must_words(const TeamSheet& sheet);

/// `Microsoft 1 → 2; up: Data gathering, CI; down: Monitoring`, model by model.
std::string moves_words(const Portfolio& portfolio, const std::vector<LevelMove>& moves,
                        Signs signs = Signs::unicode);
/// `2026-q1: 3 of 6 teams moved up, 1 down, 1 both ways, 1 as before; 1 new; 1 missing`.
std::string change_words(const PortfolioChange& change);
/// Whether a change is up alone, down alone, or neither.
std::optional<Direction> direction(const TeamChange& change);

/// `1 → 2 → 2`: a model's level by the dates of a team; of many the first and the last two.
std::string trend_words(const Team& team, std::size_t model, Signs signs = Signs::unicode);
/// `30 June 2026`, or `undated`.
std::string day_words(const TeamSheet& sheet);
/// The teams of whom there is more than one sheet.
TeamIndices teams_with_history(const Portfolio& portfolio);

/// `unit: Lending`; `unit: none`.
std::string group_words(const Portfolio& portfolio, const TeamGroup& group);
/// `none` for teams without the tag.
std::string group_name(const TeamGroup& group);

/// The sheets that count nowhere, those of the baseline last.
std::vector<const UnusableSheet*> unusable_sheets(const Portfolio& portfolio);
/// `broken.yaml:3:1: unknown key`, as far as they are kept, and how many more there are.
std::vector<std::string> unusable_words(const UnusableSheet& sheet);

/// `all 6 teams`; `the team`.
std::string all_teams_words(std::size_t count);
/// Only those that failed.
std::vector<const TeamGates*> failed_gates(const Portfolio& portfolio);

}  // namespace mlops_assess
