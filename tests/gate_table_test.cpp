#include "support/catch.hpp"
#include "support/program.hpp"

#include <nlohmann/json.hpp>

/// What each gate says and does, case by case.
namespace {

const std::string model = R"(schema: mlops-assess/rubric/1
id: tiny
title: Tiny
version: 1.0.0
parameters:
  - {id: p, title: P}
  - {id: q, title: Q}
  - {id: r, title: R}
practices:
  - {id: a, parameter: p, statement: s, why: w, evidence: [e], deliverable: d, success: s, effort: S}
  - {id: b, parameter: p, statement: s, why: w, evidence: [e], deliverable: d, success: s, effort: S}
  - {id: c, parameter: q, statement: s, why: w, evidence: [e], deliverable: d, success: s, effort: S}
  - {id: d, parameter: r, statement: s, why: w, evidence: [e], deliverable: d, success: s, effort: S,
     not_applicable: n}
levels:
  - {level: 0, name: N, summary: S}
  - {level: 1, name: O, summary: S}
  - {level: 2, name: T, summary: S}
cells:
  p:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [a]}
    - {level: 2, describes: d, requires: [b]}
  q:
    - {level: 0, describes: d}
    - {level: 1, describes: d}
    - {level: 2, describes: d, requires: [c]}
  r:
    - {level: 0, describes: d}
    - {level: 1, describes: d, requires: [d]}
    - {level: 2, describes: d}
)";

/// A sheet of 20 November 2026; all but `b` is met.
std::string sheet(const std::string& b) {
    return "team: T\ndate: 2026-11-20\nanswers:\n  a: {answer: fully, evidence: e}\n  b: " + b +
           "\n  c: {answer: fully, evidence: e}\n  d: {answer: n/a, note: n}\n";
}

struct Row {
    std::string name;
    std::string b;  ///< the answer to it
    std::string gate;
    std::string waived_until;  ///< `b` is; empty: it is not
    bool passes;
    std::string found;
    std::vector<std::string> because;
};

void check_rows(const std::string& option, const std::vector<Row>& rows) {
    const Folder folder;
    const auto rubric = folder.file("tiny.yaml", model);
    for (const auto& row : rows) {
        INFO(option << ": " << row.name);
        std::vector<std::string> arguments = {"score",    folder.file("answers.yaml", sheet(row.b)),
                                              "--today",  "2026-11-20",
                                              "--rubric", rubric,
                                              option,     row.gate,
                                              "-f",       "json"};
        if (option == "--fail-under-evidenced")
            arguments.insert(arguments.end(), {"--max-age", "30"});
        if (!row.waived_until.empty())
            arguments.insert(
                arguments.end(),
                {"--waivers", folder.file("waivers.yaml",
                                          "schema: mlops-assess/waivers/1\nwaivers:\n"
                                          "  - {practice: b, reason: moving, owner: Ana, "
                                          "approved_by: the board, expires: " +
                                              row.waived_until + "}\n")});
        const auto outcome = run_program(arguments);
        CHECK(outcome.status == (row.passes ? 0 : 1));
        const auto gate = nlohmann::json::parse(outcome.out)["gates"][0];
        CHECK(gate["name"] == option + " " + row.gate);
        CHECK(gate["passed"] == row.passes);
        CHECK(gate["found"] == row.found);
        CHECK(gate["because"] == row.because);
        CHECK((outcome.err.find("[expired-waiver]") != std::string::npos) ==
              (row.waived_until == "2026-11-19"));
    }
}

const std::string told = "d (b): waived until 2026-11-20 by Ana, approved by the board: moving";

}  // namespace

TEST_CASE("--fail-under, case by case", "[gate_table]") {
    check_rows(
        "--fail-under",
        {{"nothing to compare",
          "no",
          "tiny.q=1",
          "",
          true,
          "level 2; nothing applies up to level 1",
          {}},
         {"not assessed",
          "no",
          "tiny.r=1",
          "",
          false,
          "not assessed: none of its requirements applies",
          {}},
         {"equal", "no", "tiny=1", "", true, "level 1", {}},
         {"above", "fully", "tiny=1", "", true, "level 2", {}},
         {"below", "no", "tiny=2", "", false, "level 1", {"Tiny 2: d (b): no, needed: mostly"}},
         {"waived",
          "no",
          "tiny=2",
          "2027-01-31",
          true,
          "level 1, with waivers 2",
          {"d (b): waived until 2027-01-31 by Ana, approved by the board: moving"}},
         {"waiver ended yesterday",
          "no",
          "tiny=2",
          "2026-11-19",
          false,
          "level 1",
          {"Tiny 2: d (b): no, needed: mostly (its waiver ended on 2026-11-19)"}},
         {"waiver ends today",
          "no",
          "tiny=2",
          "2026-11-20",
          true,
          "level 1, with waivers 2",
          {told}}});
}

TEST_CASE("--fail-under-evidenced, case by case", "[gate_table]") {
    const std::string old = "{answer: fully, evidence: e, date: 2026-10-20}";
    const std::string reason =
        "Tiny 2: d (b): fully without evidence that counts (d (b) of 2026-10-20 is older than 30 "
        "days), "
        "needed: mostly";
    check_rows("--fail-under-evidenced",
               {{"nothing to compare",
                 old,
                 "tiny.q=1",
                 "",
                 true,
                 "level 2; nothing applies up to level 1",
                 {}},
                {"not assessed",
                 old,
                 "tiny.r=1",
                 "",
                 false,
                 "not assessed: none of its requirements applies",
                 {}},
                {"equal", old, "tiny=1", "", true, "level 1", {}},
                {"above",
                 "{answer: fully, evidence: e, date: 2026-10-21}",
                 "tiny=1",
                 "",
                 true,
                 "level 2",
                 {}},
                {"below", old, "tiny=2", "", false, "level 1", {reason}},
                {"no evidence at all",
                 "fully",
                 "tiny=2",
                 "",
                 false,
                 "level 1",
                 {"Tiny 2: d (b): fully without evidence that counts, needed: mostly"}},
                {"waived",
                 old,
                 "tiny=2",
                 "2027-01-31",
                 true,
                 "level 1, with waivers 2",
                 {"d (b): waived until 2027-01-31 by Ana, approved by the board: moving"}},
                {"waiver ended yesterday",
                 old,
                 "tiny=2",
                 "2026-11-19",
                 false,
                 "level 1",
                 {reason + " (its waiver ended on 2026-11-19)"}},
                {"waiver ends today",
                 old,
                 "tiny=2",
                 "2026-11-20",
                 true,
                 "level 1, with waivers 2",
                 {told}}});
}

TEST_CASE("--min-answered, case by case", "[gate_table]") {
    const std::vector<std::string> open = {"Tiny: d (b): not answered"};
    check_rows(
        "--min-answered",
        {{"nothing to compare", "unknown", "0", "", true, "Tiny: 2 of 3 (66 %)", {}},
         {"equal", "unknown", "66", "", true, "Tiny: 2 of 3 (66 %)", {}},
         {"above", "no", "66", "", true, "Tiny: 3 of 3 (100 %)", {}},
         {"below", "unknown", "67", "", false, "Tiny: 2 of 3 (66 %)", open},
         {"waived", "unknown", "67", "2027-01-31", false, "Tiny: 2 of 3 (66 %)", open},
         {"waiver ended yesterday", "unknown", "67", "2026-11-19", false, "Tiny: 2 of 3 (66 %)",
          open},
         {"waiver ends today", "unknown", "67", "2026-11-20", false, "Tiny: 2 of 3 (66 %)", open}});
}

TEST_CASE("a waiver covers every level of its practice, and credits nothing", "[gate_table]") {
    const Folder folder;
    const auto answers = folder.file("answers.yaml",
                                     "team: T\ndate: 2026-11-20\nanswers:\n"
                                     "  versioned: no\n  built-by-machine: no\n");
    const auto gate = [&](const std::string& level) {
        return run_program(
            {"score", answers, "--today", "2026-11-20", "--rubric",
             "tests/sheets/models/features.yaml", "--fail-under", "small.build=" + level, "-f",
             "json", "--waivers",
             folder.file("waivers.yaml",
                         "schema: mlops-assess/waivers/1\nwaivers:\n  - {practice: "
                         "built-by-machine, reason: r, owner: o, expires: 2026-11-20}\n")});
    };
    // What it would imply is missing all the same.
    const auto first = nlohmann::json::parse(gate("1").out)["gates"][0];
    CHECK(first["because"] ==
          std::vector<std::string>{"Small 1: Repository (versioned): no, needed: mostly"});
    // Waived once where level 2 asks for it, and once more, fully, at level 3.
    const auto third = nlohmann::json::parse(gate("3").out)["gates"][0];
    CHECK(third["because"] ==
          std::vector<std::string>{
              "Build server (built-by-machine): waived until 2026-11-20 by o: r",
              "Small 1: Repository (versioned): no, needed: mostly",
              "Small 3: Reproducible build (reproducible): unanswered, needed: fully"});
}

TEST_CASE("waived requirements are suppressed, skipped and named", "[gate_table]") {
    const Folder folder;
    const auto run = [&](const std::string& format) {
        return run_program({"score", folder.file("answers.yaml", sheet("no")), "--today",
                            "2026-11-20", "--rubric", folder.file("tiny.yaml", model),
                            "--fail-under", "tiny=2", "-f", format, "--waivers",
                            folder.file("waivers.yaml",
                                        "schema: mlops-assess/waivers/1\nwaivers:\n"
                                        "  - {practice: b, reason: moving, owner: Ana, "
                                        "approved_by: the board, expires: 2026-11-20}\n")})
            .out;
    };
    const std::string words = "aived until 2026-11-20 by Ana, approved by the board: moving";
    const auto results = nlohmann::json::parse(run("sarif"))["runs"][0]["results"];
    REQUIRE(results.size() == 1);
    CHECK(results[0]["level"] == "note");
    CHECK(results[0]["suppressions"][0]["justification"] == "W" + words);
    CHECK(run("junit").find("<testcase name=\"level 2: b\"") != std::string::npos);
    CHECK(run("junit").find("<skipped message=\"w" + words +
                            "; answered no; Tiny 2 needs mostly") != std::string::npos);
    CHECK(run("github").find("title=waived%3A d (b)::W" + words + ". ") != std::string::npos);
    CHECK(run("github").find("::warning") == std::string::npos);
}
