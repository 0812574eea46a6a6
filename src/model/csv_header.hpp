#pragma once

#include "document/csv.hpp"

namespace mlops_assess {

inline constexpr std::string_view practice_column = "practice";
inline constexpr std::string_view answer_column = "answer";

/// The columns of a CSV sheet in the order in which they are written.
std::vector<std::string_view> csv_columns();

/// What the first row of a CSV sheet calls the columns.
class CsvHeader {
  public:
    explicit CsvHeader(const CsvRow& row);

    /// Null where no column has that name.
    const CsvCell* find(std::string_view name) const;
    /// Empty where the column has no name.
    std::string_view name(std::size_t column) const;
    /// The columns that `read_header` makes sure of.
    std::size_t practice() const { return practice_; }
    std::size_t answer() const { return answer_; }

  private:
    std::vector<CsvCell> names_;
    std::size_t practice_ = 0;
    std::size_t answer_ = 0;
};

/// None, with diagnostics, when it does not say where practices and answers stand. A column that is
/// not known, or is there twice, is told, too.
std::optional<CsvHeader> read_header(const SourceFile& file, const CsvRow& row,
                                     Diagnostics& diagnostics);

}  // namespace mlops_assess
