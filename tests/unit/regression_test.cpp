#include "report/regression.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

/// One parameter with three levels; `old` counts through `new`, and `wall` stands alone.
const std::string model = R"(schema: mlops-assess/rubric/1
id: m
title: M
version: 1.0.0
parameters: [{id: a, title: A}, {id: b, title: B}]
practices:
  - {id: new, parameter: a, statement: s}
  - {id: old, parameter: a, statement: s, implied_by: [new], not_applicable: none}
  - {id: high, parameter: a, statement: s}
  - {id: wall, parameter: b, statement: s, not_applicable: none}
levels:
  - {level: 0, name: N, summary: s}
  - {level: 1, name: N, summary: s}
  - {level: 2, name: N, summary: s}
cells:
  a:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [old]}
    - {level: 2, describes: d, requires: [high]}
  b:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [wall]}
    - {level: 2, describes: d}
)";

Side side_of(Workshop& shop, const std::string& answers) {
    const auto side = score_side(
        shop.models, {shop.sheet("team: T\ndate: 2026-08-20\nanswers: {" + answers + "}\n"), {}},
        {}, shop.diagnostics);
    REQUIRE(side);
    return *side;
}

}  // namespace

TEST_CASE("what is a regression", "[regression]") {
    using Words = std::vector<std::string>;
    struct Row {
        std::string name;
        std::string then;
        std::string now;
        PracticeIds waived;
        bool passed;
        std::string found;
        Words because;
    };
    const std::string all = "old: fully, high: mostly, wall: fully";
    const Row rows[] = {
        {"equal", all, all, {}, true, "nothing worse among 3 answers", {}},
        {"above", "old: no, wall: fully", all, {}, true, "nothing worse among 2 answers", {}},
        {"less, and still met",
         all,
         "old: mostly, high: mostly, wall: mostly",
         {},
         true,
         "nothing worse among 3 answers",
         {}},
        {"below",
         all,
         "old: no, high: mostly, wall: fully",
         {},
         false,
         "3 worse among 3 answers",
         {"M: overall level 0, it was 2", "M, A: level 0, it was 2",
          "M 1: s (old): no, it was fully"}},
        {"below, and no level moves",
         "high: fully, wall: fully",
         "high: no, wall: fully",
         {},
         false,
         "1 worse among 2 answers",
         {"M 2: s (high): no, it was fully"}},
        {"waived",
         all,
         "old: no, high: mostly, wall: fully",
         {"old"},
         true,
         "nothing worse among 3 answers",
         {"M 1: s (old): no, it was fully (waived)"}},
        {"another one waived",
         all,
         "old: no, high: no, wall: fully",
         {"high"},
         false,
         "3 worse among 3 answers",
         {"M: overall level 0, it was 2", "M, A: level 0, it was 2",
          "M 1: s (old): no, it was fully", "M 2: s (high): no, it was mostly (waived)"}},
        {"met then, not applicable now",
         all,
         "old: {answer: n/a, note: n}, high: mostly, wall: fully",
         {},
         false,
         "1 worse among 3 answers",
         {"M 1: s (old): not-applicable, it was fully"}},
        {"the same, waived",
         all,
         "old: {answer: n/a, note: n}, high: mostly, wall: fully",
         {"old"},
         true,
         "nothing worse among 3 answers",
         {"M 1: s (old): not-applicable, it was fully (waived)"}},
        {"unmet then, not applicable now",
         "old: no, wall: fully",
         "old: {answer: n/a, note: n}, wall: fully",
         {},
         true,
         "nothing worse among 2 answers",
         {}},
        {"a whole parameter not applicable now",
         all,
         "old: fully, high: mostly, wall: {answer: n/a, note: n}",
         {},
         false,
         "1 worse among 3 answers",
         {"M 1: s (wall): not-applicable, it was fully", "M, B: not assessed, it was 2"}},
        {"not answered now, and no level moves",
         "high: fully, wall: fully",
         "wall: fully",
         {},
         true,
         "nothing worse among 1 answer",
         {"M 2: s (high): unanswered, it was fully"}},
        {"not answered now, and a level falls",
         all,
         "high: fully, wall: fully",
         {},
         false,
         "2 worse among 2 answers",
         {"M: overall level 0, it was 2", "M, A: level 0, it was 2",
          "M 1: s (old): unanswered, it was fully"}},
        {"credited then, answered and unmet now",
         "new: fully, wall: fully",
         "old: no, new: no, wall: fully",
         {},
         false,
         "3 worse among 1 answer",
         {"M: overall level 0, it was 1", "M, A: level 0, it was 1",
          "M 1: s (old): no, it was fully through s (new)"}},
    };
    Workshop shop;
    shop.rubric(model);
    for (const auto& row : rows) {
        INFO(row.name);
        const auto result =
            check_regression(side_of(shop, row.then), side_of(shop, row.now).scored, row.waived);
        CHECK(result.passed == row.passed);
        CHECK(result.found == row.found + " compared with test.yaml of 2026-08-20");
        CHECK(result.because == row.because);
    }
}

TEST_CASE("only answers that count on both sides are in common", "[regression]") {
    Workshop shop;
    shop.rubric(model);
    const auto common = [&](const std::string& then, const std::string& now) {
        return answers_in_common(side_of(shop, then).scored, side_of(shop, now).scored);
    };
    CHECK(common("old: fully", "old: no") == 1);
    CHECK(common("old: fully", "high: fully") == 0);
    CHECK(common("old: fully", "old: unknown") == 0);
    CHECK(common("old: fully", "old: {answer: n/a, note: n}") == 1);
    CHECK(common("old: {answer: n/a, note: n}", "old: {answer: n/a, note: n}") == 0);
    // No level requires it.
    CHECK(common("new: fully", "new: fully") == 0);
}
