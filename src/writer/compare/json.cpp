#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "writer/compare/writers.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {
namespace {

Json level_json(const std::optional<int>& level) { return level ? Json(*level) : Json(nullptr); }

Json change_json(const LevelChange& change) {
    return {{"before", level_json(change.before)},
            {"after", level_json(change.after)},
            {"causes", change.causes}};
}

Json side_json(const Snapshot& snapshot) {
    return {
        {"file", snapshot.file}, {"team", snapshot.team}, {"date", optional_text(snapshot.date)}};
}

Json model_json(const ModelChange& model) {
    auto parameters = Json::array();
    for (const auto& parameter : model.parameters) {
        Json json = {{"id", parameter.id}, {"title", parameter.title}};
        json.update(change_json(parameter.level));
        parameters.push_back(std::move(json));
    }
    return {
        {"rubric", model.rubric},
        {"level", change_json(model.level)},
        {"index",
         {{"before", index_words(model.index_before)}, {"after", index_words(model.index_after)}}},
        {"parameters", std::move(parameters)},
        {"differences", model.differences}};
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const Style&) {
    auto models = Json::array();
    for (const auto& model : comparison.models) models.push_back(model_json(model));
    auto moves = Json::array();
    for (const auto& move : comparison.moves)
        moves.push_back({{"practice", move.practice},
                         {"before", str(word(move.before))},
                         {"after", str(word(move.after))},
                         {"up", move.up}});
    const Json document = {{"schema", "mlops-assess/comparison/1"},
                           {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                           {"before", side_json(comparison.before)},
                           {"after", side_json(comparison.after)},
                           {"models", std::move(models)},
                           {"moves", std::move(moves)},
                           {"answered_now", comparison.answered_now},
                           {"answered_then", comparison.answered_then},
                           {"only_before", comparison.only_before},
                           {"only_after", comparison.only_after}};
    return json_text(document);
}

}  // namespace mlops_assess
