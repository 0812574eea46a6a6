#include "writer/json_parts.hpp"

#include "report/phrases.hpp"

namespace mlops_assess {

std::string str(Text text) { return std::string(text); }

Json optional_text(Text text) { return text.empty() ? Json(nullptr) : Json(str(text)); }

Json texts(Texts list) {
    auto array = Json::array();
    for (const auto text : list) array.push_back(str(text));
    return array;
}

Json location(const std::optional<Place>& place) {
    if (!place) return nullptr;
    return {{"line", place->line}, {"column", place->column}};
}

Json location_of(const PracticeState& state) {
    if (state.answer == nullptr || state.answer->place.line == 0) return nullptr;
    return location(state.answer->place);
}

Json basis_json(Basis basis) { return optional_text(basis_id(basis)); }

std::string effort_letter(Effort effort) {
    switch (effort) {
        case Effort::none: return {};
        case Effort::S: return "S";
        case Effort::M: return "M";
        case Effort::L: return "L";
    }
    return {};
}

Json effort_json(const EffortCount& count) {
    return {{"S", count.small}, {"M", count.medium}, {"L", count.large}, {"none", count.none}};
}

Json levels_json(const Assessment& a, const Levels& levels) {
    auto parameters = Json::object();
    for (std::size_t p = 0; p < levels.parameters.size(); ++p)
        if (const auto level = levels.parameters[p])
            parameters[str(a.rubric->catalogue->parameters[p].id)] = *level;
    return {{"level", *levels.overall}, {"parameters", std::move(parameters)}};
}

Json item_json(const Assessment& a, const RoadmapItem& item) {
    const auto& state = a.practices[item.requirement->practice];
    const auto& about = practice(a, item);
    auto also = Json::array();
    for (const auto& need : item.also)
        also.push_back({{"rubric", str(need.model)}, {"level", need.level}});
    const auto* answer = state.answer;
    return {{"practice", str(about.id)},
            {"parameter", str(a.rubric->catalogue->parameters[about.parameter].id)},
            {"statement", str(about.statement)},
            {"answer", str(word(state.rating))},
            {"points", state.effective},
            {"needed", item.needed},
            {"effort", optional_text(effort_letter(about.effort))},
            {"deliverable", str(about.deliverable)},
            {"success", str(about.success)},
            {"why", str(about.why)},
            {"owner", answer != nullptr ? optional_text(answer->owner) : Json(nullptr)},
            {"note", answer != nullptr ? optional_text(answer->note) : Json(nullptr)},
            {"evidence", answer != nullptr ? texts(answer->evidence) : Json::array()},
            {"basis", basis_json(item.requirement->basis)},
            {"also", std::move(also)},
            {"location", location_of(state)}};
}

}  // namespace mlops_assess
