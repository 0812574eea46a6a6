#include "support/catch.hpp"
#include "support/program.hpp"

#include <nlohmann/json.hpp>

namespace {

const std::string contracts = "examples/custom-model/rubric.yaml";

/// A team at level 2 of 3, of which 1 counts with evidence; one practice of five is not answered.
const std::string sheet = R"(schema: mlops-assess/answers/1
team: T
date: 2026-11-20
answers:
  schema-as-code: {answer: mostly, evidence: a}
  fields-written-down: {answer: fully, evidence: a}
  rows-checked: mostly
  breaking-changes-announced: unknown
  owner-named: {answer: fully, evidence: a}
)";

Outcome score(const Folder& folder, std::vector<std::string> options,
              const std::string& answers = sheet, const std::string& name = "answers.yaml") {
    std::vector<std::string> arguments = {"score", folder.file(name, answers), "--rubric",
                                          contracts};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_program(arguments);
}

nlohmann::json report(const Folder& folder, const std::string& answers = sheet) {
    const auto outcome = score(folder, {"-f", "json"}, answers);
    REQUIRE(outcome.status == 0);
    return nlohmann::json::parse(outcome.out);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a gate passes at its level and above, and fails below", "[gate]") {
    const Folder folder;
    const auto figures = report(folder)["assessments"][0];
    const int top = figures["rubric"]["top_level"];
    const auto run = [&](const std::string& option, int level) {
        return score(folder, {option, "contracts=" + std::to_string(level)});
    };
    for (const auto& [option, reached] :
         {std::pair<std::string, int>{"--fail-under", figures["level"]},
          {"--fail-under-evidenced", figures["evidenced_level"]}}) {
        for (int level = 0; level <= top; ++level) {
            INFO(option << " " << level << ", reached " << reached);
            const auto outcome = run(option, level);
            CHECK(outcome.status == (level <= reached ? 0 : 1));
            CHECK(!outcome.out.empty());
            const bool told = outcome.err.find("gate failed: " + option) != std::string::npos;
            CHECK(told == (level > reached));
        }
        CHECK(run(option, top + 1).status == 2);
    }
    CHECK(score(folder, {}).status == 0);
}

TEST_CASE("a gate on a parameter", "[gate]") {
    const Folder folder;
    const auto figures = report(folder);
    for (const auto& parameter : figures["assessments"][0]["parameters"]) {
        const std::string what = "contracts." + parameter["id"].get<std::string>();
        const int level = parameter["level"];
        INFO(what << " is at " << level);
        CHECK(score(folder, {"--fail-under", what + "=" + std::to_string(level)}).status == 0);
        if (level < 3)
            CHECK(score(folder, {"--fail-under", what + "=" + std::to_string(level + 1)}).status ==
                  1);
    }
}

TEST_CASE("a parameter that is not assessed fails its gate and says so", "[gate]") {
    const Folder folder;
    auto rubric = read_file("tests/sheets/models/one.yaml");
    rubric = replaced(rubric, "  - {id: p, title: P}\n",
                      "  - {id: p, title: P}\n  - {id: q, title: Q}\n");
    rubric = replaced(rubric, "levels:\n",
                      "  - {id: other, parameter: q, statement: s, why: w, evidence: [e], "
                      "deliverable: d, success: s, effort: S}\nlevels:\n");
    rubric +=
        "  q:\n    - {level: 0, describes: d}\n"
        "    - {level: 1, describes: d, requires: [other]}\n";
    const auto file = folder.file("rubric.yaml", rubric);
    const auto answers = folder.file("answers.yaml",
                                     "schema: mlops-assess/answers/1\nteam: T\nanswers:\n"
                                     "  one: {answer: n/a, note: none}\n  other: fully\n");
    const auto gate = [&](const std::string& what) {
        return run_program({"score", answers, "--rubric", file, "--fail-under", what});
    };
    CHECK(gate("one=1").status == 0);
    CHECK(gate("one.q=1").status == 0);
    const auto none = gate("one.p=0");
    CHECK(none.status == 1);
    CHECK(none.err.find("not assessed") != std::string::npos);
}

TEST_CASE("how much must be answered", "[gate]") {
    const Folder folder;
    const auto completeness = report(folder)["assessments"][0]["completeness"];
    const int answered = completeness["answered"];
    const int applicable = completeness["applicable"];
    const int percent = answered * 100 / applicable;
    REQUIRE(percent < 100);
    CHECK(score(folder, {"--min-answered", "0"}).status == 0);
    CHECK(score(folder, {"--min-answered", std::to_string(percent)}).status == 0);
    CHECK(score(folder, {"--min-answered", std::to_string(percent + 1)}).status == 1);
    CHECK(score(folder, {"--min-answered", "100"}).status == 1);
    CHECK(score(folder, {"--min-answered", "101"}).status == 2);
    CHECK(score(folder, {"--min-answered", "-1"}).status == 2);
}

TEST_CASE("nothing may be worse than the baseline", "[gate]") {
    const auto worse = replaced(sheet, "rows-checked: mostly", "rows-checked: no");
    const auto not_applicable =
        replaced(sheet, "rows-checked: mostly", "rows-checked: {answer: n/a, note: none}");
    const auto waiver = [](const std::string& last) {
        return "schema: mlops-assess/waivers/1\nwaivers:\n  - {practice: rows-checked, reason: r, "
               "owner: o, expires: " +
               last + "}\n";
    };
    struct Row {
        std::string name;
        std::string then;
        std::string now;
        std::string waivers;
        int status;
        std::string told;  ///< on stderr, or by a gate that passed
    };
    const Row rows[] = {
        {"nothing to compare", "team: T\nanswers: {rows-checked: unknown}\n", sheet, "", 3,
         "[nothing-in-common]"},
        {"no answer in common", "team: T\nanswers: {rows-checked: no}\n",
         replaced(sheet, "rows-checked: mostly", "rows-checked: unknown"), "", 3,
         "[nothing-in-common]"},
        {"equal", sheet, sheet, "", 0, "nothing worse among 4 answers compared with "},
        {"above", sheet, replaced(sheet, "announced: unknown", "announced: fully"), "", 0,
         "nothing worse among 4 answers"},
        {"below", sheet, worse, "", 1, "(rows-checked): no, it was mostly"},
        {"waived", sheet, worse, waiver("2027-01-01"), 0,
         "(rows-checked): no, it was mostly (waived)"},
        {"waiver ended yesterday", sheet, worse, waiver("2026-11-19"), 1,
         "(rows-checked): no, it was mostly"},
        {"waiver ends today", sheet, worse, waiver("2026-11-20"), 0, "(waived)"},
        {"met then, not applicable now", sheet, not_applicable, "", 1,
         "(rows-checked): not-applicable, it was mostly"},
        {"the same, waived", sheet, not_applicable, waiver("2027-01-01"), 0, "(waived)"},
        {"another team", replaced(sheet, "team: T", "team: U"), sheet, "", 0, "[other-team]"},
        {"another team, in the gate too", replaced(sheet, "team: T", "team: U"), sheet, "", 0,
         "the baseline is of another team: U, here T"},
    };
    for (const auto& row : rows) {
        INFO(row.name);
        const Folder folder;
        std::vector<std::string> options = {"--no-regression", folder.file("then.yaml", row.then),
                                            "-f", "json"};
        if (!row.waivers.empty())
            options.insert(options.end(), {"--today", "2026-11-20", "--waivers",
                                           folder.file("w.yaml", row.waivers)});
        const auto outcome = score(folder, options, row.now);
        INFO(outcome.err);
        CHECK(outcome.status == row.status);
        CHECK((outcome.err + outcome.out).find(row.told) != std::string::npos);
        CHECK(outcome.out.empty() == (row.status == 3));
    }
}

TEST_CASE("a report is a baseline by its answers", "[gate]") {
    const Folder folder;
    const auto report = score(folder, {"-f", "json"}).out;
    const auto baseline = folder.file("baseline.json", report);
    const auto gated = [&](const std::string& file, const std::string& answers) {
        return score(folder, {"--no-regression", file}, answers);
    };
    CHECK(gated(baseline, sheet).status == 0);
    CHECK(gated(baseline, replaced(sheet, "rows-checked: mostly", "rows-checked: no")).status == 1);

    // Its figures are of another day: the model moved, and that fails nothing.
    auto moved = nlohmann::json::parse(report);
    moved["assessments"][0]["level"] = 3;
    const auto other = gated(folder.file("moved.json", moved.dump()), sheet);
    CHECK(other.status == 0);
    CHECK(other.err.find("the model moved, not the team") != std::string::npos);

    // Another bar is scored anew on both sides.
    CHECK(score(folder, {"--no-regression", baseline, "--bar", "fully"}).status == 0);

    // A model that is not loaded now, and practices that nobody knows.
    auto unknown = nlohmann::json::parse(report);
    auto second = unknown["assessments"][0];
    second["rubric"]["id"] = "gone";
    unknown["assessments"].push_back(second);
    auto& asked = unknown["assessments"][0]["parameters"][0]["cells"][1]["requirements"];
    asked.push_back(asked[0]);
    asked.back()["practice"] = "of-another-day";
    unknown.erase("answers_given");
    const auto told = gated(folder.file("unknown.json", unknown.dump()), sheet);
    CHECK(told.status == 0);
    CHECK(told.err.find("scored by gone, which is not loaded now [other-models]") !=
          std::string::npos);
    CHECK(told.err.find("of-another-day [answers-passed-over]") != std::string::npos);
}

TEST_CASE("a baseline that is none is refused", "[gate]") {
    const Folder folder;
    for (const auto* broken :
         {"", "{", "[]", "{\"schema\": \"mlops-assess/report/2\"}", "team: T"}) {
        INFO(broken);
        const auto file = folder.file("broken.json", broken);
        const auto outcome = score(folder, {"--no-regression", file});
        CHECK(outcome.status == 3);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find("bad-report") != std::string::npos);
    }
    CHECK(score(folder, {"--no-regression", "no-such.json"}).status == 3);
}

TEST_CASE("waivers count in gates and nowhere else", "[gate]") {
    const Folder folder;
    const auto waive = [&](const std::string& practice, const std::string& expires) {
        return folder.file("waivers.yaml",
                           "schema: mlops-assess/waivers/1\nwaivers:\n  - {practice: " + practice +
                               ", reason: r, owner: Ana, expires: " + expires + "}\n");
    };
    const auto worse = replaced(sheet, "owner-named: {answer: fully", "owner-named: {answer: no");
    const auto level = report(folder, worse)["assessments"][0]["level"].get<int>();
    const auto gate = "contracts=" + std::to_string(level + 1);
    CHECK(score(folder, {"--fail-under", gate}, worse).status == 1);

    const auto waived =
        score(folder,
              {"--fail-under", gate, "--waivers", waive("owner-named", "2026-11-24"), "-f", "json"},
              worse);
    CHECK(waived.status == 0);
    CHECK(nlohmann::json::parse(waived.out)["assessments"][0]["level"] == level);

    // Nothing is an error in code scanning that a waiver lets pass.
    const auto levels = [&](const std::vector<std::string>& more) {
        std::vector<std::string> options = {"--fail-under", gate, "-f", "sarif"};
        options.insert(options.end(), more.begin(), more.end());
        std::size_t errors = 0;
        const auto log = nlohmann::json::parse(score(folder, options, worse).out);
        for (const auto& result : log["runs"][0]["results"]) errors += result["level"] == "error";
        return errors;
    };
    CHECK(levels({}) == 1);
    CHECK(levels({"--waivers", waive("owner-named", "2026-11-24")}) == 0);

    const auto expired = score(
        folder, {"--fail-under", gate, "--waivers", waive("owner-named", "2026-11-23")}, worse);
    CHECK(expired.status == 1);
    CHECK(expired.err.find("expired-waiver") != std::string::npos);

    // Met, or missing beyond what any gate looks at; and no gate at all.
    const auto needless = [&](const std::vector<std::string>& gates, const std::string& practice) {
        auto options = gates;
        options.insert(options.end(), {"--waivers", waive(practice, "2027-01-01")});
        return score(folder, options, worse).err.find("needless-waiver") != std::string::npos;
    };
    CHECK(needless({"--fail-under", "contracts=1"}, "fields-written-down"));
    CHECK(needless({"--fail-under", "contracts=0"}, "owner-named"));
    CHECK(needless({"--min-answered", "100"}, "owner-named"));
    CHECK_FALSE(needless({"--fail-under", gate}, "owner-named"));
    CHECK_FALSE(needless({}, "fields-written-down"));

    CHECK(score(folder, {"--waivers", waive("owner-nmed", "2027-01-01")}).status == 3);
    // The day to count by is that of the clock, or one that is given.
    CHECK(score(folder,
                {"--fail-under", gate, "--waivers", waive("owner-named", "2026-01-31"), "--today",
                 "2026-01-31"},
                worse)
              .status == 0);
}

TEST_CASE("several outcomes at once: unusable before failed", "[gate]") {
    const Folder folder;
    CHECK(score(folder, {"--fail-under", "contracts=3", "-o", "no-such-folder/report.md"}).status ==
          3);
    const auto file = (folder.path / "report.json").string();
    CHECK(score(folder, {"--fail-under", "contracts=3", "-o", file}).status == 1);
    CHECK(nlohmann::json::parse(read_file(file))["gates"][0]["passed"] == false);
}

TEST_CASE("gates that cannot be are usage errors", "[gate]") {
    const Folder folder;
    for (const auto* option : {"contracts", "contracts=", "=1", "contracts=4", "contract=1",
                               "contracts.check=1", "contracts=1,contracts=2"}) {
        INFO(option);
        const auto outcome = score(folder, {"--fail-under", option});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("Markdown is cut by whole sections", "[gate]") {
    const Folder folder;
    const auto whole = score(folder, {"-f", "markdown"}).out;
    for (std::size_t most = 1000; most < whole.size() + 500; most += 97) {
        const auto cut = score(folder, {"-f", "markdown", "--max-bytes", std::to_string(most)}).out;
        INFO(most);
        CHECK(cut.size() <= most);
        if (whole.size() <= most) {
            CHECK(cut == whole);
            continue;
        }
        CHECK(cut.find("bytes") != std::string::npos);
        // What is there is there as a whole.
        const auto last = cut.rfind('\n', cut.size() - 2);
        if (last != std::string::npos) CHECK(whole.starts_with(cut.substr(0, last)));
    }
    CHECK(score(folder, {"--max-bytes", "999"}).status == 2);
}
