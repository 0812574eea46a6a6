#include "text/csv_text.hpp"
#include "writer/columns.hpp"
#include "writer/formats.hpp"

/// The rows for spreadsheets.
namespace mlops_assess {
namespace {

std::string field(const RowValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<int>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    return {};
}

}  // namespace

std::string write_csv(const Report& report, const Style&) {
    std::vector<std::string> fields;
    for (const auto& column : columns()) fields.emplace_back(column.name);
    auto out = csv_record(fields);
    for (const auto& row : rows(report.scored)) {
        fields.clear();
        for (const auto& column : columns())
            fields.push_back(field(column.value(report.scored, row)));
        out += csv_record(fields);
    }
    return out;
}

}  // namespace mlops_assess
