#include "report/merge_words.hpp"
#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "text/unicode.hpp"
#include "writer/merge/writers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <sstream>

/// Several raters' sheets of one team made into one.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> small = {"--rubric", "tests/sheets/models/features.yaml"};

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// The sheets as files, and what `merge` makes of them.
struct Merging {
    Folder folder;
    std::vector<std::string> files;
    std::string written;

    explicit Merging(const std::vector<std::string>& sheets) {
        for (std::size_t i = 0; i < sheets.size(); ++i)
            files.push_back(folder.file(fmt::format("{}.yaml", i), sheets[i]));
        written = (folder.path / "merged.yaml").string();
    }
    Outcome run(const std::vector<std::string>& options) const {
        return run_program(joined(joined({"merge"}, files), options));
    }
    /// As JSON, with the sheet written.
    Json merge(const std::vector<std::string>& options) const {
        const auto outcome = run(joined({"-f", "json", "-q", "--force", "-o", written}, options));
        INFO(outcome.err);
        REQUIRE(outcome.status == 0);
        return Json::parse(outcome.out);
    }
};

std::string sheet_of(const std::string& who, const std::string& answers) {
    return fmt::format("team: Small team\nassessed_by: {}\nanswers: {}\n", who, answers);
}

Json find(const Json& list, const std::string& key, const std::string& value) {
    for (const auto& each : list)
        if (each[key] == value) return each;
    return nullptr;
}

std::size_t widest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, display_width(line));
    return widest;
}

}  // namespace

TEST_CASE("what raters say of a practice becomes one answer", "[merge]") {
    struct Row {
        std::string answers[3];  ///< empty: the sheet does not name it
        std::string merged;
        std::string lowest;
        std::string note;  ///< of the sheet without `--take`; empty for none
    };
    const Row rows[] = {
        {{"fully", "fully", ""}, "fully", "fully", ""},
        {{"yes", "FULLY", "fully"}, "fully", "fully", ""},
        {{"fully", "mostly", ""}, "unknown", "mostly", "Ana says fully. Ben says mostly."},
        {{"fully", "no", "fully"}, "unknown", "no", "Ana and Cem say fully. Ben says no."},
        {{"mostly", "unknown", ""}, "mostly", "mostly", "Only Ana answered."},
        {{"", "{answer: no, note: Never}", ""}, "no", "no", "Only Ben answered: Never."},
        {{"unknown", "unknown", ""}, "unknown", "unknown", ""},
        {{"{answer: unknown, note: Ask!}", "no", ""}, "no", "no", "Ana: Ask! Only Ben answered."},
        {{"{answer: na, note: None}", "no", ""},
         "unknown",
         "unknown",
         "Ana says not-applicable: None. Ben says no."},
        {{"{answer: na, note: None}", "{answer: na, note: None}", ""},
         "not-applicable",
         "not-applicable",
         "Ana and Ben: None."},
        {{"{answer: na, note: None}", "unknown", ""},
         "not-applicable",
         "not-applicable",
         "Only Ana answered: None."},
        {{"{answer: fully, note: A}", "{answer: fully, note: B}", "fully"},
         "fully",
         "fully",
         "Ana: A. Ben: B."},
        {{"{answer: fully, confirmed_by: Audit}", "no", ""},
         "unknown",
         "no",
         "Ana says fully (confirmed by Audit). Ben says no."},
        {{"{answer: no, due: 2027-01-31}", "{answer: no, due: 2026-12-31}", ""},
         "no",
         "no",
         "Ana (due 2027-01-31)."},
        {{"{answer: no, source: scan}", "no", ""}, "no", "no", "Ana (source scan)."},
    };
    const std::string names[] = {"Ana", "Ben", "Cem"};
    for (const auto& row : rows) {
        std::vector<std::string> sheets;
        for (std::size_t i = 0; i < 3; ++i)
            sheets.push_back(sheet_of(
                names[i], row.answers[i].empty() ? "{}" : "{certified: " + row.answers[i] + "}"));
        const Merging merging(sheets);
        INFO(row.answers[0] << " | " << row.answers[1] << " | " << row.answers[2]);
        const auto answer = find(merging.merge(small)["answers"], "practice", "certified");
        CHECK(answer["answer"] == row.merged);
        CHECK(answer["note"] == (row.note.empty() ? Json(nullptr) : Json(row.note)));
        const auto lowest = find(merging.merge(joined(small, {"--take", "lowest"}))["answers"],
                                 "practice", "certified");
        CHECK(lowest["answer"] == row.lowest);
    }
}

TEST_CASE("what stands beside answers is kept", "[merge]") {
    const Merging merging(
        {"team: T\ndate: 2026-10-01\nassessed_by: Ana\nanswers:\n"
         "  versioned: {answer: fully, evidence: [a, b], owner: O, confirmed_by: Audit}\n"
         "  staged: {answer: fully, confirmed_by: Audit, evidence: x, source: scan}\n",
         "team: T\ndate: 2026-11-20\nassessed_by: Ben\nanswers:\n"
         "  versioned: {answer: fully, evidence: [b, c], owner: P, confirmed_by: Risk}\n"
         "  staged: {answer: partially, confirmed_by: Risk, evidence: y, date: 2026-09-09}\n"
         "  measured: no\n",
         "team: T\nassessed_by: [Ana, Cem]\nanswers:\n"
         "  staged: {answer: partially, date: 2026-10-09}\n"});
    auto merge = merging.merge(small);
    CHECK(merge["date"] == "2026-11-20");
    CHECK(merge["assessed_by"] == Json({"Ana", "Ben", "Cem"}));
    auto versioned = find(merge["answers"], "practice", "versioned");
    CHECK(versioned["evidence"] == Json({"a", "b", "c"}));
    CHECK(versioned["owner"] == "O, P");
    CHECK(versioned["confirmed_by"] == "Audit, Risk");
    CHECK(versioned["date"] == nullptr);
    auto staged = find(merge["answers"], "practice", "staged");
    CHECK(staged["evidence"] == Json({"x", "y"}));
    CHECK(staged["confirmed_by"] == nullptr);
    CHECK(staged["note"] ==
          "Ana says fully (confirmed by Audit; source scan). "
          "Ben says partially (confirmed by Risk). Ana, Cem says partially.");

    merge = merging.merge(joined(small, {"--take", "lowest"}));
    staged = find(merge["answers"], "practice", "staged");
    CHECK(staged["answer"] == "partially");
    CHECK(staged["confirmed_by"] == "Risk");
    CHECK(staged["date"] == "2026-10-09");
}

TEST_CASE("an answer of an older sheet keeps its day", "[merge]") {
    const Merging merging({"team: T\ndate: 2026-01-01\nanswers: {versioned: fully, staged: no}\n",
                           "team: T\ndate: 2026-11-20\nanswers: {versioned: fully}\n"});
    const auto answers = merging.merge(small)["answers"];
    CHECK(find(answers, "practice", "versioned")["date"] == nullptr);
    CHECK(find(answers, "practice", "staged")["date"] == "2026-01-01");
}

TEST_CASE("what raters say of the team is kept where they agree", "[merge]") {
    const Merging merging(
        {"team: T\ntarget: {small: 2, microsoft: 3}\ncontext: {users: 40, pace: ~, regulated: "
         "true}\n"
         "tags: {unit: Retail, \"a: b\": c}\nscope: S\nsummary: X\nanswers: {}\n",
         "team: T\ntarget: {small: 3}\ncontext: {users: 50, pace: daily, trains_models: ~}\n"
         "tags: {unit: Web, site: Nord}\nscope: S\nsummary: Y\nanswers: {}\n"});
    const auto merge = merging.merge(small);
    CHECK(merge["target"] == Json({{"microsoft", 3}}));
    CHECK(merge["context"] == Json({{"regulated", true}, {"pace", "daily"}}));
    CHECK(merge["tags"] == Json({{"a: b", "c"}, {"site", "Nord"}}));
    CHECK(merge["scope"] == "S");
    CHECK(merge["summary"] == nullptr);
    std::vector<std::string> keys;
    for (const auto& each : merge["left_out"]) keys.push_back(each["key"]);
    CHECK(keys ==
          std::vector<std::string>{"target.small", "context.users", "tags.unit", "summary"});
    CHECK(merge["left_out"][1]["values"][1]["value"] == "50");
    CHECK(read_file(merging.written).find("trains_models: ~") != std::string::npos);
    const auto told = merging.run(small).err;
    for (const auto& key : keys)
        CHECK(told.find("notice: left out is " + key + ": ") != std::string::npos);
    const auto quiet = merging.run(joined(small, {"-q"})).err;
    CHECK(quiet.empty());
}

TEST_CASE("no two raters have one name", "[merge]") {
    const auto names = [](const std::vector<std::string>& sheets) {
        std::vector<std::string> found;
        const auto merge = Merging(sheets).merge(small);
        for (const auto& each : merge["raters"]) found.push_back(each["name"]);
        return found;
    };
    using Names = std::vector<std::string>;
    CHECK(names({sheet_of("[Ana, Ben]", "{}"), "team: T\nanswers: {}\n"}) ==
          Names{"Ana, Ben", "1.yaml"});
    CHECK(names({sheet_of("Ana", "{}"), sheet_of("Ana", "{}"), sheet_of("Ben", "{}")}) ==
          Names{"Ana (0.yaml)", "Ana (1.yaml)", "Ben"});
    CHECK(names({sheet_of("Ana", "{}"), sheet_of("Ana", "{}"), sheet_of("Ana (0.yaml)", "{}")}) ==
          Names{"Ana (0.yaml)", "Ana (1.yaml)", "Ana (0.yaml) 2"});
    const std::string name(300, 'x');
    const auto cut = names({sheet_of(name, "{}"), sheet_of(name + "y", "{}")});
    CHECK(cut[0] != cut[1]);
    CHECK(cut[0].size() < 140);
    const Merging merging({sheet_of(name, "{}"), sheet_of(name + "y", "{}")});
    CHECK(merging.merge(small)["assessed_by"] == Json({name, name + "y"}));

    const Folder folder;
    fs::create_directory(folder.path / "a");
    fs::create_directory(folder.path / "b");
    const auto a = folder.file("a/r.yaml", "team: T\nanswers: {}\n");
    const auto b = folder.file("b/r.yaml", "team: T\nanswers: {}\n");
    const auto raters = Json::parse(run_program({"merge", a, b, "-f", "json"}).out)["raters"];
    CHECK(raters[0]["name"] != raters[1]["name"]);
}

TEST_CASE("shares are none where nothing is compared", "[merge]") {
    const Merging merging({sheet_of("Ana", "{versioned: no}"), sheet_of("Ben", "{staged: no}")});
    const auto merge = merging.merge(small);
    CHECK(merge["agreement"]["compared"] == 0);
    CHECK(merge["agreement"]["equal_percent"] == nullptr);
    CHECK(merge["differences"].empty());
    CHECK(merge["answered_by_one"].size() == 2);
    const auto text = merging.run(small).out;
    CHECK(text.find("%") == std::string::npos);
    CHECK(text.find("0 of 9 practices are answered by at least two raters, 2 by one only.") !=
          std::string::npos);
    const auto blank = Merging({sheet_of("Ana", "{}"), sheet_of("Ben", "{}")});
    for (const auto* format : {"text", "markdown", "json", "csv"})
        CHECK(blank.run(joined(small, {"-f", format})).status == 0);
    CHECK(blank.merge({})["answers"].empty());
    CHECK(run_program({"validate", blank.written}).status == 0);
}

TEST_CASE("wrong use of merge is told", "[merge]") {
    const Folder folder;
    const auto a = folder.file("a.yaml", sheet_of("Ana", "{}"));
    const auto b = folder.file("b.yaml", sheet_of("Ben", "{}"));
    const auto bad = folder.file("bad.yaml", "team: T\nanswers: {nothing: no}\n");
    const auto worse = folder.file("worse.yaml", "team: T\nanswers: {versioned: often}\n");
    const auto link = (folder.path / "link.yaml").string();
    fs::create_symlink(a, link);
    struct Row {
        std::vector<std::string> arguments;
        int status;
        std::string told;
    };
    const Row rows[] = {
        {{}, 2, "SHEET is required"},
        {{a}, 2, "merge takes at least two sheets"},
        {{a, a}, 2, "is named twice"},
        {{a, b, link}, 2, "are the same file"},
        {{a, b, "-o", a}, 2, "would replace the input"},
        {{a, b, "-o", "-"}, 2, "-o -: stdout has its report already"},
        {{a, b, "-o", (folder.path / "x.csv").string()}, 2, "the merged sheet is YAML"},
        {{a, b, "-o", (folder.path / "x.CSV").string()}, 2, "the merged sheet is YAML"},
        {{a, b, "-o", (folder.path / "x.Json").string()}, 2, "the merged sheet is YAML"},
        {{a, b, "--take", "highest"}, 2, "\"highest\" is not one of lowest"},
        {{a, b, "-f", "html"}, 2, "text, markdown, json, csv"},
        {{a, b, "-o", worse}, 3, "this file exists; --force replaces it"},
        {{a, "-", "-"}, 3, "standard input can be read only once"},
        {{a, "nowhere.yaml"}, 3, "[unreadable-file]"},
        {{a, folder.path.string()}, 3, "this is a folder"},
    };
    for (const auto& row : rows) {
        const auto outcome =
            run_program(joined(joined({"merge"}, row.arguments), small), sheet_of("C", "{}"));
        INFO(row.told << "\n" << outcome.err);
        CHECK(outcome.status == row.status);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(row.told) != std::string::npos);
    }
    const auto both = run_program(joined({"merge", bad, worse, b}, small));
    CHECK(both.status == 3);
    CHECK(both.err.find("unknown practice \"nothing\"") != std::string::npos);
    CHECK(both.err.find("\"often\" is not an answer") != std::string::npos);
    CHECK(run_program(joined({"merge", a, "-"}, small), sheet_of("C", "{}")).status == 0);
    CHECK(run_program(joined({"merge", a, b, "-o", worse, "--force", "-q"}, small)).err.empty());
}

TEST_CASE("notes are told as they are written", "[merge]") {
    const Merging merging(
        {sheet_of("Ana", "{certified: {answer: fully, note: mlflow only, evidence: e}}"),
         sheet_of("Ben", "{certified: no, staged: {answer: no, note: zz}}")});
    const auto text = merging.run(small).out;
    CHECK(text.find("  Ana: mlflow only (evidence: e)\n") != std::string::npos);
    const auto agenda = merging.run(joined(small, {"-f", "markdown"})).out;
    CHECK(agenda.find("| Ana | fully | mlflow only | e |\n") != std::string::npos);
    const auto answers = merging.merge(small)["answers"];
    CHECK(find(answers, "practice", "staged")["note"] == "Only Ben answered: zz.");
}

TEST_CASE("another team or date is a warning", "[merge]") {
    const Merging merging({"team: A\nanswers: {}\n", "team: B\ndate: 2026-11-20\nanswers: {}\n",
                           "team: A\ndate: 2026-11-19\nanswers: {}\n"});
    const auto outcome = merging.run({});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.find("warning: another team, \"B\"; in ") != std::string::npos);
    CHECK(outcome.err.find("2.yaml:2:7: warning: another date, 2026-11-19; in ") !=
          std::string::npos);
    CHECK(outcome.err.find("0.yaml: warning: no date; in ") != std::string::npos);
    const auto merge = merging.merge({});
    CHECK(merge["team"] == "A");
    CHECK(merge["date"] == "2026-11-20");
}

TEST_CASE("notes share the room that a note has", "[merge]") {
    const auto said = [](const std::string& answer, char c) {
        return fmt::format("{{versioned: {{answer: {}, note: {}}}}}", answer,
                           std::string(16'000, c));
    };
    const Merging merging({sheet_of("Ana", said("fully", 'a')), sheet_of("Ben", said("no", 'b')),
                           sheet_of("Cem", "{versioned: {answer: no, note: Short}}")});
    const auto outcome = merging.run(joined(small, {"-q"}));
    CHECK(outcome.status == 0);
    CHECK(outcome.err ==
          "merged sheet: warning: note of versioned: cut at 16384 bytes [cut-text]\n");
    const auto merge = merging.merge(small);
    CHECK(merge["cut"].size() == 1);
    const auto note = find(merge["answers"], "practice", "versioned")["note"].get<std::string>();
    CHECK(note.size() <= most_text);
    CHECK(note.size() > most_text - 100);
    CHECK(note.find(std::string(8'000, 'a')) != std::string::npos);
    CHECK(note.find(std::string(8'000, 'b')) != std::string::npos);
    CHECK(note.find("Cem says no: Short.") != std::string::npos);
}

TEST_CASE("notes share the room that a sheet has", "[merge]") {
    const std::string words(16'000, 'n');
    const auto& practices = Workshop().microsoft().catalogue->practices;
    std::string sheets[2] = {"{", "{"};
    for (std::size_t i = 0; i < practices.size(); ++i)
        sheets[i % 2] += fmt::format("{}: {{answer: mostly, note: {}}}, ", practices[i].id, words);
    const Merging merging({sheet_of("Ana", sheets[0] + "}"), sheet_of("Ben", sheets[1] + "}")});
    const auto outcome = merging.run({"-o", merging.written});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.find("warning: note of people-dev-support, people-roles-known, "
                           "people-ds-de-jobs and 103 more: cut at 8192 bytes") !=
          std::string::npos);
    const auto written = read_file(merging.written);
    CHECK(written.size() <= std::size_t{1} << 20);
    CHECK(written.find("Only Ben answered: nnn") != std::string::npos);
    CHECK(run_program({"validate", merging.written}).status == 0);
    // Reports tell the same whether or not the sheet is written.
    for (const auto* format : {"text", "markdown", "json", "csv"})
        CHECK(merging.run({"-q", "-f", format}).out ==
              merging.run({"-q", "-f", format, "-o", merging.written, "--force"}).out);
    CHECK(merging.run({}).err.find("cut at 8192 bytes") != std::string::npos);
}

TEST_CASE("a sheet that cannot hold all evidence is not written", "[merge]") {
    const auto evidence = [](char c) {
        std::string list = "{versioned: {answer: no, evidence: [";
        for (int i = 0; i < 60; ++i)
            list += fmt::format("{}{}{}", i > 0 ? ", " : "", std::string(10'000, c), i);
        return list + "]}}";
    };
    const Merging merging({sheet_of("Ana", evidence('a')), sheet_of("Ben", evidence('b'))});
    const auto outcome = merging.run(joined(small, {"-o", merging.written}));
    CHECK(outcome.status == 3);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("the merged sheet would hold more than 1048576 bytes") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(merging.written));
    CHECK(merging.run(small).status == 0);
}

TEST_CASE("many raters fit into a window", "[merge]") {
    std::vector<std::string> sheets;
    for (int i = 0; i < 20; ++i)
        sheets.push_back(
            sheet_of(fmt::format("\"R{} of a committee with | and \\n in its name\"", i),
                     fmt::format("{{rolled-back: {}, versioned: {}}}", i % 2 == 0 ? "fully" : "no",
                                 i % 3 == 0 ? "{answer: no, note: Never}" : "fully")));
    const Merging merging(sheets);
    const auto outcome = merging.run(small);
    CHECK(outcome.status == 0);
    CHECK(widest_line(outcome.out) <= 80);
    const auto note =
        find(merging.merge(small)["answers"], "practice", "rolled-back")["note"].get<std::string>();
    for (int i = 0; i < 20; ++i)
        CHECK(note.find(fmt::format("R{} of a committee", i)) != std::string::npos);
    CHECK(run_program(joined({"score", merging.written}, small)).status == 0);
}

TEST_CASE("what is written loads to the merged values", "[merge]") {
    Workshop shop;
    shop.rubric(read_file(SOURCE_FOLDER "/tests/sheets/models/features.yaml"));
    std::vector<AnswerSheet> sheets;
    for (const auto* name : {"features", "features-ana", "features-ben", "features-hostile"})
        sheets.push_back(
            shop.sheet(read_file(fmt::format(SOURCE_FOLDER "/tests/sheets/{}.yaml", name))));
    for (const bool lowest : {false, true}) {
        const auto merge = make_merge(name_raters(sheets), shop.models, {}, {lowest});
        const auto& loaded = shop.sheet(merged_yaml(merge));
        const auto& made = merge.sheet();
        CHECK(loaded.team == made.team);
        CHECK(loaded.date == made.date);
        CHECK(loaded.target == made.target);
        CHECK(loaded.unknown_facts == made.unknown_facts);
        CHECK(loaded.assessed_by == made.assessed_by);
        CHECK(loaded.scope == made.scope);
        CHECK(loaded.summary == made.summary);
        REQUIRE(loaded.context.size() == made.context.size());
        for (std::size_t i = 0; i < made.context.size(); ++i) {
            CHECK(loaded.context[i].question == made.context[i].question);
            CHECK(loaded.context[i].option == made.context[i].option);
            CHECK(loaded.context[i].number == made.context[i].number);
            CHECK(loaded.context[i].boolean == made.context[i].boolean);
        }
        REQUIRE(loaded.tags.size() == made.tags.size());
        for (std::size_t i = 0; i < made.tags.size(); ++i) {
            CHECK(loaded.tags[i].key == made.tags[i].key);
            CHECK(loaded.tags[i].value == made.tags[i].value);
        }
        REQUIRE(loaded.answers.size() == made.answers.size());
        for (std::size_t i = 0; i < made.answers.size(); ++i) {
            const auto& [a, b] = std::pair(loaded.answers[i], made.answers[i]);
            INFO(a.practice);
            CHECK(a.practice == b.practice);
            CHECK(a.rating == b.rating);
            CHECK(a.evidence == b.evidence);
            CHECK(a.note == b.note);
            CHECK(a.owner == b.owner);
            CHECK(a.date == b.date);
            CHECK(a.confirmed_by == b.confirmed_by);
            CHECK(a.due == b.due);
            CHECK(a.source == b.source);
        }
    }
}

TEST_CASE("the text of merge fits every window", "[merge]") {
    Workshop shop;
    shop.rubric(read_file(SOURCE_FOLDER "/tests/sheets/models/features.yaml"));
    std::vector<AnswerSheet> sheets;
    for (const auto* name : {"features-ana", "features-ben", "features"})
        sheets.push_back(
            shop.sheet(read_file(fmt::format(SOURCE_FOLDER "/tests/sheets/{}.yaml", name))));
    const auto merge = make_merge(name_raters(sheets), shop.models, {}, {});
    for (const int width : {60, 80, 120}) {
        const auto text = merge_text(merge, {width});
        INFO(text);
        CHECK(widest_line(text) <= static_cast<std::size_t>(width));
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(merge_text(merge, {width, true, true}).find("\x1b[1mDECIDE FIRST") !=
              std::string::npos);
    }
}

TEST_CASE("the workshop runs as it is written", "[merge]") {
    const auto script = document_script(SOURCE_FOLDER "/docs/workshop.md");
    CHECK(std::count(script.begin(), script.end(), '\n') == 8);
    const Folder folder;
    for (const auto* name : {"data-science.yaml", "platform.yaml", "audit.yaml"})
        folder.file(name, read_file(fmt::format(SOURCE_FOLDER "/examples/raters/{}", name)));
    const auto outcome = run_shell("echo p | {\n" + script + "}", folder.path);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(read_file(folder.path / "agenda.md").starts_with("# Workshop: Demand forecasting"));
    const auto sheet = read_file(folder.path / "answers.yaml");
    CHECK(sheet.find("cd-model-low-friction:\n    answer: partially\n") != std::string::npos);
}

TEST_CASE("harmful text stays text in every format of merge", "[merge]") {
    const Merging merging(
        {read_file(SOURCE_FOLDER "/tests/sheets/features-hostile.yaml"),
         "team: \"::error::T\"\nassessed_by: \"::error::x | <b>\\n::warning::y\"\n"
         "answers:\n  versioned: {answer: no, note: \"::stop::\\n| a | b |\\n# h\"}\n"
         "  staged: {answer: mostly, evidence: \"javascript:alert(1)\"}\n"});
    for (const auto* format : {"text", "markdown", "json", "csv"}) {
        const auto outcome =
            merging.run(joined(small, {"-f", format, "-o", merging.written, "--force"}));
        REQUIRE(outcome.status == 0);
        for (const auto& text : {outcome.out, outcome.err, read_file(merging.written)}) {
            INFO(format << "\n" << text);
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);)
                CHECK_FALSE(std::string_view(line)
                                .substr(std::min(line.find_first_not_of(" \t"), line.size()))
                                .starts_with("::"));
            CHECK(text.find("##[") == std::string::npos);
            CHECK(text.find('\x1b') == std::string::npos);
        }
        if (std::string(format) == "csv") {
            const auto table = parse_csv(outcome.out);
            REQUIRE(table);
            for (const auto& row : *table) CHECK(row.size() == table->front().size());
        }
    }
    CHECK(run_program(joined({"validate", merging.written}, small)).status == 0);
}

TEST_CASE("answers to practices of a model that is not loaded are merged too", "[merge]") {
    const Merging merging(
        {sheet_of("Ana", "{data-versioned: fully, versioned: no, ci-package: no}"),
         sheet_of("Ben", "{data-versioned: no, versioned: no}")});
    const auto merge = merging.merge(small);
    REQUIRE(merge["differences"].size() == 1);
    CHECK(merge["differences"][0]["practice"] == "data-versioned");
    CHECK(merge["differences"][0]["decisive"] == false);
    CHECK(merge["answers"].size() == 3);
}
