#include "document/yaml.hpp"

#include "support/catch.hpp"
#include "support/json.hpp"

using namespace mlops_assess;

namespace {

/// The document as JSON, or the ids of what was found.
std::string read(const std::string& text) {
    Diagnostics diagnostics;
    const auto source = make_source("t.yaml", text);
    const auto document = parse(*source, diagnostics);
    std::string ids;
    for (const auto& d : diagnostics.sorted())
        ids +=
            (ids.empty() ? "" : " ") + std::string(word(d.id)) + "@" +
            (d.place ? std::to_string(d.place->line) + ":" + std::to_string(d.place->column) : "-");
    return ids.empty() ? as_json(document->root).dump() : ids;
}

}  // namespace

TEST_CASE("what YAML may look like", "[yaml]") {
    struct Row {
        const char* yaml;
        const char* json;
    };
    const Row rows[] = {
        {"a: 1\n", R"({"a":1})"},
        {"a: 1\r\nb: 2\r\n", R"({"a":1,"b":2})"},
        {"--- # begin\na: 1\n...\n", R"({"a":1})"},
        {"%YAML 1.2\n---\na: 1\n", R"({"a":1})"},
        {"{a: 1, \"b\": [x, 'y']}\n", R"({"a":1,"b":["x","y"]})"},
        {"{\"a\":1}", R"({"a":1})"},
        {"? a\n: 1\n", R"({"a":1})"},
        {"a: !!str 1\n", R"({"a":1})"},
        {"a: !!null\nb: !!null ~\n", R"({"a":null,"b":null})"},
        {"a: !!int 3\nb: !!bool true\n", R"({"a":3,"b":true})"},
        {"a: &x 1\n", R"({"a":1})"},
        {"a: |\n  one\n  \ttwo \"\nb: x\n", R"({"a":"one\n\ttwo \"\n","b":"x"})"},
        {"a: >-\n  one\n  two\n", R"({"a":"one two"})"},
        {"a: one\n  two 'x'\nb: 1\n", R"({"a":"one two 'x'","b":1})"},
        {"a: \"one\n  two\"\nb: 1\n", R"({"a":"one two","b":1})"},
        {"a: \"one\n\n  two\"\n", R"({"a":"one\ntwo"})"},
        {"a: \"one\n  \ttwo\"\n", R"({"a":"one two"})"},
        {"a: 'it''s'\n", R"({"a":"it's"})"},
        {"a: it's\n", R"({"a":"it's"})"},
        {"a:\nb: ~\nc: null\n", R"({"a":null,"b":null,"c":null})"},
        {"a: [1, 2, ]\n", R"({"a":[1,2]})"},
        {"a:\n- 1\n- 2\n", R"({"a":[1,2]})"},
        {"a:\n  - b: 1\n    c: 2\n  -\n    d: 3\n", R"({"a":[{"b":1,"c":2},{"d":3}]})"},
        {"a: x # comment \"\n", R"({"a":"x"})"},
        {"a: x#y\n", R"({"a":"x#y"})"},
        {"a: http://x/y:z\n", R"({"a":"http://x/y:z"})"},
        {"a: \"\\u263a\"\n", "{\"a\":\"\xE2\x98\xBA\"}"},
        {"no: no\n", R"({"no":"no"})"},
        {"a:\t1\n", R"({"a":1})"},
        {"a:\tx\nb:\ty\n", R"({"a":"x","b":"y"})"},
        {"a: \"\\N\\_\\L\\u00e9\\_\"\n", "{\"a\":\"\u0085\u00a0\u2028\u00e9\u00a0\"}"},
    };
    for (const auto& row : rows) {
        INFO(row.yaml);
        CHECK(read(row.yaml) == row.json);
    }
}

TEST_CASE("question marks in plain texts", "[yaml]") {
    const auto [yaml, json] = GENERATE(table<std::string, std::string>({
        {"a: [https://x/?a=b]\n", R"({"a":["https://x/?a=b"]})"},
        {"a: {note: Who does it?}\n", R"({"a":{"note":"Who does it?"}})"},
        {"a: {note: Who?, b: c}\n", R"({"a":{"b":"c","note":"Who?"}})"},
        {"a: [x?, y ?z, ?, b ? c, ?d]\n", "syntax@1:15"},
        {"a: [x?, y ?z, b ? c, ?d]\n", R"({"a":["x?","y ?z","b ? c","?d"]})"},
        {"a: [x - ? y]\n", R"({"a":["x - ? y"]})"},
        {"a: {b?: c, d?e: f}\n", R"({"a":{"b?":"c","d?e":"f"}})"},
        {"a: {b: c?}# d?\n", R"({"a":{"b":"c?"}})"},
        {"a: [b\n  ?c,\n  d?\n  e]\n", R"({"a":["b ?c","d? e"]})"},
        {"a: [ # what?\n  b]\n", R"({"a":["b"]})"},
        {"a: {? b : c, ? d : e?}\n", R"({"a":{"b":"c","d":"e?"}})"},
        {"a: {?\n  b : c}\n", R"({"a":{"b":"c"}})"},
        {"? a?\n: b ?\n", R"({"a?":"b ?"})"},
        {"? - ?x\n: b\n", "key-not-text@1:3"},
        {"a:\n- ?x\n- x?\n- x ? y\n", R"({"a":["?x","x?","x ? y"]})"},
        {"?a: b\nc?: d\n? : e\n", "key-not-text@3:3"},
        {"a: b\n  ?c\n", R"({"a":"b ?c"})"},
        {"a: x, ? y [? z\n", R"({"a":"x, ? y [? z"})"},
        {"a: [\"?\", '? ', \"x ? [?]\"]\n", R"({"a":["?","? ","x ? [?]"]})"},
        {"a: |\n  ? x?\n  [?]\n", R"({"a":"? x?\n[?]\n"})"},
        {"a: [?]\n", "syntax@1:5"},
        {"a: \"\\xfe\\xff\\x01?\"\n", "{\"a\":\"\u00fe\u00ff\\u0001?\"}"},
        {"a: [!!str b?, &c d?]\n", R"({"a":["b?","d?"]})"},
        {"a: !x?y b\n", "tag@1:4"},
    }));
    CAPTURE(yaml);
    CHECK(read(yaml) == json);
}

TEST_CASE("escaped surrogate pairs are one character", "[yaml]") {
    const auto [yaml, json] = GENERATE(table<std::string, std::string>({
        {R"({"a":"\ud83d\ude00"})", "{\"a\":\"\U0001f600\"}"},
        {R"(a: "x\uD83D\uDE00\ud834\udd1ey")", "{\"a\":\"x\U0001f600\U0001d11ey\"}"},
        {R"("\ud83d\ude00": b)", "{\"\U0001f600\":\"b\"}"},
        {R"(a: "\udbff\udfff\ud800\udc00")", "{\"a\":\"\U0010ffff\U00010000\"}"},
        {R"(a: "\\ud83d\\ude00")", R"({"a":"\\ud83d\\ude00"})"},
        {R"(a: "\\\ud83d\ude00")", "{\"a\":\"\\\\\U0001f600\"}"},
        {R"(a: '\ud83d\ude00')", R"({"a":"\\ud83d\\ude00"})"},
        {R"(a: \ud83d\ude00)", R"({"a":"\\ud83d\\ude00"})"},
        {"a: |\n  \\ud83d\\ude00\n", R"({"a":"\\ud83d\\ude00\n"})"},
        {R"(a: "\ud83d")", "syntax@1:5"},
        {R"(a: "\ude00\ud83d")", "syntax@1:5"},
        {R"(a: "\ud83d\\ude00")", "syntax@1:5"},
    }));
    CAPTURE(yaml);
    CHECK(read(yaml) == json);
}

TEST_CASE("what yaml-cpp lets through and we do not", "[yaml]") {
    struct Row {
        const char* yaml;
        const char* found;
    };
    const Row rows[] = {
        {"", "empty-file@-"},
        {"# only\n", "empty-file@-"},
        {"---\n", "empty-file@-"},
        {"~\n", "empty-file@-"},
        {",", "second-document@1:1"},
        {"[a],,b]", "second-document@1:4"},
        {"{a: 1} x", "second-document@1:8"},
        {"a: 1\n---\n", "second-document@2:1"},
        {"a: 1\n--- {\n", "second-document@2:1"},
        {"a: 1\n...\nb: 2\n", "second-document@3:1"},
        {"p: yes\np: no\n", "duplicate-key@2:1"},
        {"p: {q: 1, q: 2}\np: no\n", "duplicate-key@1:11 duplicate-key@2:1"},
        {"p1: yes\np2 no\n", "missing-colon@2:1"},
        {"{a, b: 1}", "missing-colon@1:2"},
        {"? a\n", "missing-colon@1:3"},
        {"p1: yes\nnote: \"hello\np2: no\n", "unclosed-quote@2:7"},
        {"p1: yes\nnote: 'hello\np2: no\n", "unclosed-quote@2:7"},
        {"note: \"a\nb: \"\nc: 1\n", "unclosed-quote@1:7"},
        {"a:\n  note: \"a\n  b: \"\n", "unclosed-quote@2:9"},
        {"a: 'x'y\n", "text-after-quote@1:7"},
        {"a: &x 1\nb: *x\n", "alias@2:4"},
        {"a: *x\n", "alias@1:4"},
        {"<<: {a: 1}\n", "merge-key@1:1"},
        {"a: !foo 1\n", "tag@1:4"},
        {"a: ! 1\n", "tag@1:4"},
        {"a: !!float 1\n", "tag@1:4"},
        {"a: !!python/object:x 1\n", "tag@1:4"},
        {"~: 1\n", "key-not-text@1:1"},
        {"[a]: 1\n", "key-not-text@1:1"},
        {"{a: 1}: 2\n", "key-not-text@1:1"},
        {"a:\n\tb: 1\n", "tab-indentation@2:1"},
        {"a: [1,\n\t2]\n", "tab-indentation@2:1"},
        {"a: one\n\ttwo\n", "tab-indentation@2:1"},
        {"a: 1\n\t\nb: 2\n", "tab-indentation@2:1"},
        {"a: !!str\"x\nb: 1\n", "unclosed-quote@1:9"},
        {"a: !<tag:yaml.org,2002:str>'x\nb: 1\n", "unclosed-quote@1:28"},
        {"a: !!str 'x'\nb: &y \"z\n", "unclosed-quote@2:7"},
        {"a: !<>x\n", "tag@1:4"},
        {"a: !!int x\n", "tag@1:4"},
        {"a: &x\n", "alias@1:4"},
        {"a: 1\n% b: 2\n", "directive@2:1"},
        {"%a: 1\n", "directive@1:1"},
        {"a: 1\n...\n%x\n", "directive@3:1"},
        {"%YAML 1.2\na: 1\n", "directive@1:1"},
        {"just text\n", "wrong-type@1:1"},
        {"a: \"x\\0y\"\n", "control-character@1:4"},
    };
    for (const auto& row : rows) {
        INFO(row.yaml);
        CHECK(read(row.yaml) == row.found);
    }
}

TEST_CASE("errors of one file are found together", "[yaml]") {
    CHECK(read("a: 1\na: 2\nb: *x1\n") != "");
    CHECK(read("a: 1\na: 2\nb: !x 1\nc: {d}\n") == "duplicate-key@2:1 tag@3:4 missing-colon@4:5");
}
