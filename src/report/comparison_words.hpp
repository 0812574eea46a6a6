#pragma once

#include "report/comparison.hpp"

/// Words about what changed that several formats share.
namespace mlops_assess {

/// How signs are written: those of `ascii` are for terminals without UTF-8; with `none` words say
/// it alone, for those who hear it.
enum class Signs { unicode, ascii, none };

/// For a verdict: `▲ up since 20 August 2026, when it was level 1; to level 3 it was 12 to do; up:
/// CD; down: CI`; `no change of level since 20 August 2026; …`. Where the model moved and not the
/// team, it says so.
std::string verdict_change_words(const Comparison& since, const Rubric& rubric,
                                 Signs signs = Signs::unicode);
/// The same beside a headline: `▲ from 1 on 20 August 2026`; `as on 20 August 2026`.
std::string headline_change_words(const Comparison& since, const Rubric& rubric,
                                  Signs signs = Signs::unicode);
/// The same for a narrow place: `▲ from 1`, `▼ from 3`; `was not assessed`; empty where it is as
/// before. Goes with `change_legend`.
std::string change_mark(const LevelChange& change, Signs signs = Signs::unicode);
/// The same for the level of a parameter; empty without a comparison.
std::string change_mark(const std::optional<Comparison>& since, const Rubric& rubric,
                        const Parameter& parameter, Signs signs = Signs::unicode);
/// For a column headed `was`: `▲1`; `-` where it was not assessed; empty where it is as before.
std::string was_mark(const LevelChange& change, Signs signs);
/// `▲ up, ▼ down since 20 August 2026, from the level named`.
std::string change_legend(const Comparison& since, Signs signs = Signs::unicode);

/// `20 August 2026: 12 answers up, 1 down`.
std::string answer_moves_words(const Comparison& since);

/// `20 August 2026`; `20 August 2026 (another team: Fraud)`.
std::string since_when_words(const Comparison& since);

/// `20 August 2026`, or the file where there is no date.
std::string when_words(const SideNote& side);
/// `level 1`, or `not assessed`.
std::string level_word(const std::optional<int>& level);
/// `1`, or `not assessed`.
std::string level_number(const std::optional<int>& level);
/// `level 1, it was 0`, or `level 1 as before`.
std::string level_change_words(const LevelChange& change);
/// `Microsoft level 2, it was 1; index 2.10, it was 1.62`.
std::string model_change_words(const ModelChange& change);
/// `short of 3: 9 to do, 1 open now (12 to do, 3 open before)`; empty at the top.
std::string short_change_words(const ModelChange& change);
/// `Up`, `Down`, `Not applicable then or now`.
Text direction_word(Direction direction);
/// `Build on each change (ci-auto-build): fully, it was no`.
std::string move_words(const Move& move);
/// That the model moved and not the team, and which of the report's figures are others today.
std::string model_move_words(const SideNote& side, const ModelMove& move);
/// The same for all models that moved.
std::vector<std::string> model_moves_words(const SideNote& side);
/// Which models of the report this run does not score.
std::string not_loaded_words(const SideNote& side);
/// What they deliver: `Data versions; Staging`.
std::string practice_names(const Practices& practices);

}  // namespace mlops_assess
