#include "system/records.hpp"

#include "model/load.hpp"
#include "model/models.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <cerrno>

using namespace mlops_assess;

namespace {

constexpr std::size_t most = 10;

/// Gives a text in pieces of at most `size` bytes, then `end`.
Intake pieces(std::string text, std::size_t size, long end = 0) {
    return [text = std::move(text), size, end, at = std::size_t{0}](char* to,
                                                                    std::size_t room) mutable {
        const auto got = text.copy(to, std::min(size, room), at);
        at += got;
        return got == 0 ? end : static_cast<long>(got);
    };
}

/// `1:text 3:text`; `!` stands for a line that is too long.
std::string lines(Records records) {
    std::string out;
    while (const auto record = records.next())
        out += fmt::format("{}{}:{}", out.empty() ? "" : " ", record->line,
                           record->is_too_long ? "!" : record->text);
    if (records.failure() != 0) out += fmt::format(" failure {}", records.failure());
    return out;
}

/// The places and kinds of what is wrong with a record in line 7.
std::string flaws(const std::string& text) {
    static const auto models = shipped_models();
    Diagnostics diagnostics;
    const auto sheet = load_record({7, text}, models, diagnostics);
    CHECK(sheet.has_value() != diagnostics.has_errors());
    std::string out;
    for (const auto& each : diagnostics.sorted()) {
        CHECK(each.file == "<stdin>");
        REQUIRE(each.place.has_value());
        out += fmt::format("{}{}:{} {}", out.empty() ? "" : ", ", each.place->line,
                           each.place->column, word(each.id));
    }
    return out;
}

}  // namespace

TEST_CASE("a stream is read line by line", "[records]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"\n", ""},
        {"a", "1:a"},
        {"a\n", "1:a"},
        {"a\nb", "1:a 2:b"},
        {"a\n\n \t\r\nb\n\n", "1:a 4:b"},
        {"a\r\nb\r\n", "1:a 2:b"},
        {"a\rb\r\r\nc\r", "1:a\rb\r 2:c\r"},
        {"\xEF\xBB\xBF"
         "a\n\xEF\xBB\xBF"
         "b",
         "1:a 2:\xEF\xBB\xBF"
         "b"},
        {"\xEF\xBB\xBF\na", "2:a"},
        {"0123456789\n01234567890\n0123456789\r\nb", "1:0123456789 2:! 3:0123456789 4:b"},
        {"            \nb", "1:! 2:b"},
        {"012345678901234567890123456789\nb", "1:! 2:b"},
        {"b\n012345678901234567890123456789", "1:b 2:!"},
        {std::string("a\0b\n", 4), std::string("1:a\0b", 5)},
    }));
    const auto size = GENERATE(1U, 2U, 7U, 100U);
    CAPTURE(text, size);
    CHECK(lines(Records(pieces(text, size), most)) == expected);
}

TEST_CASE("a stream that cannot be read on gives what was whole", "[records]") {
    CHECK(lines(Records(pieces("a\nb\nc", 2, -EIO), most)) ==
          fmt::format("1:a 2:b failure {}", EIO));
}

TEST_CASE("a stream is read no further than for the next line", "[records]") {
    int reads = 0;
    const auto intake = pieces("a\nb\n\nc\n", 4);
    Records records(
        [&](char* to, std::size_t size) {
            ++reads;
            return intake(to, size);
        },
        most);
    CHECK(reads == 0);
    CHECK(records.next()->text == "a");
    CHECK(records.next()->text == "b");
    CHECK(reads == 1);
    CHECK(records.next()->text == "c");
    CHECK(reads == 2);
}

TEST_CASE("a record is checked as a sheet is, with its places in the stream", "[records]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {R"({"team":"A","answers":{}})", ""},
        {R"({"team":"A","answers":{"ci-auto-build":null,"data-versioned":true}})", ""},
        {R"({"team":"A","answers":{"ci-auto-build":{"answer":"no","evidence":["x"]}}})", ""},
        {R"({"team":1,"answers":{}, "target":{"microsoft":3}})", ""},
        {R"({"team":"é","answers":{"ci-auto-buld":"no"}})", "7:24 unknown-practice"},
        {R"({"team":"A","answers":{"ci-auto-build":3}})", "7:40 answer-word"},
        {R"({"team":"A","answers":{"ci-auto-build":[]}})", "7:40 wrong-type"},
        {R"({"team":"A","answers":{},"target":{"microsoft":"3"}})", "7:48 bad-number"},
        {R"({"team":"A","answers":{},"target":{"microsoft":3.0}})", "7:48 bad-number"},
        {R"({"team":null,"answers":{},"tme":1})", "7:2 wrong-type, 7:27 unknown-key"},
        {R"({"schema":"mlops-assess/rubric/1","id":"x"})", "7:11 wrong-kind"},
        {R"({"schema":"mlops-assess/answers/9","team":"A","answers":{}})",
         "7:11 unsupported-schema"},
        {"{", "7:2 syntax"},
        {"[]", "7:1 wrong-type"},
        {"  null", "7:3 wrong-type"},
        {"\"x\"", "7:1 wrong-type"},
        {"team: A", "7:2 syntax"},
        {R"({"team":"A","team":"B","answers":{}})", "7:13 duplicate-key"},
        {"{\"team\":\"A\xFF\"}", "7:11 not-utf8"},
        {"{\"team\":\"A\x01\"}", "7:11 control-character"},
        {"{}\r", "7:3 lone-carriage-return"},
        {"\xEF\xBB\xBF{}", "7:1 byte-order-mark"},
    }));
    CAPTURE(text);
    CHECK(flaws(text) == expected);
}

TEST_CASE("a record that is too long is told and not read", "[records]") {
    Diagnostics diagnostics;
    CHECK_FALSE(load_record({7, {}, true}, shipped_models(), diagnostics).has_value());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.sorted()[0].id == DiagnosticId::too_large);
    CHECK(diagnostics.sorted()[0].place == Place{7, 1});
}
