#pragma once

#include "report/comparison.hpp"

/// Words about what changed that several formats share.
namespace mlops_assess {

/// `20 August 2026`, or the file where there is no date.
std::string when_words(const SideNote& side);
/// `1`, or `not assessed`.
std::string level_number(const std::optional<int>& level);
/// `level 1, it was 0`, or `level 1 as before`.
std::string level_change_words(const LevelChange& change);
/// `Microsoft level 2, it was 1; index 2.10, it was 1.62`.
std::string model_change_words(const ModelChange& change);
/// `to level 3: 9 to do, 1 open; it was 12 to do, 3 open`; empty at the top.
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
