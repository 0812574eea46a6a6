#include "report/notices.hpp"

#include "support/catch.hpp"
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
        CHECK(notice.message == "load: not-applicable does not fit online: callers wait");
        CHECK(notice.place->line == 5);
    }
}
