#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

struct CsvField {
    std::string text;
    bool free = false;  ///< somebody wrote it: always quoted
};

/// A record of a CSV file (RFC 4180), with its line end. Control characters are made visible, and a
/// field that a spreadsheet would take for a formula begins with `'`.
std::string csv_record(const std::vector<CsvField>& fields);

/// A text as a cell of a sheet that a spreadsheet is to open: with one `'` before it where it would
/// be taken for a formula, or begins with `'` itself.
std::string guarded(std::string_view text);
/// What `guarded` was made of; any other text as it is.
std::string_view unguarded(std::string_view cell);

/// A record of cells as they are, quoted where they must be, with its line end.
std::string csv_cells(const std::vector<std::string>& cells);

}  // namespace mlops_assess
