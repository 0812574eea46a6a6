#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// A record of a CSV file (RFC 4180), with its line end. Control characters are made visible, and a
/// field that a spreadsheet would take for a formula begins with `'`.
std::string csv_record(const std::vector<std::string>& fields);

}  // namespace mlops_assess
