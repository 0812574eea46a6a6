#include "text/json_text.hpp"
#include "writer/columns.hpp"
#include "writer/formats.hpp"

/// The rows as JSON objects, one on each line.
namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

Json json(const RowValue& value) {
    if (const auto* id = std::get_if<std::string>(&value)) return *id;
    if (const auto* free = std::get_if<FreeText>(&value)) return free->text;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return *list;
    if (const auto* number = std::get_if<int>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    return nullptr;
}

}  // namespace

std::string write_ndjson(const Report& report, const Style&) {
    const auto names = column_names(report.scored.sheet);
    std::string out;
    for (const auto& row : rows(report.scored)) {
        auto object = Json::object();
        const auto values = row_values(row);
        for (std::size_t i = 0; i < names.size(); ++i) object[names[i]] = json(values[i]);
        out += json_line(object);
    }
    return out;
}

}  // namespace mlops_assess
