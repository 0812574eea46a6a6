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
template <typename Parse>
std::string flaw(const Parse& parse, const std::string& text) {
    const auto file = make_source("x.json", text);
    Diagnostics diagnostics;
    const auto document = parse(*file, otherwise, diagnostics);
    CHECK(static_cast<bool>(document) == diagnostics.empty());
    if (diagnostics.empty()) return {};
    const auto found = diagnostics.sorted();
    REQUIRE(found.size() == 1);
    return fmt::format("{}:{} {}", found[0].place->line, found[0].place->column, word(found[0].id));
}

/// Every value behind its offset, a key behind its own: `0{1a=5"x"}`.
std::string drawn(const Node& node) {
    auto out = std::to_string(node.at);
    switch (node.kind) {
        case Node::Kind::null: return out + "null";
        case Node::Kind::scalar:
            return out + (node.quoted ? fmt::format("\"{}\"", node.text) : node.text);
        case Node::Kind::sequence:
            for (const auto& item : node.items) out += "[" + drawn(item) + "]";
            return out + "[]";
        case Node::Kind::map:
            for (const auto& [key, at, value] : node.entries)
                out += fmt::format("{{{}{}={}}}", at, key, drawn(value));
            return out + "{}";
        case Node::Kind::broken: break;
    }
    return "broken";
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
        {"[" + repeat("1,", most_json_values - 1) + "1]", "1:2000000 too-many"},
        {"[" + repeat("[],", 5 << 20) + "1]", "1:2999999 too-many"},
    }));
    CAPTURE(text.substr(0, 100));
    CHECK(flaw(parse_json, text) == expected);
}

TEST_CASE("a JSON document knows the place of every key and value", "[json]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"{}", "0{}"},
        {" {\"a\" : \"x\" , \"b\":-1.50e2}", "1{2a=8\"x\"}{14b=18-1.50e2}{}"},
        {"{\"a\":[true,false,null,[],{}]}", "0{1a=5[6true][11false][17null][22[]][25{}][]}{}"},
        {"{\"\\\"\\\\\":\"\\\\\",\"b\":\"]\"}", "0{1\"\\=8\"\\\"}{13b=17\"]\"}{}"},
        {"{\"\\ud83d\\ude00\":\"\\u0001\"}", "0{1\U0001F600=16\"\x01\"}{}"},
        {"{\"a\":{\"a\":0},\n\"b\":\t18446744073709551616}",
         "0{1a=5{6a=100}{}}{14b=1918446744073709551616}{}"},
    }));
    CAPTURE(text);
    const auto file = make_source("x.json", text);
    Diagnostics diagnostics;
    const auto document = parse_json_document(*file, otherwise, diagnostics);
    REQUIRE(document != nullptr);
    CHECK(diagnostics.empty());
    CHECK(drawn(document->root) == expected);
}

TEST_CASE("what is wrong with a JSON document is told at its place", "[json]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", "1:1 bad-report"},
        {"[]", "1:1 wrong-type"},
        {" null", "1:2 wrong-type"},
        {"{\"a\": nul}", "1:10 bad-report"},
        {"{\"a\": 01}", "1:8 bad-report"},
        {"{\"a\": 1,}", "1:9 bad-report"},
        {"{\"a\": 1} {", "1:10 bad-report"},
        {"{\"a\": 1e999}", "1:11 bad-report"},
        {"{\"a\": \"\\udc00\"}", "1:13 bad-report"},
        {"{\"a\": \"\t\"}", "1:8 bad-report"},
        {"{\"a\": \"\\u0000\"}", "1:7 control-character"},
        {"{\"\\u0000\": 1}", "1:2 control-character"},
        {"{\"a\": [\"" + repeat("x", most_text) + "\"]}", ""},
        {"{\"a\": [\"" + repeat("x", most_text + 1) + "\"]}", "1:8 too-long"},
        {"{\"b\": 1, \"a\": 1, \"\\u0061\": 2}", "1:18 duplicate-key"},
        {"{\"a\":" + repeat("[", most_depth - 1) + repeat("]", most_depth - 1) + "}", ""},
        {"{\"a\":" + repeat("[", most_depth) + repeat("]", most_depth) + "}", "1:37 too-deep"},
        {"{\"a\":[" + repeat("1,", most_nodes - 3) + "1]}", ""},
        {"{\"a\":[" + repeat("1,", most_nodes - 2) + "1]}", "1:400003 too-many"},
    }));
    CAPTURE(text.substr(0, 100));
    CHECK(flaw(parse_json_document, text) == expected);
}

TEST_CASE("a part of a file tells its places by the lines of the file", "[json]") {
    const auto file = make_source("x", "ab\ncd", 9);
    CHECK(file->place(0) == Place{9, 1});
    CHECK(file->place(4) == Place{10, 2});
    CHECK(file->line(10) == "cd");
    CHECK(file->line(8).empty());
    CHECK(file->line(11).empty());
}
