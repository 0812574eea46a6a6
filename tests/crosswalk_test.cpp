#include "assessment/assessment.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

Assessment assess_required(Workshop& shop, const Rubric& satisfied, int level,
                           const Rubric& scored) {
    std::map<std::string, std::string> answers;
    for (const auto& id : required_up_to(satisfied, level)) answers[id] = "fully";
    return *assess(scored, shop.answers(answers), {});
}

}  // namespace

TEST_CASE("a team that satisfies exactly one level of one model, under both", "[crosswalk]") {
    Workshop shop;
    struct Row {
        const Rubric& rubric;
        int level;
        std::size_t practices;
        int microsoft;
        int google;
    };
    const Row rows[] = {
        {shop.microsoft(), 1, 11, 1, 0}, {shop.microsoft(), 2, 26, 2, 0},
        {shop.microsoft(), 3, 49, 3, 0}, {shop.microsoft(), 4, 63, 4, 0},
        {shop.google(), 1, 29, 0, 1},    {shop.google(), 2, 55, 2, 2},
    };
    for (const auto& row : rows) {
        INFO(row.rubric.id << ' ' << row.level);
        CHECK(required_up_to(row.rubric, row.level).size() == row.practices);
        CHECK(assess_required(shop, row.rubric, row.level, shop.microsoft()).level ==
              row.microsoft);
        CHECK(assess_required(shop, row.rubric, row.level, shop.google()).level == row.google);
    }
}

TEST_CASE("what the crosswalk leaves missing", "[crosswalk]") {
    Workshop shop;
    struct Row {
        const Rubric& satisfied;
        int level;
        const Rubric& scored;
        int points;
        int of;
        std::vector<std::string> missing;
    };
    const Row rows[] = {
        {shop.microsoft(), 1, shop.google(), 9, 87, {}},
        {shop.microsoft(), 2, shop.google(), 39, 87, {}},
        {shop.microsoft(),
         3,
         shop.google(),
         69,
         87,
         {"data-schema-validation", "data-skew-validation", "release-slices",
          "cd-pipeline-deployed", "cd-compat-check", "mon-retrain-trigger"}},
        {shop.microsoft(),
         4,
         shop.google(),
         72,
         87,
         {"data-schema-validation", "data-skew-validation", "release-slices",
          "cd-pipeline-deployed", "cd-compat-check"}},
        {shop.google(), 1, shop.microsoft(), 18, 33, {}},
        {shop.google(), 2, shop.microsoft(), 66, 69, {"release-online-test"}},
    };
    for (const auto& row : rows) {
        INFO(row.satisfied.id << ' ' << row.level);
        const auto a = assess_required(shop, row.satisfied, row.level, row.scored);
        REQUIRE(a.progress);
        CHECK(a.progress->points == row.points);
        CHECK(a.progress->of == row.of);
        if (row.missing.empty()) continue;
        std::vector<std::string> missing;
        for (std::size_t p = 0; p < a.parameters.size(); ++p)
            for (const auto& requirement : row.scored.cell(p, a.level + 1).required)
                if (!a.met(requirement))
                    missing.emplace_back(row.scored.catalogue->practices[requirement.practice].id);
        CHECK(missing == row.missing);
    }
}
