#include "text/json_text.hpp"
#include "writer/columns.hpp"
#include "writer/formats.hpp"

/// The rows as JSON objects, one on each line.
namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

Json json(const RowValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<int>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    return nullptr;
}

}  // namespace

std::string write_ndjson(const Report& report, const Style&) {
    std::string out;
    for (const auto& row : rows(report.scored)) {
        auto object = Json::object();
        for (const auto& column : columns())
            object[std::string(column.name)] = json(column.value(report.scored, row));
        out += json_line(object);
    }
    return out;
}

}  // namespace mlops_assess
