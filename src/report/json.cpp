#include "json_text.hpp"
#include "report/formats.hpp"
#include "report/phrases.hpp"
#include "report/rows.hpp"
#include "unicode.hpp"

/// The JSON report: contract, section 5. Keys stand in the contract's order.
namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

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
    return location(state.answer != nullptr ? std::optional(state.answer->place) : std::nullopt);
}

Json range(const LevelRange& possible) { return {{"low", possible.low}, {"high", possible.high}}; }

Json progress_json(const std::optional<Progress>& progress) {
    if (!progress) return nullptr;
    return {{"points", progress->points}, {"of", progress->of}, {"percent", progress->percent()}};
}

Json ids(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    auto array = Json::array();
    for (const auto index : practices) array.push_back(str(practice(a, index).id));
    return array;
}

std::string effort_letter(Effort effort) {
    switch (effort) {
        case Effort::S: return "S";
        case Effort::M: return "M";
        case Effort::L: return "L";
    }
    return {};
}

Json requirement_json(const Assessment& a, const Requirement& requirement) {
    const auto& state = a.practices[requirement.practice];
    const bool applies = a.applies(requirement);
    return {{"practice", str(practice(a, requirement.practice).id)},
            {"at_least", str(word_for_points(a.needed(requirement)))},
            {"basis", optional_text(basis_id(requirement.basis))},
            {"answer", str(word(state.rating))},
            {"points", applies ? Json(state.own) : Json(nullptr)},
            {"effective_points", applies ? Json(state.effective) : Json(nullptr)},
            {"implied_by",
             state.credited_by ? Json(str(practice(a, *state.credited_by).id)) : Json(nullptr)},
            {"met", applies ? Json(a.met(requirement)) : Json(nullptr)},
            {"location", location_of(state)}};
}

Json cells_json(const Assessment& a, std::size_t parameter) {
    auto cells = Json::array();
    for (int level = 0; level <= a.rubric->top(); ++level) {
        const auto& cell = a.rubric->cell(parameter, level);
        const auto progress = cell_progress(a, parameter, level);
        auto requirements = Json::array();
        for (const auto* requirement : in_catalogue_order(cell))
            requirements.push_back(requirement_json(a, *requirement));
        cells.push_back({{"level", level},
                         {"describes", str(cell.describes)},
                         {"points", progress.points},
                         {"of", progress.of},
                         {"requirements", std::move(requirements)}});
    }
    return cells;
}

Json parameter_json(const Assessment& a, std::size_t index) {
    const auto& about = a.rubric->catalogue->parameters[index];
    const auto& p = a.parameters[index];
    return {{"id", str(about.id)},
            {"title", str(about.title)},
            {"assessed", p.assessed},
            {"level", p.assessed ? Json(p.level) : Json(nullptr)},
            {"possible", p.assessed ? range(p.possible) : Json(nullptr)},
            {"deciding", ids(a, p.deciding)},
            {"evidenced_level", p.assessed ? Json(p.evidenced_level) : Json(nullptr)},
            {"progress", progress_json(p.progress)},
            {"cells", cells_json(a, index)}};
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
            {"effort", effort_letter(about.effort)},
            {"deliverable", str(about.deliverable)},
            {"success", str(about.success)},
            {"why", str(about.why)},
            {"owner", answer != nullptr ? optional_text(answer->owner) : Json(nullptr)},
            {"note", answer != nullptr ? optional_text(answer->note) : Json(nullptr)},
            {"evidence", answer != nullptr ? texts(answer->evidence) : Json::array()},
            {"basis", optional_text(basis_id(item.requirement->basis))},
            {"also", std::move(also)},
            {"location", location_of(state)}};
}

Json items_json(const Assessment& a, const std::vector<RoadmapItem>& items) {
    auto array = Json::array();
    for (const auto& item : items) array.push_back(item_json(a, item));
    return array;
}

Json milestone_json(const Assessment& a, const Milestone& milestone) {
    auto levels = Json::object();
    for (std::size_t p = 0; p < milestone.leads_to.parameters.size(); ++p)
        if (const auto level = milestone.leads_to.parameters[p])
            levels[str(a.rubric->catalogue->parameters[p].id)] = *level;
    return {
        {"level", milestone.level},
        {"name", str(a.rubric->levels[static_cast<std::size_t>(milestone.level)].name)},
        {"leads_to", {{"level", *milestone.leads_to.overall}, {"parameters", std::move(levels)}}},
        {"effort",
         {{"S", milestone.effort.small},
          {"M", milestone.effort.medium},
          {"L", milestone.effort.large}}},
        {"gaps", items_json(a, milestone.gaps)},
        {"open", items_json(a, milestone.open)}};
}

Json assessment_json(const Assessment& a, const Roadmap& roadmap) {
    const auto& rubric = *a.rubric;
    auto held_back_by = Json::array();
    for (const auto p : a.held_back_by)
        held_back_by.push_back(str(rubric.catalogue->parameters[p].id));
    auto parameters = Json::array();
    for (std::size_t p = 0; p < a.parameters.size(); ++p)
        parameters.push_back(parameter_json(a, p));
    auto milestones = Json::array();
    for (const auto& milestone : roadmap.milestones)
        milestones.push_back(milestone_json(a, milestone));
    return {{"rubric",
             {{"id", str(rubric.id)},
              {"title", str(rubric.title)},
              {"version", str(rubric.version)},
              {"top_level", rubric.top()}}},
            {"catalogue",
             {{"id", str(rubric.catalogue->id)}, {"version", str(rubric.catalogue->version)}}},
            {"bar", str(word_for_points(a.bar))},
            {"level", a.level},
            {"level_name", str(rubric.levels[static_cast<std::size_t>(a.level)].name)},
            {"possible", range(a.possible)},
            {"deciding", ids(a, a.deciding)},
            {"evidenced_level", a.evidenced_level},
            {"target", roadmap.target},
            {"index", index_words(a.index_hundredths)},
            {"progress", progress_json(a.progress)},
            {"completeness", {{"answered", a.answered}, {"applicable", a.applicable}}},
            {"recommended", {{"met", a.recommended.met}, {"applicable", a.recommended.of}}},
            {"held_back_by", std::move(held_back_by)},
            {"ahead", ids(a, a.ahead)},
            {"fragile", ids(a, a.fragile)},
            {"parameters", std::move(parameters)},
            {"roadmap", std::move(milestones)}};
}

Json context_json(const Report& report) {
    auto context = Json::object();
    for (const auto& fact : report.sheet->context) {
        switch (fact.kind) {
            case ContextKind::boolean: context[str(fact.question)] = fact.boolean; break;
            case ContextKind::number: context[str(fact.question)] = fact.number; break;
            case ContextKind::one_of: context[str(fact.question)] = str(fact.option); break;
        }
    }
    return context;
}

}  // namespace

std::string write_json(const Report& report, const Style&) {
    const auto& sheet = *report.sheet;
    auto tags = Json::object();
    for (const auto& tag : sheet.tags) tags[str(tag.key)] = str(tag.value);
    auto assessments = Json::array();
    for (std::size_t i = 0; i < report.assessments.size(); ++i)
        assessments.push_back(assessment_json(report.assessments[i], report.roadmaps[i]));
    auto must_have = Json::array();
    for (const auto& state : report.must_have)
        must_have.push_back({{"practice", str(state.practice->id)},
                             {"because", state.because},
                             {"met", state.met ? Json(*state.met) : Json(nullptr)}});
    auto notices = Json::array();
    for (const auto& notice : report.notices)
        notices.push_back(
            {{"id", notice.id}, {"message", notice.message}, {"location", location(notice.place)}});
    const Json document = {{"schema", "mlops-assess/report/1"},
                           {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                           {"team", str(sheet.team)},
                           {"date", optional_text(report.date)},
                           {"answers", sheet.source->name},
                           {"context", context_json(report)},
                           {"tags", std::move(tags)},
                           {"assessments", std::move(assessments)},
                           {"must_have", std::move(must_have)},
                           {"notices", std::move(notices)}};
    return json_text(document);
}

}  // namespace mlops_assess
