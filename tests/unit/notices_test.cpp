#include "report/notices.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

const std::string model = R"(schema: mlops-assess/rubric/1
id: m
title: M
version: 1.0.0
parameters: [{id: a, title: A}]
practices:
  - {id: load, parameter: a, statement: s, not_applicable: batch only}
  - {id: drift, parameter: a, statement: s, not_applicable: nothing is live}
  - {id: rest, parameter: a, statement: s}
context:
  - {id: online, text: t, kind: number}
contradictions:
  - {when: {online: {at_least: 1}}, not_applicable: [load, drift], because: callers wait}
levels: [{level: 0, name: N, summary: s}, {level: 1, name: N, summary: s}]
cells:
  a: [{level: 0, describes: d}, {level: 1, describes: d, requires: [load, drift, rest]}]
)";

}  // namespace

TEST_CASE("a not-applicable answer that the facts contradict is told", "[notices]") {
    struct Row {
        std::string context;
        std::string load;
        bool told;
    };
    const Row rows[] = {
        {"online: 3", "{answer: not-applicable, note: n}", true},
        {"online: 0", "{answer: not-applicable, note: n}", false},
        {"", "{answer: not-applicable, note: n}", false},
        {"online: 3", "no", false},
        {"online: 3", "unknown", false},
    };
    Workshop shop;
    shop.rubric(model);
    for (const auto& row : rows) {
        INFO(row.context << " " << row.load);
        const auto& sheet = shop.sheet("team: T\ncontext: {" + row.context +
                                       "}\nanswers:\n  rest: fully\n  load: " + row.load + "\n");
        const auto scored = score(shop.models, sheet, {}, {}, shop.diagnostics);
        REQUIRE(scored);
        REQUIRE(scored->notices.size() == (row.told ? 1 : 0));
        if (!row.told) continue;
        const auto& notice = scored->notices.front();
        CHECK(notice.id == DiagnosticId::contradiction);
        CHECK(notice.message ==
              "s (load): not-applicable does not fit \"online: 3\": callers wait");
        CHECK(notice.place->line == 5);
    }
}

TEST_CASE("answers that say yes or true are told once, at the first of them", "[notices]") {
    struct Row {
        std::string answers;
        std::string told;
        int line;
    };
    const Row rows[] = {
        {"  load: fully\n  rest: Fully\n", "", 0},
        {"  rest: no\n  load: none\n  drift: false\n", "", 0},
        {"  rest: mostly\n  load: yes\n", "1 answer says yes or true, taken as fully", 4},
        {"  rest: Yes\n  load: TRUE\n  drift: \"true\"\n",
         "3 answers say yes or true, taken as fully", 3},
        {"  rest: ~\n  load: {answer: 'yes', note: n}\n  drift: fully\n",
         "1 answer says yes or true, taken as fully", 4},
    };
    Workshop shop;
    shop.rubric(model);
    for (const auto& row : rows) {
        INFO(row.answers);
        const auto& sheet = shop.sheet("team: T\nanswers:\n" + row.answers);
        const auto scored = score(shop.models, sheet, {}, {}, shop.diagnostics);
        REQUIRE(scored);
        REQUIRE(scored->notices.size() == (row.told.empty() ? 0 : 1));
        if (row.told.empty()) continue;
        const auto& notice = scored->notices.front();
        CHECK(notice.id == DiagnosticId::said_yes);
        CHECK(notice.message == row.told);
        CHECK(notice.place->line == row.line);
    }
}

TEST_CASE("an answer is one of the allowed words, read as text", "[notices]") {
    struct Row {
        std::string typed;
        std::optional<Rating> rating;
        bool yes = false;
    };
    const Row rows[] = {
        {"yes", Rating::fully, true},
        {"Yes", Rating::fully, true},
        {"TRUE", Rating::fully, true},
        {"true", Rating::fully, true},
        {"\"yes\"", Rating::fully, true},
        {"'True'", Rating::fully, true},
        {"!!bool true", Rating::fully, true},
        {"fully", Rating::fully},
        {"FULLY", Rating::fully},
        {"no", Rating::no},
        {"No", Rating::no},
        {"false", Rating::no},
        {"none", Rating::no},
        {"null", Rating::unanswered},
        {"~", Rating::unanswered},
        {"", Rating::unanswered},
        {"\"\"", Rating::unanswered},
        {"on", std::nullopt},
        {"On", std::nullopt},
        {"off", std::nullopt},
        {"y", std::nullopt},
        {"n", std::nullopt},
        {"3", std::nullopt},
        {"1", std::nullopt},
        {"no way", std::nullopt},
        {"not", std::nullopt},
    };
    const Folder folder;
    const auto rubric = folder.file("rubric.yaml", model);
    for (const auto& row : rows) {
        INFO(row.typed);
        const auto text = "team: T\nanswers:\n  rest: " + row.typed + "\n";
        const auto file = folder.file("answers.yaml", text);
        const auto outcome = run_program({"validate", file, "--rubric", rubric});
        CHECK(outcome.status == (row.rating ? 0 : 3));
        if (!row.rating) {
            CHECK(outcome.out.find(":3:9: error: \"" + row.typed + "\" is not an answer") !=
                  std::string::npos);
            CHECK(outcome.out.find("use one of no, partially, mostly, fully, not-applicable, "
                                   "unknown") != std::string::npos);
            CHECK(outcome.out.find("did you mean") == std::string::npos);
            continue;
        }
        Workshop shop;
        shop.rubric(model);
        const auto& sheet = shop.sheet(text);
        CHECK(sheet.answers.front().rating == *row.rating);
        CHECK(sheet.answers.front().said_yes == row.yes);
    }
}

TEST_CASE("the notice of yes and true stands in reports and on stderr", "[notices]") {
    const std::string message = "2 answers say yes or true, taken as fully";
    for (const std::string format : {"text", "plain", "markdown", "html", "json"}) {
        INFO(format);
        const auto outcome = run_program({"score", "tests/sheets/imported.yaml", "--rubric",
                                          "tests/sheets/models/imported.yaml", "-f", format});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find(message) != std::string::npos);
        CHECK(outcome.err.find(":4:3: notice: " + message + " [said-yes]") != std::string::npos);
    }
}
