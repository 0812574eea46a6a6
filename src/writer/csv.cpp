#include "text/csv_text.hpp"
#include "writer/columns.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

/// The rows for spreadsheets.
namespace mlops_assess {
namespace {

CsvField field(const RowValue& value) {
    if (const auto* id = std::get_if<std::string>(&value)) return {*id};
    if (const auto* free = std::get_if<FreeText>(&value)) return {free->text, true};
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
        return {fmt::format("{}", fmt::join(*list, "; ")), true};
    if (const auto* number = std::get_if<int>(&value)) return {std::to_string(*number)};
    if (const auto* truth = std::get_if<bool>(&value)) return {*truth ? "true" : "false"};
    return {};
}

}  // namespace

std::string write_csv(const Report& report, const Style&) {
    std::vector<CsvField> fields;
    for (auto& name : column_names(report.scored.sheet)) fields.push_back({std::move(name)});
    auto out = csv_record(fields);
    for (const auto& row : rows(report.scored)) {
        fields.clear();
        for (const auto& value : row_values(row)) fields.push_back(field(value));
        out += csv_record(fields);
    }
    return out;
}

}  // namespace mlops_assess
