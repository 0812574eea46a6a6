#include "writer/picture/svg_text.hpp"

#include "support/catch.hpp"

using namespace mlops_assess;

TEST_CASE("coordinates have two decimals at most and no minus zero", "[svg_text]") {
    CHECK(svg_number(12) == "12");
    CHECK(svg_number(12.5) == "12.5");
    CHECK(svg_number(12.345) == "12.35");
    CHECK(svg_number(-0.25) == "-0.25");
    CHECK(svg_number(-0.001) == "0");
    CHECK(svg_number(100) == "100");
}

TEST_CASE("lines of a drawing are never wider than their room", "[svg_text]") {
    const auto text =
        GENERATE("Data gathering", "App integration & testing", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                 "   blanks   ", "機械学習の本番運用における監視と再学習の自動化",
                 "one \x1b[31m two", "a b c d e f g h i j k l m n o p q r s t u v w x y z");
    const auto width = GENERATE(30.0, 60.0, 120.0, 400.0);
    const auto most = GENERATE(1, 2, 3);
    const auto lines = svg_lines(text, 12, width, static_cast<std::size_t>(most));
    CHECK(!lines.empty());
    CHECK(lines.size() <= static_cast<std::size_t>(most));
    for (const auto& line : lines) CHECK(svg_text_width(line, 12) <= width);
}

TEST_CASE("what does not fit is cut off and shown to be", "[svg_text]") {
    CHECK(svg_lines("one two three", 10, 1000, 1) == std::vector<std::string>{"one two three"});
    CHECK(svg_lines("one two three", 10, 50, 3) == std::vector<std::string>{"one two", "three"});
    CHECK(svg_lines("one two three four five six", 10, 45, 2).back().ends_with("…"));
    CHECK(svg_lines("", 10, 45, 2).empty());
}
