#include "text/shown.hpp"

#include "support/catch.hpp"
#include "text/terminal_page.hpp"

using namespace mlops_assess;

TEST_CASE("a terminal's line is made harmless as a whole", "[shown]") {
    CHECK(shown("{}: {}", "::a", "::b").str() == "\\::a: \\::b");
    CHECK(shown("{} {}", "\x1b[31m", std::string("a\nb")).str() == "\\x1b[31m a b");
    CHECK(shown("{}{}", "#", "#[error]").str() == "#\\#[error]");
    CHECK(shown("{}{}", "see :", ":error").str() == "see \\::error");
    CHECK(shown("std{}string", "::").str() == "std::string");
    CHECK(shown("{:>3} {:<4}| {}", 7, "ab", 1.5).str() == "  7 ab  | 1.5");
    const std::vector<std::string> list = {"a", "\t", "::b"};
    CHECK(shown("{}", fmt::join(list, ", ")).str() == "a,  , \\::b");
}

TEST_CASE("what is shown already stays as it is", "[shown]") {
    for (const auto* text : {"::x", "##[x", "###vso[x]", "\x1b\x9b", "\xE2\x80\x8E::x",
                             "\x0b::", "\xE2\x80\xA8##[", "\xEF\xBB\xBF::", "\\::x", "a\xFF::"}) {
        const auto once = Shown::of(text);
        INFO(once.str());
        CHECK(Shown::of(once.str()).str() == once.str());
        CHECK(shown("\"{}\"", once).str() == "\"" + once.str() + "\"");
    }
}

TEST_CASE("colours are added behind the text's back", "[shown]") {
    CHECK(painted(shown("{}", "a\x1b"), "33;1", true) == "\x1b[33;1ma\\x1b\x1b[0m");
    CHECK(painted(shown("a"), "1", false) == "a");
    CHECK(painted(Shown(), "1", true).empty());
}

TEST_CASE("a page for a terminal", "[shown]") {
    TerminalPage page(24, false);
    page.heading(shown("one two three four five six"), shown("right"));
    page.strong(shown("left"), shown("right"));
    page.strong(shown("a  very long text that has  no room"));
    page.paragraph(shown("  - "), shown("one two three four five"));
    page.labelled(shown("NAME"), 6, shown("text"));
    page.line(shown("a  b  "));
    CHECK(page.take() ==
          "one two three four five\nsix                right\nleft               right\n"
          "a very long text that\nhas no room\n"
          "  - one two three four\n    five\nNAME  text\na  b\n");

    TerminalPage colored(24, true);
    constexpr Paint paints[] = {{"#", "36"}, {"<", "33"}};
    colored.line(shown("x ##<#"), paints);
    colored.strong(shown("left"), shown("a right one of many cells"));
    CHECK(colored.take() ==
          "x \x1b[36m##\x1b[0m\x1b[33m<\x1b[0m\x1b[36m#\x1b[0m\n"
          "\x1b[1mleft\x1b[0m\na right one of many cells\n");
}
