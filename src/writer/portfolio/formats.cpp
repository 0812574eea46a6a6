#include "writer/portfolio/writers.hpp"

namespace mlops_assess {

std::span<const PortfolioFormat> portfolio_formats() {
    static constexpr PortfolioFormat all[] = {
        {"text", portfolio_text}, {"markdown", portfolio_markdown}, {"html", portfolio_html},
        {"json", portfolio_json}, {"csv", portfolio_csv},           {"ndjson", portfolio_ndjson},
    };
    return all;
}

}  // namespace mlops_assess
