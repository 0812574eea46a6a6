#pragma once

#include <string>
#include <vector>

namespace mlops_assess {

struct CsvField {
    std::string text;
    bool free = false;  ///< somebody wrote it: always quoted
};

/// A record of a CSV file (RFC 4180), with its line end. Control characters are made visible, and a
/// field that a spreadsheet would take for a formula begins with `'`.
std::string csv_record(const std::vector<CsvField>& fields);

}  // namespace mlops_assess
