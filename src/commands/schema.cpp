#include "writer/schema.hpp"
#include "commands/commands.hpp"
#include "model/json_schema.hpp"
#include "model/shapes.hpp"

#include <algorithm>

namespace mlops_assess {

ExitStatus run_schema(Run& run, const SchemaOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models_or_tell(status);
    if (!models) return status;
    if (options.name == "catalogue") return run.print(json_schema(catalogue_shape));
    if (options.name == "rubric") return run.print(json_schema(rubric_shape));
    if (options.name == "waivers") return run.print(json_schema(waivers_shape));
    if (options.name == "report") return run.print(report_schema());
    return run.print(answers_json_schema(models->catalogues));
}

}  // namespace mlops_assess
