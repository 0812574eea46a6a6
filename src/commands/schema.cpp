#include "writer/schema.hpp"

#include "commands/run.hpp"
#include "model/json_schema.hpp"
#include "model/shapes.hpp"

namespace mlops_assess {
namespace {

struct Schema {
    std::string_view name;
    std::string (*write)(const Models&);
};

constexpr Schema schemas[] = {
    {"answers", [](const Models& models) { return answers_json_schema(models.catalogues); }},
    {"catalogue", [](const Models&) { return json_schema(catalogue_shape); }},
    {"rubric", [](const Models&) { return json_schema(rubric_shape); }},
    {"waivers", [](const Models&) { return json_schema(waivers_shape); }},
    {"report", [](const Models&) { return std::string(report_schema()); }},
    {"result", [](const Models&) { return std::string(result_schema()); }},
};

struct Asked {
    const Schema* schema = nullptr;
};

Options options(Asked& asked) {
    return {choice("", "NAME", "answers, catalogue, rubric, waivers, report or result", schemas,
                   asked.schema)};
}

ExitStatus run_schema(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    return models ? run.print(asked.schema->write(*models)) : models.error();
}

}  // namespace

extern const Command schema_command = {
    "schema", "Print the JSON Schema (draft-07) of a file, a report or a result",
    "Example:\n"
    "  mlops-assess schema answers > answers.schema.json",
    Group::setup, start<Asked, options, run_schema>};

}  // namespace mlops_assess
