#pragma once

#include "writer/columns.hpp"

/// Rows as lines of CSV and of NDJSON.
namespace mlops_assess {

std::string csv_head(const std::vector<std::string>& names);
std::string csv_line(const std::vector<RowValue>& row);
/// An object with a key for every name.
std::string ndjson_line(const std::vector<std::string>& names, const std::vector<RowValue>& row);

}  // namespace mlops_assess
