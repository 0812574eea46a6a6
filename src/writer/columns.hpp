#pragma once

#include "report/rows.hpp"

#include <variant>

/// The columns of the report as a table.
namespace mlops_assess {

/// What stands in one column of a row; nothing where there is nothing to say.
using RowValue = std::variant<std::monostate, std::string, int, bool>;

struct Column {
    std::string_view name;
    RowValue (*value)(const Scored& scored, const Row& row);
};

/// The columns, in an order that never changes; new ones come last.
std::span<const Column> columns();

}  // namespace mlops_assess
