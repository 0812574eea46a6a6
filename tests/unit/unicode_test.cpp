#include "text/unicode.hpp"

#include "document/source.hpp"
#include "support/catch.hpp"

using namespace mlops_assess;

TEST_CASE("invalid UTF-8 is found at its first byte", "[unicode]") {
    CHECK_FALSE(find_invalid_utf8("plain, \xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x98\x80"));
    CHECK(find_invalid_utf8("a\xFF") == 1);
    CHECK(find_invalid_utf8("ab\xC3") == 2);            // cut off
    CHECK(find_invalid_utf8("\xC0\xAF") == 0);          // overlong
    CHECK(find_invalid_utf8("\xE0\x80\x80") == 0);      // overlong
    CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
    CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
    CHECK(find_invalid_utf8("\x80") == 0);
}

TEST_CASE("what could act on a terminal or in CI is made visible", "[unicode]") {
    CHECK(visible("a\x1b[31mb") == "a\\x1b[31mb");
    CHECK(visible("a\x7f") == "a\\x7f");
    CHECK(visible("a\xC2\x9B") == "a\\x9b");
    CHECK(visible("a\xE2\x80\xAE"
                  "b") == "a\\u202eb");
    CHECK(visible("a\nb\tc\r") == "a b c ");
    CHECK(visible("::error::x") == "\\::error::x");
    CHECK(visible("see ::error") == "see \\::error");
    CHECK(visible("std::string") == "std::string");
    CHECK(visible("a ##[error]x ###vso[y] ##") == "a #\\#[error]x ##\\#vso[y] ##");
    CHECK(visible("\xEF\xBF\xBE\xEF\xBF\xBF") == "\\ufffe\\uffff");
}

TEST_CASE("JSON text keeps controls escaped", "[unicode]") {
    CHECK(escape_invisible("\"#1 ##[x] ##vso[y]\"") == "\"#1 \\u0023#[x] \\u0023#vso[y]\"");
    CHECK(escape_invisible("\"\x7f\xE2\x80\xAE\"") == "\"\\u007f\\u202e\"");
}

TEST_CASE("widths count cells", "[unicode]") {
    const auto [text, width] = GENERATE(table<std::string, std::size_t>({
        {"", 0},
        {"abc", 3},
        {"\u2588\u2591", 2},          // blocks
        {"\u00b1\u2460\u03b1", 3},    // ambiguous
        {"\u30c7\u3000\uff21", 6},    // wide and full-width
        {"\uff76", 1},                // half-width
        {"e\u0301", 1},               // combining accent
        {"\u304b\u3099", 2},          // combining voice mark
        {"\u1112\u1161\u11ab", 2},    // a Korean syllable in its parts
        {"\u2705", 2},                // emoji
        {"\U0001f7e2", 2},            //
        {"\U0001f978\U0001faa7", 4},  //
        {"\u2764", 1},                // narrow by itself
        {"\u2764\ufe0f", 2},          // made an emoji
        {"\u2764\ufe0f\ufe0f", 2},
        {"\u2764\ufe0e", 1},
        {"\u2705\ufe0f", 2},
        {"a\ufe0f", 1},
        {"\ufe0f", 0},
        {"\u200b\u200d\u2060\ufeff", 0},
        {"\u00ad", 1},      // a soft hyphen is shown
        {"\ue000", 1},      // private use
        {"\U000f0000", 1},  //
        {"\u0378", 1},      // unassigned
        {"\ufffd", 1},
        {"\xff", 1},
    }));
    CAPTURE(text);
    CHECK(display_width(text) == width);
}

TEST_CASE("places count code points and know line ends", "[unicode]") {
    const auto file = make_source("x", "a\r\n\xC3\xA9: b\n");
    CHECK(file->place(0) == Place{1, 1});
    CHECK(file->place(3) == Place{2, 1});
    CHECK(file->place(5) == Place{2, 2});
    CHECK(file->place(99) == Place{3, 1});
    CHECK(file->line(1) == "a");
    CHECK(file->line(2) == "\xC3\xA9: b");
    CHECK(file->line(3).empty());
    CHECK(file->line(0).empty());
}
