#pragma once

#include "report/plan.hpp"

/// Words of plans that several formats share.
namespace mlops_assess {

/// `ci-unit-tests = fully and data-versioned = mostly`.
std::string assumption_words(const Plan& plan);
/// `level 1, with these answers 2; target 3: 8 practices in 2 milestones, 3 of them above`.
std::string model_words(const Plan& plan, std::size_t model);
/// `10 practices (8 take weeks, 2 take months), 40 points`.
std::string total_words(const Plan& plan);
/// `after stage 1`.
std::string stage_words(std::size_t stage);
/// `partially (line 31)`.
std::string today_words(const Assessment& a, const RoadmapItem& item);
/// `Leads to level 2: People 2, CD 3.`
std::string leads_to_words(const Assessment& a, const Milestone& milestone);

}  // namespace mlops_assess
