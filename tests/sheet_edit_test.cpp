#include "model/sheet_edit.hpp"

#include "document/yaml.hpp"
#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>

using namespace mlops_assess;

namespace {

SheetEdit answer(const std::string& id, const std::string& word) {
    return {{"answers", id, "answer"}, word};
}
SheetEdit note(const std::string& id, const std::string& text) {
    return {{"answers", id, "note"}, text, Put::text};
}
SheetEdit proof(const std::string& id, const std::string& text) {
    return {{"answers", id, "evidence"}, text, Put::item};
}
SheetEdit dated(const std::string& id) { return {{"answers", id, "date"}, "2026-11-26"}; }
SheetEdit without(const std::string& id, const std::string& key) {
    return {{"answers", id, key}, {}, Put::remove};
}
SheetEdit team(const std::string& name) { return {{"team"}, name, Put::text}; }
SheetEdit fact(const std::string& id, const std::string& word) { return {{"context", id}, word}; }

struct Row {
    std::string before;
    std::vector<SheetEdit> edits;
    std::string after;
};

void check(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        INFO(row.before);
        const auto result = edited(row.before, row.edits);
        REQUIRE(result);
        CHECK(*result == row.after);
    }
}

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

}  // namespace

TEST_CASE("an answer in the place of another", "[sheet_edit]") {
    check({
        {"answers:\n  a: no\n", {answer("a", "fully")}, "answers:\n  a: fully\n"},
        {"answers:\n  a: no", {answer("a", "fully")}, "answers:\n  a: fully"},
        {"answers:\n  a: no  # why\n", {answer("a", "fully")}, "answers:\n  a: fully  # why\n"},
        {"answers:\n  a:\n", {answer("a", "fully")}, "answers:\n  a: fully\n"},
        {"answers:\n  a:", {answer("a", "fully")}, "answers:\n  a: fully"},
        {"answers:\n  a: # why\n", {answer("a", "fully")}, "answers:\n  a: fully # why\n"},
        {"answers:\n  a:\n  b: no\n", {answer("a", "fully")}, "answers:\n  a: fully\n  b: no\n"},
        {"answers:\n  a: ~\n", {answer("a", "fully")}, "answers:\n  a: fully\n"},
        {"answers:\n  a: null # c\n", {answer("a", "no")}, "answers:\n  a: no # c\n"},
        {"answers:\n  a:\n    ~\n", {answer("a", "no")}, "answers:\n  a:\n    no\n"},
        {"answers:\n  a: # c\n    partially\n  b: no\n",
         {answer("a", "no")},
         "answers:\n  a: # c\n    no\n  b: no\n"},
        {"answers:\n  a: !!null\n  b: no\n",
         {answer("a", "fully")},
         "answers:\n  a: fully\n  b: no\n"},
        {"answers:\n  a: !!null ~ # c\n", {answer("a", "fully")}, "answers:\n  a: fully # c\n"},
        {"answers:\n  a: !!str no\n", {answer("a", "fully")}, "answers:\n  a: !!str fully\n"},
        {"answers:\n  a: \"no\" # c\n", {answer("a", "fully")}, "answers:\n  a: fully # c\n"},
        {"answers:\n  a: 'no'\n", {answer("a", "fully")}, "answers:\n  a: fully\n"},
        {"answers:\n  a: >-\n    no\n  b: no\n",
         {answer("a", "fully")},
         "answers:\n  a: fully\n  b: no\n"},
        {"answers:\n  a: |- # c\n    no\n\n# d\n",
         {answer("a", "fully")},
         "answers:\n  a: fully # c\n\n# d\n"},
        {"answers:\n  'a': no\n  \"b\" : no\n",
         {answer("a", "fully"), answer("b", "mostly")},
         "answers:\n  'a': fully\n  \"b\" : mostly\n"},
        {"answers:\n  ? a # b: c\n  : no # d\n",
         {answer("a", "fully")},
         "answers:\n  ? a # b: c\n  : fully # d\n"},
        {"answers:\n  a: {answer: no, note: x}\n",
         {answer("a", "fully")},
         "answers:\n  a: {answer: fully, note: x}\n"},
        {"answers:\n  a:\n    note: x\n    answer: no # c\n",
         {answer("a", "fully")},
         "answers:\n  a:\n    note: x\n    answer: fully # c\n"},
        {"answers:\n  a:\n    note: x # c\n  b: no\n",
         {answer("a", "fully")},
         "answers:\n  a:\n    note: x # c\n    answer: fully\n  b: no\n"},
        {"answers:\n  a: {}\n", {answer("a", "fully")}, "answers:\n  a: {answer: fully}\n"},
        {"---\nanswers:\n  a: no\n...\n",
         {answer("a", "fully")},
         "---\nanswers:\n  a: fully\n...\n"},
    });
}

TEST_CASE("an answer to a practice that is not there yet", "[sheet_edit]") {
    check({
        {"answers:\n  a: no # c\n# end\n",
         {answer("b", "fully")},
         "answers:\n  a: no # c\n  b: fully\n# end\n"},
        {"answers:\n a: no", {answer("b", "fully")}, "answers:\n a: no\n b: fully"},
        {"answers:\n   a: no\n\nteam: T\n",
         {answer("b", "fully")},
         "answers:\n   a: no\n   b: fully\n\nteam: T\n"},
        {"answers:\n       a:\n              answer: no\n",
         {answer("b", "fully")},
         "answers:\n       a:\n              answer: no\n       b: fully\n"},
        {"answers:\n  ? a\n  : no\n",
         {answer("b", "fully")},
         "answers:\n  ? a\n  : no\n  b: fully\n"},
        {"answers:\n  a:\n    note: |\n      text\n\n      # more text\n\n    # comment\n  # c\n",
         {answer("b", "fully")},
         "answers:\n  a:\n    note: |\n      text\n\n      # more text\n  b: fully\n\n    # "
         "comment\n  # c\n"},
        {"answers:\n  a:\n    evidence:\n    - x\n    - y # c\n",
         {answer("b", "fully")},
         "answers:\n  a:\n    evidence:\n    - x\n    - y # c\n  b: fully\n"},
        {"answers:\n  a: {answer: no, # c\n      note: x}\n",
         {answer("b", "fully")},
         "answers:\n  a: {answer: no, # c\n      note: x}\n  b: fully\n"},
        {"answers: {}\n", {answer("a", "fully")}, "answers:\n  a: fully\n"},
        {"answers: { } # c\nteam: T", {answer("a", "fully")}, "answers: # c\n  a: fully\nteam: T"},
        {"answers: {\n  # c\n}\n", {answer("a", "fully")}, "answers: {a: fully\n  # c\n}\n"},
        {"answers:\nteam: T\n", {answer("a", "fully")}, "answers:\n  a: fully\nteam: T\n"},
        {"answers: ~ # c\n", {answer("a", "fully")}, "answers: # c\n  a: fully\n"},
        {" team: T\n answers: {}\n",
         {answer("a", "fully"), answer("b", "no")},
         " team: T\n answers:\n   a: fully\n   b: no\n"},
        {"answers: {}\n", {answer("null", "fully")}, "answers:\n  \"null\": fully\n"},
    });
}

TEST_CASE("sheets in braces", "[sheet_edit]") {
    check({
        {"answers: {a: no, b: {answer: fully}}\n",
         {answer("a", "mostly"), answer("b", "no"), answer("c", "fully")},
         "answers: {a: mostly, b: {answer: no}, c: fully}\n"},
        {"{team: T, answers: {a: no}}", {answer("a", "fully")}, "{team: T, answers: {a: fully}}"},
        {"{\"team\":\"T\",\"answers\":{\"a\":\"no\"}}",
         {answer("a", "fully"), answer("b", "no"), note("a", "x")},
         "{\"team\":\"T\",\"answers\":{\"a\": {answer: fully, note: \"x\"}, b: no}}"},
        {"{answers: {}}", {answer("a", "fully")}, "{answers: {a: fully}}"},
        {"{answers: ~, team: T}", {answer("a", "fully")}, "{answers: {a: fully}, team: T}"},
        {"{answers: , team: T}", {answer("a", "fully")}, "{answers: {a: fully} , team: T}"},
        {"{answers: {a: no,},}", {answer("b", "fully")}, "{answers: {a: no, b: fully},}"},
        {"answers: {a: , b: no}\n", {answer("a", "fully")}, "answers: {a: fully , b: no}\n"},
        {"answers: {\n  a: no, # c\n  b: no # d }\n  }\n",
         {answer("c", "fully")},
         "answers: {\n  a: no, # c\n  b: no, # d }\n  c: fully\n  }\n"},
        {"answers: {\n   a: no, # c\n   b: no, # d\n}\n",
         {answer("c", "fully"), answer("d", "no")},
         "answers: {\n   a: no, # c\n   b: no, # d\n   c: fully,\n   d: no,\n}\n"},
        {"answers: {\n  a: no,\n  b: \"no\"}\n",
         {answer("c", "fully")},
         "answers: {\n  a: no,\n  b: \"no\",\n  c: fully}\n"},
        {"answers: {a: {answer: no, note: \"} # {\"}}\n",
         {answer("b", "fully"), note("b", "x")},
         "answers: {a: {answer: no, note: \"} # {\"}, b: {answer: fully, note: \"x\"}}\n"},
        {"answers:\n  a: {answer: no, evidence: [https://x/?a=b, c ? d], note: Who?}\n  b: no\n",
         {answer("a", "fully"), proof("a", "x"), note("a", "y"), answer("b", "mostly")},
         "answers:\n  a: {answer: fully, evidence: [https://x/?a=b, c ? d, \"x\"], note: \"y\"}\n"
         "  b: mostly\n"},
        {"{\"answers\":{\"a\":{\"answer\":\"no\",\"note\":\"\\ud83d\\ude00?\"},\"b\":\"no\"}}",
         {answer("a", "fully"), answer("b", "mostly")},
         "{\"answers\":{\"a\":{\"answer\": fully,\"note\":\"\\ud83d\\ude00?\"},\"b\": mostly}}"},
        {"answers: {a: {answer: no}}\n",
         {proof("a", "x"), proof("a", "y")},
         "answers: {a: {answer: no, evidence: [\"x\", \"y\"]}}\n"},
    });
}

TEST_CASE("notes, owners and evidence", "[sheet_edit]") {
    check({
        {"answers:\n  a: no # c\n",
         {note("a", "x")},
         "answers:\n  a: # c\n    answer: no\n    note: \"x\"\n"},
        {"answers:\n  a:   # c\n  b: no\n",
         {note("a", "x")},
         "answers:\n  a:   # c\n    answer: unknown\n    note: \"x\"\n  b: no\n"},
        {"answers:\n  a: # c\n    # d\n    no # e\n",
         {note("a", "x")},
         "answers:\n  a: # c\n    # d # e\n    answer: no\n    note: \"x\"\n"},
        {"answers:\n  ? a\n  : no\n",
         {note("a", "x")},
         "answers:\n  ? a\n  :\n      answer: no\n      note: \"x\"\n"},
        {"answers:\n  a: {answer: no, note: x}\n",
         {note("a", "y")},
         "answers:\n  a: {answer: no, note: \"y\"}\n"},
        {"answers:\n  a: {answer: no}\n",
         {note("a", "y")},
         "answers:\n  a: {answer: no, note: \"y\"}\n"},
        {"answers:\n  a:\n    note: one\n      two # c\n    answer: no\n",
         {note("a", "y")},
         "answers:\n  a:\n    note: \"y\" # c\n    answer: no\n"},
        {"answers:\n  a:\n    answer: no\n    note: \"one\n\n      two # no comment\" # c\n",
         {note("a", "y")},
         "answers:\n  a:\n    answer: no\n    note: \"y\" # c\n"},
        {"answers:\n  a:\n    note: |+ # c\n       one\n\n         two\n\n    answer: no\n",
         {note("a", "y")},
         "answers:\n  a:\n    note: \"y\" # c\n\n    answer: no\n"},
        {"answers:\n  a:\n    answer: no\n    note: >2\n        one\n      two\n     # c\n",
         {note("a", "y")},
         "answers:\n  a:\n    answer: no\n    note: \"y\"\n     # c\n"},
        {"answers:\n  a:\n    answer: no\n    note: !!str |\n      one\n",
         {note("a", "y")},
         "answers:\n  a:\n    answer: no\n    note: !!str \"y\"\n"},
        {"answers:\n  a:\n    answer: no\n    ? note\n    : |\n     one\n",
         {note("a", "y")},
         "answers:\n  a:\n    answer: no\n    ? note\n    : \"y\"\n"},
        {"answers:\n  a:\n    answer: no\n",
         {proof("a", "x"), proof("a", "y")},
         "answers:\n  a:\n    answer: no\n    evidence:\n      - \"x\"\n      - \"y\"\n"},
        {"answers:\n  a:\n    evidence: x # c\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [\"x\", \"y\"] # c\n"},
        {"answers:\n  a:\n    evidence: |- # c\n      x\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [\"x\", \"y\"] # c\n"},
        {"answers:\n  a:\n    evidence: # c\n    note: n\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [\"y\"] # c\n    note: n\n"},
        {"answers:\n  a:\n    evidence: [x, 'z'] # c\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [x, 'z', \"y\"] # c\n"},
        {"answers:\n  a:\n    evidence: [\n      x, # c\n      'z' # d\n    ]\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [\n      x, # c\n      'z', # d\n      \"y\"\n    ]\n"},
        {"answers:\n  a:\n    evidence: []\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence: [\"y\"]\n"},
        {"answers:\n  a:\n    evidence:\n       - x # c\n    answer: no\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence:\n       - x # c\n       - \"y\"\n    answer: no\n"},
        {"answers:\n  a:\n    evidence:\n    - x\n    - |\n      z\n      # z\n    # c\n    "
         "answer: no\n",
         {proof("a", "y")},
         "answers:\n  a:\n    evidence:\n    - x\n    - |\n      z\n      # z\n    - \"y\"\n    # "
         "c\n"
         "    answer: no\n"},
        {"answers:\n  a:\n    answer: no\n    ? evidence\n    : - x\n",
         {proof("a", "y")},
         "answers:\n  a:\n    answer: no\n    ? evidence\n    : - x\n      - \"y\"\n"},
    });
}

TEST_CASE("dates of answers and of the sheet", "[sheet_edit]") {
    check({
        {"answers:\n  a: no  # c\n",
         {answer("a", "fully"), dated("a")},
         "answers:\n  a: {answer: fully, date: 2026-11-26}  # c\n"},
        {"answers: {}\n",
         {answer("a", "no"), dated("a"), answer("b", "no"), dated("b")},
         "answers:\n  a: {answer: no, date: 2026-11-26}\n  b: {answer: no, date: 2026-11-26}\n"},
        {"answers:\n  a: ~ # c\n",
         {answer("a", "unknown"), dated("a")},
         "answers:\n  a: {answer: unknown, date: 2026-11-26} # c\n"},
        {"answers:\n  a:\n    answer: no\n    date: 2026-08-01 # then\n    note: x\n",
         {dated("a")},
         "answers:\n  a:\n    answer: no\n    date: 2026-11-26 # then\n    note: x\n"},
        {"answers:\n  a: {answer: no, date: 2026-08-01} # c\n  b: no\n",
         {note("a", "x"), proof("a", "y")},
         "answers:\n  a: # c\n    answer: no\n    date: 2026-08-01\n    note: \"x\"\n"
         "    evidence:\n      - \"y\"\n  b: no\n"},
        {"answers: {a: {answer: no, date: 2026-08-01}}\n",
         {note("a", "x")},
         "answers: {a: {answer: no, date: 2026-08-01, note: \"x\"}}\n"},
        {"# c\nteam: T # t\n# d\nanswers: {}\n",
         {{{"date"}, "2026-11-26"}},
         "# c\nteam: T # t\ndate: 2026-11-26\n# d\nanswers: {}\n"},
        {"answers:\n  a: >-\n    mostly\n",
         {dated("a")},
         "answers:\n  a: {answer: mostly, date: 2026-11-26}\n"},
        {"answers:\n  a: !!str fully # c\n",
         {dated("a")},
         "answers:\n  a: # c\n    answer: fully\n    date: 2026-11-26\n"},
        {"answers: {a: !!str no}\n",
         {dated("a")},
         "answers: {a: {answer: no, date: 2026-11-26}}\n"},
        {"answers: {}\nteam: T",
         {{{"date"}, "2026-11-26"}},
         "date: 2026-11-26\nanswers: {}\nteam: T"},
        {"team: T\ndate: 2026-08-01 # q3\nanswers: {}\n",
         {{{"date"}, "2026-11-26"}},
         "team: T\ndate: 2026-11-26 # q3\nanswers: {}\n"},
    });
}

TEST_CASE("what is no longer said", "[sheet_edit]") {
    check({
        {"answers:\n  a: no # c\n", {without("a", "source")}, "answers:\n  a: no # c\n"},
        {"answers:\n  a: no\n", {without("b", "source")}, "answers:\n  a: no\n"},
        {"answers:\n  a: {answer: no, source: scan} # c\n",
         {without("a", "source")},
         "answers:\n  a: {answer: no} # c\n"},
        {"answers:\n  a: {answer: no, # Ann\n    source: scan}\n",
         {without("a", "source")},
         "answers:\n  a: {answer: no, # Ann\n    }\n"},
        {"answers:\n  a: {\n    source: scan,\n    # two\n    answer: no}\n",
         {without("a", "source")},
         "answers:\n  a: {\n    # two\n    answer: no}\n"},
        {"answers:\n  a: {answer: no, source: scan, # s\n    note: x}\n",
         {without("a", "source")},
         "answers:\n  a: {answer: no, # s\n    note: x}\n"},
        {"answers:\n  a: {source: scan, answer: no}\n",
         {without("a", "source")},
         "answers:\n  a: {answer: no}\n"},
        {"answers:\n  a: {answer: no, source: scan, note: x}\n",
         {without("a", "source")},
         "answers:\n  a: {answer: no, note: x}\n"},
        {"answers:\n  a:\n    answer: no # c\n    source: scan # by scan\n    # d\n  b: no\n",
         {without("a", "source")},
         "answers:\n  a:\n    answer: no # c\n    # by scan\n    # d\n  b: no\n"},
        {"answers:\n  a:\n    answer: no\n    confirmed_by: >-\n      Internal\n      audit",
         {without("a", "confirmed_by")},
         "answers:\n  a:\n    answer: no"},
        {"answers:\n  a:\n    evidence:\n      - x\n      - y\n    answer: no\n",
         {without("a", "evidence")},
         "answers:\n  a:\n    answer: no\n"},
    });
}

TEST_CASE("the team and its facts", "[sheet_edit]") {
    check({
        {"team: <name of your team>  # c\nanswers: {}\n",
         {team("T")},
         "team: \"T\"  # c\nanswers: {}\n"},
        {"team:\nanswers: {}\n", {team("T")}, "team: \"T\"\nanswers: {}\n"},
        {"team: '' # c\nanswers: {}\n", {team("T")}, "team: \"T\" # c\nanswers: {}\n"},
        {"# top\nanswers: {}\n", {team("T")}, "# top\nteam: \"T\"\nanswers: {}\n"},
        {"# top\n\nschema: mlops-assess/answers/1\n\n# The answers\n# of all\nanswers: {}\n",
         {team("T")},
         "# top\n\nschema: mlops-assess/answers/1\n\nteam: \"T\"\n# The answers\n# of "
         "all\nanswers: {}\n"},
        {"{answers: {}}", {team("T")}, "{answers: {}, team: \"T\"}"},
        {"team: T\nanswers: {}\n",
         {fact("regulated", "true"), fact("production_models", "3")},
         "team: T\ncontext:\n  regulated: true\n  production_models: 3\nanswers: {}\n"},
        {"   team: T\n   answers: {}\n",
         {fact("regulated", "true")},
         "   team: T\n   context:\n     regulated: true\n   answers: {}\n"},
        {"context: {}\nanswers: {}\n",
         {fact("regulated", "true")},
         "context:\n  regulated: true\nanswers: {}\n"},
        {"context:\nanswers: {}\n",
         {fact("regulated", "true")},
         "context:\n  regulated: true\nanswers: {}\n"},
        {"context: {regulated: false} # c\nanswers: {}\n",
         {fact("regulated", "true"), fact("use_cases", "2")},
         "context: {regulated: true, use_cases: 2} # c\nanswers: {}\n"},
        {"context:\n    regulated: !!bool false # c\nanswers: {}\n",
         {fact("regulated", "true"), fact("use_cases", "2")},
         "context:\n    regulated: !!bool true # c\n    use_cases: 2\nanswers: {}\n"},
        {"{answers: {}}", {fact("regulated", "true")}, "{answers: {}, context: {regulated: true}}"},
    });
}

TEST_CASE("line ends stay as they are", "[sheet_edit]") {
    const std::string before = "team: T\nanswers:\n  a: no # c\n  b:\n    note: |\n      x\n";
    const std::vector<SheetEdit> edits = {
        note("a", "x"),       answer("b", "no"),         proof("b", "y"),
        answer("c", "fully"), fact("regulated", "true"), note("b", "z")};
    const auto plain = edited(before, edits);
    REQUIRE(plain);
    CHECK(edited(with_crlf(before), edits) == with_crlf(*plain));
}

TEST_CASE("what is no sheet, and what cannot be told from the text, is left alone",
          "[sheet_edit]") {
    CHECK_FALSE(edited("answers: {a: no", {answer("a", "fully")}));
    CHECK_FALSE(edited("", {answer("a", "fully")}));
    CHECK_FALSE(edited("answers: no\n", {answer("a", "fully")}));
    CHECK_FALSE(edited("answers: [no]\n", {answer("a", "fully")}));
    CHECK_FALSE(edited("answers:\n  a: no\n", {{{"answers", "a", "answer"}, "x: y"}}));
    CHECK_FALSE(edited("answers:\n  a: no\n", {{{"answers", "a", "answer"}, "yes # c"}}));
}

TEST_CASE("texts that mean harm are texts", "[sheet_edit]") {
    const std::vector<std::string> texts = {
        "\"",
        "\\",
        "\\\"}],",
        "'",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "{a: b}",
        "]",
        "&a *b !c %d @e `f`",
        "~",
        "null",
        "true",
        "\t tab \t",
        "<<",
        "::error::x",
        "\xF0\x9F\x9A\x80 rocket",
        "\xE2\x80\xAEright to left",
        "\xE2\x80\xA8line\xE2\x80\xA9separators\xC2\x85",
        "\xEF\xBB\xBFmark",
        std::string(10'000, 'x'),
        std::string(5'000, '"'),
    };
    const std::vector<std::string> sheets = {
        "team: T\nanswers:\n  a: no # c\n",
        "team: T\nanswers:\n  a: {answer: no, note: x}\n",
        "{team: T, answers: {a: no}}",
        "team: T\nanswers:\n  a:\n    note: |\n      x\n",
    };
    for (const auto& sheet : sheets)
        for (const auto& text : texts) {
            INFO(sheet << text.substr(0, 40));
            // `edited` reads the text back from its result and compares.
            const auto result =
                edited(sheet, {note("a", text), proof("a", text), proof("a", text), team(text)});
            REQUIRE(result);
            CHECK(result->find("\xE2\x80\xAE") == std::string::npos);
            CHECK(std::count(result->begin(), result->end(), '\t') == 0);
        }
}

namespace {

constexpr unsigned seed = 20261122;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Other columns for the same document; it may come out wrong where texts run over lines.
std::string reindented(const std::string& text, std::size_t times, std::size_t per,
                       std::size_t plus) {
    std::string out;
    for (const auto& line : lines_of(text)) {
        const auto first = line.find_first_not_of(" \r");
        if (first != std::string::npos) out += std::string(first * times / per + plus, ' ');
        out += line.substr(std::min(first, line.size())) + "\n";
    }
    return out;
}

std::optional<Document> read(const SourcePointer& source) {
    Diagnostics found;
    const auto document = parse(*source, found);
    if (document == nullptr || found.has_errors()) return std::nullopt;
    return *document;
}

SheetEdit random_edit(const std::vector<std::string>& ids, std::mt19937& random) {
    const auto& id = ids[random() % ids.size()];
    const char* const words[] = {"no", "partially", "mostly", "fully", "unknown"};
    const char* const texts[] = {"a \"text\": # {x}", "https://example.com/?a=[1]&b=*", "~"};
    const char* const facts[] = {"~", "true", "false"};
    const char* const keys[] = {"source", "confirmed_by", "date", "note", "owner", "evidence"};
    switch (random() % 10) {
        case 8: return {{"answers", id, "date"}, "2026-11-26"};
        case 9: return {{"answers", id, keys[random() % 6]}, {}, Put::remove};
        case 0: return note(id, texts[random() % 3]);
        case 1: return proof(id, texts[random() % 3]);
        case 2: return {{"answers", id, "owner"}, texts[random() % 3], Put::text};
        case 3: return fact("regulated", facts[random() % 3]);
        default: return answer(id, words[random() % 5]);
    }
}

/// What the edit is to make of the whole document.
nlohmann::json wanted_of(nlohmann::json root, const SheetEdit& edit) {
    if (edit.path[0] == "context") {
        auto& stated = root["context"][edit.path[1]];
        stated = nullptr;
        if (edit.value != "~") stated = edit.value == "true";
        return root;
    }
    const bool is_new = !root["answers"].contains(edit.path[1]);
    if (edit.put == Put::remove) {
        if (!is_new && root["answers"][edit.path[1]].is_object())
            root["answers"][edit.path[1]].erase(edit.path[2]);
        return root;
    }
    auto& practice = root["answers"][edit.path[1]];
    if (edit.path[2] == "answer" && !practice.is_object()) {
        practice = edit.value;
        return root;
    }
    const auto word = practice.is_null() ? nlohmann::json("unknown") : practice;
    if (is_new)
        practice = nlohmann::json::object();
    else if (!practice.is_object())
        practice = {{"answer", word}};
    auto& value = practice[edit.path[2]];
    if (edit.put != Put::item) {
        value = edit.value;
    } else {
        auto items = value.is_null()     ? nlohmann::json::array()
                     : value.is_string() ? nlohmann::json::array({value})
                                         : value;
        items.push_back(edit.value);
        value = items;
    }
    return root;
}

/// The lines from that of a key to the one before the next key.
struct Lines {
    std::size_t begin;
    std::size_t end;
};
Lines lines_of_entry(const SourceFile& source, const Node& map, const Entry& entry,
                     std::size_t after_map) {
    const auto* next = &entry + 1;
    const bool is_last = next == map.entries.data() + map.entries.size();
    const auto begin = static_cast<std::size_t>(source.place(entry.at).line) - 1;
    auto end = is_last ? after_map : static_cast<std::size_t>(source.place(next->at).line) - 1;
    return {begin, std::max(end, begin + 1)};
}

/// The lines that an edit may change; none where it may only add some.
Lines changeable(const SourceFile& source, const Node& root, const SheetEdit& edit) {
    auto after = lines_of(source.text).size();
    const Node* map = &root;
    Lines lines{0, after};
    for (std::size_t depth = 0; depth < 2; ++depth) {
        const auto entry = std::find_if(map->entries.begin(), map->entries.end(),
                                        [&](const Entry& e) { return e.key == edit.path[depth]; });
        if (entry == map->entries.end()) {
            // In brackets the last entry gets a comma.
            const bool is_flow = source.text[map->at] == '{';
            if (!is_flow) return {0, 0};
            return map->entries.empty()
                       ? lines
                       : lines_of_entry(source, *map, map->entries.back(), lines.end);
        }
        lines = lines_of_entry(source, *map, *entry, lines.end);
        map = &entry->value;
    }
    return lines;
}

void check_lines(const SourceFile& before, const Node& root, const SheetEdit& edit,
                 const std::string& after) {
    const auto old_lines = lines_of(before.text);
    const auto new_lines = lines_of(after);
    std::size_t same = 0;
    while (same < old_lines.size() && same < new_lines.size() && old_lines[same] == new_lines[same])
        ++same;
    std::size_t tail = 0;
    while (tail + same < old_lines.size() && tail + same < new_lines.size() &&
           old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
        ++tail;
    const Lines changed{same, old_lines.size() - tail};
    const auto allowed = changeable(before, root, edit);
    if (changed.begin < changed.end) {
        CHECK(changed.begin >= allowed.begin);
        CHECK(changed.end <= allowed.end);
    }
    for (auto i = changed.begin; i < changed.end; ++i) {
        const auto first = old_lines[i].find_first_not_of(' ');
        REQUIRE(first != std::string::npos);
        CHECK(old_lines[i][first] != '#');
    }
}

}  // namespace

TEST_CASE("any edit of any sheet changes what it is to change, in lines of its own",
          "[sheet_edit]") {
    std::cout << "sheet_edit: seed " << seed << "\n";
    std::mt19937 random(seed);
    const Workshop workshop;
    std::vector<std::string> ids;
    for (const auto& practice : workshop.microsoft().catalogue->practices)
        ids.emplace_back(practice.id);

    std::vector<std::string> sheets;
    for (const auto* folder : {"examples", "tests/sheets"})
        for (const auto& file :
             std::filesystem::directory_iterator(std::filesystem::path(SOURCE_FOLDER) / folder))
            if (file.path().extension() == ".yaml")
                if (auto text = read_file(file.path());
                    text.find("\nanswers:") != std::string::npos)
                    sheets.push_back(std::move(text));
    std::sort(sheets.begin(), sheets.end());
    REQUIRE(sheets.size() >= 10);

    struct Form {
        std::size_t times;
        std::size_t per;
        std::size_t plus;
    };
    constexpr Form forms[] = {{1, 1, 0}, {1, 2, 0}, {3, 2, 0}, {7, 2, 0}, {2, 1, 3}, {1, 1, 1}};
    int readable = 0;
    for (const auto& sheet : sheets)
        for (const auto& form : forms)
            for (const bool crlf : {false, true}) {
                auto text = reindented(sheet, form.times, form.per, form.plus);
                if (crlf) text = with_crlf(text);
                if (!read(make_source("", text))) continue;
                ++readable;
                for (int i = 0; i < 6; ++i) {
                    const auto edit = random_edit(ids, random);
                    const auto before = make_source("", text);
                    const auto old = read(before);
                    INFO(fmt::format("{}: {} = {}\n{}", sheet.substr(0, 80),
                                     fmt::join(edit.path, "."), edit.value,
                                     text.size() < 4000 ? text : ""));
                    const auto next = edited(text, {edit});
                    REQUIRE(next);
                    const auto after = make_source("", *next);
                    const auto now = read(after);
                    REQUIRE(now);
                    const bool is_as_wanted =
                        as_json(now->root) == wanted_of(as_json(old->root), edit);
                    REQUIRE(is_as_wanted);
                    check_lines(*before, old->root, edit, *next);
                    const auto breaks = std::count(next->begin(), next->end(), '\n');
                    const auto returns = std::count(next->begin(), next->end(), '\r');
                    REQUIRE(returns == (crlf ? breaks : 0));
                    text = *next;
                }
            }
    CHECK(readable >= static_cast<int>(sheets.size()) * 10);
}
