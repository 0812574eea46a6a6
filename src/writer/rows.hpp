#pragma once

#include "report/report.hpp"

#include <variant>

/// The report as a table: one row for every requirement of every model.
namespace mlops_assess {

struct Row {
    const Assessment* assessment;
    int target;
    std::uint32_t parameter;
    int level;
    const Requirement* requirement;

    const PracticeState& state() const { return assessment->practices[requirement->practice]; }
    const Practice& practice() const {
        return assessment->rubric->catalogue->practices[requirement->practice];
    }
    bool applies() const { return assessment->applies(*requirement); }
    bool met() const { return assessment->met(*requirement); }
};

/// What a cell requires, in catalogue order whatever the rubric's order.
std::vector<const Requirement*> in_catalogue_order(const Cell& cell);

/// By model, parameter, level and catalogue.
std::vector<Row> rows(const Report& report);

/// What stands in one column of a row; nothing where there is nothing to say.
using RowValue = std::variant<std::monostate, std::string, int, bool>;

struct Column {
    std::string_view name;
    RowValue (*value)(const Report& report, const Row& row);
};

/// The columns, in an order that never changes; new ones come last.
std::span<const Column> columns();

}  // namespace mlops_assess
