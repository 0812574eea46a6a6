#include "writer/compare/writers.hpp"

namespace mlops_assess {

std::span<const ComparisonFormat> comparison_formats() {
    static constexpr ComparisonFormat all[] = {
        {"text", comparison_text}, {"markdown", comparison_markdown}, {"json", comparison_json}};
    return all;
}

}  // namespace mlops_assess
