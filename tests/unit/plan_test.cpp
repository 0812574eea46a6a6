#include "report/plan_words.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>

using namespace mlops_assess;

namespace {

// Alarms need charts first, charts need logs; a review needs alarms. Level 1 asks for charts,
// level 2 for alarms, fully.
constexpr auto model = R"(
schema: mlops-assess/rubric/1
id: small
title: Small
version: 1
source: {title: S}
parameters: [{id: watch, title: Watch}]
practices:
  - {id: logs, parameter: watch, statement: Logs., deliverable: Log, effort: S}
  - {id: charts, parameter: watch, statement: Charts., deliverable: Chart, effort: S, after: [logs]}
  - {id: drills, parameter: watch, statement: Drills., not_applicable: at times}
  - {id: alarms, parameter: watch, statement: Alarms., deliverable: Alarm, after: [charts, drills]}
  - {id: review, parameter: watch, statement: Reviews., effort: L}
context: [{id: big, text: Big?, kind: bool}]
must_have: [{when: {big: true}, practices: [alarms, review], because: It is big.}]
levels: [{level: 0, name: A, summary: a}, {level: 1, name: B, summary: b}, {level: 2, name: C, summary: c}]
cells:
  watch:
    - {level: 0, describes: a}
    - {level: 1, describes: b, requires: [charts]}
    - {level: 2, describes: c, requires: [{practice: alarms, at_least: fully}]}
)";

Plan plan_of(Workshop& shop, const std::string& answers) {
    const auto& sheet =
        shop.sheet("team: a\ntarget: {small: 2}\ncontext: {big: true}\nanswers:\n" + answers);
    const auto s = *score(shop.models, sheet, {}, {}, shop.diagnostics);
    return make_plan(s, s, {});
}

std::vector<std::string> told(const Plan& plan, const std::vector<PlanStage>& stages) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < stages.size(); ++i)
        for (const auto& step : stages[i].steps) {
            const auto& a = plan.scored->assessments[step.assessment];
            lines.push_back(fmt::format("{} {}{}{}{}", i + 1,
                                        a.rubric->catalogue->practices[step.practice].id,
                                        step.must_have != nullptr ? " must" : "",
                                        step.open ? " open" : "", step.again ? " again" : ""));
            if (const auto words = also_words(plan, step); !words.empty())
                lines.back() += ": " + words;
        }
    return lines;
}

}  // namespace

TEST_CASE("a plan begins with what must be done and what that needs first", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto plan = plan_of(shop,
                              "  drills: {answer: n/a, note: none}\n  alarms: no\n"
                              "  charts: partially\n");
    CHECK(told(plan, plan.must_have) ==
          std::vector<std::string>{"1 logs open: needed first for Alarm", "1 review must open",
                                   "2 charts: needed first for Alarm; also for Small 1",
                                   "3 alarms must: also for Small 2"});
    const auto& milestones = plan.models[0].milestones;
    CHECK(told(plan, milestones[0].stages) == std::vector<std::string>{"1 charts again"});
    CHECK(told(plan, milestones[1].stages) == std::vector<std::string>{"1 alarms again"});
    CHECK(plan.models[0].shared == 2);
    // The must-have needs less than the milestone that refers to it.
    CHECK(plan.must_have[2].steps[0].needed == 2);
    CHECK(plan.must_have[2].steps[0].most_needed == 3);
    CHECK(plan.gaps == 2);
    CHECK(plan.open == 2);
    CHECK(must_words(plan) ==
          "2 of 2 must-haves are not met: 1 to do, 1 open; 2 more are needed "
          "first");
    CHECK(total_words(plan) ==
          "2 to do, 2 open (2 take days, 1 takes months, 1 without an estimate)");
}

TEST_CASE("a plan without a lacking must-have begins with the first milestone", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto plan = plan_of(shop, "  alarms: mostly\n  review: fully\n  logs: no\n");
    CHECK(plan.must_have.empty());
    CHECK(told(plan, plan.models[0].milestones[0].stages) ==
          std::vector<std::string>{"1 charts open"});
    CHECK(plan.models[0].shared == 0);
}

TEST_CASE("a due date is overdue the day after", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    auto plan = plan_of(shop, "  charts: {answer: no, due: 2026-11-20}\n");
    REQUIRE(has_due_dates(plan));
    const auto& step = plan.must_have[1].steps[0];
    for (const auto& [day, overdue] :
         {std::pair("2026-11-19", false), {"2026-11-20", false}, {"2026-11-21", true}}) {
        plan.day = day;
        CHECK(plan.is_overdue(step) == overdue);
        CHECK(due_words(plan, step) ==
              std::string("20 November 2026") + (overdue ? " (overdue)" : ""));
    }
    CHECK_FALSE(has_due_dates(plan_of(shop, "  charts: no\n")));
    // Of what is done, the date does not matter.
    CHECK_FALSE(has_due_dates(plan_of(shop, "  logs: {answer: fully, due: 2026-11-20}\n")));
}

TEST_CASE("a plan says where its target comes from, with answers taken as given too", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto words = [&](const std::string& sheet, const std::vector<Assumption>& assumptions) {
        const auto& answers = shop.sheet(sheet);
        const auto today = *score(shop.models, answers, {}, {}, shop.diagnostics);
        const auto assumed = *score(shop.models, assume(answers, assumptions), {},
                                    {{"small", today.roadmaps[0].target}}, shop.diagnostics);
        return model_words(make_plan(today, assumed, assumptions), 0);
    };
    const std::vector<Assumption> charts = {{"charts", Rating::fully}};
    CHECK(words("team: a\nanswers: {}\n", {}) ==
          "not answered yet; next level 1, no target set: 1 open in 1 milestone");
    CHECK(words("team: a\nanswers: {alarms: no}\n", charts) ==
          "below level 1, with these answers 1; next level 1 is reached, no target set");
    CHECK(words("team: a\ntarget: {small: 2}\nanswers: {alarms: no}\n", charts) ==
          "below level 1, with these answers 1; your target 2: 1 to do in 1 milestone");
    CHECK(words("team: a\ntarget: {small: 1}\nanswers: {charts: fully}\n", charts) ==
          "level 1, the same with these answers; your target 1 is reached");
    CHECK(words("team: a\nanswers: {charts: fully, alarms: fully}\n", {}) ==
          "level 2 of 2; top level, no target set");
}
