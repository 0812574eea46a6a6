#include "writer/schema.hpp"

#include "commands/run.hpp"
#include "model/json_schema.hpp"
#include "model/shapes.hpp"

namespace mlops_assess {
namespace {

struct Schema {
    std::string_view name;
    /// Of a file; null: of a document that the program writes.
    std::string (*of_file)(const Models&) = nullptr;
};

constexpr Schema schemas[] = {
    {"answers", [](const Models& models) { return answers_json_schema(models.catalogues); }},
    {"catalogue", [](const Models&) { return json_schema(catalogue_shape); }},
    {"rubric", [](const Models&) { return json_schema(rubric_shape); }},
    {"waivers", [](const Models&) { return json_schema(waivers_shape); }},
    {"report"},
    {"result"},
    {"plan"},
    {"comparison"},
    {"portfolio"},
    {"merge"},
    {"targets"},
    {"diagnostics"},
};

struct Asked {
    const Schema* schema = nullptr;
};

Options options(Asked& asked) { return {choice("", "NAME", "{}", schemas, asked.schema)}; }

ExitStatus run_schema(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    const auto& schema = *asked.schema;
    return run.print(schema.of_file != nullptr ? schema.of_file(*models)
                                               : output_schema(schema.name));
}

}  // namespace

extern const Command schema_command = {
    "schema", "Print the JSON Schema (draft-07) of a file or of a JSON document",
    "The first four are files. The others are what score, plan, compare, portfolio,\n"
    "merge, target and validate print with `-f json`; result is a line of\n"
    "`score --stream`. They allow what this release writes and nothing else.\n"
    "\n"
    "Example:\n"
    "  mlops-assess schema answers > answers.schema.json",
    Group::setup, start<Asked, options, run_schema>};

}  // namespace mlops_assess
