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

Json context_json(const AnswerSheet& sheet) {
    auto context = Json::object();
    for (const auto& fact : sheet.context) {
        switch (fact.kind) {
            case ContextKind::boolean: context[str(fact.question)] = fact.boolean; break;
            case ContextKind::number: context[str(fact.question)] = fact.number; break;
            case ContextKind::one_of: context[str(fact.question)] = str(fact.option); break;
        }
    }
    return context;
}

Json tags_json(const AnswerSheet& sheet) {
    auto tags = Json::object();
    for (const auto& tag : sheet.tags) tags[str(tag.key)] = str(tag.value);
    return tags;
}

Json location(const std::optional<Place>& place) {
    if (!place) return nullptr;
    return {{"line", place->line}, {"column", place->column}};
}

Json range_json(const LevelRange& possible) {
    return {{"low", possible.low}, {"high", possible.high}};
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

Json needs_json(const std::vector<Need>& needs) {
    auto array = Json::array();
    for (const auto& need : needs)
        array.push_back({{"rubric", str(need.rubric->id)}, {"level", need.level}});
    return array;
}

Json work_json(const Assessment& a, PracticeIndex index, Points needed, Basis basis,
               const std::vector<Need>& also) {
    const auto& state = a.practices[index];
    const auto& about = practice(a, index);
    const auto* answer = state.answer;
    return {{"parameter", str(a.rubric->catalogue->parameters[about.parameter].id)},
            {"statement", str(about.statement)},
            {"answer", str(word(state.rating))},
            {"points", state.applicable() ? Json(state.effective) : Json(nullptr)},
            {"needed", needed},
            {"effort", optional_text(effort_letter(about.effort))},
            {"deliverable", str(deliverable_words(about))},
            {"success", str(success_words(about))},
            {"why", optional_text(about.why)},
            {"owner", answer != nullptr ? optional_text(answer->owner) : Json(nullptr)},
            {"note", answer != nullptr ? optional_text(answer->note) : Json(nullptr)},
            {"evidence", answer != nullptr ? texts(answer->evidence) : Json::array()},
            {"basis", basis_json(basis)},
            {"also", needs_json(also)},
            {"location", location_of(state)},
            {"due", answer != nullptr ? optional_text(answer->due) : Json(nullptr)}};
}

Json item_json(const Assessment& a, const RoadmapItem& item) {
    const auto& requirement = *item.requirement;
    Json json = {{"practice", str(practice(a, item).id)}};
    json.update(work_json(a, requirement.practice, item.needed, requirement.basis, item.also));
    return json;
}

}  // namespace mlops_assess
