#include "report/rows.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>
#include <set>

using namespace mlops_assess;

namespace {

constexpr auto model = R"(
schema: mlops-assess/rubric/1
id: small
title: Small
version: 1
source: {title: S}
parameters: [{id: build, title: Build}]
sources: {A: {title: A}, B: {title: B}, C: {title: C}}
practices:
  - {id: asked, parameter: build, statement: a, sources: [A]}
  - {id: cited, parameter: build, statement: b, sources: [A]}
  - {id: advised, parameter: build, statement: c, sources: [A]}
  - {id: needed, parameter: build, statement: d, sources: [A]}
  - {id: spare, parameter: build, statement: e, sources: [A]}
  - {id: skipped, parameter: build, statement: f, not_applicable: at times}
context: [{id: big, text: Big?, kind: bool}]
must_have: [{when: {big: true}, practices: [needed, asked], because: It is big., sources: [C]}]
levels: [{level: 0, name: A, summary: a}, {level: 1, name: B, summary: b}, {level: 2, name: C, summary: c}]
cells:
  build:
    - {level: 0, describes: a}
    - level: 1
      describes: b
      requires: [asked, {practice: cited, basis: published, sources: [B]}, skipped]
      recommends: [advised]
    - {level: 2, describes: c, requires: [{practice: asked, at_least: fully}], recommends: [advised]}
)";

std::vector<std::string> told(const std::vector<Row>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows)
        lines.push_back(fmt::format("{} {} {} {} {} {}", row_kind_id(row.kind), row.practice().id,
                                    row.level ? std::to_string(*row.level) : "-",
                                    row.needed ? word_for_points(*row.needed) : Text("-"),
                                    row.met ? (*row.met ? "met" : "unmet") : "-",
                                    fmt::join(row.sources(), ",")));
    return lines;
}

Scored scored(Workshop& shop, const std::string& sheet) {
    return *score(shop.models, shop.sheet(sheet), {}, {}, shop.diagnostics);
}

}  // namespace

TEST_CASE("a row for all that is asked, advised or needed, and for what nothing asks for",
          "[rows]") {
    Workshop shop;
    shop.rubric(model);
    const auto s = scored(shop,
                          "team: a\ncontext: {big: true}\nanswers:\n  asked: mostly\n"
                          "  advised: no\n  spare: fully\n"
                          "  skipped: {answer: n/a, note: none}\n");
    CHECK(told(rows(s)) == std::vector<std::string>{
                               "requirement asked 1 mostly met A",
                               "requirement cited 1 mostly unmet B",
                               "requirement skipped 1 mostly - ",
                               "recommendation advised 1 mostly unmet A",
                               "requirement asked 2 fully unmet A",
                               "recommendation advised 2 mostly unmet A",
                               "must-have asked - mostly met C",
                               "must-have needed - mostly unmet C",
                               "other spare - - - A",
                           });
    const auto without = rows(scored(shop, "team: a\nanswers: {asked: no}\n"));
    CHECK(told(without).back() == "other spare - - - A");
    CHECK(told(without)[without.size() - 2] == "other needed - - - A");
}

TEST_CASE("answers to shipped practices stand below another model's rows", "[rows]") {
    Workshop shop;
    shop.rubric(model);
    const auto all = rows(scored(shop, "team: a\nanswers: {asked: no, release-notes: mostly}\n"));
    CHECK(told(all).back().starts_with("other release-notes - - - "));
    CHECK(all.back().model() == nullptr);
    CHECK(all.back().state.own == 2);
}

TEST_CASE("model, parameter, level, practice and kind tell rows apart", "[rows]") {
    Workshop shop;
    const auto s = scored(shop,
                          "team: a\ncontext: {regulated: true, production_models: 3}\n"
                          "answers: {}\n");
    std::set<std::string> keys;
    const auto all = rows(s);
    for (const auto& row : all)
        keys.insert(fmt::format("{} {} {} {} {}",
                                row.model() != nullptr ? row.model()->rubric->id : Text(),
                                row.practice().parameter, row.level.value_or(-1), row.practice().id,
                                row_kind_id(row.kind)));
    CHECK(keys.size() == all.size());
    // Every practice of the catalogue stands in some row.
    std::set<Text> practices;
    for (const auto& row : all) practices.insert(row.practice().id);
    CHECK(practices.size() == shop.microsoft().catalogue->practices.size());
}
