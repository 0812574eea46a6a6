#include "document/json.hpp"

#include "support/catch.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace mlops_assess;

namespace {

constexpr NoJson otherwise{DiagnosticId::bad_report, "give a report"};

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

/// The place and kind of what is wrong; empty where nothing is.
std::string flaw(const std::string& text) {
    const auto file = make_source("x.json", text);
    Diagnostics diagnostics;
    const auto document = parse_json(*file, otherwise, diagnostics);
    CHECK(document.has_value() == diagnostics.empty());
    if (diagnostics.empty()) return {};
    const auto found = diagnostics.sorted();
    REQUIRE(found.size() == 1);
    return fmt::format("{}:{} {}", found[0].place->line, found[0].place->column, word(found[0].id));
}

}  // namespace

TEST_CASE("JSON is read as it stands", "[json]") {
    for (const std::string text :
         {"null", "-1", "18446744073709551615", "\"\\ud83d\\ude00\\n\"", "[]", "{}", "[1,[2,{}],3]",
          "{\"b\":{\"x\":1},\"a\":[true,false,null,1.5],\"\\\"\":\"\"}"}) {
        const auto file = make_source("x.json", text);
        Diagnostics diagnostics;
        const auto document = parse_json(*file, otherwise, diagnostics);
        REQUIRE(document.has_value());
        CHECK(*document == nlohmann::ordered_json::parse(text));
        CHECK(document->dump() == nlohmann::ordered_json::parse(text).dump());
    }
}

TEST_CASE("what is wrong with a JSON text is told at its place", "[json]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", "1:1 bad-report"},
        {"{\n  \"a\": ]\n}", "2:8 bad-report"},
        {"[1] 2", "1:5 bad-report"},
        {"[1, 1e999]", "1:9 bad-report"},
        {"\"\\ud83d\"", "1:8 bad-report"},
        {"{\"a\": 1,\n \"a\": 2}", "2:2 duplicate-key"},
        {"{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 1}]}", ""},
        {"{\"\\u0061\": 1, \"a\":2}", "1:15 duplicate-key"},
        {"{\"\\\\\\\"\": 1, \"\\\\\\\"\":2}", "1:13 duplicate-key"},
        {"{\"\": 1, \"\":2}", "1:9 duplicate-key"},
        {repeat("[", 32) + repeat("]", 32), ""},
        {repeat("[", 33) + repeat("]", 33), "1:33 too-deep"},
        {repeat("{\"a\":", 33), "1:161 too-deep"},
        {repeat("[", 16 << 20), "1:33 too-deep"},
        {"[" + repeat("1,", most_json_values - 2) + "1]", ""},
        {"[" + repeat("1,", most_json_values - 1) + "1]", "1:2000001 too-many"},
        {"[" + repeat("[],", 5 << 20) + "1]", "1:2999999 too-many"},
    }));
    CAPTURE(text.substr(0, 100));
    CHECK(flaw(text) == expected);
}
