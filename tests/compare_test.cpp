#include "support/catch.hpp"
#include "support/program.hpp"

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

const std::string before = "examples/notebooks.yaml";

/// Another example's answers as those of the same team later.
const std::string& after() {
    static const Folder folder;
    static const auto file = [] {
        const auto team = [](const std::string& of) {
            const auto at = of.find("\nteam:") + 1;
            return of.substr(at, of.find('\n', at) - at);
        };
        auto text = read_file("examples/devops-service.yaml");
        text.replace(text.find("\nteam:") + 1, team(text).size(), team(read_file(before)));
        return folder.file("later.yaml", text);
    }();
    return file;
}

json compared(const std::string& a, const std::string& b) {
    const auto outcome = run_program({"compare", a, b, "-f", "json"});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

}  // namespace

TEST_CASE("sheets and their JSON reports compare alike", "[compare]") {
    const Folder folder;
    const auto old = folder.file("old.json", run_program({"score", before, "-f", "json"}).out);
    const auto now = folder.file("new.json", run_program({"score", after(), "-f", "json"}).out);
    auto sheets = compared(before, after());
    for (auto other : {compared(old, after()), compared(before, now), compared(old, now)}) {
        for (const auto* side : {"before", "after"}) other[side]["file"] = sheets[side]["file"];
        for (const int side : {0, 1}) other["sides"][side]["file"] = sheets["sides"][side]["file"];
        CHECK(other == sheets);
    }
}

TEST_CASE("nothing moved between a sheet and itself", "[compare]") {
    const auto same = compared(after(), after());
    CHECK(same["moves"].empty());
    for (const auto& model : same["models"]) {
        CHECK(model["level"]["before"] == model["level"]["after"]);
        CHECK(model["level"]["causes"].empty());
        CHECK(model["parameters"].empty());
    }
}

TEST_CASE("the other way round is the same change backwards", "[compare]") {
    const auto there = compared(before, after());
    const auto back = compared(after(), before);
    REQUIRE(there["moves"].size() == back["moves"].size());
    for (std::size_t i = 0; i < there["moves"].size(); ++i) {
        CHECK(there["moves"][i]["before"] == back["moves"][i]["after"]);
        const auto up = there["moves"][i]["up"];
        const bool aside = up.is_null();
        CHECK((back["moves"][i]["up"] == up) == aside);
    }
    for (std::size_t i = 0; i < there["models"].size(); ++i)
        CHECK(there["models"][i]["parameters"].size() == back["models"][i]["parameters"].size());
}

TEST_CASE("each change of level names its causes", "[compare]") {
    const auto changes = compared(before, after());
    for (const auto& model : changes["models"])
        for (const auto& parameter : model["parameters"]) {
            INFO(parameter.dump());
            CHECK(!parameter["causes"].empty());
        }
}

TEST_CASE("one answer is the cause", "[compare]") {
    const Folder folder;
    const std::string head = "schema: mlops-assess/answers/1\nteam: T\nanswers:\n  one: ";
    const auto low = folder.file("low.yaml", head + "no\n");
    const auto high = folder.file("high.yaml", head + "fully\n");
    const auto outcome = run_program(
        {"compare", low, high, "-f", "json", "--rubric", "tests/sheets/models/one.yaml"});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    const auto model = json::parse(outcome.out)["models"][0];
    CHECK(model["level"]["causes"] == json::array({"one"}));
    CHECK(model["parameters"][0]["causes"] == json::array({"one"}));
}

TEST_CASE("what cannot be compared is refused", "[compare]") {
    const Folder folder;
    const auto broken = folder.file("broken.json", "{\"schema\": 1}");
    CHECK(run_program({"compare", broken, after()}).status == 3);
    CHECK(run_program({"compare", before, "no-such.yaml"}).status == 3);
    CHECK(run_program({"compare", before}).status == 2);
    CHECK(run_program({"compare", before, after(), "-f", "html"}).status == 2);
    const auto report = run_program({"score", before, "-f", "json"}).out;
    const auto piped = run_program({"compare", "-", after(), "-f", "json"}, report);
    CHECK(piped.status == 0);
}

TEST_CASE("levels in a trend are those of each sheet", "[compare]") {
    const Folder folder;
    const auto sheet = [&](const std::string& name, const std::string& date,
                           const std::string& answer) {
        return folder.file(name, "team: T\n" + date + "answers:\n  one: " + answer + "\n");
    };
    const std::vector<std::string> files = {sheet("c.yaml", "date: 2026-11-20\n", "fully"),
                                            sheet("a.yaml", "", "no"),
                                            sheet("b.yaml", "date: 2026-08-20\n", "mostly"),
                                            sheet("d.yaml", "date: 2027-02-20\n", "unknown")};
    const auto run = [&](const std::string& format) {
        return run_program({"compare", files[0], files[1], files[2], files[3], "--rubric",
                            "tests/sheets/models/one.yaml", "-f", format});
    };
    const auto trend = json::parse(run("json").out);
    CHECK(trend["kind"] == "trend");
    CHECK(trend["tables"][0]["levels"] == json({0, 1, 1, 0}));
    CHECK(trend["tables"][0]["parameters"][0]["levels"] == json({0, 1, 1, 0}));
    CHECK(trend["sides"][1]["date"] == "2026-08-20");
    // What moved is told from the first to the last.
    CHECK(trend["before"]["date"] == nullptr);
    CHECK(trend["after"]["date"] == "2027-02-20");
    CHECK(trend["answered_then"] == json::array({"one"}));
    const auto text = run("text").out;
    CHECK(text.starts_with("T\n4 assessments, from "));
}

TEST_CASE("a table in a narrow window stands in blocks", "[compare]") {
    std::vector<std::string> arguments = {"compare"};
    for (int i = 0; i < 12; ++i) arguments.push_back("tests/sheets/features.yaml");
    arguments.insert(arguments.end(), {"--rubric", "tests/sheets/models/features.yaml", "-q"});
    const auto text = run_program(arguments).out;
    std::size_t levels = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        const auto line = text.substr(at, end - at);
        CHECK(line.size() <= 80);
        levels += line.starts_with("  level ");
        at = end + 1;
    }
    CHECK(levels == 4);
}

TEST_CASE("different teams are told in the first line", "[compare]") {
    for (const std::string format : {"text", "markdown"}) {
        const auto out =
            run_program({"compare", before, "examples/devops-service.yaml", "-f", format}).out;
        CHECK(out.substr(0, out.find('\n')).find("different teams") != std::string::npos);
        CHECK(out.find("it was") == std::string::npos);
    }
    const auto teams = compared(before, "examples/devops-service.yaml");
    CHECK(teams["kind"] == "teams");
    CHECK_FALSE(teams.contains("before"));
    CHECK_FALSE(teams["answers_that_differ"].empty());
}

TEST_CASE("a report of another day says that the model moved", "[compare]") {
    const Folder folder;
    auto report = json::parse(run_program({"score", before, "-f", "json"}).out);
    report["assessments"][0]["level"] = 3;
    const auto old = folder.file("old.json", report.dump());
    const auto moved = compared(old, after());
    REQUIRE(moved["before"]["model_moved"].size() == 1);
    CHECK(moved["before"]["model_moved"][0]["levels"][0]["reported"] == 3);
    for (const std::string command : {"compare", "score"})
        for (const std::string format : {"text", "markdown", "json", "html"}) {
            if (command == "compare" && format == "html") continue;
            std::vector<std::string> arguments = {command};
            if (command == "score") arguments.insert(arguments.end(), {after(), "--baseline", old});
            if (command == "compare") arguments.insert(arguments.end(), {old, after()});
            arguments.insert(arguments.end(), {"-f", format});
            const auto outcome = run_program(arguments);
            INFO(command << " " << format << outcome.out);
            CHECK(outcome.out.find("the model moved, not the") != std::string::npos);
            CHECK(outcome.err.find("[model-moved]") != std::string::npos);
        }
}
