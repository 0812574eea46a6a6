#pragma once

#include "report/side_by_side.hpp"

/// Words about several assessments that formats share.
namespace mlops_assess {

/// `3 assessments, from 20 February 2026 to 20 November 2026`.
std::string trend_words(const SideBySide& all);
/// `From 20 February 2026 to 20 November 2026`.
std::string from_to_words(const SideBySide& all);
/// `Different teams side by side, not one team over time`.
std::string teams_words(const SideBySide& all);
/// `A`, …, `Z`, `AA`, …: how a side is named in tables.
std::string side_letter(std::size_t side);
/// `Small team, 20 November 2026, answers.yaml`.
std::string side_words(const SideNote& side);
/// `versioned: A no, B fully`.
std::string difference_words(const Difference& difference);

}  // namespace mlops_assess
