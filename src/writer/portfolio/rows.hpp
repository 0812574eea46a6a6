#pragma once

#include "report/portfolio.hpp"
#include "writer/columns.hpp"

/// The portfolio as a table: one row per team, date, rubric and parameter.
namespace mlops_assess {

/// The columns: the same for every portfolio, but for one for each tag.
class PortfolioRows {
  public:
    explicit PortfolioRows(const Portfolio& portfolio);

    const std::vector<std::string>& names() const { return names_; }
    /// The rows of a sheet: each model, then its parameters.
    std::vector<std::vector<RowValue>> of(const TeamSheet& sheet) const;

  private:
    const Portfolio& portfolio_;
    std::vector<Text> tags_;
    std::vector<std::string> names_;
};

}  // namespace mlops_assess
