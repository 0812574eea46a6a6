#pragma once

#include "report/comparison.hpp"

/// Words about what changed that several formats share.
namespace mlops_assess {

/// `20 August 2026`, or the file where there is no date.
std::string when_words(const Snapshot& snapshot);
/// `level 1, it was 0`, or `level 1 as before`.
std::string level_change_words(const LevelChange& change);
/// `Microsoft level 2, it was 1; index 2.10, it was 1.62`.
std::string model_change_words(const ModelChange& change);
/// `ci-auto-build: fully, it was no`.
std::string move_words(const Move& move);

}  // namespace mlops_assess
