#include "writer/cells.hpp"
#include "writer/portfolio/rows.hpp"
#include "writer/portfolio/writers.hpp"

/// The rows for spreadsheets and data tools.
namespace mlops_assess {
namespace {

template <typename Write>
void for_each_row(const Portfolio& portfolio, const PortfolioRows& rows, Write write) {
    for (const auto& team : portfolio.teams)
        for (const auto* sheet : team.history)
            for (const auto& row : rows.of(*sheet)) write(row);
}

}  // namespace

void portfolio_csv(const Portfolio& portfolio, const PortfolioStyle&, const Emit& emit) {
    const PortfolioRows rows(portfolio);
    emit(csv_head(rows.names()));
    for_each_row(portfolio, rows, [&](const auto& row) { emit(csv_line(row)); });
}

void portfolio_ndjson(const Portfolio& portfolio, const PortfolioStyle&, const Emit& emit) {
    const PortfolioRows rows(portfolio);
    for_each_row(portfolio, rows,
                 [&](const auto& row) { emit(ndjson_line(rows.names(), row)); });
}

}  // namespace mlops_assess
