#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <map>

/// Gates of `portfolio`: those of `score`, for each team's latest sheet.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::string sheets = "tests/sheets/";

Outcome run(const std::string& command, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), command);
    arguments.insert(arguments.end(), {"--rubric", sheets + "models/features.yaml"});
    return run_program(arguments);
}

/// The gates of each team.
std::map<std::string, Json> gates_of(const Outcome& portfolio) {
    std::map<std::string, Json> gates;
    const auto all = Json::parse(portfolio.out);
    for (auto gate : all.at("gates")) {
        const std::string team = gate.at("team");
        gate.erase("team");
        gates[team].push_back(gate);
    }
    return gates;
}

/// What `score` says of its gates, as far as `portfolio` has it.
Json gates_of_score(const Json& report, const std::vector<std::string>& keys) {
    auto gates = Json::array();
    for (const auto& gate : report.at("gates")) {
        Json kept;
        for (const auto& key : keys) kept[key] = gate.at(key);
        gates.push_back(kept);
    }
    return gates;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string sheet(const std::string& team, const std::string& answers,
                  const std::string& date = "2026-11-20") {
    return fmt::format("team: {}\ndate: {}\nanswers: {{{}}}\n", team, date, answers);
}

}  // namespace

TEST_CASE("each team's gates are those of score for its sheet", "[portfolio_gates]") {
    const std::string waivers = sheets + "features-waivers.yaml";
    const auto options = GENERATE_COPY(values<std::vector<std::string>>({
        {"--fail-under", "small=1"},
        {"--fail-under", "small=0"},
        {"--fail-under", "small=3"},
        {"--fail-under", "small.build=2", "--fail-under", "small.extra=1"},
        {"--fail-under-evidenced", "small=1"},
        {"--fail-under-evidenced", "small.ship=1", "--max-age", "30", "--today", "2026-11-24"},
        {"--min-answered", "60"},
        {"--min-answered", "100", "--fail-under", "small=1"},
        {"--fail-under", "small=1", "--waivers", waivers},
        {"--fail-under", "small=1", "--waivers", waivers, "--today", "2027-03-01"},
        {"--fail-under", "small=1", "--bar", "fully", "--waivers", waivers},
    }));
    const std::vector<std::string> files = {
        sheets + "features.yaml", sheets + "features-musts.yaml", sheets + "features-top.yaml",
        sheets + "features-blank.yaml", sheets + "features-board.yaml"};
    auto arguments = files;
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.insert(arguments.end(), {"-f", "json", "-q"});
    const auto portfolio = run("portfolio", arguments);
    CAPTURE(options, portfolio.err);
    auto gates = gates_of(portfolio);
    CHECK(gates.size() == files.size());
    bool any_failed = false;
    for (const auto& file : files) {
        std::vector<std::string> one = {file, "-f", "json", "-q"};
        one.insert(one.end(), options.begin(), options.end());
        const auto outcome = run("score", one);
        REQUIRE(outcome.status <= 1);
        const auto report = Json::parse(outcome.out);
        const std::string team = report.at("team");
        CHECK(gates[team] ==
              gates_of_score(report, {"name", "passed", "required", "found", "because"}));
        any_failed = any_failed || outcome.status == 1;
        // Told in the same words, with the team before them.
        for (const auto& gate : report.at("gates"))
            CHECK(count(portfolio.err,
                        fmt::format("gate failed: {}: {}: ", team, std::string(gate.at("name")))) ==
                  (gate.at("passed") == true ? 0 : 1));
    }
    CHECK(portfolio.status == (any_failed ? 1 : 0));
}

TEST_CASE("only the latest sheet of a team is at the gate", "[portfolio_gates]") {
    const Folder folder;
    folder.file("a.yaml", sheet("A", "versioned: no", "2026-08-01"));
    folder.file("b.yaml", sheet("A", "versioned: fully, rolled-back: fully, measured: fully"));
    CHECK(run("portfolio", {folder.path.string(), "--fail-under", "small.build=1"}).status == 0);
    folder.file("c.yaml", sheet("A", "versioned: no", "2026-11-21"));
    const auto outcome = run("portfolio", {folder.path.string(), "--fail-under", "small.build=1"});
    CHECK(outcome.status == 1);
    CHECK(count(outcome.err, "gate failed: ") == 1);
    CHECK(count(outcome.out, "1 of 1 team failed") == 1);
}

TEST_CASE("regressions are looked for team by team", "[portfolio_gates]") {
    const Folder now;
    const Folder then;
    const std::string good = "versioned: fully, rolled-back: fully, measured: fully";
    now.file("better.yaml", sheet("Better", good));
    then.file("1.yaml", sheet("Better", "versioned: fully", "2026-08-01"));
    now.file("worse.yaml", sheet("Worse", "versioned: no"));
    then.file("2.yaml", sheet("Worse", good, "2026-08-01"));
    then.file("2-earlier.yaml", sheet("Worse", "versioned: no", "2026-05-01"));
    now.file("new.yaml", sheet("New", good));
    then.file("3.yaml", sheet("Gone", good, "2026-08-01"));
    const auto outcome =
        run("portfolio", {now.path.string(), "--no-regression", then.path.string(), "-f", "json"});
    INFO(outcome.err);
    CHECK(outcome.status == 1);
    auto gates = gates_of(outcome);
    REQUIRE(gates.size() == 3);
    CHECK(gates.at("Better").at(0).at("passed") == true);
    CHECK(gates.at("Worse").at(0).at("passed") == false);
    CHECK(gates.at("Gone").at(0).at("passed") == false);
    CHECK(count(outcome.err, "gate failed: Gone: --no-regression ") == 1);
    CHECK(count(outcome.err, "notice: New is new: there is nothing to compare with [new-team]") ==
          1);
    for (const auto* team : {"Better", "Worse"}) {
        const bool better = std::string(team) == "Better";
        const auto one =
            run("score",
                {(now.path / (better ? "better.yaml" : "worse.yaml")).string(), "--no-regression",
                 (then.path / (better ? "1.yaml" : "2.yaml")).string(), "-f", "json"});
        // Only the path differs: a team's earlier sheet, and the folder of all.
        const std::vector<std::string> keys = {"passed", "required", "found", "because"};
        auto kept = Json::array();
        for (auto gate : gates.at(team)) {
            gate.erase("name");
            kept.push_back(gate);
        }
        CHECK(kept == gates_of_score(Json::parse(one.out), keys));
    }
    // Without the worse and the missing one it passes.
    fs::remove(then.path / "2.yaml");
    fs::remove(then.path / "3.yaml");
    CHECK(run("portfolio", {now.path.string(), "--no-regression", then.path.string()}).status == 0);
}

TEST_CASE("a team that is missing at the gate is told beside another baseline",
          "[portfolio_gates]") {
    const Folder folder;
    const auto now = folder.file("now.yaml", sheet("A", "versioned: fully"));
    const auto gone =
        folder.file("gone.yaml", sheet("A team with quite a long name", "versioned: no"));
    const auto before = folder.file("before.yaml", sheet("A", "versioned: no", "2026-08-01"));
    const auto outcome =
        run("portfolio", {now, "--no-regression", gone, "--baseline", before, "-f", "json"});
    CHECK(outcome.status == 1);
    const auto all = Json::parse(outcome.out);
    CHECK(all.at("gates").at(0).at("team") == "A team with quite a long name");
    CHECK(all.at("since").at("paths") == Json({before}));
    CHECK(all.at("since").at("gone").empty());
}

TEST_CASE("a bad sheet weighs more than a failed gate, and wrong usage more than both",
          "[portfolio_gates]") {
    const Folder folder;
    const auto failing = folder.file("a.yaml", sheet("A", "versioned: no"));
    const auto bad = folder.file("b.yaml", sheet("B", "versioned: fuly"));
    const auto good = folder.file("c.yaml", sheet("C", "versioned: fully"));
    const std::vector<std::string> gate = {"--fail-under", "small.build=1"};
    const auto status = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), gate.begin(), gate.end());
        return run("portfolio", arguments).status;
    };
    CHECK(status({good}) == 0);
    CHECK(status({good, failing}) == 1);
    CHECK(status({good, bad}) == 3);
    const auto both = run("portfolio", {failing, bad, good, gate[0], gate[1], "-f", "json"});
    CHECK(both.status == 3);
    CHECK(count(both.err, "gate failed: A: ") == 1);
    CHECK(gates_of(both).size() == 2);
    CHECK(status({good, failing, "-o", (folder.path / "none/a.html").string()}) == 3);
    CHECK(status({bad, "--by", "unit"}) == 3);
    CHECK(status({good, failing, "--by", "unit"}) == 2);
    CHECK(status({good, "--no-regression", bad}) == 3);
    CHECK(status({good, "--no-regression", (folder.path / "nosuch.yaml").string()}) == 3);
    CHECK(run("portfolio", {good, "--fail-under", "small=9"}).status == 2);
    CHECK(run("portfolio", {good, "--fail-under", "small.nosuch=1"}).status == 2);
    CHECK(run("portfolio", {good, "--waivers", bad}).status == 3);
}

TEST_CASE("a failed gate is in every report", "[portfolio_gates]") {
    const auto* format = GENERATE("text", "markdown", "html");
    const auto outcome = run("portfolio", {sheets + "features.yaml", sheets + "features-top.yaml",
                                           "--fail-under", "small=1", "-f", format});
    CHECK(outcome.status == 1);
    INFO(outcome.out);
    CHECK(count(outcome.out, "--fail-under") + count(outcome.out, "\\-\\-fail-under") >= 1);
    CHECK(count(outcome.out, "1 of 2 teams") >= 1);
}

TEST_CASE("what holds no sheet is nothing to compare with", "[portfolio_gates]") {
    const Folder folder;
    const auto now = folder.file("a.yaml", sheet("A", "versioned: fully"));
    fs::create_directories(folder.path / "empty");
    for (const auto* option : {"--no-regression", "--baseline"}) {
        INFO(option);
        const auto outcome = run("portfolio", {now, option, (folder.path / "empty").string()});
        CHECK(outcome.status == 3);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find("[no-sheet]") != std::string::npos);
    }
}

TEST_CASE("waivers that ended, or that no team needs, are told once", "[portfolio_gates]") {
    const auto outcome =
        run("portfolio",
            {sheets + "features.yaml", sheets + "features-board.yaml", "--fail-under", "small=0",
             "--waivers", sheets + "features-waivers.yaml", "--today", "2026-11-24", "-f", "csv"});
    CHECK(outcome.status == 0);
    CHECK(count(outcome.err, "[expired-waiver]") == 1);
    CHECK(count(outcome.err, "[needless-waiver]") == 1);
}

TEST_CASE("a tag may be that of a sheet that cannot be used", "[portfolio_gates]") {
    const Folder folder;
    const auto good = folder.file("a.yaml", sheet("A", "versioned: fully"));
    const auto bad = folder.file("b.yaml", "team: B\ntags: {unit: U}\nanswers: {versioned: x}\n");
    const auto outcome = run("portfolio", {good, bad, "--by", "unit"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out.find("none") != std::string::npos);
    CHECK(run("portfolio", {good, "--by", ""}).status == 2);
    CHECK(run("portfolio", {good, "--by", "unit"}).status == 2);
}
