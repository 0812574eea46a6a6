#pragma once

#include "report/comparison.hpp"
#include "writer/formats.hpp"

/// The formats of `compare`, and words about what changed that reports share.
namespace mlops_assess {

std::string comparison_text(const Comparison& comparison, const Style& style);
std::string comparison_markdown(const Comparison& comparison, const Style& style);
std::string comparison_json(const Comparison& comparison, const Style& style);

struct ComparisonFormat {
    std::string_view name;
    std::string (*write)(const Comparison& comparison, const Style& style);
};
std::span<const ComparisonFormat> comparison_formats();

/// `20 August 2026`, or the file where there is no date.
std::string when_words(const Snapshot& snapshot);
/// `level 1, it was 0`, or `level 1 as before`.
std::string level_change_words(const LevelChange& change);
/// `Microsoft level 2, it was 1; index 2.10, it was 1.62`.
std::string model_change_words(const ModelChange& change);
/// `ci-auto-build: fully, it was no`.
std::string move_words(const Move& move);

}  // namespace mlops_assess
