#include "writer/result.hpp"

#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {
namespace {

Json parameters_json(const Assessment& a) {
    auto parameters = Json::object();
    for (std::size_t p = 0; p < a.parameters.size(); ++p) {
        const auto& parameter = a.parameters[p];
        parameters[str(a.rubric->catalogue->parameters[p].id)] =
            parameter.assessed ? Json(parameter.level) : Json(nullptr);
    }
    return parameters;
}

Json begin(int line) { return {{"schema", "mlops-assess/result/1"}, {"line", line}}; }

}  // namespace

std::string result_line(const Scored& scored, int line) {
    auto assessments = Json::array();
    for (const auto& a : scored.assessments)
        assessments.push_back({{"rubric", str(a.rubric->id)},
                               {"level", a.level},
                               {"possible", range_json(a.possible)},
                               {"evidenced_level", a.evidenced_level},
                               {"index", index_words(a.index_hundredths)},
                               {"parameters", parameters_json(a)}});
    auto result = begin(line);
    result["team"] = str(scored.sheet.team);
    result["date"] = optional_text(scored.sheet.date);
    result["tags"] = tags_json(scored.sheet);
    result["assessments"] = std::move(assessments);
    return json_line(result);
}

std::string flawed_line(const Diagnostics& found, int line) {
    auto errors = Json::array();
    for (const auto& each : found.sorted()) {
        if (each.severity != Severity::error) continue;
        if (errors.size() == most_shown) break;
        // What has no place of its own is wrong with the record as a whole.
        const auto place = each.place.value_or(Place{line, 1});
        errors.push_back({{"id", str(word(each.id))},
                          {"message", each.message},
                          {"line", place.line},
                          {"column", place.column}});
    }
    auto result = begin(line);
    result["errors"] = std::move(errors);
    return json_line(result);
}

}  // namespace mlops_assess
