#include "assessment/target.hpp"

#include "model/shipped.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

#include <set>

using namespace mlops_assess;

namespace {

using Answered = std::map<std::string, std::string>;

/// One live model, for one use, that hardly changes.
const Answered quiet = {{"purpose", "production"},    {"production_models", "1"},
                        {"use_cases", "1"},           {"pipelines", "1"},
                        {"retraining", "rarely"},     {"data_changes", "stable"},
                        {"pipeline_changes", "rare"}, {"criticality", "low"},
                        {"regulated", "false"},       {"auto_retrain_and_deploy_needed", "false"}};

/// Quiet facts, some of them answered otherwise; `?` leaves one open.
struct Row {
    Answered otherwise;
    int microsoft;
    int google;
};

std::string context(const Answered& facts) {
    std::string text;
    for (const auto& [question, answer] : facts)
        if (answer != "?") text += (text.empty() ? "{" : ", ") + question + ": " + answer;
    return text.empty() ? "{}" : text + "}";
}

std::string quiet_but(Answered otherwise) {
    otherwise.insert(quiet.begin(), quiet.end());
    return context(otherwise);
}

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

/// The answers to a question on both sides of every bound that a rule sets, in their order.
std::vector<Fact> ladder(std::uint32_t index) {
    const auto& catalogue = shipped_catalogue();
    const auto& question = catalogue.context[index];
    std::set<std::int64_t> numbers;
    for (const auto& rule : catalogue.targets)
        for (const auto& condition : rule.when) {
            if (condition.question != index) continue;
            if (condition.at_least) numbers.insert({*condition.at_least - 1, *condition.at_least});
            if (condition.at_most) numbers.insert({*condition.at_most, *condition.at_most + 1});
        }
    std::vector<Fact> facts;
    const auto add = [&](bool boolean, std::int64_t number, Text option) {
        facts.push_back({question.id, question.kind, {}, boolean, number, option});
    };
    if (question.kind == ContextKind::boolean)
        for (const bool boolean : {false, true}) add(boolean, 0, {});
    for (const auto option : question.options) add(false, 0, option);
    for (const auto number : numbers) add(false, number, {});
    return facts;
}

/// The advised level for every combination of the ladders; the first question changes fastest.
std::vector<int> levels_of_all(const std::vector<std::vector<Fact>>& ladders, Text model) {
    std::size_t count = 1;
    for (const auto& steps : ladders) count *= steps.size();
    std::vector<int> levels;
    std::vector<Fact> facts(ladders.size());
    for (std::size_t way = 0; way < count; ++way) {
        auto rest = way;
        for (std::size_t q = 0; q < ladders.size(); ++q) {
            facts[q] = ladders[q][rest % ladders[q].size()];
            rest /= ladders[q].size();
        }
        AnswerSheet sheet{};
        sheet.context = facts;
        const auto advice = advise(shipped_catalogue(), sheet, model);
        levels.push_back(advice->level.high);
    }
    return levels;
}

}  // namespace

TEST_CASE("advised levels", "[target]") {
    const Row rows[] = {
        {{}, 1, 0},
        {{{"purpose", "poc_to_production"}}, 1, 0},
        // Studies end at level 0, but not with a live model.
        {{{"purpose", "academic"}, {"production_models", "0"}, {"use_cases", "9"}}, 0, 0},
        {{{"purpose", "poc"}, {"production_models", "0"}, {"retraining", "hourly"}}, 0, 0},
        {{{"purpose", "academic"}, {"production_models", "2"}, {"retraining", "hourly"}}, 1, 0},
        // Rules and harm ask for what can be traced, once a model is live.
        {{{"regulated", "true"}}, 2, 0},
        {{{"regulated", "true"}, {"production_models", "0"}}, 1, 0},
        {{{"criticality", "high"}}, 2, 0},
        {{{"criticality", "high"}, {"production_models", "0"}}, 1, 0},
        // Counts: Google's level 1 only where models are retrained regularly.
        {{{"use_cases", "3"}}, 2, 0},
        {{{"use_cases", "3"}, {"retraining", "monthly"}}, 2, 1},
        {{{"production_models", "3"}}, 2, 0},
        {{{"production_models", "3"}, {"retraining", "monthly"}}, 2, 1},
        {{{"use_cases", "3"}, {"criticality", "high"}}, 3, 0},
        {{{"retraining", "monthly"}}, 1, 0},
        {{{"retraining", "weekly"}}, 2, 1},
        {{{"data_changes", "fast"}}, 2, 1},
        // Hourly retraining with rare changes of the code is not Google's level 2.
        {{{"retraining", "hourly"}}, 3, 1},
        {{{"retraining", "hourly"}, {"auto_retrain_and_deploy_needed", "true"}}, 4, 1},
        {{{"pipelines", "5"}}, 2, 1},
        {{{"pipelines", "5"}, {"retraining", "weekly"}}, 3, 2},
        {{{"pipelines", "5"}, {"pipeline_changes", "rapid"}}, 3, 2},
        {{{"pipelines", "5"}, {"use_cases", "3"}, {"retraining", "monthly"}}, 3, 2},
        {{{"pipeline_changes", "rapid"}}, 2, 1},
        {{{"pipeline_changes", "rapid"}, {"retraining", "weekly"}}, 3, 2},
        {{{"pipeline_changes", "rapid"}, {"data_changes", "fast"}}, 3, 2},
        // The need for retraining and deployment without a person, beside one model.
        {{{"auto_retrain_and_deploy_needed", "true"}}, 3, 1},
        {{{"auto_retrain_and_deploy_needed", "true"}, {"retraining", "weekly"}}, 3, 1},
        {{{"auto_retrain_and_deploy_needed", "true"}, {"criticality", "high"}}, 3, 1},
        {{{"auto_retrain_and_deploy_needed", "true"},
          {"criticality", "high"},
          {"retraining", "daily"}},
         4,
         1},
        {{{"auto_retrain_and_deploy_needed", "true"},
          {"criticality", "high"},
          {"data_changes", "fast"}},
         4,
         1},
        {{{"auto_retrain_and_deploy_needed", "true"},
          {"criticality", "high"},
          {"data_changes", "fast"},
          {"pipeline_changes", "rapid"}},
         4,
         2},
        {{{"auto_retrain_and_deploy_needed", "true"}, {"use_cases", "3"}, {"criticality", "high"}},
         4,
         1},
    };
    for (const auto& row : rows) {
        Workshop shop;
        const auto facts = quiet_but(row.otherwise);
        INFO(facts);
        for (const auto& [model, level] :
             {std::pair{Text("microsoft"), row.microsoft}, std::pair{Text("google"), row.google}}) {
            const auto advice = advice_for(shop, facts, model);
            CHECK(advice.level.low == level);
            CHECK(advice.level.high == level);
            CHECK(advice.deciding.empty());
            CHECK((level == 0 || !advice.reasons.empty()));
        }
    }
}

TEST_CASE("without facts every level may be advised", "[target]") {
    Workshop shop;
    CHECK(advice_for(shop, "{}", "microsoft").level.low == 0);
    CHECK(advice_for(shop, "{}", "microsoft").level.high == 4);
    CHECK(advice_for(shop, "{}", "google").level.high == 2);
    const auto study = advice_for(shop, "{purpose: academic}", "microsoft");
    CHECK(study.level.low == 0);
    CHECK(study.level.high == 1);
    CHECK(deciding(study) == std::vector<std::string>{"production_models"});
}

TEST_CASE("the question that decides is named", "[target]") {
    Workshop shop;
    const Answered busy = {{"production_models", "4"}, {"use_cases", "4"},
                           {"retraining", "weekly"},   {"data_changes", "slow"},
                           {"criticality", "high"},    {"pipeline_changes", "regular"}};
    auto facts = busy;
    facts["auto_retrain_and_deploy_needed"] = "?";
    const auto microsoft = advice_for(shop, quiet_but(facts), "microsoft");
    CHECK(microsoft.level.low == 3);
    CHECK(microsoft.level.high == 4);
    CHECK(deciding(microsoft) == std::vector<std::string>{"auto_retrain_and_deploy_needed"});
    facts["pipelines"] = "?";
    const auto google = advice_for(shop, quiet_but(facts), "google");
    CHECK(google.level.low == 1);
    CHECK(google.level.high == 2);
    CHECK(deciding(google) == std::vector<std::string>{"pipelines"});
}

// A number one up, the next option, or one yes for a no. That a proof of concept is to go live
// after all is no small change, nor is it that nobody may stand between training and release.
TEST_CASE("a small change of the facts moves no advice by two levels", "[target]") {
    const auto& catalogue = shipped_catalogue();
    std::set<std::uint32_t> asked;
    for (const auto& rule : catalogue.targets)
        for (const auto& condition : rule.when) asked.insert(condition.question);
    std::vector<std::vector<Fact>> ladders;
    for (const auto index : asked) ladders.push_back(ladder(index));

    for (const Text model : {"microsoft", "google"}) {
        const auto levels = levels_of_all(ladders, model);
        std::size_t stride = 1;
        for (const auto& steps : ladders) {
            const bool is_small = steps[0].question != "auto_retrain_and_deploy_needed";
            int widest = 0;
            for (std::size_t way = 0; way < levels.size(); ++way) {
                const auto step = way / stride % steps.size();
                if (step == 0 || steps[step].option == "poc_to_production") continue;
                widest = std::max(widest, std::abs(levels[way] - levels[way - stride]));
            }
            INFO(model << ": " << steps[0].question);
            CHECK(widest <= (is_small ? 1 : 2));
            stride *= steps.size();
        }
    }
}

TEST_CASE("a model without rules has no advice", "[target]") {
    Workshop shop;
    CHECK_FALSE(advise(shipped_catalogue(), shop.answers({}), "contracts"));
}
