#include "writer/compare/json_parts.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"

namespace mlops_assess {
namespace {

Json level_json(const std::optional<int>& level) { return level ? Json(*level) : Json(nullptr); }

Json ids_json(const Practices& practices) {
    auto ids = Json::array();
    for (const auto* practice : practices) ids.push_back(str(practice->id));
    return ids;
}

Json change_json(const LevelChange& change) {
    return {{"before", level_json(change.before)},
            {"after", level_json(change.after)},
            {"causes", ids_json(change.causes)}};
}

Json counts_json(const ShortOf& each) { return {{"gaps", each.gaps}, {"open", each.open}}; }

Json short_json(const ModelChange& model) {
    if (!model.short_after) return nullptr;
    return {{"level", model.short_after->level},
            {"before", counts_json(*model.short_before)},
            {"after", counts_json(*model.short_after)}};
}

Json model_json(const Comparison& comparison, const ModelChange& model) {
    auto parameters = Json::array();
    for (const auto& [parameter, level] : model.parameters) {
        Json json = {{"id", str(parameter->id)}, {"title", str(parameter->title)}};
        json.update(change_json(level));
        parameters.push_back(std::move(json));
    }
    auto differences = Json::array();
    for (const auto* side : {&comparison.before, &comparison.after})
        for (const auto& move : side->model_moves)
            if (move.rubric == model.rubric) differences.push_back(model_move_words(*side, move));
    return {
        {"rubric", str(model.rubric->id)},
        {"level", change_json(model.level)},
        {"index",
         {{"before", index_words(model.index_before)}, {"after", index_words(model.index_after)}}},
        {"short_of", short_json(model)},
        {"parameters", std::move(parameters)},
        {"differences", std::move(differences)}};
}

Json up_json(Direction direction) {
    return direction == Direction::aside ? Json(nullptr) : Json(direction == Direction::up);
}

}  // namespace

Json side_json(const SideNote& side) {
    auto moves = Json::array();
    for (const auto& move : side.model_moves) {
        auto levels = Json::array();
        for (const auto& level : move.levels)
            levels.push_back(
                {{"parameter",
                  level.parameter != nullptr ? Json(str(level.parameter->id)) : Json(nullptr)},
                 {"reported", level_json(level.reported)},
                 {"today", level_json(level.today)}});
        moves.push_back({{"rubric", str(move.rubric->id)},
                         {"levels", std::move(levels)},
                         {"differences", move.differences}});
    }
    return {{"file", side.file},
            {"team", side.team},
            {"date", optional_text(side.date)},
            {"model_moved", std::move(moves)}};
}

Json moved_json(const Comparison& comparison) {
    auto models = Json::array();
    for (const auto& model : comparison.models) models.push_back(model_json(comparison, model));
    auto moves = Json::array();
    for (const auto& move : comparison.moves)
        moves.push_back({{"practice", str(move.practice->id)},
                         {"before", str(word(move.before))},
                         {"after", str(word(move.after))},
                         {"up", up_json(move.direction)}});
    return {{"before", side_json(comparison.before)},
            {"after", side_json(comparison.after)},
            {"models", std::move(models)},
            {"moves", std::move(moves)},
            {"answered_now", ids_json(comparison.answered_now)},
            {"answered_then", ids_json(comparison.answered_then)},
            {"only_before", comparison.before.not_loaded},
            {"only_after", comparison.after.not_loaded}};
}

}  // namespace mlops_assess
