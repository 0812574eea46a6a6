#include "report/phrases.hpp"
#include "report/verdict_words.hpp"

#include "report/comparison_words.hpp"
#include "report/plan_words.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

/// A sheet scored by the model of tests/sheets/models/features.yaml.
Scored scored(Workshop& shop, const std::string& sheet, const Rules& rules = {}) {
    std::filesystem::current_path(SOURCE_FOLDER);
    shop.rubric(read_file("tests/sheets/models/features.yaml"));
    auto found = score(shop.models, shop.sheet(sheet), rules, {}, shop.diagnostics);
    REQUIRE(found);
    return std::move(*found);
}

Scored small_team(Workshop& shop, const Rules& rules = {}) {
    std::filesystem::current_path(SOURCE_FOLDER);
    return scored(shop, read_file("tests/sheets/features.yaml"), rules);
}

}  // namespace

TEST_CASE("the words of a verdict", "[phrases]") {
    Workshop shop;
    const auto s = small_team(shop);
    const auto& a = s.assessments[0];
    CHECK(scope_words(s) == "40 users, regulated, ships daily");
    CHECK(count_words(s.count) == "6 answered, 1 n/a, 2 open");
    CHECK(level_words(a) == "below level 1 of 3");
    CHECK(level_name(a) == "By habit");
    CHECK(target_words(s, 0) == "your target 3: 3 to do, 2 open");
    CHECK(held_back_by_words(a) == "Watching what runs, day and night");
    CHECK(short_of_words(a) == "short of 1: 1 to do; of 2: 1 to do, 1 open; of 3: 3 to do, 2 open");
    CHECK(ahead_words(a) == "2 of 3 parameters stand at 1 or higher");
    CHECK(evidenced_words(s, a) == "2 of 6 answers cite evidence");
    CHECK(possible_words(a) ==
          "could be level 0 to 2: 1 open question decides whether it is above 0");
    CHECK(decided_words(s).empty());
    CHECK(next_words(s) == "Small 1, on the way to your target: 1 to do; 1 must do");
    CHECK(badge_words(s) == "Small 0–2 of 3");
    CHECK(held_back_id(s) == "small.watch");
    CHECK_FALSE(only_must_haves_miss(s));
    CHECK(evidenced_words(small_team(shop, {{}, 30, "2026-11-20"}), a) ==
          "2 of 6 answers cite evidence of the last 30 days");
}

TEST_CASE("the words of a team at the top", "[phrases]") {
    Workshop shop;
    const auto s = scored(
        shop, read_file(std::filesystem::path(SOURCE_FOLDER) / "tests/sheets/features-top.yaml"));
    const auto& a = s.assessments[0];
    CHECK(level_words(a) == "level 3 of 3");
    CHECK(level_name(a) == "By itself");
    CHECK(target_words(s, 0) == "top level, no target set");
    CHECK(short_of_words(a).empty());
    CHECK(ahead_words(a).empty());
    CHECK(evidenced_words(s, a) == "0 of 9 answers cite evidence, too few for level 1");
    CHECK(possible_words(a).empty());
    CHECK(next_words(s) == "Every target is reached.");
    CHECK(held_back_id(s) == "small");
}

TEST_CASE("ranges, levels and signs", "[phrases]") {
    CHECK(range_words({1, 3}) == "1–3");
    CHECK(range_words({1, 3}, "-") == "1-3");
    CHECK(range_words({2, 2}) == "2");
    CHECK(at_least_sign({1, 3}) == "≥");
    CHECK(at_least_sign({2, 2}).empty());
    CHECK(index_words(200) == "2.00");
    CHECK(index_words(1234) == "12.34");
    Workshop shop;
    CHECK(model_level(shop.google(), 1) == "Google 1");
    const auto s = small_team(shop);
    const auto& parameters = s.assessments[0].parameters;
    CHECK(level_range(parameters[0]) == "2");
    CHECK(level_range(parameters[1]) == "2–3");
    CHECK(level_range(parameters[3]) == "not assessed");
    CHECK(parameters[1].nothing_new);
    CHECK_FALSE(parameters[0].nothing_new);
}

TEST_CASE("the words of a requirement and of a must-have", "[phrases]") {
    Workshop shop;
    const auto s = small_team(shop);
    const auto& a = s.assessments[0];
    CHECK(missing_words(a, a.rubric->cell(2, 1).required[0]) ==
          "its health is not measured (partially)");
    CHECK(answer_words(a, 0) == "no, counts as mostly through Build server (built-by-machine)");
    CHECK(met_word(a, a.rubric->cell(3, 1).required[0]) == "n/a");
    CHECK(met_word(a, a.rubric->cell(0, 1).required[0]) == "met");
    CHECK(met_word(a, a.rubric->cell(2, 1).required[0]) == "not met");
    std::vector<std::string> words;
    for (const auto& each : s.must_have.practices)
        words.push_back(std::string(each.practice->id) + " " + std::string(must_have_word(each)));
    CHECK(words ==
          std::vector<std::string>{"rolled-back met", "alarmed not answered yet", "reviewed met"});
    CHECK(reason_words(s.must_have.practices[1]) == "Regulators ask for it. Many would notice.");
    CHECK(s.must_have.applicable == 3);
    CHECK(s.must_have.met() == 2);
    const auto& item = s.roadmaps[0].milestones[0].gaps[0];
    CHECK(need_words(needs(a, s.roadmaps[0].milestones[0], item)[0]) == "Small 1");
    CHECK(need_words({a.rubric, 3, 3, Basis::added}) == "Small 3 (our addition)");
    CHECK(answer_words(a, item.requirement->practice) == "partially");
}

TEST_CASE("cells and aims", "[phrases]") {
    Workshop shop;
    const auto s = small_team(shop);
    const auto& a = s.assessments[0];
    CHECK(cell_state(a, 0, 1) == CellState::met);
    CHECK(cell_state(a, 0, 3) == CellState::later);
    CHECK(cell_state(a, 1, 2) == CellState::nothing_new);
    CHECK(cell_state(a, 2, 1) == CellState::gap);
    const auto blank = scored(shop, "team: A\nanswers: {}\n");
    CHECK(cell_state(blank.assessments[0], 0, 1) == CellState::open);
    CHECK(cell_state(a, 3, 1) == CellState::not_applicable);
    CHECK(s.roadmaps[0].practices() == 5);
    CHECK(s.roadmaps[0].later() == 4);
    CHECK(s.roadmaps[0].aims[0].higher);
    CHECK_FALSE(s.roadmaps[0].aims[3].higher);
}

TEST_CASE("the words of a plan and of a comparison", "[phrases]") {
    Workshop shop;
    const auto s = small_team(shop);
    const auto plan = make_plan(s, s, {});
    CHECK(model_words(plan, 0) ==
          "below level 1 of 3; your target 3: 3 to do, 2 open in 3 milestones, 1 of them above; "
          "advised: level 2 is enough");
    CHECK(must_words(plan) == "1 of 3 must-haves is not met: 1 open");
    CHECK(must_reasons(plan) ==
          std::vector<std::string>{"Alarm: Regulators ask for it.", "Alarm: Many would notice."});
    CHECK(total_words(plan) == "3 to do, 2 open (1 takes days, 3 take weeks, 1 takes months)");
    CHECK(also_words(plan, plan.must_have[0].steps[0]) == "also for Small 2");
    CHECK(today_words(plan, plan.models[0].milestones[0].stages[0].steps[0]) ==
          "partially (line 16)");
    CHECK(due_dates_words(plan).empty());
    CHECK(leads_to_words(s.assessments[0], s.roadmaps[0].milestones[2]) ==
          "Leads to level 3 in every parameter.");
    CHECK(level_change_words({1, 2, {}}) == "level 2, it was 1");
    CHECK(level_change_words({1, 1, {}}) == "level 1 as before");
    CHECK(level_change_words({std::nullopt, 1, {}}) == "level 1, it was not assessed");
    CHECK(level_change_words({1, std::nullopt, {}}) == "not assessed, it was 1");
    const Move move{&s.catalogues[0]->practices[0], Rating::no, Rating::fully, Direction::up};
    CHECK(move_words(move) == "Repository (versioned): fully, it was no");
}
