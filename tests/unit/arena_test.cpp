#include "model/arena.hpp"

#include "support/catch.hpp"

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
