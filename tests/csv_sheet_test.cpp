#include "questionnaire/questionnaire.hpp"
#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "text/yaml_quoted.hpp"

#include <mlops_assess/mlops_assess.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <random>

/// Answer sheets in CSV: read like their YAML, written so that a spreadsheet changes nothing.
using namespace mlops_assess;
using Json = nlohmann::ordered_json;

namespace {

constexpr unsigned seed = 20261120;
constexpr int sheets = 100;

/// A report without what names the file and the places in it.
Json bare(Json report) {
    if (report.is_object()) {
        report.erase("location");
        if (report.contains("answers")) report.erase("answers");
    }
    if (report.is_structured())
        for (auto& each : report) each = bare(std::move(each));
    return report;
}

Json report_of(const std::string& name, const std::string& sheet) {
    const auto outcome = mlops::score({name, sheet}, "json");
    INFO(outcome.diagnostics);
    REQUIRE(outcome.usable);
    return bare(Json::parse(outcome.document));
}

const std::string small = "team: T\nanswers: {ci-package: mostly}\n";

void check_same(const std::string& csv, const std::string& yaml) {
    INFO(csv);
    CHECK(report_of("a.csv", csv) == report_of("a.yaml", yaml));
}

std::set<Text> all_practices(const Models& models) {
    std::set<Text> ids;
    for (const auto* catalogue : models.catalogues)
        for (const auto& practice : catalogue->practices) ids.insert(practice.id);
    return ids;
}

/// Sheets with every key, and texts that a spreadsheet or a careless reader would change.
class Generator {
  public:
    explicit Generator(int number) : random_(seed + static_cast<unsigned>(number)) {}

    std::string sheet(const Models& models) {
        auto yaml = fmt::format("team: {}\n", text());
        if (one_in(2)) yaml += "date: 2026-11-20\n";
        if (one_in(2)) yaml += "target: {microsoft: 3, google: 1}\n";
        if (one_in(2))
            yaml += "context: {regulated: true, production_models: 40, retraining: weekly}\n";
        if (one_in(2)) yaml += fmt::format("tags: {{unit: {}, \"a.b\": {}}}\n", text(), text());
        if (one_in(2)) yaml += fmt::format("assessed_by: [{}, {}]\n", line(), line());
        if (one_in(2)) yaml += fmt::format("scope: {}\nsummary: {}\n", text(), text());
        yaml += "answers:\n";
        for (const auto& practice : models.catalogues.front()->practices)
            if (!one_in(4)) yaml += answer(practice);
        return yaml;
    }

  private:
    bool one_in(unsigned n) { return random_() % n == 0; }

    std::string answer(const Practice& practice) {
        constexpr const char* ratings[] = {"no", "partially", "mostly", "fully", "unknown"};
        auto yaml = fmt::format("  {}:\n    answer: {}\n", practice.id, ratings[random_() % 5]);
        if (one_in(9) && !practice.not_applicable.empty())
            yaml = fmt::format("  {}:\n    answer: not-applicable\n    note: {}\n", practice.id,
                               text());
        else if (one_in(3))
            yaml += fmt::format("    note: {}\n", text());
        if (one_in(3)) yaml += fmt::format("    evidence: [{}, {}]\n", line(), line());
        if (one_in(3)) yaml += fmt::format("    owner: {}\n", text());
        if (one_in(4)) yaml += fmt::format("    confirmed_by: {}\n", text());
        if (one_in(4)) yaml += fmt::format("    source: {}\n", text());
        if (one_in(4)) yaml += "    date: 2026-02-28\n    due: 2027-01-01\n";
        return yaml;
    }

    std::string pieces(std::span<const char* const> from) {
        std::string text;
        const auto count = 1 + random_() % 4;
        for (unsigned i = 0; i < count; ++i) text += from[random_() % from.size()];
        return yaml_quoted(text + "x");
    }
    std::string line() { return pieces(std::span(hostile).subspan(3)); }
    std::string text() {
        return one_in(200) ? yaml_quoted(std::string(16'000, 'l')) : pieces(hostile);
    }

    /// The first three hold line ends.
    static constexpr const char* hostile[] = {"two\nlines ",
                                              "\n",
                                              "\n\n=1",
                                              "=SUM(A1)",
                                              "+",
                                              "-",
                                              "@team",
                                              "'",
                                              "''",
                                              "'=",
                                              "\t",
                                              "\"",
                                              "\"\"",
                                              "a \"b\" c",
                                              ",",
                                              ";",
                                              "a,b;c\td",
                                              "  ",
                                              "#",
                                              "x: y",
                                              "20/11/2026",
                                              "TRUE",
                                              "1,000",
                                              "40.0",
                                              "\xE2\x80\x99",
                                              "Gr\xC3\xB6\xC3\x9F"
                                              "e ",
                                              "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
                                              "\xE2\x80\xAE",
                                              "sep=;",
                                              "::error",
                                              "0012"};
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("random sheets score as CSV as they do as YAML", "[csv_sheet]") {
    Workshop shop;
    const auto practices = all_practices(shop.models);
    for (int number = 0; number < sheets; ++number) {
        INFO("seed " << seed << ", sheet " << number);
        const auto yaml = Generator(number).sheet(shop.models);
        const auto csv = csv_sheet(shop.models, practices, shop.sheet(yaml));
        const auto expected = report_of("a.yaml", yaml);
        const auto found = report_of("a.csv", csv);
        INFO(first_difference(expected.dump(1), found.dump(1)));
        REQUIRE(found == expected);
    }
    std::cout << "CSV sheets: seed " << seed << ", " << sheets << " sheets\n";
}

TEST_CASE("a CSV sheet is one by its ending", "[csv_sheet]") {
    const std::string csv = "practice,answer\n@team,T\nci-package,mostly\n";
    for (const auto* name : {"a.csv", "A.CSV", "a.b.csv"})
        CHECK(report_of(name, csv) == report_of("a.yaml", small));
    CHECK_FALSE(mlops::score({"a.txt", csv}, "json").usable);
    CHECK_FALSE(mlops::score({"a.csv", small}, "json").usable);
}

TEST_CASE("separator, mark, line ends and quotes of a CSV sheet", "[csv_sheet]") {
    const std::string mark = "\xEF\xBB\xBF";
    check_same("practice,answer\n@team,T\nci-package,mostly", small);
    check_same("practice;answer\r\n@team;T\r\nci-package;mostly\r\n", small);
    check_same("practice\tanswer\n@team\tT\nci-package\tmostly\n", small);
    check_same(mark + "sep=;\r\npractice;answer\r\n@team;T\r\nci-package;mostly\r\n", small);
    check_same("\"sep=;\";\npractice;answer\n@team;T\nci-package;mostly\n", small);
    check_same("\"answer\",\"practice\"\n\"T\",\"'@team\"\n\"mostly\",\"ci-package\"\n", small);
    // The separator is the header's, whatever stands more often in the file.
    check_same("practice;answer;statement\n@team;T;a,b,c,d\nci-package;mostly;,,,,\n", small);
}

TEST_CASE("blank rows and cells of a CSV sheet are not there", "[csv_sheet]") {
    check_same(
        ",,\n\npractice,answer,note,,\n@team,T,,,,,,,\n  ,,\n\nci-package, mostly ,,,\n,,,\n"
        "@scope,\n@context.regulated,,\ndata-versioned\n",
        small);
    check_same(
        "practice,answer,parameter,statement,meaning\n@team,T\nci-package,mostly,p,s,m\n"
        ",,only,what,explains\n",
        small);
}

TEST_CASE("what a spreadsheet makes of values", "[csv_sheet]") {
    check_same(
        "practice,answer,evidence,note\n@team,'=T\n@context.regulated,TRUE\n"
        "@context.trains_models,False\n@context.production_models,3\n@target.google,1\n"
        "\"@assessed_by\",\"A\r\n'-B\n\n\"\n@tags.a.b,TRUE\n"
        "ci-package,TRUE,\"x\n\n'@y\n\",\"'tis\r\ntwo\"\ndata-versioned,NONE,,''q\n",
        "team: =T\ncontext: {regulated: true, trains_models: false, production_models: 3}\n"
        "target: {google: 1}\nassessed_by: [A, \"-B\"]\ntags: {a.b: \"TRUE\"}\n"
        "answers:\n  ci-package: {answer: yes, evidence: [x, \"@y\"], note: \"'tis\\ntwo\"}\n"
        "  data-versioned: {answer: no, note: \"'q\"}\n");
}

TEST_CASE("limits of a CSV sheet", "[csv_sheet]") {
    const std::string head = "practice,answer,note\n@team,T\n";
    const auto wrong = [&](const std::string& rows) {
        return mlops::score({"a.csv", head + rows}, "badge-json").diagnostics;
    };
    const auto note = [](std::size_t bytes) {
        return "ci-package,no,\"" + std::string(bytes, 'x') + "\"\n";
    };
    CHECK(wrong(note(16 << 10)).find("error") == std::string::npos);
    CHECK(wrong(note((16 << 10) + 1)).find("[too-long]") != std::string::npos);
    CHECK(wrong(std::string((1 << 20) - head.size(), '\n')).find("error") == std::string::npos);
    CHECK(wrong(std::string((1 << 20) - head.size() + 1, ',')).find("[too-large]") !=
          std::string::npos);
    // Mistakes beyond the first thousand are not looked for.
    std::string rows;
    for (int i = 0; i < 3000; ++i) rows += ",no\n";
    CHECK(wrong(rows).ends_with("and 950 more\n"));
    const auto quotes = wrong(std::string(3000, '"') + "\n");
    CHECK(quotes.find("error") != std::string::npos);
}

TEST_CASE("an answer of a CSV sheet knows its place", "[csv_sheet]") {
    const std::string csv =
        "statement,practice,answer\n,@team,T\n\"\xC3\xA4 \xF0\x9F\x9A\x80\n,x\",ci-package,no\n";
    const auto scored = mlops::score({"a.csv", csv}, "json");
    REQUIRE(scored.usable);
    Json place;
    const auto report = Json::parse(scored.document);
    for (const auto& answer : report["answers_given"])
        if (answer["practice"] == "ci-package") place = answer["location"];
    CHECK(place == Json({{"line", 4}, {"column", 5}}));
}

TEST_CASE("every command that reads a sheet reads CSV", "[csv_sheet]") {
    const Folder folder;
    const auto csv = folder.file("a.csv",
                                 "practice,answer\n@team,T\n@target.google,1\n"
                                 "ci-package,mostly\npeople-roles-known,fully\n");
    const auto yaml = folder.file(
        "a.yaml",
        "team: T\ntarget: {google: 1}\nanswers: {ci-package: mostly, people-roles-known: fully}\n");
    const auto run = [](std::vector<std::string> arguments) {
        const auto outcome = run_program(arguments);
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        return outcome.out;
    };
    CHECK(run({"validate", csv}) == csv + ": ok (answer sheet, 2 practices)\n");
    CHECK(run({"plan", csv, "-f", "csv"}) == run({"plan", yaml, "-f", "csv"}));
    CHECK(run({"target", csv}) == run({"target", yaml}));
    CHECK(run({"explain", "ci-package", "--answers", csv}).find("mostly") != std::string::npos);
    CHECK(run({"compare", csv, yaml, "-f", "json"}).find("\"ci-package\"") == std::string::npos);
    CHECK(run({"score", yaml, "--baseline", csv, "--no-regression", csv}) != "");
}

TEST_CASE("init writes a CSV sheet for a spreadsheet", "[csv_sheet]") {
    const Folder folder;
    const auto name = (folder.path / "new.csv").string();
    const auto written = run_program({"init", "-o", name, "--team",
                                      "=1, \"Gr\xC3\xB6\xC3\x9F"
                                      "e\"",
                                      "--for", "google=1"});
    REQUIRE(written.status == 0);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
    auto text = read_file(name);
    // Without the mark Excel would not take it for UTF-8.
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    const auto rows = parse_csv(text.substr(3));
    REQUIRE(rows);
    CHECK(rows->front() == std::vector<std::string>{"practice", "parameter", "statement", "meaning",
                                                    "answer", "evidence", "note", "owner", "date",
                                                    "confirmed_by", "due", "source"});
    std::size_t practices = 0;
    for (const auto& row : *rows) {
        REQUIRE(row.size() == rows->front().size());
        if (row[0] == "@team")
            CHECK(row[4] ==
                  "'=1, \"Gr\xC3\xB6\xC3\x9F"
                  "e\"");
        if (row[0] == "@target.google") CHECK(row[4] == "1");
        if (row[0].starts_with("@") || row[0] == "practice") continue;
        ++practices;
        CHECK(row[4].empty());
        CHECK(row[3].find("partially: for some live models") != std::string::npos);
    }
    Workshop shop;
    CHECK(practices == required_up_to(shop.google(), 1).size());
    CHECK(run_program({"score", name}).status == 0);
    CHECK(run_program({"init", "-o", name}).status == 3);

    const auto unnamed = (folder.path / "plain.csv").string();
    REQUIRE(run_program({"init", "-o", unnamed}).status == 0);
    CHECK(read_file(unnamed).starts_with("practice,"));
    CHECK(run_program({"score", unnamed}).err.find("[placeholder-team]") != std::string::npos);
}

TEST_CASE("ask leaves CSV sheets to spreadsheets", "[csv_sheet]") {
    const Folder folder;
    const auto name = folder.file("a.csv", "practice,answer\n@team,T\n");
    const auto asked = run_program({"ask", name});
    CHECK(asked.status == 2);
    CHECK(asked.err.find("only YAML") != std::string::npos);
    CHECK(read_file(name) == "practice,answer\n@team,T\n");
}
