#include "assessment/assessment.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

using Answers = std::map<std::string, std::string>;

const ParameterAssessment& at(const Assessment& a, std::string_view id) {
    return a.parameters[parameter(*a.rubric, id)];
}

std::vector<std::string> ids(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    std::vector<std::string> names;
    for (const auto index : practices) names.emplace_back(a.rubric->catalogue->practices[index].id);
    return names;
}

const Answers case_a = {{"cd-app-release", "fully"},
                        {"cd-model-low-friction", "mostly"},
                        {"cd-stages", "no"},
                        {"cd-zero-downtime", "no"},
                        {"cd-rollback", "no"}};

Answers everything(const std::string& answer) {
    const Workshop shop;
    Answers answers;
    for (const auto& practice : shop.models.shipped_catalogue->practices)
        answers[std::string(practice.id)] = answer;
    return answers;
}

}  // namespace

// The worked examples of the domain reference, section 5.8.

TEST_CASE("A: a parameter between two levels", "[assessment]") {
    Workshop shop;
    auto answers = case_a;
    answers["cd-only-path"] = "partially";
    const auto a = *assess(shop.microsoft(), shop.answers(answers), {});
    const auto& cd = at(a, "cd");
    CHECK(cd.level == 2);
    CHECK(cd.progress->points == 1);
    CHECK(cd.progress->of == 6);
    CHECK(cd.progress->percent() == 16);
}

TEST_CASE("B: a hole at the bottom is not made good higher up", "[assessment]") {
    Workshop shop;
    Answers answers = {{"dev-retrain-unattended", "no"}};
    for (const auto& practice : shop.models.shipped_catalogue->practices)
        if (practice.id.starts_with("data-")) answers[std::string(practice.id)] = "fully";
    answers["data-auto-gather"] = "no";
    const auto& sheet = shop.answers(answers);
    const auto microsoft = *assess(shop.microsoft(), sheet, {});
    CHECK(at(microsoft, "data").level == 0);
    CHECK(at(microsoft, "data").progress->percent() == 0);
    const auto ahead = ids(microsoft, microsoft.ahead);
    for (const auto* id : {"data-central-store", "data-lineage", "data-prod-capture"})
        CHECK(std::find(ahead.begin(), ahead.end(), id) != ahead.end());
    const auto google = *assess(shop.google(), sheet, {});
    CHECK(at(google, "data").level == 0);
    CHECK(at(google, "data").progress->points == 15);
    CHECK(at(google, "data").progress->percent() == 83);
}

TEST_CASE("C: not applicable leaves every sum", "[assessment]") {
    Workshop shop;
    const auto a =
        *assess(shop.microsoft(),
                shop.answers({{"cd-app-release", "{answer: not-applicable, note: no application}"},
                              {"cd-model-low-friction", "fully"},
                              {"cd-only-path", "fully"},
                              {"cd-stages", "fully"},
                              {"cd-zero-downtime", "fully"},
                              {"cd-rollback", "mostly"}}),
                {});
    CHECK(at(a, "cd").level == 4);
    CHECK_FALSE(at(a, "cd").progress);
}

TEST_CASE("D: unanswered is not no", "[assessment]") {
    Workshop shop;
    const auto a = *assess(shop.microsoft(),
                           shop.answers({{"cd-app-release", "fully"},
                                         {"cd-model-low-friction", "fully"},
                                         {"cd-stages", "fully"}}),
                           {});
    const auto& cd = at(a, "cd");
    CHECK(cd.level == 2);
    CHECK(cd.progress->points == 3);
    CHECK(cd.progress->percent() == 50);
    CHECK(cd.possible.low == 2);
    CHECK(cd.possible.high == 4);
    CHECK(ids(a, cd.deciding) == std::vector<std::string>{"cd-only-path"});
}

TEST_CASE("E: the weakest parameter is the overall level", "[assessment]") {
    Workshop shop;
    Answers answers;
    for (const auto& id : required_up_to(shop.microsoft(), 3)) answers[id] = "fully";
    answers["cd-only-path"] = "no";
    answers["cd-stages"] = "no";
    const auto a = *assess(shop.microsoft(), shop.answers(answers), {});
    CHECK(a.level == 2);
    CHECK(a.held_back_by == std::vector<std::uint32_t>{
                                static_cast<std::uint32_t>(parameter(shop.microsoft(), "cd"))});
    // Levels 3 3 3 3 3 2 3 3, nothing of the next levels: 23 / 8 = 2.875.
    CHECK(a.index_hundredths == 287);
}

TEST_CASE("F: everything mostly, and why the bar stands in every report", "[assessment]") {
    Workshop shop;
    const auto& sheet = shop.answers([] {
        auto answers = everything("mostly");
        return answers;
    }());
    CHECK(assess(shop.microsoft(), sheet, {})->level == 4);
    CHECK(assess(shop.google(), sheet, {})->level == 2);
    const Rules strict{most_points, {}};
    for (const auto* rubric : {&shop.microsoft(), &shop.google()}) {
        const auto a = *assess(*rubric, sheet, strict);
        CHECK(a.level == 0);
        CHECK(a.progress->percent() == 66);
    }
}

TEST_CASE("G: everything partially", "[assessment]") {
    Workshop shop;
    const auto& sheet = shop.answers(everything("partially"));
    for (const auto* rubric : {&shop.microsoft(), &shop.google()}) {
        const auto a = *assess(*rubric, sheet, {});
        CHECK(a.level == 0);
        CHECK(a.progress->percent() == 33);
    }
}

TEST_CASE("H: the evidenced level counts what cites evidence", "[assessment]") {
    Workshop shop;
    auto answers = case_a;
    answers["cd-app-release"] = "{answer: fully, evidence: docs/release.md}";
    const auto a = *assess(shop.microsoft(), shop.answers(answers), {});
    CHECK(at(a, "cd").level == 2);
    CHECK(at(a, "cd").evidenced_level == 1);
}

TEST_CASE("evidence counts by the age of its answer, else of the sheet", "[assessment]") {
    struct Row {
        std::string date;   ///< of the answer; empty: none
        std::string sheet;  ///< the same
        int max_age;
        int level;
    };
    const Row rows[] = {{"2026-11-20", "", 0, 1},
                        {"2026-11-19", "", 0, 0},
                        {"2026-11-19", "", 1, 1},
                        {"2025-11-20", "", 365, 1},
                        {"2025-11-19", "", 365, 0},
                        {"2026-12-31", "", 0, 1},
                        {"", "", 1000000, 0},
                        {"", "2026-11-19", 1, 1},
                        {"", "2026-11-19", 0, 0},
                        {"2026-11-20", "2020-01-01", 0, 1},
                        {"2020-01-01", "2026-11-20", 0, 0}};
    for (const auto& row : rows) {
        Workshop shop;
        INFO(row.date << ' ' << row.sheet << ' ' << row.max_age);
        const auto answer =
            "{answer: fully, evidence: a" + (row.date.empty() ? "" : ", date: " + row.date) + "}";
        auto sheet = shop.answers({{"cd-app-release", answer}});
        sheet.date = row.sheet;
        const Rules rules{std::nullopt, row.max_age, "2026-11-20"};
        CHECK(at(*assess(shop.microsoft(), sheet, rules), "cd").evidenced_level == row.level);
    }
}

TEST_CASE("a stronger practice credits the weaker ones, through several links", "[assessment]") {
    Workshop shop;
    const auto a = *assess(shop.microsoft(),
                           shop.answers({{"mon-perf-trigger", "mostly"},
                                         {"mon-retrain-trigger", "partially"},
                                         {"cd-only-path", "fully"},
                                         {"cd-app-release", "no"}}),
                           {});
    const auto state = [&](std::string_view id) {
        return a.practices[*a.rubric->catalogue->find(id)];
    };
    CHECK(state("mon-retrain-trigger").effective == 2);
    CHECK(state("mon-retrain-trigger").own == 1);
    CHECK(state("cd-app-release").effective == 3);
    CHECK(*state("cd-app-release").credited_by == *a.rubric->catalogue->find("cd-only-path"));
    CHECK_FALSE(state("cd-only-path").credited_by);
}

TEST_CASE("nothing answered is level 0 and could be anything", "[assessment]") {
    Workshop shop;
    const auto a = *assess(shop.microsoft(), shop.answers({}), {});
    CHECK(a.level == 0);
    CHECK(a.possible.high == 4);
    CHECK(a.index_hundredths == 0);
    CHECK(a.answered == 0);
    CHECK(a.applicable == 63);
}

TEST_CASE("a rubric of which nothing applies has no assessment", "[assessment]") {
    Workshop shop;
    const auto& rubric = shop.rubric(
        "schema: mlops-assess/rubric/1\nid: small\ntitle: Small\nversion: 1.0.0\n"
        "parameters: [{id: p, title: P}]\n"
        "practices:\n"
        "  - {id: one, parameter: p, statement: s, why: w, evidence: [e], deliverable: d,\n"
        "     success: s, effort: S, not_applicable: there is none}\n"
        "levels:\n"
        "  - {level: 0, name: None, summary: s}\n"
        "  - {level: 1, name: Some, summary: s}\n"
        "cells:\n"
        "  p:\n"
        "    - {level: 0, describes: d}\n"
        "    - {level: 1, describes: d, requires: [one]}\n");
    CHECK(assess(rubric, shop.answers({{"one", "no"}}), {}));
    CHECK_FALSE(assess(rubric, shop.answers({{"one", "{answer: n/a, note: none here}"}}), {}));
}
