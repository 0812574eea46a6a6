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

TEST_CASE("quick wins take days and wait for nothing in the plan", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto quick = [&](const std::string& answers) {
        const auto plan = plan_of(shop, answers);
        std::vector<std::string> found;
        for (const auto* step : plan.steps())
            if (step->quick_win)
                found.emplace_back(
                    plan.scored->assessments[0].rubric->catalogue->practices[step->practice].id);
        CHECK(found.size() == plan.quick_wins);
        return found;
    };
    // Charts wait for logs; a review takes months; drills are open.
    CHECK(quick("  logs: no\n  charts: no\n  review: no\n") == std::vector<std::string>{"logs"});
    CHECK(quick("  logs: fully\n  charts: no\n") == std::vector<std::string>{"charts"});
    CHECK(quick("  charts: no\n").empty());  // whether there are logs is not known
    const auto plan = plan_of(shop, "  logs: no\n");
    CHECK(quick_win_words(plan) ==
          "1 step, marked: it takes days, and nothing in this plan comes before it");
    CHECK(quick_win_words(plan_of(shop, "  charts: no\n")).empty());
}

TEST_CASE("what waits for another part of the plan says so", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto plan = plan_of(shop, "  alarms: mostly\n  review: fully\n  charts: no\n");
    const auto& milestones = plan.models[0].milestones;
    REQUIRE(milestones.size() == 2);
    CHECK(stage_words(milestones[0].stages[0], 1) == "can start at once");
    CHECK(stage_words(milestones[1].stages[0], 1) == "when what it waits for is done");
    CHECK(also_words(plan, milestones[1].stages[0].steps[0]) == "waits for Chart");
    CHECK(stage_words(milestones[1].stages[0], 2) == "after stage 1");
}

TEST_CASE("a due date is overdue the day after", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    auto plan = plan_of(shop, "  charts: {answer: no, due: 2026-11-20}\n");
    CHECK(plan.due == 1);  // though it stands in two places
    const auto& step = plan.must_have[1].steps[0];
    for (const auto& [day, overdue] :
         {std::pair("2026-11-19", false), {"2026-11-20", false}, {"2026-11-21", true}}) {
        plan.day = day;
        CHECK(plan.is_overdue(step) == overdue);
        CHECK(due_words(plan, step) ==
              std::string("20 November 2026") + (overdue ? " (overdue)" : ""));
    }
    CHECK(due_dates_words(plan) == "1 of 1 is overdue by today, 21 November 2026");
    const auto undated = plan_of(shop, "  charts: no\n");
    CHECK(undated.due == 0);
    CHECK(due_dates_words(undated).empty());
    // Of what is done, the date does not matter.
    CHECK(plan_of(shop, "  logs: {answer: fully, due: 2026-11-20}\n").due == 0);
}

TEST_CASE("the work is counted by owner", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    auto plan = plan_of(shop,
                        "  logs: {answer: no, owner: Ana, due: 2026-11-20}\n"
                        "  alarms: {answer: no, owner: Ben}\n"
                        "  charts: {answer: unknown, owner: Ana, due: 2026-12-20}\n");
    plan.day = "2026-11-26";
    CHECK(owners_words(plan) ==
          "Ana: 1 to do, 1 open (1 overdue); Ben: 1 to do; nobody yet: 2 open");
    CHECK(due_dates_words(plan) == "1 of 2 is overdue by today, 26 November 2026");
}

TEST_CASE("what if shows every figure before and after", "[plan]") {
    Workshop shop;
    shop.rubric(model);
    const auto& answers = shop.sheet(
        "team: a\ntarget: {small: 2}\nanswers: {charts: no, alarms: {answer: no, due: "
        "2026-01-01}}\n");
    const auto today = *score(shop.models, answers, {}, {}, shop.diagnostics);
    const auto rows = [&](const std::vector<Assumption>& assumptions) {
        const auto assumed =
            *score(shop.models, assume(answers, assumptions), {}, {}, shop.diagnostics);
        const auto plan = make_plan(today, assumed, assumptions);
        std::vector<std::string> lines;
        for (const auto& [what, before, then, heads] : what_if_rows(plan))
            lines.push_back(fmt::format("{}{}: {} / {}", heads ? "" : "- ", what, before, then));
        if (!plan.what_if) return lines;
        for (const auto& each : plan.what_if->falls_out)
            lines.push_back("out: " + planned_words(plan, each));
        for (const auto& each : plan.what_if->comes_in)
            lines.push_back("in: " + planned_words(plan, each));
        return lines;
    };
    CHECK(rows({{"charts", Rating::fully}}) ==
          std::vector<std::string>{
              "Small: below level 1 / level 1", "- short of 1: 1 to do / nothing to do",
              "- short of 2: 2 to do / 1 to do",
              "- Watch, up to 2: level 0; 2 to do / level 1; 1 to do",
              "Whole plan: 2 to do / 1 to do", "out: Chart (charts): fully (assumed)"});
    CHECK(rows({{"alarms", Rating::mostly}}) ==
          std::vector<std::string>{
              "Small: below level 1 / below level 1", "- short of 1: 1 to do / 1 to do",
              "- short of 2: 2 to do / 2 to do", "Whole plan: 2 to do / 2 to do"});
    CHECK(rows({}).empty());
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
