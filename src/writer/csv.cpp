#include "writer/cells.hpp"
#include "writer/formats.hpp"

/// The rows for spreadsheets.
namespace mlops_assess {

std::string write_csv(const Report& report, const Style&) {
    auto out = csv_head(column_names(report.scored.sheet));
    for (const auto& row : rows(report.scored)) out += csv_line(row_values(row));
    return out;
}

}  // namespace mlops_assess
