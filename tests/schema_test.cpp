#include "model/json_schema.hpp"
#include "model/load.hpp"
#include "model/shipped.hpp"
#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

#include <set>

using namespace mlops_assess;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

json schema(const std::string& name) {
    const auto outcome = run_program({"schema", name});
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

json document(const std::string& file) {
    Diagnostics diagnostics;
    const auto source = make_source(file, read_file(file));
    const auto parsed = parse(*source, diagnostics);
    REQUIRE(parsed != nullptr);
    return as_json(parsed->root);
}

}  // namespace

TEST_CASE("right files are right by their schema", "[schema]") {
    std::vector<std::string> names = {"rubrics/practices.yaml", "rubrics/microsoft.yaml",
                                      "rubrics/google.yaml", "examples/custom-model/rubric.yaml"};
    const auto rubric = schema("rubric");
    std::vector<SchemaCheck> checks = {{schema("catalogue"), document(names[0])}};
    for (std::size_t i = 1; i < names.size(); ++i) checks.push_back({rubric, document(names[i])});
    const auto answers = schema("answers");
    for (const auto* folder :
         {"examples", "examples/portfolio/2026-q1", "examples/portfolio/2026-q2"})
        for (const auto& file : yaml_files(folder)) {
            names.push_back(file);
            checks.push_back({answers, document(file)});
        }
    const auto errors = schema_errors(checks);
    for (std::size_t i = 0; i < errors.size(); ++i) {
        INFO(names[i]);
        CHECK(errors[i].empty());
    }
}

// What a schema can say, it says as the loader does: each mistake of form is refused by both.
TEST_CASE("mistakes of form are mistakes by the schema", "[schema]") {
    const std::set<std::string> by_form = {
        "unknown-key", "missing-key", "wrong-type",      "blank-text", "bad-value",
        "bad-number",  "answer-word", "unknown-context", "bad-id",     "bad-context-value"};
    std::vector<std::string> names;
    std::vector<SchemaCheck> checks;
    for (const auto& file : yaml_files("tests/invalid")) {
        // White space that is not ASCII is no \\S in every engine.
        if (file.find("no-break-space") != std::string::npos) continue;
        const auto findings = json::parse(run_program({"validate", file, "-f", "json"}).out);
        bool is_form = false;
        for (const auto& diagnostic : findings["diagnostics"])
            is_form =
                is_form || (by_form.count(diagnostic["id"]) == 1 && diagnostic["file"] == file);
        Diagnostics diagnostics;
        const auto source = make_source(file, read_file(file));
        const auto parsed = parse(*source, diagnostics);
        if (!is_form || parsed == nullptr || diagnostics.has_errors()) continue;
        const auto kind = kind_of(*parsed, diagnostics);
        REQUIRE(kind);
        const auto* which = *kind == FileKind::answers     ? "answers"
                            : *kind == FileKind::catalogue ? "catalogue"
                                                           : "rubric";
        names.push_back(file);
        checks.push_back({schema(which), as_json(parsed->root)});
    }
    CHECK(checks.size() >= 30);
    const auto errors = schema_errors(checks);
    for (std::size_t i = 0; i < errors.size(); ++i) {
        INFO(names[i]);
        CHECK_FALSE(errors[i].empty());
    }
}

TEST_CASE("the schema of sheets knows every practice with its statement", "[schema]") {
    const auto answers = schema("answers");
    const auto& properties = answers["properties"]["answers"]["properties"];
    CHECK(properties.size() == shipped_catalogue().practices.size());
    CHECK(properties["data-auto-gather"]["description"].get<std::string>().find("A pipeline") == 0);
}
