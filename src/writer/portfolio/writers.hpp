#pragma once

#include "report/portfolio.hpp"
#include "system/replacement.hpp"
#include "writer/formats.hpp"

/// The formats of `portfolio`. A document is emitted team by team, since it may be large.
namespace mlops_assess {

/// How a portfolio is to look, and where what it refers to is found.
struct PortfolioStyle {
    Style look;
    std::string reports;  ///< the folder of the teams' reports, as the document's links have it
};

void portfolio_text(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
void portfolio_markdown(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
void portfolio_html(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
void portfolio_json(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
void portfolio_csv(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
void portfolio_ndjson(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);

struct PortfolioFormat {
    std::string_view name;
    void (*write)(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit);
};
std::span<const PortfolioFormat> portfolio_formats();

}  // namespace mlops_assess
