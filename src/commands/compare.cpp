#include "commands/commands.hpp"
#include "writer/compare/writers.hpp"

namespace mlops_assess {

std::optional<Snapshot> load_comparable(Run& run, const AssessmentOptions& options,
                                        const Models& models, ExitStatus& status) {
    // What cannot be read is told by whoever reads it for good.
    const auto file = run.peek(options.answers, report_limit);
    if (file != nullptr && is_json_report(*file)) {
        auto snapshot = load_snapshot(*file, run.diagnostics);
        status = ExitStatus::unusable;
        if (!snapshot) run.tell_diagnostics();
        return snapshot;
    }
    const auto scored = assess_sheet(run, options, models, status);
    return scored ? std::optional(snapshot_of(*scored)) : std::nullopt;
}

ExitStatus run_compare(Run& run, const CompareOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models_or_tell(status);
    if (!models) return status;
    auto earlier = options.assessment;
    earlier.answers = options.before;
    earlier.date.clear();
    const auto before = load_comparable(run, earlier, *models, status);
    if (!before) return status;
    const auto after = load_comparable(run, options.assessment, *models, status);
    if (!after) return status;
    const auto comparison = compare(*before, *after);
    for (const auto& format : comparison_formats())
        if (format.name == options.format) return run.print(format.write(comparison, run.style()));
    return ExitStatus::internal;
}

}  // namespace mlops_assess
