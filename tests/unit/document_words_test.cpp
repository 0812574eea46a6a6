#include "report/document_words.hpp"
#include "report/verdict_words.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

/// Words of the reports of many pages.
namespace {

const std::filesystem::path sheets = std::filesystem::path(SOURCE_FOLDER) / "tests/sheets";

/// A sheet scored by one model, that of models/features.yaml if no other is given.
Report report_of(Workshop& shop, const std::string& sheet, const std::string& rubric = {}) {
    shop.rubric(rubric.empty() ? read_file(sheets / "models/features.yaml") : rubric);
    auto scored = score(shop.models, shop.sheet(sheet), {}, {}, shop.diagnostics);
    REQUIRE(scored);
    return make_report(std::move(*scored), {}, nullptr, "answers.yaml", "answers.yaml");
}

std::string fact(const std::vector<NamedText>& facts, std::string_view name) {
    for (const auto& each : facts)
        if (each.name == name) return each.text;
    return {};
}

}  // namespace

TEST_CASE("a headline says how far it is, and of a blank sheet that it is blank",
          "[document_words]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(sheets / "features.yaml"));
    const auto& a = report.scored.assessments[0];
    CHECK(headline_words(a) == "below level 1 of 3, By habit");
    CHECK(reached_words(a) == "Not yet By habit");
    const auto facts = verdict_facts(report, 0);
    CHECK(fact(facts, "To do") ==
          "Short of 1: 1 to do; of 2: 1 to do, 1 open; of 3: 3 to do, 2 open.");
    CHECK(fact(facts, "Target") ==
          "Your target 3: 3 to do, 2 open. Set in the answer sheet. Advised: level 2 is "
          "enough.");
    CHECK(fact(facts, "Parameters") ==
          "2 of 3 parameters stand at 1 or higher. Held back by Watching what runs, day and "
          "night.");
    const auto blank = report_of(shop, "team: A\nanswers: {}\n");
    CHECK(headline_words(blank.scored.assessments[0]) == "not answered yet");
    CHECK(reached_words(blank.scored.assessments[0]) == "Not answered yet");
    CHECK(fact(verdict_facts(blank, 0), "Parameters").empty());
    CHECK(fact(verdict_facts(blank, 0), "Possible") == "Any level from 0 to 3 is possible.");
}

TEST_CASE("the head names who assessed what", "[document_words]") {
    Workshop shop;
    const auto report = report_of(
        shop, "team: A\nassessed_by: [Ana, Ben]\nscope: All of it\nanswers: {versioned: fully}\n");
    const auto facts = cover_facts(report.scored);
    CHECK(fact(facts, "Assessed by") == "Ana, Ben");
    CHECK(fact(facts, "Scope") == "All of it");
    CHECK(fact(facts, "Answers").starts_with("1 answered, 0 n/a, 8 open ("));
    CHECK(made_by_words(report.scored).ends_with(", rubric small 2.1.0"));
}

TEST_CASE("must-haves are told once, by reason", "[document_words]") {
    Workshop shop;
    const auto report = report_of(shop,
                                  "team: A\ncontext: {regulated: true, users: 20}\nanswers: "
                                  "{rolled-back: no, reviewed: no}\n");
    CHECK(must_have_heading(report.scored.must_have) ==
          "Must do, whatever the target: 2 of 3 missing, 1 not answered");
    const auto groups = lacking_must_haves(report.scored);
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].because == "Regulators ask for it.");
    CHECK(groups[0].sources == "Second source");
    CHECK(groups[1].because == "Regulators ask for it. Many would notice.");
    const auto met = report_of(
        shop,
        "team: A\ncontext: {regulated: true}\nanswers: {rolled-back: fully, alarmed: fully}\n");
    CHECK(must_have_heading(met.scored.must_have) == "Must do, whatever the target");
    CHECK(other_must_haves(met.scored.must_have) == "Met: Way back; Alarm.");
    CHECK(lacking_must_haves(met.scored).empty());
}

TEST_CASE("a first step says what it is for", "[document_words]") {
    Workshop shop;
    const auto report = report_of(shop,
                                  "team: A\ncontext: {users: 20}\nanswers: {reviewed: no, alarmed: "
                                  "fully, rolled-back: no}\n");
    std::vector<std::string> purposes;
    for (const auto& step : report.scored.first_steps.first(2))
        purposes.push_back(purpose_words(report.scored, step));
    CHECK(purposes == std::vector<std::string>{"needed first for Review", "counts for Small 1"});
}

TEST_CASE("a model that has only ids and statements leaves nothing empty", "[document_words]") {
    Workshop shop;
    const auto report = report_of(
        shop, "team: A\nanswers: {a: {answer: no, owner: Ana, due: 2027-01-31}}\n",
        "schema: mlops-assess/rubric/1\nid: bare\ntitle: Bare\nversion: 1.0.0\n"
        "parameters: [{id: p, title: P}]\n"
        "practices: [{id: a, parameter: p, statement: It is done.}]\n"
        "levels: [{level: 0, name: None, summary: None.}, {level: 1, name: Some, summary: Some.}]\n"
        "cells:\n  p:\n    - {level: 0, describes: None.}\n"
        "    - {level: 1, describes: Some., requires: [a]}\n");
    const auto& a = report.scored.assessments[0];
    CHECK(where_words(a, 0) == "in P, owner Ana, due 31 January 2027");
    std::vector<std::string> told;
    for (const auto& [name, text] : step_facts(a, 0, 2, {}, true))
        told.push_back(std::string(name) + ": " + text);
    CHECK(told == std::vector<std::string>{"Today: no; needed: mostly"});
    CHECK(blocking_words(a, 0) == std::vector<std::string>{"It is done (no)"});
}

TEST_CASE("what models ask of a practice, met or not, and who says so", "[document_words]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(sheets / "features.yaml"));
    std::map<Text, std::vector<std::string>> asked;
    std::map<Text, std::string> unmet;
    for (const auto& view : practice_views(report.scored)) {
        for (const auto& [what, ground, basis] : asked_words(report.scored, view, 0))
            asked[view.practice().id].push_back(ground.empty() ? what : what + "; " + ground);
        unmet[view.practice().id] = unmet_recommendation(report.scored, view);
    }
    CHECK(asked["versioned"] ==
          std::vector<std::string>{"required at 1, met; published (First source)"});
    CHECK(asked["built-by-machine"] ==
          std::vector<std::string>{"required at 2, met; our interpretation",
                                   "required at 3 (fully), not met"});
    CHECK(asked["staged"] ==
          std::vector<std::string>{"required at 3, open", "recommended at 1, open"});
    CHECK(asked["certified"] == std::vector<std::string>{"required at 1, n/a"});
    CHECK(unmet["staged"] == "Small 1; unanswered");
    CHECK(unmet["reviewed"].empty());
}

TEST_CASE("open questions block by number, gaps by words", "[document_words]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(sheets / "features.yaml"));
    const auto& a = report.scored.assessments[0];
    CHECK(blocking_words(a, 1) == std::vector<std::string>{"1 open"});
    CHECK(blocking_words(a, 2) ==
          std::vector<std::string>{"its health is not measured (partially)"});
}

TEST_CASE("a source is called by its title without subtitle", "[document_words]") {
    Catalogue catalogue;
    const Source sources[] = {{"A", "Google Cloud, MLOps: Continuous delivery", "", ""},
                              {"B", "Maturity model (Azure Center)", "", ""},
                              {"C", "EU AI Act, Regulation (EU) 2024/1689", "", ""}};
    catalogue.sources = sources;
    const Text ids[] = {"A", "B", "C", "D"};
    CHECK(source_words(catalogue, ids) ==
          "Google Cloud, MLOps; Maturity model; EU AI Act, Regulation (EU) 2024/1689; D");
}
