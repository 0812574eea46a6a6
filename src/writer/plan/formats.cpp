#include "writer/plan/writers.hpp"

namespace mlops_assess {

std::span<const PlanFormat> plan_formats() {
    static constexpr PlanFormat all[] = {
        {"text", plan_text}, {"markdown", plan_markdown}, {"json", plan_json}, {"csv", plan_csv}};
    return all;
}

}  // namespace mlops_assess
