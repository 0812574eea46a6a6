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
    CHECK(display_width("abc") == 3);
    CHECK(display_width("\xE2\x96\x88\xE2\x96\x91") == 2);
    CHECK(display_width("\xE3\x83\x87") == 2);  // katakana
    CHECK(display_width("e\xCC\x81") == 1);     // combining accent
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
