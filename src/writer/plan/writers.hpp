#pragma once

#include "report/plan_words.hpp"
#include "writer/formats.hpp"

/// The formats of `plan`.
namespace mlops_assess {

std::string plan_text(const Plan& plan, const Style& style);
std::string plan_markdown(const Plan& plan, const Style& style);
std::string plan_json(const Plan& plan, const Style& style);
std::string plan_csv(const Plan& plan, const Style& style);

struct PlanFormat {
    std::string_view name;
    std::string (*write)(const Plan& plan, const Style& style);
};
std::span<const PlanFormat> plan_formats();

}  // namespace mlops_assess
