#include "system/keyboard.hpp"

#include "support/catch.hpp"

using mlops_assess::LineEditor;

namespace {

constexpr LineEditor::Keys usual = {0x7F, 0x17, 0x15, 0x04};

std::string read(LineEditor& editor) {
    char buffer[7];
    std::string all;
    while (editor.has_input()) {
        const auto got = editor.read(buffer, sizeof buffer);
        if (got == 0) return all + "<end>";
        all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
}

}  // namespace

TEST_CASE("lines made of keys", "[keyboard]") {
    struct Row {
        std::string typed, lines, shown;
    };
    const Row rows[] = {
        {"no\n", "no\n", "no\n"},
        {"no", "", "no"},
        {"no\rf\n", "no\nf\n", "no\nf\n"},
        {"ab\x7F\x7F\x7F"
         "c\n",
         "c\n", "ab\b \b\b \bc\n"},
        {"ab\b\n", "a\n", "ab\b \b\n"},
        {"\xC3\xA9\x7F\xE5\xBA\x97\x7F\n", "\n", "\xC3\xA9\b \b\xE5\xBA\x97\b \b\b \b\n"},
        // A sign over a letter goes with it.
        {"xe\xCC\x81\x7F\n", "x\n", "xe\xCC\x81\b \b\n"},
        {"one two  \x17\n", "one \n", "one two  \b \b\b \b\b \b\b \b\b \b\n"},
        {"one\x15two\n", "two\n", "one\b \b\b \b\b \btwo\n"},
        {"\x1b[A\x7F\x7F\x7F\n", "\n", "^[[A\b \b\b \b\b \b\b \b\n"},
        {"a\tb\x7F\x7F\n", "a\n", "a b\b \b\b \b\n"},
        {"a\x04\n", "a\n", "a\n"},
        {"f\n\x04", "f\n<end>", "f\n"},
        {"\x04", "<end>", ""},
        {std::string("\0\n", 2), std::string("\0\n", 2), "^@\n"},
    };
    for (const auto& [typed, lines, shown] : rows) {
        INFO(typed);
        LineEditor editor(usual);
        CHECK(editor.type(typed) == shown);
        CHECK(read(editor) == lines);
        LineEditor slow(usual);
        std::string shown_slowly;
        for (const char c : typed) shown_slowly += slow.type({&c, 1});
        CHECK(shown_slowly == shown);
        CHECK(read(slow) == lines);
    }
}

TEST_CASE("a line without an end goes on in parts", "[keyboard]") {
    LineEditor editor(usual);
    const std::string part(100'000, 'x');
    CHECK(editor.type(part) == part);
    CHECK(editor.has_input());
    editor.type("\n");
    CHECK(read(editor) == part + "\n");
}
