#include "report/phrases.hpp"
#include "report/practices.hpp"
#include "report/verdict_words.hpp"
#include "text/json_text.hpp"
#include "text/unicode.hpp"
#include "writer/compare/json_parts.hpp"
#include "writer/formats.hpp"

/// The JSON report: contract, section 5. Keys stand in the contract's order.
namespace mlops_assess {
namespace {

Json progress_json(const std::optional<Progress>& progress) {
    if (!progress) return nullptr;
    return {{"points", progress->points}, {"of", progress->of}, {"percent", progress->percent()}};
}

Json ids(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    auto array = Json::array();
    for (const auto index : practices) array.push_back(str(practice(a, index).id));
    return array;
}

Json requirement_json(const Assessment& a, const Requirement& requirement) {
    const auto& state = a.practices[requirement.practice];
    const bool applies = a.applies(requirement);
    return {{"practice", str(practice(a, requirement.practice).id)},
            {"at_least", str(word_for_points(a.needed(requirement)))},
            {"basis", basis_json(requirement.basis)},
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
        const auto& progress = a.cell(parameter, level).progress;
        auto requirements = Json::array();
        for (const auto& requirement : cell.required)
            requirements.push_back(requirement_json(a, requirement));
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
            {"possible", p.assessed ? range_json(p.possible) : Json(nullptr)},
            {"deciding", ids(a, p.deciding)},
            {"evidenced_level", p.assessed ? Json(p.evidenced_level) : Json(nullptr)},
            {"nothing_applied", p.nothing_applied},
            {"progress", progress_json(p.progress)},
            {"cells", cells_json(a, index)}};
}

Json items_json(const Assessment& a, const std::vector<RoadmapItem>& items) {
    auto array = Json::array();
    for (const auto& item : items) array.push_back(item_json(a, item));
    return array;
}

Json milestone_json(const Assessment& a, const Milestone& milestone) {
    return {{"level", milestone.level},
            {"name", str(a.rubric->levels[static_cast<std::size_t>(milestone.level)].name)},
            {"leads_to", levels_json(a, milestone.leads_to)},
            {"effort", effort_json(milestone.effort)},
            {"gaps", items_json(a, milestone.gaps)},
            {"open", items_json(a, milestone.open)}};
}

Json short_of_json(const Assessment& a) {
    auto array = Json::array();
    for (const auto& each : a.short_of)
        array.push_back({{"level", each.level}, {"gaps", each.gaps}, {"open", each.open}});
    return array;
}

Json optional_number(const std::optional<int>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json assessment_json(const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    const auto& roadmap = scored.roadmaps[index];
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
              {"top_level", rubric.top()},
              {"label", str(rubric.label)},
              {"in_scope", scored.out_of_scope[index] == nullptr}}},
            {"catalogue",
             {{"id", str(rubric.catalogue->id)}, {"version", str(rubric.catalogue->version)}}},
            {"bar", str(word_for_points(a.bar))},
            {"level", a.level},
            {"level_name", str(rubric.levels[static_cast<std::size_t>(a.level)].name)},
            {"possible", range_json(a.possible)},
            {"deciding", ids(a, a.deciding)},
            {"deciding_all", ids(a, a.deciding_all)},
            {"evidenced_level", a.evidenced_level},
            {"publisher_level", optional_number(a.publisher_level)},
            {"target", roadmap.target},
            {"target_source", str(target_source_id(roadmap.target_source))},
            {"advised", optional_number(scored.advised[index])},
            {"short_of", short_of_json(a)},
            {"index", index_words(a.index_hundredths)},
            {"confirmed", {{"confirmed", a.confirmed}, {"answered", a.answered}}},
            {"progress", progress_json(a.progress)},
            {"completeness", {{"answered", a.answered}, {"applicable", a.applicable}}},
            {"recommended", {{"met", a.recommended.met}, {"applicable", a.recommended.of}}},
            {"held_back_by", std::move(held_back_by)},
            {"ahead", ids(a, a.ahead)},
            {"fragile", ids(a, a.fragile)},
            {"parameters", std::move(parameters)},
            {"roadmap", std::move(milestones)}};
}

Json gates_json(const Report& report) {
    auto gates = Json::array();
    for (const auto& gate : report.gates.results)
        gates.push_back({{"name", gate.name},
                         {"passed", gate.passed},
                         {"required", gate.required},
                         {"found", gate.found},
                         {"because", gate.because}});
    return gates;
}

Json rules_json(const Rules& rules) {
    return {{"max_age", optional_number(rules.max_age)}, {"today", optional_text(rules.today)}};
}

Json must_have_json(const Scored& scored) {
    auto array = Json::array();
    for (const auto& each : scored.must_have.practices) {
        const bool applies = each.state != MustHavePractice::State::not_applicable;
        Json json = {{"practice", str(each.practice->id)},
                     {"because", reason_words(each)},
                     {"met", applies ? Json(!each.lacks()) : Json(nullptr)},
                     {"sources", texts(each.sources)}};
        json.update(work_json(scored.assessments[each.assessment], each.index, each.needed,
                              Basis::not_given, each.also));
        array.push_back(std::move(json));
    }
    return array;
}

Json required_by_json(const Scored& scored, const PracticeView& view) {
    auto array = Json::array();
    for (const auto& [assessment, level, requirement] : view.required_by) {
        const auto& a = scored.assessments[assessment];
        array.push_back({{"rubric", str(a.rubric->id)},
                         {"level", level},
                         {"at_least", str(word_for_points(a.needed(*requirement)))},
                         {"basis", basis_json(requirement->basis)}});
    }
    return array;
}

Json recommended_by_json(const Scored& scored, const PracticeView& view) {
    auto array = Json::array();
    for (const auto& [assessment, level] : view.recommended_by)
        array.push_back(
            {{"rubric", str(scored.assessments[assessment].rubric->id)}, {"level", level}});
    return array;
}

Json answer_json(const Scored& scored, const PracticeView& view) {
    const auto& state = view.state;
    const auto& practice = view.practice();
    const auto said = state.answer != nullptr ? *state.answer : Answer{};
    return {{"practice", str(practice.id)},
            {"parameter", str(view.catalogue->parameters[practice.parameter].id)},
            {"statement", str(practice.statement)},
            {"answer", str(word(state.rating))},
            {"points", state.applicable() ? Json(state.own) : Json(nullptr)},
            {"effective_points", state.applicable() ? Json(state.effective) : Json(nullptr)},
            {"implied_by", state.credited_by
                               ? Json(str(view.catalogue->practices[*state.credited_by].id))
                               : Json(nullptr)},
            {"evidence", texts(said.evidence)},
            {"note", optional_text(said.note)},
            {"owner", optional_text(said.owner)},
            {"date", optional_text(said.date)},
            {"confirmed_by", optional_text(said.confirmed_by)},
            {"due", optional_text(said.due)},
            {"source", optional_text(said.source)},
            {"required_by", required_by_json(scored, view)},
            {"recommended_by", recommended_by_json(scored, view)},
            {"location", location_of(state)}};
}

Json answers_json(const Scored& scored) {
    auto array = Json::array();
    for (const auto& view : practice_views(scored)) array.push_back(answer_json(scored, view));
    return array;
}

}  // namespace

std::string write_json(const Report& report, const Style&) {
    const auto& sheet = report.scored.sheet;
    auto assessments = Json::array();
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i)
        assessments.push_back(assessment_json(report.scored, i));
    auto notices = Json::array();
    for (const auto& notice : report.scored.notices)
        notices.push_back({{"id", str(word(notice.id))},
                           {"message", notice.message},
                           {"location", location(notice.place)}});
    const Json document = {{"schema", "mlops-assess/report/1"},
                           {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                           {"team", str(sheet.team)},
                           {"date", optional_text(report.scored.sheet.date)},
                           {"answers", sheet.source->name},
                           {"context", context_json(sheet)},
                           {"tags", tags_json(sheet)},
                           {"assessed_by", texts(sheet.assessed_by)},
                           {"scope", optional_text(sheet.scope)},
                           {"summary", optional_text(sheet.summary)},
                           {"rules", rules_json(report.scored.rules)},
                           {"assessments", std::move(assessments)},
                           {"must_have", must_have_json(report.scored)},
                           {"answers_given", answers_json(report.scored)},
                           {"notices", std::move(notices)},
                           {"gates", gates_json(report)},
                           {"since", report.since ? moved_json(*report.since) : Json(nullptr)}};
    return json_text(document);
}

}  // namespace mlops_assess
