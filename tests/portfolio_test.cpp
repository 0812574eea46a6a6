#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <set>
#include <sstream>

/// `portfolio` as its users meet it: history, changes, files, streams, names that mean harm. Its
/// figures are tested in portfolio_truth_test.cpp.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* small_model = "tests/sheets/models/features.yaml";
const std::vector<std::string> formats = {"text", "markdown", "html", "json", "csv", "ndjson"};

Outcome portfolio(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), "portfolio");
    arguments.insert(arguments.end(), {"--rubric", small_model});
    return run_program(arguments, input);
}

Json portfolio_json(std::vector<std::string> arguments, int status, const std::string& input = {}) {
    arguments.insert(arguments.end(), {"-f", "json"});
    const auto outcome = portfolio(arguments, input);
    INFO(outcome.err);
    REQUIRE(outcome.status == status);
    return Json::parse(outcome.out);
}

/// A record; no date where it is empty. `levels` of its three assessed parameters are 0 or 1.
std::string record(const std::string& team, const std::string& date, const std::string& levels,
                   const Json& tags = Json::object()) {
    Json record = {{"team", team}, {"answers", Json::object()}, {"tags", tags}};
    if (!date.empty()) record["date"] = date;
    record["answers"]["certified"] = {{"answer", "n/a"}, {"note", "Nobody asks"}};
    const char* practices[] = {"versioned", "rolled-back", "measured"};
    for (std::size_t i = 0; i < levels.size(); ++i)
        record["answers"][practices[i]] = levels[i] == '0' ? "no" : "fully";
    return record.dump() + "\n";
}

std::string sheet(const std::string& team,
                  const std::string& more = "answers: {versioned: fully}") {
    return fmt::format("team: {}\n{}\n", Json(team).dump(), more);
}

std::vector<std::string> names(const Json& list, const char* key) {
    std::vector<std::string> all;
    for (const auto& each : list) all.push_back(each.at(key));
    return all;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// A text without its line breaks.
std::string one_line(const std::string& text) {
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) line += word + " ";
    return line;
}

/// A run whose stderr is a terminal and whose clock a test moves: by a second for every record.
std::string told_on_terminal(int records, bool is_terminal, int records_a_second = 1) {
    std::string input;
    for (int i = 0; i < records; ++i) input += record(fmt::format("T{}", i), "", "111");
    std::istringstream in(input);
    std::string err;
    std::int64_t asked = 0;
    const Surroundings surroundings{[&](char* buffer, std::size_t size) -> long {
                                        in.read(buffer, static_cast<std::streamsize>(size));
                                        return static_cast<long>(in.gcount());
                                    },
                                    [](std::string_view) { return 0; },
                                    [&](std::string_view text) {
                                        err += text;
                                        return 0;
                                    },
                                    {},
                                    {is_terminal, 80, true},
                                    [] { return 80; },
                                    [] {},
                                    [](const char*) -> const char* { return nullptr; },
                                    [&] { return 1795521600 + asked++ / records_a_second; }};
    CHECK(run({"portfolio", "-", "--rubric", small_model}, surroundings) == ExitStatus::done);
    return err;
}

}  // namespace

TEST_CASE("the latest date is a team's state, and the undated sheet its earliest", "[portfolio]") {
    fs::current_path(SOURCE_FOLDER);
    const auto records = record("A", "2026-11-20", "110") + record("A", "", "111") +
                         record("B", "", "111") + record("A", "2025-12-31", "011");
    const auto all = portfolio_json({"-"}, 0, records);
    REQUIRE(names(all.at("teams"), "team") == std::vector<std::string>{"A", "B"});
    const auto& team = all.at("teams").at(0);
    CHECK(team.at("date") == "2026-11-20");
    CHECK(team.at("sheet") == "<stdin>:1");
    CHECK(names(team.at("history"), "sheet") == std::vector<std::string>{"<stdin>:2", "<stdin>:4"});
    CHECK(team.at("history").at(0).at("date").is_null());
    CHECK(all.at("all").at("teams") == 2);
    CHECK(all.at("all").at("models").at(0).at("overall").at("at_level") == Json({1, 1, 0, 0}));
    const auto text = portfolio({"-"}, records).out;
    CHECK(count(text, "1 → 0 → 0") == 1);
    CHECK(count(text, "undated") == 1);
    const auto rows = portfolio({"-", "-f", "csv"}, records).out;
    std::size_t at = 0;
    for (const auto* row :
         {R"("A",,"<stdin>:2",small,,)", R"("A",2025-12-31,"<stdin>:4",small,,)",
          R"("A",2026-11-20,"<stdin>:1",small,,)", R"("B",,"<stdin>:3",small,,)"}) {
        CHECK(count(rows, row) == 1);
        CHECK(rows.find(row) >= at);
        at = rows.find(row);
    }
}

TEST_CASE("two sheets of one team and date are told, named and left out", "[portfolio]") {
    const auto* date = GENERATE("2026-11-20", "");
    const auto records = record("A", date, "111") + record("B", date, "111") +
                         record("A", date, "110") + record("A", "2026-08-01", "100") +
                         record("A", date, "111");
    const auto outcome = portfolio({"-", "-f", "json"}, records);
    CHECK(outcome.status == 3);
    INFO(outcome.err);
    CHECK(count(outcome.err, "[same-team-and-date]") == 3);
    CHECK(count(outcome.err, *date == '\0' ? "a second sheet of A without a date"
                                           : "a second sheet of A of 2026-11-20") == 3);
    for (const auto line : {1, 3, 5}) {
        const auto place =
            fmt::format("<stdin>:{}:", line) + (*date == '\0' ? "1: error: a s" : "");
        CHECK(count("\n" + outcome.err, "\n" + place) == 1);
    }
    const auto all = Json::parse(outcome.out);
    CHECK(names(all.at("unusable"), "sheet") ==
          std::vector<std::string>{"<stdin>:1", "<stdin>:3", "<stdin>:5"});
    REQUIRE(all.at("teams").size() == 2);
    CHECK(all.at("teams").at(0).at("date") == "2026-08-01");
    CHECK(all.at("teams").at(0).at("history").empty());
    for (const auto& format : formats) {
        const auto written = portfolio({"-", "-f", format}, records);
        CHECK(written.status == 3);
        if (format.ends_with("csv") || format == "ndjson")
            CHECK(count(written.out, "stdin>:1") == 0);
        else
            CHECK(count(written.out, "a second sheet of A") == 3);
    }
}

TEST_CASE("bad records are told at their place, and the others are reported", "[portfolio]") {
    const auto records = "\n" + record("A", "", "111") + R"({"team":"B","tme":"x","answers":{}})" +
                         "\n{\n" + record("C", "", "000");
    const auto outcome = portfolio({"-", "-f", "json"}, records);
    CHECK(outcome.status == 3);
    INFO(outcome.err);
    CHECK(count(outcome.err, "<stdin>:3:13: error: unknown key \"tme\"") == 1);
    CHECK(count(outcome.err, "<stdin>:4:2: error: ") == 1);
    const auto all = Json::parse(outcome.out);
    CHECK(names(all.at("teams"), "team") == std::vector<std::string>{"A", "C"});
    CHECK(names(all.at("unusable"), "sheet") == std::vector<std::string>{"<stdin>:3", "<stdin>:4"});
    CHECK(all.at("unusable").at(0).at("errors").at(0).at("line") == 3);
    CHECK(count(portfolio({"-"}, records).out, "<stdin>:3:13: unknown key") == 1);
}

TEST_CASE("stdin can be named once, beside files", "[portfolio]") {
    const auto mixed = portfolio_json({"tests/sheets/features.yaml", "-"}, 0, record("A", "", "1"));
    CHECK(names(mixed.at("teams"), "team") == std::vector<std::string>{"A", "Small team"});
    const auto twice = portfolio({"-", "-", "-f", "json"}, record("A", "", "1"));
    CHECK(twice.status == 3);
    CHECK(count(twice.err, "error: ") == 1);
    CHECK(Json::parse(twice.out).at("teams").size() == 1);
    CHECK(portfolio({"-", "--baseline", "-"}, record("A", "", "1")).status == 3);
}

TEST_CASE("records are asked for again where reports and gates want them whole", "[portfolio]") {
    const Folder folder;
    const auto reports = (folder.path / "new/reports").string();
    const auto all = portfolio_json({"-", "--reports", reports, "--fail-under", "small.build=1"}, 1,
                                    record("A", "", "111") + record("B", "", "000"));
    CHECK(names(all.at("teams"), "report") ==
          std::vector<std::string>{reports + "/a.html", reports + "/b.html"});
    CHECK(count(read_file(reports + "/b.html"), "<h1>") == 1);
    CHECK(all.at("gates").size() == 2);
}

TEST_CASE("teams that moved, came and went", "[portfolio]") {
    const Folder folder;
    const auto add = [&](const char* team, const std::string& answers) {
        folder.file(std::string(team) + ".yaml",
                    sheet(team, "answers: {certified: {answer: n/a, note: x}, " + answers + "}"));
    };
    add("Up", "versioned: no");
    add("Same", "versioned: fully");
    add("Gone", "versioned: fully");
    add("Both", "versioned: fully, measured: no");
    const auto now = record("Up", "", "1") + record("Same", "", "1") + record("New", "", "1") +
                     record("Both", "", "001");
    const auto since =
        portfolio_json({"-", "--baseline", folder.path.string()}, 0, now).at("since");
    CHECK(since.at("paths") == Json({folder.path.string()}));
    CHECK(since.at("added") == Json({"New"}));
    CHECK(since.at("gone") == Json({"Gone"}));
    REQUIRE(names(since.at("teams"), "team") == std::vector<std::string>{"Both", "Up", "Same"});
    CHECK(since.at("teams").at(1).at("moves") ==
          Json::parse(R"([{"rubric":"small","parameter":"build","before":0,"after":1}])"));
    CHECK(since.at("teams").at(0).at("moves").size() == 2);
    CHECK(since.at("teams").at(2).at("moves").empty());
    for (const auto* format : {"text", "markdown", "html"}) {
        const auto out =
            portfolio({"-", "--baseline", folder.path.string(), "-f", format}, now).out;
        for (const auto* words : {"1 up and down", "1 as before", "1 new", "1 missing now"}) {
            INFO(format << ' ' << words);
            CHECK(count(one_line(out), words) >= 1);
        }
        CHECK(count(out, "Gone") >= 1);
    }
    CHECK(portfolio_json({"-"}, 0, now).at("since").is_null());
    const auto bad =
        portfolio({"-", "--baseline", (folder.path / "nosuch.yaml").string(), "-f", "json"}, now);
    CHECK(bad.status == 3);
    CHECK(bad.out.empty());
}

TEST_CASE("teams can be summed up by a tag that there is", "[portfolio]") {
    const auto records = record("A", "", "111", {{"unit", "X"}, {"site", "none"}}) +
                         record("B", "", "110") + record("C", "", "111", {{"unit", "a"}}) +
                         record("D", "", "000", {{"unit", "X"}});
    const auto all = portfolio_json({"-", "--by", "unit"}, 0, records);
    CHECK(all.at("by") == "unit");
    REQUIRE(all.at("groups").size() == 3);
    CHECK(all.at("groups").at(0).at("value") == "X");
    CHECK(all.at("groups").at(1).at("value") == "a");
    CHECK(all.at("groups").at(2).at("value").is_null());
    CHECK(all.at("groups").at(0).at("models").at(0).at("overall").at("at_level") ==
          Json({1, 1, 0, 0}));
    for (const auto* format : {"text", "markdown", "html"})
        CHECK(count(portfolio({"-", "--by", "unit", "-f", format}, records).out, "none") >= 1);
    const auto close = portfolio({"-", "--by", "unti"}, records);
    CHECK(close.status == 2);
    CHECK(close.out.empty());
    CHECK(count(close.err, "--by unti: no team has this tag; did you mean \"unit\"?") == 1);
    CHECK(count(portfolio({"-", "--by", "xyzzy"}, records).err, "tags: site, unit") == 1);
    CHECK(count(portfolio({"-", "--by", "unit"}, record("A", "", "")).err, "no team has a tag") ==
          1);
}

TEST_CASE("each team's report has a name of its own", "[portfolio]") {
    const Folder folder;
    const auto reports = (folder.path / "reports").string();
    const std::string records =
        record("Fraud detection", "", "111") + record("fraud-detection", "", "110") +
        record("日本", "", "1") + record("¡!", "", "1") + record("../../etc/passwd", "", "1") +
        record(std::string(300, 'x'), "", "1") + record("Plain", "2026-01-01", "0") +
        record("Plain", "2026-02-01", "1") + record("index", "", "1");
    const auto all = portfolio_json({"-", "--reports", reports}, 0, records);
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(reports))
        files.insert(entry.path().filename().string());
    CHECK(files.size() == 8);
    for (const auto& team : all.at("teams")) {
        const std::string report = team.at("report");
        INFO(report);
        CHECK(fs::path(report).parent_path() == reports);
        CHECK(files.contains(fs::path(report).filename().string()));
        CHECK(report.size() < reports.size() + 120);
    }
    CHECK(files.contains("plain.html"));
    CHECK_FALSE(files.contains("fraud-detection.html"));
    // Again it is the same, over what is there.
    CHECK(portfolio_json({"-", "--reports", reports}, 0, records) == all);
}

TEST_CASE("documents link the reports from where they are", "[portfolio]") {
    const Folder folder;
    fs::create_directories(folder.path / "site/pages");
    const auto reports = (folder.path / "site/team reports").string();
    const auto file = [&](const char* name) { return (folder.path / name).string(); };
    const auto outcome =
        portfolio({"-", "--reports", reports + "/", "-o", file("site/pages/a.html"), "-o",
                   file("site/b.md"), "-o", file("c.json"), "-f", "json"},
                  record("A", "", "1"));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    CHECK(count(read_file(file("site/pages/a.html")), "href=\"../team%20reports/a.html\"") >= 1);
    CHECK(count(read_file(file("site/b.md")), "(team%20reports/a.html)") >= 1);
    CHECK(Json::parse(read_file(file("c.json"))).at("teams").at(0).at("report") ==
          "site/team reports/a.html");
    CHECK(Json::parse(outcome.out).at("teams").at(0).at("report") == reports + "/a.html");
}

TEST_CASE("files are written as stdout is", "[portfolio]") {
    const Folder folder;
    const std::string endings[] = {"txt", "md", "html", "json", "csv", "ndjson"};
    std::vector<std::string> arguments = {"tests/sheets/features.yaml",
                                          "tests/sheets/features-before.yaml"};
    for (const auto& ending : endings)
        arguments.insert(arguments.end(), {"-o", (folder.path / ("a." + ending)).string()});
    CHECK(portfolio(arguments).status == 0);
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const auto out = portfolio({arguments[0], arguments[1], "-f", formats[i]}).out;
        INFO(formats[i]);
        CHECK(read_file(folder.path / ("a." + endings[i])) == out);
        CHECK_FALSE(out.empty());
    }
    CHECK(portfolio({arguments[0], "-o", "svg:" + (folder.path / "a").string()}).status == 2);
    CHECK(portfolio({arguments[0], "-f", "sarif"}).status == 2);
}

TEST_CASE("no output may destroy an input or another output", "[portfolio]") {
    const Folder folder;
    const auto in = folder.file("a.yaml", sheet("A"));
    const auto as_csv = folder.file("b.csv", "practice,answer\nversioned,fully\n,\n");
    const auto before = read_file(as_csv);
    const auto dir = folder.path.string();
    const auto page = (folder.path / "p.html").string();
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {dir, "-o", as_csv},
             {in, "-o", "json:" + in},
             {in, "-o", "json:" + dir + "/./a.yaml"},
             {in, "-o", page, "-o", "markdown:" + page},
             {in, "--baseline", as_csv, "-o", as_csv},
             {in, "--no-regression", as_csv, "-o", as_csv},
             {in, "-o", dir + "/r/a.html", "--reports", dir + "/r"},
         }) {
        const auto outcome = portfolio(arguments);
        INFO(fmt::format("{}", fmt::join(arguments, " ")) << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(read_file(as_csv) == before);
        CHECK(read_file(in) == sheet("A"));
        CHECK_FALSE(fs::exists(page));
    }
}

TEST_CASE("a file that cannot be written is told, and the others are written", "[portfolio]") {
    const Folder folder;
    const auto file = [&](const char* name) { return (folder.path / name).string(); };
    folder.file("plain", "x");
    const auto outcome = portfolio({"-", "-o", file("none/a.html"), "-o", file("b.html"), "-o",
                                    "text:/dev/full", "--reports", file("plain/reports")},
                                   record("A", "", "1"));
    CHECK(outcome.status == 3);
    CHECK(count(outcome.err, "cannot write this file") == 2);
    CHECK(count(outcome.err, "cannot make this folder") == 1);
    CHECK(count(outcome.out, "1 team") >= 1);
    // What was not written is not linked.
    CHECK(count(read_file(file("b.html")), "a.html\"") == 0);
}

TEST_CASE("stdout that is full, closed or gone", "[portfolio]") {
    const Folder folder;
    std::string records;
    for (int i = 0; i < 2000; ++i) records += record(fmt::format("Team {}", i), "", "110");
    folder.file("records", records);
    const std::string command = "$P portfolio - -f csv --rubric " SOURCE_FOLDER "/" +
                                std::string(small_model) + " < records ";
    const auto full = run_shell(command + "> /dev/full", folder.path);
    CHECK(full.status == 3);
    CHECK(full.err == "mlops-assess: error: cannot write to stdout: No space left on device\n");
    CHECK(run_shell(command + ">&-", folder.path).status == 3);
    const auto gone = run_shell("set -o pipefail; " + command + "| head -n 1", folder.path);
    CHECK(gone.status == 0);
    CHECK(gone.err.empty());
    CHECK(count(gone.out, "\n") == 1);
}

TEST_CASE("progress is told on a terminal when reading takes long", "[portfolio]") {
    const auto err = told_on_terminal(5, true);
    CHECK(count(err, "\r\x1b[K") >= 3);
    CHECK(count(err, "sheets read") >= 2);
    // It is taken away at the end.
    CHECK(err.ends_with("\r\x1b[K"));
    CHECK(told_on_terminal(5, false).empty());
    // Within the first second nothing is told; then once a second.
    CHECK(told_on_terminal(20, true, 1000).empty());
    CHECK(count(told_on_terminal(5000, true, 1000), "sheets read") <= 5);
}

TEST_CASE("a portfolio of many sheets has every byte in order, run after run", "[portfolio]") {
    std::string records;
    for (int i = 0; i < 500; ++i)
        records += record(fmt::format("Team {}", i * 7919 % 211),
                          fmt::format("2026-{:02}-{:02}", 1 + i / 28 % 11, 1 + i % 28),
                          i % 3 == 0 ? "111" : "101", {{"unit", std::to_string(i % 5)}});
    for (const auto& format : formats) {
        const auto first = portfolio({"-", "-f", format, "--by", "unit"}, records);
        CHECK(portfolio({"-", "-f", format, "--by", "unit"}, records).out == first.out);
    }
}

TEST_CASE("names that mean harm do none", "[portfolio]") {
    const Folder folder;
    const std::string evil_name = "<img src=x onerror=alert(1)>\x1b[31m|`::error::`.yaml";
    folder.file(evil_name, read_file(fs::path(SOURCE_FOLDER) / "tests/sheets/hostile.yaml"));
    folder.file("\x1b]0;bad\x07.yaml", "team: A\nanswers: {nosuch: no}\n");
    folder.file("=cmd().csv", "practice,answer\nnosuch,no\n");
    const auto outcome_of = [&](const std::string& format) {
        return run_program({"portfolio", folder.path.string(), "-f", format, "--by", "a | b",
                            "--reports", (folder.path / "r").string()});
    };
    for (const auto& format : formats) {
        const auto outcome = outcome_of(format);
        INFO(format << "\n" << outcome.err);
        CHECK(outcome.status == 3);
        for (const auto* text : {&outcome.out, &outcome.err}) {
            CHECK(text->find('\x1b') == std::string::npos);
            CHECK(text->find('\x07') == std::string::npos);
            const auto lines = "\n" + *text;
            for (const auto* command : {"::error", "::warning", "##[", "##vso["})
                CHECK(count(lines, "\n" + std::string(command)) == 0);
        }
        if (format == "json" || format == "ndjson" || format == "csv") continue;
        CHECK(count(outcome.out, "\u202E") == 0);
    }
    const auto html = outcome_of("html").out;
    for (const auto* tag : {"<img", "<script", "<b>\n", "javascript:alert(1)\""})
        CHECK(count(html, tag) == 0);
    const auto markdown = outcome_of("markdown").out;
    for (const auto* tag : {"<img", "<script", "<b>", "](javascript"})
        CHECK(count(markdown, tag) == count(markdown, "\\" + std::string(tag)));
    const auto table = parse_csv(outcome_of("csv").out);
    REQUIRE(table);
    for (const auto& row : *table)
        for (const auto& cell : row)
            CHECK((cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos));
}

TEST_CASE("documents in the current folder link the reports beside them", "[portfolio]") {
    const Folder folder;
    folder.file("a.yaml", sheet("A"));
    const auto outcome = run_shell(
        "\"$P\" portfolio a.yaml --reports reports -o page.html -o page.md "
        "-o ./deep.json --rubric '" SOURCE_FOLDER "/tests/sheets/models/features.yaml'",
        folder.path);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    CHECK(count(read_file(folder.path / "page.html"), "href=\"reports/a.html\"") >= 1);
    CHECK(count(read_file(folder.path / "page.md"), "(reports/a.html)") >= 1);
    CHECK(count(read_file(folder.path / "deep.json"), "\"reports/a.html\"") == 1);
}

TEST_CASE("a file counts once, by whatever paths it is reached", "[portfolio]") {
    const Folder folder;
    const auto name = folder.file("a.yaml", sheet("A"));
    fs::create_symlink("a.yaml", folder.path / "latest.yaml");
    const auto outcome = portfolio({folder.path.string(), name, name, "-f", "json"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(names(Json::parse(outcome.out).at("teams"), "team") == std::vector<std::string>{"A"});
}

TEST_CASE("a model that is not made for a team says so", "[portfolio]") {
    const auto outcome = run_program({"portfolio", "examples/hosted-llm.yaml", "-q"});
    CHECK(outcome.status == 0);
    CHECK(count(outcome.out, "Google is not made for Support answers") +
              count(one_line(outcome.out), "Google is not made for") ==
          1);
    const auto json = run_program({"portfolio", "examples/hosted-llm.yaml", "-q", "-f", "json"});
    const auto all = Json::parse(json.out);
    for (const auto& each : all.at("teams").at(0).at("assessments"))
        CHECK(each.at("in_scope") == false);
}

TEST_CASE("the bar and the age of evidence stand in every document", "[portfolio]") {
    for (const auto* format : {"text", "markdown", "html"}) {
        INFO(format);
        const auto outcome = portfolio(
            {"-", "--bar", "fully", "--max-age", "10", "--today", "2026-06-30", "-f", format},
            record("A", "2026-06-01", "1"));
        const auto text = one_line(outcome.out);
        CHECK(text.find("A practice is met from fully on.") != std::string::npos);
        CHECK(text.find("Evidence older than 10 days on 30 June 2026 counts as none.") !=
              std::string::npos);
    }
}

TEST_CASE("a long history is told by its ends", "[portfolio]") {
    std::string records;
    for (int month = 1; month <= 9; ++month)
        records += record("A", fmt::format("2026-0{}-01", month), month < 8 ? "000" : "111");
    const auto outcome = portfolio({"-"}, records);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("0 → … → 1 → 1") != std::string::npos);
}

TEST_CASE("an earlier sheet that cannot be used is named", "[portfolio]") {
    const Folder folder;
    fs::create_directories(folder.path / "then");
    folder.file("then/a.yaml", sheet("A"));
    const auto then = (folder.path / "then").string();
    folder.file("then/b.yaml", "team: B\nanswers: {versioned: perhaps}\n");
    const auto outcome =
        portfolio({"-", "--baseline", then}, record("A", "", "1") + record("B", "", "1"));
    CHECK(outcome.status == 3);
    CHECK(one_line(outcome.out).find("1 new, 1 sheet there cannot be used") != std::string::npos);
    CHECK(outcome.out.find("NOT USED") != std::string::npos);
}
