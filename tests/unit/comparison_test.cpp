#include "report/comparison_words.hpp"
#include "report/side_by_side_words.hpp"

#include "support/catch.hpp"
#include "support/workshop.hpp"

using namespace mlops_assess;

namespace {

/// Two parameters; at the second level both ask for more, and one practice contains another.
const std::string model = R"(schema: mlops-assess/rubric/1
id: m
title: M
version: 2.0.0
parameters: [{id: a, title: Apples}, {id: b, title: Pears}]
practices:
  - {id: stronger, parameter: a, statement: The stronger}
  - {id: x, parameter: a, statement: The x, implied_by: [stronger]}
  - {id: x2, parameter: a, statement: The x2}
  - {id: y, parameter: b, statement: The y, not_applicable: none}
  - {id: other, parameter: b, statement: The other}
levels:
  - {level: 0, name: N, summary: s}
  - {level: 1, name: N, summary: s}
  - {level: 2, name: N, summary: s}
cells:
  a:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [x]}
    - {level: 2, describes: d, requires: [x2]}
  b:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [y]}
    - {level: 2, describes: d}
)";

class Pair {
  public:
    Pair() { shop.rubric(model); }

    Side side(const std::string& answers, const std::string& head = "team: T\n") {
        const auto side =
            score_side(shop.models, {shop.sheet(head + "answers: {" + answers + "}\n"), {}}, {},
                       shop.diagnostics);
        REQUIRE(side);
        return *side;
    }
    Comparison compared(const std::string& before, const std::string& after) {
        return compare(side(before), side(after));
    }

    Workshop shop;
};

const std::string none_of_y = "y: {answer: not-applicable, note: n}";

}  // namespace

TEST_CASE("a parameter that was not assessed on the lower side caused nothing", "[comparison]") {
    Pair pair;
    const auto low = "x: no, " + none_of_y;
    const auto* high = "x: fully, x2: fully, y: fully";
    const auto up = pair.compared(low, high);
    CHECK(practice_names(up.models[0].level.causes) == "The x; The x2");
    const auto down = pair.compared(high, low);
    CHECK(practice_names(down.models[0].level.causes) == "The x; The x2");
    REQUIRE(down.models[0].parameters.size() == 2);
    CHECK_FALSE(down.models[0].parameters[1].level.after);
    CHECK(down.models[0].parameters[1].level.causes.empty());
}

TEST_CASE("what credits a practice stands for it among the causes", "[comparison]") {
    Pair pair;
    const auto c = pair.compared("x: no, y: fully", "x: no, stronger: fully, y: fully");
    CHECK(practice_names(c.models[0].level.causes) == "The stronger");
    CHECK(practice_names(c.models[0].parameters[0].level.causes) == "The stronger");
    CHECK(c.moves.empty());
    CHECK(practice_names(c.answered_now) == "The stronger");
}

TEST_CASE("an open answer is no move, and not applicable is neither up nor down", "[comparison]") {
    Pair pair;
    const auto c = pair.compared("x: no, x2: fully, y: fully, stronger: no",
                                 "x: partially, x2: mostly, " + none_of_y + ", other: no");
    REQUIRE(c.moves.size() == 3);
    CHECK(move_words(c.moves_to(Direction::up).at(0)) == "The x (x): partially, it was no");
    CHECK(move_words(c.moves_to(Direction::down).at(0)) == "The x2 (x2): mostly, it was fully");
    CHECK(move_words(c.moves_to(Direction::aside).at(0)) ==
          "The y (y): not-applicable, it was fully");
    CHECK(practice_names(c.answered_now) == "The other");
    CHECK(practice_names(c.answered_then) == "The stronger");
}

TEST_CASE("a report's own levels tell whether the model moved", "[comparison]") {
    Pair pair;
    auto side = pair.side("x: fully, y: fully", "team: T\ndate: 2026-08-20\n");
    const auto moved = [&](const ReportedModel& reported) {
        side.reported = {reported};
        const auto note = note_of(side);
        return note.model_moves.empty() ? "" : model_move_words(note, note.model_moves.front());
    };
    CHECK(moved({"m", "2.0.0", 2, 1, {{"a", 1}, {"b", 2}}}).empty());
    // Another version with the same levels moved nobody.
    CHECK(moved({"m", "1.0.0", 2, 1, {{"a", 1}, {"b", 2}}}).empty());
    CHECK(
        moved({"m", "1.0.0", 3, 0, {{"a", 0}, {"c", 0}}}) ==
        "M: the model moved, not the team; the report of 20 August 2026 says level 0, Apples 0 and "
        "Pears not assessed, and the same answers come to level 1, Apples 1 and Pears 2 today "
        "(rubric 2.0.0, then 1.0.0; bar mostly, then fully)");
    CHECK(moved({"m", "2.0.0", 3, 0, {{"a", 1}, {"b", 2}}})
              .starts_with("M: the bar moved, not the team; "));
    side.reported = {{"gone", "1.0.0", 2, 0, {}}};
    CHECK(note_of(side).not_loaded == std::vector<std::string>{"gone"});
}

TEST_CASE("how far the next level was, and is", "[comparison]") {
    Pair pair;
    const auto words = [&](const std::string& before, const std::string& after) {
        return short_change_words(pair.compared(before, after).models[0]);
    };
    CHECK(words("x: no, y: fully", "x: fully, y: fully") ==
          "short of 2: 1 open now (1 to do, 1 open before)");
    CHECK(words("x: fully, y: fully", "x: fully, y: fully") == "short of 2: 1 open, as before");
    CHECK(words("x: fully, x2: no, y: fully", "x: no, x2: no, y: fully") ==
          "short of 1: 1 to do now (reached before)");
    CHECK(words("x: no", "x: fully, x2: fully, y: fully").empty());
}

TEST_CASE("a verdict says what changed since the baseline", "[comparison]") {
    Pair pair;
    const std::string then = "team: T\ndate: 2026-08-20\n";
    const auto changed = [&](const std::string& before, const std::string& after) {
        return compare(pair.side(before, then), pair.side(after));
    };
    const auto words = [&](const Comparison& c, Signs signs = Signs::unicode) {
        return verdict_change_words(c, *c.models[0].rubric, signs);
    };
    const auto up = changed("x: no, y: fully", "x: fully, x2: no, y: fully");
    CHECK(words(up) ==
          "▲ up since 20 August 2026, when it was level 0; to level 2 it was 1 to do, 1 open; "
          "up: Apples");
    CHECK(words(up, Signs::ascii).starts_with("^ up since 20 August 2026"));
    const auto down = changed("x: fully, x2: fully, y: fully", "x: no, x2: fully, y: fully");
    CHECK(words(down) == "▼ down since 20 August 2026, when it was level 2; down: Apples");
    CHECK(words(changed("x: no, x2: no, y: no", "x: fully, x2: no, y: no")) ==
          "no change of level since 20 August 2026; to level 1 it was 2 to do; up: Apples");
    const auto other_team =
        compare(pair.side("x: no", "team: U\ndate: 2026-08-20\n"), pair.side("x: no"));
    CHECK(
        words(other_team).starts_with("no change of level since 20 August 2026 (another team: U)"));
}

TEST_CASE("a verdict says that the model moved and not the team", "[comparison]") {
    Pair pair;
    auto before = pair.side("x: fully, y: fully", "team: T\ndate: 2026-08-20\n");
    const auto moved = [&](const ReportedModel& reported) {
        before.reported = {reported};
        const auto c = compare(before, pair.side("x: fully, y: fully"));
        return verdict_change_words(c, *c.models[0].rubric);
    };
    const std::string same = "no change of level since 20 August 2026; as far from 2 as then";
    CHECK(moved({"m", "2.0.0", 2, 1, {{"a", 1}, {"b", 2}}}) == same);
    CHECK(moved({"m", "1.0.0", 2, 2, {{"a", 2}, {"b", 2}}}) ==
          same +
              "; its report said level 2, today the same answers come to 1: the model moved, "
              "not the team");
    CHECK(moved({"m", "2.0.0", 3, 1, {{"a", 1}, {"b", 1}}}) ==
          same + "; its report said other levels of 1 parameter: the bar moved, not the team");
}

TEST_CASE("a cell of a table says from which level it moved", "[comparison]") {
    Pair pair;
    const auto mark = [&](const std::string& before, const std::string& after, std::size_t p,
                          Signs signs = Signs::unicode) {
        const std::optional<Comparison> c = pair.compared(before, after);
        const auto& rubric = *c->models[0].rubric;
        return change_mark(c, rubric, rubric.catalogue->parameters[p], signs);
    };
    CHECK(mark("x: no, y: fully", "x: fully, y: fully", 0) == "▲ from 0");
    CHECK(mark("x: fully, y: fully", "x: no, y: fully", 0) == "▼ from 1");
    CHECK(mark("x: fully, y: fully", "x: no, y: fully", 0, Signs::ascii) == "v from 1");
    CHECK(mark("x: fully, y: fully", "x: no, y: fully", 1).empty());
    CHECK(mark("x: no, y: fully", "x: no, " + none_of_y, 1) == "was 2");
    CHECK(mark("x: no, " + none_of_y, "x: no, y: fully", 1) == "was not assessed");
    CHECK(was_mark({2, 3, {}}, Signs::unicode) == "▲2");
    CHECK(was_mark({3, std::nullopt, {}}, Signs::ascii) == "3");
    CHECK(was_mark({std::nullopt, 3, {}}, Signs::ascii) == "-");
    const auto c = compare(pair.side("x: no", "team: T\ndate: 2026-08-20\n"), pair.side("x: no"));
    CHECK(change_legend(c) == "▲ up, ▼ down since 20 August 2026, from the level named");
}

TEST_CASE("several of one team are a trend by date", "[comparison]") {
    Pair pair;
    const auto all =
        side_by_side({pair.side("x: fully, y: no", "team: T\ndate: 2026-08-20\n"),
                      pair.side("x: fully, x2: fully, y: fully", "team: T\ndate: 2026-11-20\n"),
                      pair.side("x: no", "team: T\n")});
    CHECK(all.relation == Relation::trend);
    CHECK(all.sides[0].date.empty());
    CHECK(all.tables[0].levels == std::vector<int>{0, 0, 2});
    CHECK(all.tables[0].short_of.empty());
    CHECK(all.tables[0].rows[0].levels == std::vector<std::optional<int>>{0, 1, 2});
    REQUIRE(all.moved);
    CHECK(all.moved->models[0].level.before == 0);
    CHECK(all.moved->models[0].level.after == 2);
}

TEST_CASE("different teams are no times, whatever their dates", "[comparison]") {
    Pair pair;
    const auto all = side_by_side({pair.side("x: fully", "team: T\ndate: 2026-11-20\n"),
                                   pair.side("x: no", "team: U\ndate: 2026-08-20\n")});
    CHECK(all.relation == Relation::teams);
    CHECK(all.sides[0].team == "T");
    CHECK_FALSE(all.moved);
    CHECK(all.tables[0].short_of[1].gaps == 1);
    CHECK(all.tables[0].short_of[1].open == 1);
    REQUIRE(all.differences.size() == 1);
    CHECK(difference_words(all.differences[0]) == "The x (x): A fully, B no");
    CHECK(side_letter(25) == "Z");
    CHECK(side_letter(26) == "AA");
    CHECK(side_letter(27) == "AB");
}

TEST_CASE("a comparison keeps where each parameter stood, with the part of the way to the next",
          "[comparison]") {
    Pair pair;
    const auto moved =
        pair.compared("x: fully, x2: partially, " + none_of_y, "x: fully, x2: fully, y: partially");
    const auto& then = moved.models.front().before;
    REQUIRE(then.size() == 2);
    CHECK(then[0] == Standing{true, 1, {1, 3}});
    CHECK(then[1] == Standing{false, 0, {}});
    const auto side = pair.side("x: fully, x2: fully, y: partially");
    const auto& now = side.scored.assessments.front().parameters;
    CHECK(standing(now[0]) == Standing{true, 2, {}});
    CHECK(standing(now[1]) == Standing{true, 0, {1, 3}});
}
