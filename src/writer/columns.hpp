#pragma once

#include "report/rows.hpp"

#include <variant>

/// The columns of the report as a table.
namespace mlops_assess {

/// A text that a person wrote, as opposed to an id or a word of ours.
struct FreeText {
    std::string text;
};

/// What stands in one column of a row; nothing where there is nothing to say.
using RowValue =
    std::variant<std::monostate, std::string, FreeText, std::vector<std::string>, int, bool>;

/// The names of the columns: the same for every sheet, then one for each tag.
std::vector<std::string> column_names(const AnswerSheet& sheet);
/// What stands in them.
std::vector<RowValue> row_values(const Row& row);

}  // namespace mlops_assess
