#include "commands/assess_sheet.hpp"
#include "writer/compare/writers.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

struct Asked {
    std::string before;
    AssessmentOptions assessment;  ///< its sheet is what stands after
    const ComparisonFormat* format = &comparison_formats().front();
};

Options options(Asked& asked) {
    return joined({{argument("OLD", "What stood before", asked.before),
                    argument("NEW", "What stands now", asked.assessment.answers),
                    format_option("text, markdown or json", comparison_formats(), asked.format)},
                   assessment_options(asked.assessment)});
}

/// Reads what may be a report; any other file is held to the limit of a sheet.
FileRead read_either(Run& run, const std::string& name) {
    FileRead read;
    read.file = run.read(name, report_limit, read.found);
    const auto told = read.found.sorted();
    const bool too_large = read.file != nullptr
                               ? read.file->text.size() > sheet_limit && !is_json_report(*read.file)
                               : std::any_of(told.begin(), told.end(), [](const auto& each) {
                                     return each.id == DiagnosticId::too_large;
                                 });
    if (!too_large) return read;
    read = {};
    add_too_large(name, sheet_limit, read.found);
    return read;
}

/// A sheet scored, or a report read back; whichever the file is.
Result<Snapshot> load_comparable(Run& run, const AssessmentOptions& asked, const Models& models) {
    auto read = read_either(run, asked.answers);
    if (read.file == nullptr || !is_json_report(*read.file))
        return assess_sheet(run, asked, models, std::move(read)).map(snapshot_of);
    auto snapshot = load_snapshot(*read.file, run.diagnostics);
    if (snapshot) return *std::move(snapshot);
    run.tell_diagnostics();
    return tl::unexpected(ExitStatus::unusable);
}

ExitStatus run_compare(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    auto earlier = asked.assessment;
    earlier.answers = asked.before;
    const auto before = load_comparable(run, earlier, *models);
    if (!before) return before.error();
    const auto after = load_comparable(run, asked.assessment, *models);
    if (!after) return after.error();
    return run.print(asked.format->write(compare(*before, *after), run.style()));
}

}  // namespace

extern const Command compare_command = {
    "compare", "Compare two assessments: what moved, and what changed each level",
    "Each is an answer sheet or an earlier JSON report.\n"
    "Examples:\n"
    "  mlops-assess compare q2.yaml q3.yaml\n"
    "  mlops-assess compare baseline.json answers.yaml -f markdown",
    Group::daily, start<Asked, options, run_compare>};

}  // namespace mlops_assess
