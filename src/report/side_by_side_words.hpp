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
/// The practices that some answer and others do not, where those who do agree.
Practices answered_by_some(const SideBySide& all);
/// The other ones that differ.
std::vector<Difference> contrary_answers(const SideBySide& all);
/// `versioned: A no, B fully`.
std::string difference_words(const Difference& difference);

}  // namespace mlops_assess
