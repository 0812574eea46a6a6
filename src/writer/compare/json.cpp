#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "writer/compare/json_parts.hpp"
#include "writer/compare/writers.hpp"

namespace mlops_assess {
namespace {

const char* kind_word(Relation relation) {
    switch (relation) {
        case Relation::change: return "change";
        case Relation::trend: return "trend";
        case Relation::teams: return "teams";
    }
    return "";
}

Json table_json(const LevelTable& table) {
    auto indices = Json::array();
    for (const int index : table.indices) indices.push_back(index_words(index));
    auto parameters = Json::array();
    for (const auto& row : table.rows) {
        auto levels = Json::array();
        for (const auto& level : row.levels) levels.push_back(level ? Json(*level) : Json(nullptr));
        parameters.push_back({{"id", str(row.parameter->id)},
                              {"title", str(row.parameter->title)},
                              {"levels", std::move(levels)}});
    }
    auto short_of = Json::array();
    for (const auto& each : table.short_of)
        short_of.push_back({{"level", each.level}, {"gaps", each.gaps}, {"open", each.open}});
    return {{"rubric", str(table.rubric->id)},
            {"levels", table.levels},
            {"indices", std::move(indices)},
            {"short_of", std::move(short_of)},
            {"parameters", std::move(parameters)}};
}

}  // namespace

std::string comparison_json(const SideBySide& all, const Style&) {
    Json document = {{"schema", "mlops-assess/comparison/1"},
                     {"tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}}},
                     {"kind", kind_word(all.relation)}};
    if (all.moved) document.update(moved_json(*all.moved));
    auto sides = Json::array();
    for (const auto& side : all.sides) sides.push_back(side_json(side));
    auto tables = Json::array();
    for (const auto& table : all.tables) tables.push_back(table_json(table));
    auto differences = Json::array();
    for (const auto& difference : all.differences) {
        auto answers = Json::array();
        for (const auto answer : difference.answers) answers.push_back(str(word(answer)));
        differences.push_back(
            {{"practice", str(difference.practice->id)}, {"answers", std::move(answers)}});
    }
    document["sides"] = std::move(sides);
    document["tables"] = std::move(tables);
    document["answers_that_differ"] = std::move(differences);
    return json_text(document);
}

}  // namespace mlops_assess
