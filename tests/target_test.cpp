#include "assessment/target.hpp"

#include "model/shipped.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

struct Row {
    const char* context;
    LevelRange microsoft;
    LevelRange google;
};

std::vector<std::string> deciding(const Advice& advice) {
    std::vector<std::string> ids;
    for (const auto index : advice.deciding)
        ids.emplace_back(shipped_catalogue().context[index].id);
    return ids;
}

Advice advice_for(Workshop& shop, const std::string& context, Text model) {
    const auto& sheet = shop.sheet("team: T\ncontext: " + context + "\nanswers: {}\n");
    return *advise(shipped_catalogue(), sheet, model);
}

}  // namespace

// The rules of the domain reference, section 6.2, and its two examples.
TEST_CASE("advised levels", "[target]") {
    const std::string rest =
        ", retraining: rarely, data_changes: stable, pipeline_changes: rare, pipelines: 1, "
        "criticality: low, auto_retrain_and_deploy_needed: false}";
    const Row rows[] = {
        {"{purpose: academic}", {0, 0}, {0, 0}},
        {"{purpose: poc, use_cases: 9}", {0, 0}, {0, 0}},
        {"{purpose: poc_to_production, production_models: 1, use_cases: 1, REST", {1, 1}, {0, 0}},
        {"{purpose: production, production_models: 1, use_cases: 3, REST", {2, 2}, {1, 1}},
        {"{purpose: production, production_models: 3, use_cases: 1, REST", {2, 2}, {1, 1}},
        {"{purpose: production, production_models: 4, use_cases: 4, retraining: weekly, "
         "data_changes: slow, pipeline_changes: regular, pipelines: 4, criticality: medium, "
         "auto_retrain_and_deploy_needed: false}",
         {2, 2},
         {1, 1}},
        {"{purpose: production, production_models: 4, use_cases: 4, retraining: weekly, "
         "data_changes: slow, pipeline_changes: regular, pipelines: 5, criticality: high, "
         "auto_retrain_and_deploy_needed: true}",
         {4, 4},
         {2, 2}},
        {"{purpose: production, production_models: 4, use_cases: 4, retraining: weekly, "
         "data_changes: slow, pipeline_changes: regular, pipelines: 5, criticality: high, "
         "auto_retrain_and_deploy_needed: false}",
         {3, 3},
         {2, 2}},
        {"{}", {0, 4}, {0, 2}},
    };
    for (const auto& row : rows) {
        Workshop shop;
        std::string context = row.context;
        if (const auto at = context.find(", REST"); at != std::string::npos)
            context.replace(at, 6, rest);
        INFO(context);
        const auto microsoft = advice_for(shop, context, "microsoft");
        const auto google = advice_for(shop, context, "google");
        CHECK(microsoft.level.low == row.microsoft.low);
        CHECK(microsoft.level.high == row.microsoft.high);
        CHECK(google.level.low == row.google.low);
        CHECK(google.level.high == row.google.high);
        CHECK(microsoft.deciding.empty() == (row.microsoft.low == row.microsoft.high));
        CHECK((microsoft.level.low == 0 || !microsoft.reasons.empty()));
    }
}

TEST_CASE("the question that decides is named", "[target]") {
    Workshop shop;
    const std::string known =
        "{purpose: production, production_models: 4, use_cases: 4, retraining: weekly, "
        "data_changes: slow, pipeline_changes: regular, criticality: high";
    const auto microsoft = advice_for(shop, known + ", pipelines: 2}", "microsoft");
    CHECK(microsoft.level.low == 3);
    CHECK(microsoft.level.high == 4);
    CHECK(deciding(microsoft) == std::vector<std::string>{"auto_retrain_and_deploy_needed"});
    const auto google = advice_for(shop, known + "}", "google");
    CHECK(deciding(google) == std::vector<std::string>{"pipelines"});
}

TEST_CASE("a model without rules has no advice", "[target]") {
    Workshop shop;
    CHECK_FALSE(advise(shipped_catalogue(), shop.answers({}), "contracts"));
}
