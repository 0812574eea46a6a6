#include "writer/formats.hpp"
#include "writer/columns.hpp"

#include "report/rows.hpp"
#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "text/unicode.hpp"
#include "writer/sarif_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <sstream>

using namespace mlops_assess;
using Json = nlohmann::ordered_json;

/// Every format of the table, and what each of them promises.
namespace {

std::string repeat(const std::string& text, std::size_t bytes) {
    std::string out;
    while (out.size() + text.size() <= bytes) out += text;
    return out;
}

/// As a double-quoted YAML text; the escapes are YAML's.
std::string hostile_sheet(const std::string& text) {
    const auto quoted = "\"" + text + "\"";
    // YAML allows 1,024 characters for a key.
    const auto key = text.size() < 1000 ? quoted : "b";
    return "team: " + quoted + "\ndate: 2026-11-20\ntags: {a: " + quoted + ", " + key +
           ": c}\ncontext: {regulated: true, production_models: 2}\nanswers:\n"
           "  data-auto-gather: {answer: partially, note: " +
           quoted + ", owner: " + quoted + ", evidence: [" + quoted +
           "]}\n"
           "  data-feature-store: {answer: n/a, note: " +
           quoted + "}\n";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    std::string line;
    while (std::getline(in, line)) lines.push_back(line);
    return lines;
}

bool begins_like_a_command(const std::string& line) {
    const auto begin = line.find_first_not_of(" \t\r");
    return begin != std::string::npos && line.compare(begin, 2, "::") == 0;
}

bool begins_like_a_formula(const std::string& field) {
    const auto first = field.find_first_not_of(' ');
    return first != std::string::npos &&
           std::string("=+-@").find(field[first]) != std::string::npos;
}

void check_characters(const std::string& out, bool crlf) {
    CHECK_FALSE(find_invalid_utf8(out));
    std::vector<char32_t> wrong;
    for (std::size_t i = 0; i < out.size();) {
        const bool line_end = crlf && out.compare(i, 2, "\r\n") == 0;
        const auto c = next_code_point(out, i);
        const bool control = (c < 0x20 && c != '\n' && !line_end) || (c >= 0x7F && c <= 0x9F);
        const bool turns = c == 0x061C || c == 0x200E || c == 0x200F ||
                           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (control || turns) wrong.push_back(c);
    }
    CHECK(wrong.empty());
}

/// `<script` that no backslash makes a text.
bool has_raw_script(const std::string& out) {
    for (auto at = out.find("<script"); at != std::string::npos; at = out.find("<script", at + 1))
        if (at == 0 || out[at - 1] != '\\') return true;
    return false;
}

void check_json(std::string_view name, const std::string& out) {
    if (name == "ndjson") {
        const auto columns = Json::parse(lines_of(out).front()).size();
        for (const auto& line : lines_of(out)) CHECK(Json::parse(line).size() == columns);
        CHECK(lines_of(out).size() > 50);
    } else if (name == "json" || name == "sarif" || name == "badge-json") {
        CHECK(Json::parse(out).is_object());
    }
}

void check_csv(const std::string& out) {
    const auto records = parse_csv(out);
    REQUIRE(records);
    CHECK(records->size() > 50);
    for (const auto& record : *records) {
        CHECK(record.size() == records->front().size());
        CHECK(std::none_of(record.begin(), record.end(), begins_like_a_formula));
    }
}

void check_annotations(const std::string& out) {
    const std::regex ours(
        "::(notice|warning|error) (file=[^:,]*,)?(line=\\d+,col=\\d+,)?"
        "title=[^:,]*::.*");
    std::map<std::string, int> count;
    for (const auto& line : lines_of(out)) {
        std::smatch match;
        // What comes behind is the message, whatever it is.
        const auto head = line.substr(0, line.find("::", 2) + 2);
        INFO(head.substr(0, 300));
        CHECK(std::regex_match(head, match, ours));
        ++count[match[1]];
    }
    CHECK(count["notice"] >= 1);
    for (const auto& [level, number] : count) CHECK(number <= 10);
}

Report report_of(Workshop& shop, const AnswerSheet& sheet, const AskedTargets& targets) {
    auto scored = score(shop.models, sheet, Rules{}, targets, shop.diagnostics);
    REQUIRE(scored);
    return make_report(std::move(*scored), {}, nullptr, "", "answers.yaml");
}

Report bank(Workshop& shop, const AskedTargets& targets = {}) {
    return report_of(shop, shop.sheet(read_file("examples/retail-credit.yaml")), targets);
}

Json sarif(const Report& report) { return Json::parse(write_sarif(report, {})); }

std::map<std::string, int> levels_of(const Json& run) {
    std::map<std::string, int> count;
    for (const auto& result : run["results"]) ++count[result["level"]];
    return count;
}

std::set<std::string> prints_of(const Json& document) {
    std::set<std::string> prints;
    for (const auto& run : document["runs"])
        for (const auto& result : run["results"])
            CHECK(prints.insert(result["partialFingerprints"]["primaryLocationLineHash"]).second);
    return prints;
}

int attribute(const std::string& element, const std::string& name) {
    std::smatch match;
    REQUIRE(std::regex_search(element, match, std::regex(" " + name + "=\"(\\d+)\"")));
    return std::stoi(match[1]);
}

int occurrences(const std::string& text, const std::string& part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// How much brighter one colour is than the other, as WCAG counts it.
double contrast(const std::string& a, const std::string& b) {
    const auto luminance = [](const std::string& color) {
        const auto channel = [&](std::size_t at) {
            const double part = std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

TEST_CASE("hostile text does nothing in any format", "[formats]") {
    const std::string texts[] = {"::error::x",
                                 "\\n::error file=a::x\\r\\n  ::add-mask::y",
                                 "##[error]x ##vso[task.complete]",
                                 "<script>alert(1)</script>",
                                 "]]> <!-- --> &amp; &#x3c; <![CDATA[",
                                 "=cmd()|'/C calc'!A0",
                                 "\\n=cmd()",
                                 "@SUM(1)",
                                 "-1+1",
                                 "+1",
                                 "a,\\\"b\\\",c;d",
                                 "a | b `c` [d](e) ~~f~~",
                                 "\\e[31m\\x9b31m\\x7f\\a",
                                 "\\u202e\\u2066\\u061c\\u200f\\u2028\\u2029\\ufeff",
                                 "\\ufffe\\uffff",
                                 "{0} %0A%25 %s \\\\n",
                                 repeat("long ::error:: ", 10000),
                                 repeat("x", 10000),
                                 repeat(":", 10000)};
    const Folder folder;
    for (const auto& text : texts) {
        const auto sheet = folder.file("a.yaml", hostile_sheet(text));
        for (const auto& format : formats()) {
            INFO(format.name << " of " << text.substr(0, 60));
            const auto outcome = run_program(
                {"score", sheet, "-q", "--rubric", "google", "-f", std::string(format.name)});
            REQUIRE(outcome.status == 0);
            const auto& out = outcome.out;
            REQUIRE(out.ends_with('\n'));
            check_characters(out, format.name == "csv");
            check_json(format.name, out);
            CHECK(out.find("##[") == std::string::npos);
            CHECK(out.find("##vso[") == std::string::npos);
            if (format.name == "csv") check_csv(out);
            if (format.name == "github") {
                check_annotations(out);
            } else {
                const auto lines = lines_of(out);
                CHECK(std::none_of(lines.begin(), lines.end(), begins_like_a_command));
            }
            for (const auto* name : {"markdown", "html", "svg", "junit", "badge"})
                if (format.name == name) CHECK_FALSE(has_raw_script(out));
        }
    }
}

TEST_CASE("a format is found by its name and by its ending", "[formats]") {
    for (const auto& format : formats()) {
        CHECK(find_format(format.name) == &format);
        if (format.ending.empty()) continue;
        CHECK(find_format_by_ending("report" + std::string(format.ending)) == &format);
        CHECK(find_format_by_ending(format.ending) == nullptr);
    }
    for (const auto* name : {"", "report", "report.", "report.pdf", "github"})
        CHECK(find_format_by_ending(name) == nullptr);
    const Folder folder;
    const auto file = (folder.path / "maturity.svg").string();
    CHECK(run_program({"score", "examples/startup.yaml", "-q", "-o", "badge:" + file}).status == 0);
    CHECK(read_file(file).starts_with("<svg "));
    const auto wrong = run_program({"score", "examples/startup.yaml", "-o", "report"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find(", ,") == std::string::npos);
}

TEST_CASE("CSV and NDJSON hold the same rows", "[formats]") {
    const auto as_field = [](const Json& value) {
        if (value.is_null()) return std::string();
        if (value.is_string()) return value.get<std::string>();
        if (!value.is_array()) return value.dump();
        return fmt::format("{}", fmt::join(value.get<std::vector<std::string>>(), "; "));
    };
    Workshop shop;
    const auto report = bank(shop);
    const auto records = parse_csv(write_csv(report, {}));
    REQUIRE(records);
    const auto lines = lines_of(write_ndjson(report, {}));
    REQUIRE(records->size() == lines.size() + 1);
    REQUIRE(lines.size() == rows(report.scored).size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto object = Json::parse(lines[i]);
        std::size_t column = 0;
        for (const auto& [name, value] : object.items()) {
            INFO("row " << i << ", " << name);
            CHECK(name == records->front()[column]);
            CHECK((*records)[i + 1][column] == as_field(value));
            ++column;
        }
    }
}

TEST_CASE("SARIF: what a gate demands is an error, then warnings, then notes", "[formats]") {
    Workshop shop;
    const auto report = bank(shop);
    const auto before = sarif(report);
    REQUIRE(before["runs"].size() == 2);
    CHECK(levels_of(before["runs"][0]) == std::map<std::string, int>{{"warning", 10}});
    CHECK(prints_of(before).size() == 15);

    // Google's level 1 overall, and Microsoft's top level for one parameter beyond the target 3.
    const auto cd = static_cast<std::uint32_t>(parameter(shop.microsoft(), "cd"));
    Demands demands;
    demands.levels = {{1, std::nullopt, 1, false}, {0, cd, 4, false}};
    const auto after = sarif(make_report(report.scored, demands, nullptr, "", "answers.yaml"));
    CHECK(levels_of(after["runs"][1]) == std::map<std::string, int>{{"error", 5}});
    int demanded = 0;
    for (int level = 3; level <= 4; ++level)
        for (const auto& requirement : shop.microsoft().cell(cd, level).required)
            if (!report.scored.assessments[0].met(requirement) &&
                report.scored.assessments[0].applies(requirement))
                ++demanded;
    CHECK(levels_of(after["runs"][0])["error"] == demanded);
    CHECK(demanded > 2);
    const auto known = prints_of(before);
    const auto all = prints_of(after);
    CHECK(std::includes(all.begin(), all.end(), known.begin(), known.end()));

    const auto notes = sarif(bank(shop, {{"microsoft", 4}, {"google", 2}}));
    CHECK(levels_of(notes["runs"][0])["warning"] == 10);
    CHECK(levels_of(notes["runs"][0])["note"] > 0);
}

TEST_CASE("SARIF: a fingerprint outlives another line and another answer", "[formats]") {
    Workshop shop;
    const auto prints = [&](const std::string& text) {
        return prints_of(
            sarif(report_of(shop, shop.sheet(text), {{"microsoft", 1}, {"google", 0}})));
    };
    const auto first = prints("team: a\nanswers:\n  data-auto-gather: no\n");
    CHECK(first == prints("team: a\n\n\nanswers:\n  data-auto-gather: partially\n"));
    CHECK(first != prints("team: b\nanswers:\n  data-auto-gather: no\n"));
    CHECK(first != prints("team: a\nanswers:\n  data-auto-gather: fully\n"));
}

TEST_CASE("SARIF: failed gates stand in a run of their own", "[formats]") {
    Workshop shop;
    auto report = bank(shop);
    report.gates.results = {{"--min-answered 99", false, "99 %", "95 %", {"open: a", "open: b"}},
                            {"--min-answered 99", false, "99 %", "96 %", {}},
                            {"--no-regression old.json", true, "no lower level", "none", {}}};
    const auto document = sarif(report);
    REQUIRE(document["runs"].size() == 3);
    const auto& run = document["runs"][2];
    CHECK(run["automationDetails"]["id"] == "mlops-assess/_gates/" + report.identity.name + "/");
    CHECK(report.identity.name.starts_with("retail-credit-risk-"));
    CHECK(run["tool"]["driver"]["rules"].size() == 2);
    REQUIRE(run["results"].size() == 2);
    CHECK(run["results"][0]["ruleId"] == "gate-min-answered");
    CHECK(run["results"][0]["message"]["text"] ==
          "--min-answered 99 failed. Required: 99 %; found: 95 %; open: a; open: b.");
    prints_of(document);
}

TEST_CASE("SARIF: addresses and texts", "[formats]") {
    CHECK(sarif_uri("a/./b c.yaml", "a/b c.yaml") == "a/b%20c.yaml");
    CHECK(sarif_uri("x", "a:b%\xC3\xA4.yaml") == "a%3Ab%25%C3%A4.yaml");
    CHECK(sarif_uri("/here/a.yaml", "a.yaml") == "a.yaml");
    CHECK(sarif_uri("/tmp/./a.yaml", "../tmp/a.yaml") == "file:///tmp/a.yaml");
    CHECK(sarif_uri("../a.yaml", "../a.yaml") == "../a.yaml");
    CHECK(sarif_uri("<stdin>", "<stdin>") == "stdin");
    CHECK(sarif_text("[a](1) {0} \\") == "\\[a\\](1) {{0}} \\\\");
    CHECK(sarif_text("12345", 5) == "12345");
    CHECK(sarif_text("123456", 5) == "12...");
    CHECK(sarif_text("\xC3\xA4\xC3\xA4[]", 5) == "\xC3\xA4\xC3\xA4...");
    CHECK(sarif_text("abc[", 5) == "abc\\[");
    CHECK(rule_name("data-auto-gather") == "DataAutoGather");
    // The known value of FNV-1a for "foobar".
    CHECK(fingerprint("foobar", 1) == "85944171f73967e8:1");
}

TEST_CASE("JUnit: names are unique and counts are right", "[formats]") {
    Workshop shop;
    auto report = bank(shop);
    report.gates.results = {{"--min-answered 99", false, "99 %", "95 %", {"<open>"}},
                            {"--min-answered 99", true, "99 %", "99 %", {}}};
    const auto xml = write_junit(report, {});
    int tests = 0;
    int failures = 0;
    std::set<std::string> names;
    const std::string end = "</testsuite>";
    for (auto at = xml.find("<testsuite "); at != std::string::npos;
         at = xml.find("<testsuite ", at + 1)) {
        const auto text = xml.substr(at, xml.find(end, at) - at);
        INFO(text.substr(0, 100));
        CHECK(attribute(text, "tests") == occurrences(text, "<testcase "));
        CHECK(attribute(text, "failures") == occurrences(text, "<failure "));
        CHECK(attribute(text, "skipped") == occurrences(text, "<skipped "));
        tests += attribute(text, "tests");
        failures += attribute(text, "failures");
        const std::regex name("<testcase name=\"[^\"]*\" classname=\"[^\"]*\"");
        for (std::sregex_iterator test(text.begin(), text.end(), name), none; test != none; ++test)
            CHECK(names.insert(test->str()).second);
    }
    const auto all = rows(report.scored);
    CHECK(tests == std::ranges::count(all, RowKind::requirement, &Row::kind) + 2);
    CHECK(names.size() == static_cast<std::size_t>(tests));
    CHECK(attribute(xml, "tests") == tests);
    CHECK(attribute(xml, "failures") == failures);
    // The gate alone: no level gate names a gap.
    CHECK(failures == 1);
    CHECK(
        xml.find("message=\"required: 99 %; found: 95 %\">required: 99 %; found: 95 %\n&lt;open") !=
        std::string::npos);
}

TEST_CASE("GitHub shows ten of a level, and the last line counts the rest", "[formats]") {
    Workshop shop;
    auto report = report_of(shop, shop.answers({}), {{"microsoft", 4}, {"google", 2}});
    for (int i = 0; i < 12; ++i)
        report.gates.results.push_back(
            {"--fail-under a=" + std::to_string(i), false, "a", "b", {}});
    report.gates.results.push_back({"--min-answered 0", true, "a", "b", {}});
    const auto lines = lines_of(write_github(report, {}));
    REQUIRE(lines.size() == 30);
    std::set<Text> practices;
    for (const auto& row : rows(report.scored))
        if (row.kind == RowKind::requirement) practices.insert(row.practice().id);
    // A line for the verdict, one for the count.
    const auto more = practices.size() + 12 + 1 - 29;
    CHECK(lines.back().starts_with("::notice title=mlops-assess::and " + std::to_string(more) +
                                   " more: "));
    CHECK(lines.front().starts_with("::notice file=test.yaml,title=Maturity of Test::"));
    for (const auto* level : {"error", "warning", "notice"}) {
        const auto prefix = std::string("::") + level + " ";
        CHECK(std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
                  return line.starts_with(prefix);
              }) == 10);
    }
}

TEST_CASE("badges: nothing is clipped and every colour reads well", "[formats]") {
    Workshop shop;
    struct Levels {
        LevelRange microsoft;
        LevelRange google;
        bool half_answered;
        std::string message;
    };
    auto scored = bank(shop).scored;
    std::map<std::string, std::string> colors;
    for (const auto& [microsoft, google, half_answered, expected] :
         {Levels{
              {0, 0}, {0, 0}, true, "Microsoft 13 of 23 to level 1 · Google 23 of 28 to level 1"},
          Levels{{1, 1}, {1, 1}, true, "Microsoft 1 of 4 · Google 1 of 2"},
          Levels{{2, 2}, {0, 0}, true, "Microsoft 2 of 4 · Google 23 of 28 to level 1"},
          Levels{{2, 2}, {1, 1}, true, "Microsoft 2 of 4 · Google 1 of 2"},
          Levels{{4, 4}, {2, 2}, true, "Microsoft 4 of 4 · Google 2 of 2"},
          Levels{{0, 3}, {1, 2}, true, "Microsoft 0–3 of 4 · Google 1–2 of 2"},
          Levels{{4, 4}, {2, 2}, false, "Microsoft 4 of 4 · Google 2 of 2"}}) {
        scored.assessments[0].level = microsoft.low;
        scored.assessments[0].possible = microsoft;
        auto& other = scored.assessments[1];
        other.level = google.low;
        other.possible = google;
        other.answered = (other.applicable + 1) / 2 - (half_answered ? 0 : 1);
        const auto report = make_report(scored, {}, nullptr, "", "answers.yaml");
        const auto svg = write_badge(report, {});
        const std::regex paint("fill=\"(#[0-9a-f]{6})\"");
        std::vector<std::string> fills;
        for (std::sregex_iterator each(svg.begin(), svg.end(), paint), end; each != end; ++each)
            fills.push_back((*each)[1]);
        REQUIRE(fills.size() == 3);
        CHECK(contrast(fills[0], fills[2]) >= 4.5);
        CHECK(contrast(fills[1], fills[2]) >= 4.5);
        colors[fills[1]] += half_answered ? "" : "unknown";
        const auto shields = Json::parse(write_badge_json(report, {}));
        CHECK(shields["schemaVersion"] == 1);
        CHECK(shields["color"] == fills[1]);
        const std::string message = shields["message"];
        CHECK(message == expected);
        CHECK(svg.find(">" + message + "</text>") != std::string::npos);
        CHECK(svg.find(">MLOps maturity: " + message + "</title>") != std::string::npos);
        // The last text ends before the picture does.
        const auto last = svg.substr(svg.rfind("<text "));
        CHECK(attribute(last, "x") + attribute(last, "textLength") < attribute(svg, "width"));
    }
    CHECK(colors == std::map<std::string, std::string>{{"#1a7431", ""},
                                                       {"#1f5fa8", ""},
                                                       {"#5f6873", "unknown"},
                                                       {"#855200", ""},
                                                       {"#a13a22", ""}});
}

TEST_CASE("a blank sheet's badge is a range, and grey", "[formats]") {
    Workshop shop;
    const auto badge =
        Json::parse(write_badge_json(report_of(shop, shop.answers({}), AskedTargets{}), {}));
    CHECK(badge["message"] == "Microsoft 0–4 of 4 · Google 0–2 of 2");
    CHECK(badge["color"] == "#5f6873");
}
