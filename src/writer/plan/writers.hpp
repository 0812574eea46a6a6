#pragma once

#include "report/plan.hpp"
#include "writer/formats.hpp"

/// The formats of `plan`.
namespace mlops_assess {

/// All that they see.
struct PlanReport {
    const Report* report;  ///< with the assumptions
    const Report* today;   ///< the same where nothing is assumed
    std::vector<Assumption> assumptions;
    Plan plan;
};

std::string plan_text(const PlanReport& plan, const Style& style);
std::string plan_markdown(const PlanReport& plan, const Style& style);
std::string plan_json(const PlanReport& plan, const Style& style);
std::string plan_csv(const PlanReport& plan, const Style& style);

struct PlanFormat {
    std::string_view name;
    std::string (*write)(const PlanReport& plan, const Style& style);
};
std::span<const PlanFormat> plan_formats();

/// `ci-unit-tests = fully and data-versioned = mostly`.
std::string assumption_words(const PlanReport& plan);
/// `level 1, with these answers 2; target 3: 8 practices in 2 milestones, 3 of them above`.
std::string model_words(const PlanReport& plan, std::size_t model);
/// `10 practices (8 take weeks, 2 take months), 40 points`.
std::string total_words(const Plan& plan);
/// `after stage 1`.
std::string stage_words(std::size_t stage);
/// `partially (line 31)`.
std::string today_words(const Assessment& a, const RoadmapItem& item);
/// `Leads to level 2: People 2, CD 3.`
std::string leads_to_words(const Assessment& a, const Milestone& milestone);

}  // namespace mlops_assess
