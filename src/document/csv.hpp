#pragma once

#include "document/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// A cell that holds something: an empty one is not there.
struct CsvCell {
    std::size_t column = 0;          ///< from 0
    std::size_t at = 0;              ///< offset in the file, of the quote where it has one
    std::string text;                ///< unquoted; line ends in it are single line feeds
    std::vector<std::size_t> lines;  ///< offsets in the file of the text's second line and so on
};

/// A record with at least one cell that is not blank.
struct CsvRow {
    std::size_t at = 0;
    std::vector<CsvCell> cells;
    bool flawed = false;  ///< a quote in it was found wrong and reported

    /// Null where the column has no cell.
    const CsvCell* find(std::size_t column) const;
};

/// A file with more is no file of ours; the rest of it is not looked at.
inline constexpr std::size_t most_csv_findings = 1000;

/// Whether a file is taken for CSV: by the ending `.csv`, in any case, and by nothing else.
bool is_csv(std::string_view file_name);

/// Reads RFC 4180, with LF for CR LF, too. The separator is a comma, a semicolon or a tab: what
/// the line `sep=;` before the others says, else the one by which the first row has most of
/// `columns`. Where errors are found, the other rows are there to be checked.
std::vector<CsvRow> parse_csv(const SourceFile& file, const std::vector<std::string_view>& columns,
                              Diagnostics& diagnostics);

}  // namespace mlops_assess
