#include "support/catch.hpp"
#include "support/program.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

/// What the shipped examples are there to show.
using Json = nlohmann::json;

namespace {

const std::string first_quarter = "examples/portfolio/2026-q1/";
const std::string second_quarter = "examples/portfolio/2026-q2/";

Json report(const std::string& sheet) {
    const auto outcome = run_program({"score", sheet, "-f", "json"});
    INFO(sheet << outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

/// `2 1 | 3 3 2 …`: the overall levels, then Microsoft's of the parameters; a range as `0-1`.
std::string levels(const Json& report) {
    const auto level = [](const Json& of) {
        const auto& possible = of["possible"];
        return possible["high"] == of["level"]
                   ? of["level"].dump()
                   : fmt::format("{}-{}", of["level"].dump(), possible["high"].dump());
    };
    auto line = level(report["assessments"][0]) + " " + level(report["assessments"][1]) + " |";
    for (const auto& parameter : report["assessments"][0]["parameters"])
        line += " " + level(parameter);
    return line;
}

}  // namespace

TEST_CASE("the example sheets are valid without a warning", "[examples]") {
    std::vector<std::string> arguments = {"validate", "--strict"};
    for (const auto* folder : {"examples", "examples/earlier", "examples/portfolio/2026-q1",
                               "examples/portfolio/2026-q2"})
        for (auto& sheet : yaml_files(folder)) arguments.push_back(std::move(sheet));
    CHECK(arguments.size() >= 2 + 9 + 1 + 12);
    const auto outcome = run_program(arguments);
    INFO(outcome.out);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
}

TEST_CASE("the six teams move as the example says", "[examples]") {
    // Overall by Microsoft and Google, then by Microsoft people, data, development, release, CI,
    // CD, app, monitoring.
    struct Team {
        std::string name;
        std::string before;
        std::string after;
    };
    const Team teams[] = {
        // These three rise,
        {"application-scoring", "1 0 | 2 2 1 1 2 2 2 1", "2 0 | 2 3-4 2 2 2 2 2 2"},
        {"payment-fraud", "2 1 | 3 3 3 3 2 4 3 3", "3 1 | 3 4 3 3 3 4 3 3"},
        {"provision-forecasting", "0 0 | 1 1 0 0 2 1 2 1", "1 0 | 1 1 1 1 2 1 2 1"},
        // this one answers what it left open,
        {"chat-assistant", "0-1 0 | 1 0-1 1 0-2 0-4 1 2 1-2", "0 0 | 1 0 1 0 2 1 2 1"},
        // this one stays, and this one falls.
        {"document-extraction", "1 0 | 1 1 1 2 2 4 4 3", "1 0 | 1 1 1 2 2 4 4 3"},
        {"offer-propensity", "2 1 | 3 3 3 3 2 3 2 3", "2 0 | 3 3 3 3 2 3 2 2"}};
    CHECK(yaml_files(first_quarter).size() == std::size(teams));
    CHECK(yaml_files(second_quarter).size() == std::size(teams));
    for (const auto& team : teams) {
        INFO(team.name);
        const auto before = report(first_quarter + team.name + ".yaml");
        const auto after = report(second_quarter + team.name + ".yaml");
        CHECK(levels(before) == team.before);
        CHECK(levels(after) == team.after);
        CHECK(before["team"] == after["team"]);
        CHECK(before["tags"] == after["tags"]);
        CHECK(before["date"] < after["date"]);
        // No answer is lower than a stronger practice makes it count.
        CHECK(before["notices"].empty());
        CHECK(after["notices"].empty());
    }
}

TEST_CASE("the six teams show what a page of many teams has to tell apart", "[examples]") {
    std::set<std::string> units;
    std::set<std::string> targets;
    int without_platform = 0;
    int musts_missing = 0;
    int with_open = 0;
    for (const auto& sheet : yaml_files(second_quarter)) {
        const auto all = report(sheet);
        units.insert(all["tags"]["unit"]);
        without_platform += all["tags"].contains("platform") ? 0 : 1;
        targets.insert(fmt::format("{} {}", all["assessments"][0]["target"].dump(),
                                   all["assessments"][1]["target"].dump()));
        bool missing = false;
        for (const auto& must : all["must_have"]) missing = missing || must["met"] == false;
        musts_missing += missing ? 1 : 0;
        bool open = false;
        for (const auto& answer : all["answers_given"])
            open = open || answer["answer"] == "unanswered";
        with_open += open ? 1 : 0;
    }
    CHECK(units == std::set<std::string>{"Customer", "Lending"});
    CHECK(without_platform == 1);
    CHECK(targets.size() >= 3);
    CHECK(musts_missing == 4);
    CHECK(with_open >= 5);
}
