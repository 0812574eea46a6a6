#include "report/comparison.hpp"

#include "support/catch.hpp"

using namespace mlops_assess;

namespace {

SnapshotRequirement requirement(const std::string& practice, int level, Rating answer,
                                std::optional<bool> met, const std::string& implied_by = "") {
    return {practice, level, 2, answer, met.value_or(false) ? 3 : 0, met, implied_by};
}

SnapshotModel model(int level, std::vector<SnapshotParameter> parameters) {
    return {"m", "1", "c", "1", 2, 3, level, level * 100, std::move(parameters)};
}

Snapshot snapshot(SnapshotModel model) { return {"file", "Team", "", {std::move(model)}}; }

}  // namespace

TEST_CASE("a parameter that was not assessed on the lower side caused nothing", "[comparison]") {
    const SnapshotParameter weak{"a", "A", 0, {requirement("x", 1, Rating::no, false)}};
    const SnapshotParameter strong{"a", "A", 3, {requirement("x", 1, Rating::fully, true)}};
    const SnapshotParameter none{
        "b", "B", {}, {requirement("y", 1, Rating::not_applicable, std::nullopt)}};
    const SnapshotParameter some{"b", "B", 3, {requirement("y", 1, Rating::fully, true)}};
    const auto up = compare(snapshot(model(0, {weak, none})), snapshot(model(3, {strong, some})));
    CHECK(up.models[0].level.causes == std::vector<std::string>{"x"});
    const auto down = compare(snapshot(model(3, {strong, some})), snapshot(model(0, {weak, none})));
    CHECK(down.models[0].level.causes == std::vector<std::string>{"x"});
    REQUIRE(down.models[0].parameters.size() == 2);
    CHECK_FALSE(down.models[0].parameters[1].level.after);
    CHECK(down.models[0].parameters[1].level.causes.empty());
}

TEST_CASE("what credits a practice stands for it among the causes", "[comparison]") {
    const SnapshotParameter before{"a", "A", 0, {requirement("x", 1, Rating::no, false)}};
    const SnapshotParameter after{"a", "A", 1, {requirement("x", 1, Rating::no, true, "stronger")}};
    const auto c = compare(snapshot(model(0, {before})), snapshot(model(1, {after})));
    CHECK(c.models[0].level.causes == std::vector<std::string>{"stronger"});
    CHECK(c.models[0].parameters[0].level.causes == std::vector<std::string>{"stronger"});
    CHECK(c.moves.empty());
}

TEST_CASE("each practice moves once, and an open answer is no move", "[comparison]") {
    const SnapshotParameter before{
        "a",
        "A",
        0,
        {requirement("up", 1, Rating::no, false), requirement("up", 2, Rating::no, false),
         requirement("down", 2, Rating::fully, true),
         requirement("now", 2, Rating::unanswered, false),
         requirement("then", 2, Rating::mostly, true)}};
    const SnapshotParameter after{
        "a",
        "A",
        1,
        {requirement("up", 1, Rating::fully, true), requirement("up", 2, Rating::fully, true),
         requirement("down", 2, Rating::partially, false), requirement("now", 2, Rating::no, false),
         requirement("then", 2, Rating::unanswered, false)}};
    const auto c = compare(snapshot(model(0, {before})), snapshot(model(1, {after})));
    REQUIRE(c.moves.size() == 2);
    REQUIRE(c.moves_to(true).size() == 1);
    CHECK(c.moves_to(true)[0].practice == "up");
    REQUIRE(c.moves_to(false).size() == 1);
    CHECK(c.moves_to(false)[0].practice == "down");
    CHECK(c.answered_now == std::vector<std::string>{"now"});
    CHECK(c.answered_then == std::vector<std::string>{"then"});
}
