#include "writer/cells.hpp"
#include "writer/formats.hpp"

/// The rows as JSON objects, one on each line.
namespace mlops_assess {

std::string write_ndjson(const Report& report, const Style&) {
    const auto names = column_names(report.scored.sheet);
    std::string out;
    for (const auto& row : rows(report.scored)) out += ndjson_line(names, row_values(row));
    return out;
}

}  // namespace mlops_assess
