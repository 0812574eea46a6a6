#include "assessment/roadmap.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

std::string practice_line(const std::string& id, const std::string& parameter,
                          const std::string& effort, const std::string& more = {}) {
    return "  - {id: " + id + ", parameter: " + parameter +
           ", statement: s, why: w, evidence: [e], deliverable: d, success: s, effort: " + effort +
           more + "}\n";
}

/// Two parameters, two levels; everything of level 1.
std::string rubric_text(const std::string& practices, const std::string& p, const std::string& q) {
    return "schema: mlops-assess/rubric/1\nid: small\ntitle: Small\nversion: 1.0.0\n"
           "parameters: [{id: p, title: P}, {id: q, title: Q}]\npractices:\n" +
           practices +
           "levels:\n"
           "  - {level: 0, name: None, summary: s}\n"
           "  - {level: 1, name: Some, summary: s}\n"
           "cells:\n"
           "  p: [{level: 0, describes: d}, {level: 1, describes: d, requires: [" +
           p +
           "]}]\n"
           "  q: [{level: 0, describes: d}, {level: 1, describes: d, requires: [" +
           q + "]}]\n";
}

std::vector<std::string> order(const Assessment& a, const Milestone& milestone) {
    std::vector<std::string> ids;
    for (const auto& item : milestone.gaps)
        ids.emplace_back(a.rubric->catalogue->practices[item.requirement->practice].id);
    return ids;
}

std::vector<std::string> planned(Workshop& shop, const std::string& rubric,
                                 const std::map<std::string, std::string>& answers) {
    const auto& loaded = shop.rubric(rubric);
    const std::vector<Assessment> assessments = {*assess(loaded, shop.answers(answers), {})};
    const auto roadmaps = make_roadmaps(assessments, {Target{1}});
    REQUIRE(roadmaps.front().milestones.size() == 1);
    return order(assessments.front(), roadmaps.front().milestones.front());
}

}  // namespace

TEST_CASE("most missing points for the effort first, then catalogue order", "[roadmap]") {
    Workshop shop;
    const auto practices = practice_line("large", "p", "L") +
                           practice_line("small-half", "p", "S") +
                           practice_line("small", "p", "S") + practice_line("medium", "p", "M") +
                           practice_line("medium-too", "p", "M") + practice_line("other", "q", "S");
    CHECK(planned(shop,
                  rubric_text(practices, "large, small-half, small, medium, medium-too", "other"),
                  {{"large", "no"},
                   {"small-half", "partially"},
                   {"small", "no"},
                   {"medium", "no"},
                   {"medium-too", "no"},
                   {"other", "fully"}}) ==
          std::vector<std::string>{"small", "small-half", "medium", "medium-too", "large"});
}

TEST_CASE("what should be done first goes first", "[roadmap]") {
    Workshop shop;
    const auto practices = practice_line("quick", "p", "S", ", after: [slow]") +
                           practice_line("slow", "p", "L") +
                           practice_line("free", "p", "M", ", after: [elsewhere]") +
                           practice_line("elsewhere", "q", "S");
    CHECK(planned(shop, rubric_text(practices, "quick, slow, free", "elsewhere"),
                  {{"quick", "no"}, {"slow", "no"}, {"free", "no"}, {"elsewhere", "fully"}}) ==
          std::vector<std::string>{"free", "slow", "quick"});
}

TEST_CASE("parameters that hold the team back go first", "[roadmap]") {
    Workshop shop;
    const auto text =
        "schema: mlops-assess/rubric/1\nid: small\ntitle: Small\nversion: 1.0.0\n"
        "parameters: [{id: p, title: P}, {id: q, title: Q}]\npractices:\n" +
        practice_line("first", "p", "S") + practice_line("second", "q", "L") +
        practice_line("third", "q", "S") +
        "levels:\n"
        "  - {level: 0, name: None, summary: s}\n"
        "  - {level: 1, name: Some, summary: s}\n"
        "  - {level: 2, name: More, summary: s}\n"
        "cells:\n"
        "  p: [{level: 0, describes: d}, {level: 1, describes: d},\n"
        "      {level: 2, describes: d, requires: [first]}]\n"
        "  q: [{level: 0, describes: d}, {level: 1, describes: d, requires: [third]},\n"
        "      {level: 2, describes: d, requires: [second]}]\n";
    const auto& rubric = shop.rubric(text);
    const std::vector<Assessment> assessments = {
        *assess(rubric, shop.answers({{"first", "no"}, {"second", "no"}, {"third", "no"}}), {})};
    const auto& a = assessments.front();
    const auto roadmap = make_roadmaps(assessments, {Target{2}}).front();
    REQUIRE(roadmap.milestones.size() == 2);
    CHECK(order(a, roadmap.milestones[0]) == std::vector<std::string>{"third"});
    CHECK(order(a, roadmap.milestones[1]) == std::vector<std::string>{"second", "first"});
    CHECK(*roadmap.milestones[0].leads_to.overall == 1);
    CHECK(*roadmap.milestones[1].leads_to.overall == 2);
}

TEST_CASE("what another model needs too goes first, and says so", "[roadmap]") {
    Workshop shop;
    const auto& sheet = shop.answers({{"dev-source-control", "no"}, {"ci-auto-build", "no"}});
    const std::vector<Assessment> both = {*assess(shop.microsoft(), sheet, {}),
                                          *assess(shop.google(), sheet, {})};
    const auto roadmap = make_roadmaps(both, {Target{1}, Target{1}}).front();
    CHECK(order(both.front(), roadmap.milestones.front()).front() == "dev-source-control");
    const auto& item = roadmap.milestones.front().gaps.front();
    REQUIRE(item.also.size() == 1);
    CHECK(item.also.front().rubric->id == "google");
    CHECK(item.also.front().level == 1);
    CHECK(make_roadmaps(both, {Target{1}, Target{0}})
              .front()
              .milestones.front()
              .gaps.front()
              .also.empty());
    CHECK(make_roadmaps(both, {Target{0}, Target{0}}).front().milestones.empty());
}

TEST_CASE("the target is asked for, else the sheet's, else the next level", "[roadmap]") {
    Workshop shop;
    const auto& plain = shop.answers({});
    const auto& aimed = shop.sheet("team: T\ntarget: {microsoft: 3}\nanswers: {}\n");
    const auto a = *assess(shop.microsoft(), plain, {});
    CHECK(target_of(a, plain, std::nullopt).level == 1);
    CHECK(target_of(a, aimed, std::nullopt).level == 3);
    CHECK(target_of(a, aimed, 2).level == 2);
    auto top = a;
    top.level = 4;
    CHECK(target_of(top, plain, std::nullopt).level == 4);
}
