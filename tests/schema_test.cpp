#include "report/schema.hpp"
#include "json_schema.hpp"
#include "shipped.hpp"
#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

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
    const auto parsed = parse(source, diagnostics);
    REQUIRE(parsed != nullptr);
    return as_json(parsed->root);
}

/// The same schema, in which no object may have keys that it does not name.
void close(json& schema) {
    if (schema.is_object()) {
        if (schema.contains("properties") && !schema.contains("additionalProperties"))
            schema["additionalProperties"] = false;
        for (auto& [key, value] : schema.items()) close(value);
    } else if (schema.is_array()) {
        for (auto& value : schema) close(value);
    }
}

std::vector<std::string> files(const std::string& folder) {
    fs::current_path(SOURCE_FOLDER);
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().generic_string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("right files are right by their schema", "[schema]") {
    CHECK(schema_errors(schema("catalogue"), document("rubrics/practices.yaml")).empty());
    for (const auto* file : {"rubrics/microsoft.yaml", "rubrics/google.yaml"})
        CHECK(schema_errors(schema("rubric"), document(file)).empty());
    const auto answers = schema("answers");
    for (const auto& file : files("examples")) {
        const auto yaml = document(file);
        if (!yaml.contains("answers")) continue;
        INFO(file);
        CHECK(schema_errors(answers, yaml).empty());
    }
}

/// What a schema can say, it says as the loader does: each mistake of form is refused by both.
TEST_CASE("mistakes of form are mistakes by the schema", "[schema]") {
    constexpr std::string_view by_form[] = {
        "unknown-key",     "missing-key",       "wrong-type",  "blank-text",
        "bad-value",       "bad-number",        "answer-word", "unknown-practice",
        "unknown-context", "bad-context-value", "bad-id"};
    int refused = 0;
    for (const auto& file : files("tests/invalid")) {
        const auto outcome = run_program({"validate", file, "-f", "json"});
        std::string name;
        const auto findings = json::parse(outcome.out);
        for (const auto& diagnostic : findings["diagnostics"])
            for (const auto id : by_form)
                if (diagnostic["id"] == id && diagnostic["file"] == file) name = file;
        if (name.empty()) continue;
        Diagnostics diagnostics;
        const auto source = make_source(file, read_file(file));
        const auto parsed = parse(source, diagnostics);
        if (parsed == nullptr || diagnostics.has_errors()) continue;
        const auto yaml = as_json(parsed->root);
        const auto kind = kind_of(*parsed, diagnostics);
        REQUIRE(kind);
        // Links to ids that are not there are beyond a schema of catalogues and rubrics.
        const bool linked = outcome.out.find("unknown-practice") != std::string::npos;
        const auto* which = *kind == FileKind::answers     ? "answers"
                            : *kind == FileKind::catalogue ? "catalogue"
                                                           : "rubric";
        if (*kind != FileKind::answers && linked) continue;
        if (file.find("no-break-space") != std::string::npos) continue;  // a blank is not \S there
        INFO(file);
        CHECK_FALSE(schema_errors(schema(which), yaml).empty());
        ++refused;
    }
    CHECK(refused >= 25);
}

TEST_CASE("every report is right by its schema, with no key that it does not name", "[schema]") {
    auto strict = json::parse(report_schema());
    const auto open = strict;
    close(strict);
    int reports = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_FOLDER) / "tests/golden")) {
        const auto text = fs::exists(entry.path() / "out") ? read_file(entry.path() / "out") : "";
        if (text.find("mlops-assess/report/1") == std::string::npos || text[0] != '{' ||
            text.find("json-schema.org") != std::string::npos)
            continue;
        INFO(entry.path().string());
        const auto report = json::parse(text);
        CHECK(schema_errors(strict, report).empty());
        CHECK(schema_errors(open, report).empty());
        auto broken = report;
        broken["assessments"][0].erase("level");
        CHECK_FALSE(schema_errors(open, broken).empty());
        ++reports;
    }
    CHECK(reports >= 7);
}

TEST_CASE("the schema of sheets knows every practice with its statement", "[schema]") {
    const auto properties = schema("answers")["properties"]["answers"]["properties"];
    CHECK(properties.size() == shipped_catalogue().practices.size());
    CHECK(properties["data-auto-gather"]["description"].get<std::string>().find("A pipeline") == 0);
}
