#include "commands/assess_sheet.hpp"
#include "report/notices.hpp"
#include "report/regression.hpp"
#include "writer/compare/writers.hpp"

namespace mlops_assess {
namespace {

struct Asked {
    std::string before;
    std::vector<std::string> after;
    std::optional<Points> bar;
    const ComparisonFormat* format = &comparison_formats().front();
};

Options options(Asked& asked) {
    return {argument("OLD", "What stood before: an answer sheet or a JSON report", asked.before),
            arguments("NEW", "What stands now, or has stood since", asked.after),
            format_option("text, markdown or json", comparison_formats(), asked.format),
            bar_option(asked.bar)};
}

/// The answers of a file, scored by today's models.
std::optional<Side> load_side(Run& run, const std::string& name, const Models& models,
                              std::optional<Points> bar) {
    const auto answers = run.load_comparable(name, models);
    if (!answers) return std::nullopt;
    auto side = score_side(models, *answers, bar, run.diagnostics);
    if (!side) return side;
    tell_models(*side, run.diagnostics);
    // A report told its other notices when it was written.
    if (answers->models.empty()) tell_notices(side->scored, run.diagnostics);
    return side;
}

ExitStatus run_compare(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    auto files = asked.after;
    files.insert(files.begin(), asked.before);
    std::vector<Side> sides;
    for (const auto& name : files)
        if (auto side = load_side(run, name, *models, asked.bar)) sides.push_back(*std::move(side));
    run.tell_diagnostics();
    if (sides.size() < files.size()) return ExitStatus::unusable;
    return run.print(asked.format->write(side_by_side(std::move(sides)), run.style()));
}

}  // namespace

extern const Command compare_command = {
    "compare", "Compare assessments: what moved, and what changed each level",
    "Each is an answer sheet or an earlier JSON report, of which the answers count: all are\n"
    "scored by today's rubrics. More than two of one team show the trend. Different teams are\n"
    "shown side by side.\n"
    "Examples:\n"
    "  mlops-assess compare q2.yaml q3.yaml\n"
    "  mlops-assess compare q1.yaml q2.yaml q3.yaml q4.yaml\n"
    "  mlops-assess compare baseline.json answers.yaml -f markdown",
    Group::daily, start<Asked, options, run_compare>};

}  // namespace mlops_assess
