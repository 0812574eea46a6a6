#include "support/catch.hpp"
#include "support/program.hpp"

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

const std::string before = "examples/notebooks.yaml";
const std::string after = "examples/devops-service.yaml";

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
    const auto now = folder.file("new.json", run_program({"score", after, "-f", "json"}).out);
    auto sheets = compared(before, after);
    for (auto other : {compared(old, after), compared(before, now), compared(old, now)}) {
        for (const auto* side : {"before", "after"}) other[side]["file"] = sheets[side]["file"];
        CHECK(other == sheets);
    }
}

TEST_CASE("nothing moved between a sheet and itself", "[compare]") {
    const auto same = compared(after, after);
    CHECK(same["moves"].empty());
    for (const auto& model : same["models"]) {
        CHECK(model["level"]["before"] == model["level"]["after"]);
        CHECK(model["level"]["causes"].empty());
        CHECK(model["parameters"].empty());
    }
}

TEST_CASE("the other way round is the same change backwards", "[compare]") {
    const auto there = compared(before, after);
    const auto back = compared(after, before);
    REQUIRE(there["moves"].size() == back["moves"].size());
    for (std::size_t i = 0; i < there["moves"].size(); ++i) {
        CHECK(there["moves"][i]["before"] == back["moves"][i]["after"]);
        CHECK(there["moves"][i]["up"] != back["moves"][i]["up"]);
    }
    for (std::size_t i = 0; i < there["models"].size(); ++i)
        CHECK(there["models"][i]["parameters"].size() == back["models"][i]["parameters"].size());
}

TEST_CASE("each change of level names its causes", "[compare]") {
    const auto changes = compared(before, after);
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
    CHECK(run_program({"compare", broken, after}).status == 3);
    CHECK(run_program({"compare", before, "no-such.yaml"}).status == 3);
    CHECK(run_program({"compare", before}).status == 2);
    CHECK(run_program({"compare", before, after, "-f", "html"}).status == 2);
    const auto report = run_program({"score", before, "-f", "json"}).out;
    const auto piped = run_program({"compare", "-", after, "-f", "json"}, report);
    CHECK(piped.status == 0);
}
