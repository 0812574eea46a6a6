#include "writer/cells.hpp"

#include "text/csv_text.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

CsvField field(const RowValue& value) {
    if (const auto* id = std::get_if<std::string>(&value)) return {*id};
    if (const auto* free = std::get_if<FreeText>(&value)) return {free->text, true};
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
        return {fmt::format("{}", fmt::join(*list, "; ")), true};
    if (const auto* number = std::get_if<int>(&value)) return {std::to_string(*number)};
    if (const auto* truth = std::get_if<bool>(&value)) return {*truth ? "true" : "false"};
    return {};
}

Json json(const RowValue& value) {
    if (const auto* id = std::get_if<std::string>(&value)) return *id;
    if (const auto* free = std::get_if<FreeText>(&value)) return free->text;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return *list;
    if (const auto* number = std::get_if<int>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    return nullptr;
}

}  // namespace

std::string csv_head(const std::vector<std::string>& names) {
    std::vector<CsvField> fields;
    for (const auto& name : names) fields.push_back({name});
    return csv_record(fields);
}

std::string csv_line(const std::vector<RowValue>& row) {
    std::vector<CsvField> fields;
    for (const auto& value : row) fields.push_back(field(value));
    return csv_record(fields);
}

std::string ndjson_line(const std::vector<std::string>& names, const std::vector<RowValue>& row) {
    auto object = Json::object();
    for (std::size_t i = 0; i < names.size(); ++i) object[names[i]] = json(row[i]);
    return json_line(object);
}

}  // namespace mlops_assess
