#include "text/json_text.hpp"
#include "writer/json_parts.hpp"
#include "writer/merge/writers.hpp"

namespace mlops_assess {
namespace {

Json percent_json(const std::optional<std::size_t>& percent) {
    return percent ? Json(*percent) : Json(nullptr);
}

Json agreement_json(const Agreement& agreement) {
    return {{"compared", agreement.compared},
            {"equal", agreement.equal},
            {"equal_percent", percent_json(agreement.equal_percent())},
            {"within_one_step", agreement.close},
            {"within_one_step_percent", percent_json(agreement.close_percent())}};
}

Json raters_json(const Merge& merge) {
    auto all = Json::array();
    for (const auto& [name, sheet] : merge.raters)
        all.push_back({{"name", name},
                       {"sheet", sheet.source->name},
                       {"team", str(sheet.team)},
                       {"date", optional_text(sheet.date)},
                       {"assessed_by", texts(sheet.assessed_by)},
                       {"answered", std::ranges::count_if(sheet.answers, &Answer::is_given)}});
    return all;
}

/// What stands beside an answer, in a rater's sheet or in the merged one.
Json answer_json(const Answer& answer) {
    return {{"answer", str(sheet_word(answer.rating))},
            {"evidence", texts(answer.evidence)},
            {"note", optional_text(answer.note)},
            {"owner", optional_text(answer.owner)},
            {"date", optional_text(answer.date)},
            {"confirmed_by", optional_text(answer.confirmed_by)},
            {"due", optional_text(answer.due)},
            {"source", optional_text(answer.source)}};
}

Json practice_json(const Opinions& question) {
    const auto& practice = question.practice();
    return {{"practice", str(practice.id)},
            {"catalogue", str(question.catalogue->id)},
            {"parameter", str(question.catalogue->parameters[practice.parameter].id)},
            {"statement", str(practice.statement)}};
}

Json opinions_json(const Merge& merge, const Opinions& question) {
    auto all = Json::array();
    for (const auto& [rater, answer] : question.opinions) {
        Json one = {{"rater", merge.raters[rater].name}};
        one.update(answer_json(*answer));
        one["location"] = location(answer->place);
        all.push_back(std::move(one));
    }
    return all;
}

Json meanings_json(const Disagreement& difference) {
    auto all = Json::array();
    for (const auto rating : difference.given)
        all.push_back(
            {{"answer", str(word(rating))},
             {"meaning", str(meaning(rating))},
             {"here", optional_text(meaning_here(difference.question.practice(), rating))}});
    return all;
}

Json effects_json(const Disagreement& difference) {
    auto all = Json::array();
    for (const auto& [rubric, parameter, levels] : difference.effects) {
        Json by_answer;
        for (std::size_t i = 0; i < levels.size(); ++i)
            by_answer[str(word(difference.given[i]))] =
                levels[i] ? Json(*levels[i]) : Json(nullptr);
        all.push_back(
            {{"rubric", str(rubric->id)},
             {"parameter", parameter == nullptr ? Json(nullptr) : Json(str(parameter->id))},
             {"levels", std::move(by_answer)}});
    }
    return all;
}

Json difference_json(const Merge& merge, const Disagreement& difference) {
    auto json = practice_json(difference.question);
    json["decisive"] = difference.is_decisive();
    json["merged"] = str(sheet_word(merge.answer(difference.question).rating));
    json["answers"] = opinions_json(merge, difference.question);
    json["meanings"] = meanings_json(difference);
    json["effects"] = effects_json(difference);
    return json;
}

Json left_out_json(const Merge& merge) {
    auto all = Json::array();
    for (const auto& [key, values] : merge.merged.left_out) {
        auto said = Json::array();
        for (const auto& [rater, value] : values)
            said.push_back({{"rater", merge.raters[rater].name}, {"value", value}});
        all.push_back({{"key", key}, {"values", std::move(said)}});
    }
    return all;
}

}  // namespace

std::string merge_json(const Merge& merge, const Style&) {
    auto agreement = agreement_json(merge.agreement);
    auto parameters = Json::array();
    for (const auto& [catalogue, parameter, figures] : merge.parameters) {
        Json json = {{"catalogue", str(catalogue->id)},
                     {"id", str(parameter->id)},
                     {"title", str(parameter->title)}};
        json.update(agreement_json(figures));
        parameters.push_back(std::move(json));
    }
    agreement["parameters"] = std::move(parameters);
    auto differences = Json::array();
    for (const auto& each : merge.differences) differences.push_back(difference_json(merge, each));
    auto alone = Json::array();
    for (const auto& each : merge.alone) {
        auto json = practice_json(each);
        json["answers"] = opinions_json(merge, each);
        alone.push_back(std::move(json));
    }
    auto answers = Json::array();
    for (const auto& each : merge.questions) {
        Json json = {{"practice", str(each.practice().id)}};
        json.update(answer_json(merge.answer(each)));
        answers.push_back(std::move(json));
    }
    auto cut = Json::array();
    for (const auto& each : merge.merged.cut)
        cut.push_back({{"practice", str(each.practice)},
                       {"key", std::string(each.key)},
                       {"most_bytes", each.most}});
    auto rubrics = Json::array();
    for (const auto& [rubric, bar] : merge.models)
        rubrics.push_back({{"id", str(rubric->id)},
                           {"version", str(rubric->version)},
                           {"bar", str(word_for_points(bar))}});
    auto target = Json::object();
    for (const auto& [model, level] : merge.sheet().target) target[str(model)] = level;
    return json_text({{"schema", "mlops-assess/merge/1"},
                      {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                      {"team", str(merge.sheet().team)},
                      {"date", optional_text(merge.sheet().date)},
                      {"target", std::move(target)},
                      {"context", context_json(merge.sheet())},
                      {"tags", tags_json(merge.sheet())},
                      {"assessed_by", texts(merge.sheet().assessed_by)},
                      {"scope", optional_text(merge.sheet().scope)},
                      {"summary", optional_text(merge.sheet().summary)},
                      {"rubrics", std::move(rubrics)},
                      {"take", merge.rules.lowest ? Json("lowest") : Json(nullptr)},
                      {"raters", raters_json(merge)},
                      {"agreement", std::move(agreement)},
                      {"differences", std::move(differences)},
                      {"answered_by_one", std::move(alone)},
                      {"left_out", left_out_json(merge)},
                      {"cut", std::move(cut)},
                      {"undated", texts(merge.merged.undated)},
                      {"answers", std::move(answers)}});
}

}  // namespace mlops_assess
