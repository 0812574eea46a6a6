#include "text/layout.hpp"

#include "support/catch.hpp"

using namespace mlops_assess;

TEST_CASE("text is wrapped, cut and padded by cells", "[layout]") {
    CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("  ", 7).empty());
    CHECK(wrap("abcdefghij k", 4) == std::vector<std::string>{"abcd", "efgh", "ij k"});
    CHECK(cut("abcdef", 6) == "abcdef");
    CHECK(cut("abcdefg", 6) == "abc...");
    CHECK(cut("ab cdefg", 6) == "ab...");
    CHECK(pad("ab", 4) == "ab  ");
    CHECK(pad("abcde", 4) == "abcde");
    CHECK(pad("\xE3\x83\x87", 4) == "\xE3\x83\x87  ");
    CHECK(hang("x: ", "one two", 24) == "x: one two\n");
    CHECK(hang("x: ", "one two three four five", 23) == "x: one two three four\n   five\n");
    CHECK(hang("x:", "", 24) == "x:\n");
}

TEST_CASE("running text is shortened behind a word", "[layout]") {
    CHECK(shortened("one two", 7) == "one two");
    CHECK(shortened("one two three", 9) == "one two …");
    CHECK(shortened("onetwothree", 9) == "onetwot …");
    CHECK(shortened("é é é é é é", 9) == "é é é é …");
    CHECK(shortened("one", 0) == " …");
}

TEST_CASE("what belongs to one character is not broken", "[layout]") {
    CHECK(wrap("ab\u2764\ufe0f\u2764\ufe0f", 5) ==
          std::vector<std::string>{"ab\u2764\ufe0f", "\u2764\ufe0f"});
    CHECK(wrap("\u2705\u2705", 1) == std::vector<std::string>{"\u2705", "\u2705"});
    CHECK(cut("abc\u2764\ufe0f\u2705", 6) == "abc...");
}
