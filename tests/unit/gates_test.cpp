#include "report/report.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

/// The small team of tests/sheets/features.yaml: build 2, ship 2, watch 0, extra not assessed.
Scored small_team(Workshop& shop) {
    std::filesystem::current_path(SOURCE_FOLDER);
    shop.rubric(read_file("tests/sheets/models/features.yaml"));
    auto found = score(shop.models, shop.sheet(read_file("tests/sheets/features.yaml")), {}, {},
                       shop.diagnostics);
    REQUIRE(found);
    return std::move(*found);
}

GateResult level_gate(const Scored& scored, std::optional<std::uint32_t> parameter, int level,
                      bool evidenced = false, WaiverList waivers = {}) {
    Demands demands;
    demands.levels = {{0, parameter, level, evidenced}};
    demands.waivers = std::move(waivers);
    return check(demands, scored).results.front();
}

const Waiver measured[] = {{"measured", {1, 1}, "new charts", "Ana", "the board", "2027-01-31"}};

WaiverList waivers() { return {nullptr, nullptr, List<Waiver>(measured)}; }

}  // namespace

TEST_CASE("a level gate compares with the level reached", "[gates]") {
    Workshop shop;
    const auto s = small_team(shop);
    CHECK(level_gate(s, 0, 1).passed);
    CHECK(level_gate(s, 0, 2).passed);
    const auto above = level_gate(s, 0, 3);
    CHECK_FALSE(above.passed);
    CHECK(above.name == "--fail-under small.build=3");
    CHECK(above.required == "Small, Build at level 3");
    CHECK(above.found == "level 2");
    CHECK(above.because ==
          std::vector<std::string>{
              "Small 3: Build server (built-by-machine): mostly, needed: fully",
              "Small 3: Reproducible build (reproducible): partially, needed: fully"});
    CHECK(level_gate(s, std::nullopt, 0).passed);
    CHECK_FALSE(level_gate(s, std::nullopt, 1).passed);
}

TEST_CASE("a gate on what is not assessed fails and says so", "[gates]") {
    Workshop shop;
    const auto gate = level_gate(small_team(shop), 3, 0);
    CHECK_FALSE(gate.passed);
    CHECK(gate.found == "not assessed: none of its requirements applies");
}

TEST_CASE("an evidenced gate names what only lacks evidence", "[gates]") {
    Workshop shop;
    const auto s = small_team(shop);
    CHECK(level_gate(s, 0, 2, true).passed);
    auto without = s;
    without.assessments[0].evidenced[0] = 1;
    CHECK(level_gate(without, 0, 1, true).because ==
          std::vector<std::string>{"Small 1: Repository (versioned): no, counts as mostly "
                                   "through Build server (built-by-machine) without evidence "
                                   "that counts, needed: mostly"});
}

TEST_CASE("an evidenced gate names the stale answer, also one that only gives credit", "[gates]") {
    Workshop shop;
    std::filesystem::current_path(SOURCE_FOLDER);
    shop.rubric(read_file("tests/sheets/models/features.yaml"));
    const auto because = [&](const std::string& day) {
        const auto& sheet = shop.sheet(
            "team: T\nanswers:\n  built-by-machine: {answer: mostly, "
            "evidence: e" +
            day + "}\n");
        const auto scored = score(shop.models, sheet, {{}, 30, "2026-11-20"}, {}, shop.diagnostics);
        REQUIRE(scored);
        return level_gate(*scored, 0, 1, true).because;
    };
    const std::string start =
        "Small 1: Repository (versioned): unanswered, counts as mostly through Build server "
        "(built-by-machine) without evidence that counts (Build server ";
    CHECK(because(", date: 2026-10-20") ==
          std::vector<std::string>{start +
                                   "(built-by-machine) of 2026-10-20 is older than 30 days), "
                                   "needed: mostly"});
    CHECK(because("") ==
          std::vector<std::string>{start + "(built-by-machine) has no date), needed: mostly"});
    CHECK(because(", date: 2026-10-21").empty());
}

TEST_CASE("a waiver meets its practice in the gate, and the level stays", "[gates]") {
    Workshop shop;
    const auto s = small_team(shop);
    const auto waived = level_gate(s, std::nullopt, 1, false, waivers());
    CHECK(waived.passed);
    CHECK(waived.found == "level 0, with waivers 1");
    CHECK(waived.because == std::vector<std::string>{"Charts (measured): waived until 2027-01-31 "
                                                     "by Ana, approved by the board: new charts"});
    Demands demands;
    demands.levels = {{0, std::nullopt, 1, false}};
    demands.waivers = waivers();
    const auto report = make_report(s, demands, nullptr, "", "answers.yaml");
    REQUIRE(report.gates.passed());
    CHECK(report.misses[0].front().urgency == Urgency::waived);
}

TEST_CASE("completeness and regression gates", "[gates]") {
    Workshop shop;
    const auto s = small_team(shop);
    Demands demands;
    demands.min_answered = 75;
    CHECK(check(demands, s).passed());
    demands.min_answered = 76;
    const auto gates = check(demands, s);
    CHECK_FALSE(gates.passed());
    CHECK(gates.results[0].found == "Small: 6 of 8 (75 %)");

    const Side before{s, {}};
    demands = {};
    demands.baseline = &before;
    CHECK(check(demands, s).passed());
    auto fallen = s;
    fallen.assessments[0].practices[0].effective = 0;
    CHECK_FALSE(check(demands, fallen).passed());
}

TEST_CASE("no demands, no results, and that passes", "[gates]") {
    Workshop shop;
    const auto gates = check({}, small_team(shop));
    CHECK(gates.results.empty());
    CHECK(gates.passed());
}
