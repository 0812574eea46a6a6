#include "model/arena.hpp"

#include "support/catch.hpp"

#include <array>
#include <string>

using namespace mlops_assess;

TEST_CASE("the arena owns copies", "[arena]") {
    Arena arena;
    Text kept;
    List<int> list;
    {
        std::string text(1000, 'x');
        std::vector<int> numbers = {1, 2, 3};
        kept = arena.text(text);
        list = arena.list(numbers);
    }
    CHECK(kept == std::string(1000, 'x'));
    CHECK(list == arena.list(std::vector<int>{1, 2, 3}));
    CHECK_FALSE(list == arena.list(std::vector<int>{1, 2}));
    CHECK(arena.list(std::vector<int>{}).empty());
    CHECK(arena.text("").empty());
}

TEST_CASE("no list views a temporary", "[arena]") {
    STATIC_REQUIRE(std::is_constructible_v<List<int>, const std::vector<int>&>);
    STATIC_REQUIRE(std::is_constructible_v<List<int>, List<int>>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<List<int>, std::vector<int>>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<List<int>, std::array<int, 2>>);
}
