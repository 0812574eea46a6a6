#include "commands/assess_sheet.hpp"
#include "commands/gate_options.hpp"
#include "commands/outputs.hpp"
#include "commands/stream.hpp"
#include "report/regression.hpp"
#include "system/output.hpp"

namespace mlops_assess {
namespace {

constexpr int least_max_bytes = 1000;

struct Asked {
    AssessmentOptions assessment;
    bool stream = false;  ///< records on stdin instead of a sheet
    AskedGates gates;
    const Format* format = &formats().front();
    std::vector<std::string> outputs;  ///< [FORMAT:]FILE
    std::string baseline;              ///< a file to show changes since; empty: none
    bool brief = false;
    std::optional<int> max_bytes;  ///< of markdown
};

Options options(Asked& asked) {
    auto answers =
        argument("ANSWERS", "The answer sheet (YAML); - is stdin", asked.assessment.answers);
    answers.required = false;
    answers.unless = "--stream";
    auto stream = flag("--stream", "Score JSON sheets, one a line of stdin; a JSON result a line",
                       asked.stream);
    stream.excludes = {
        "ANSWERS",        "--format",        "--output",  "--fail-under", "--fail-under-evidenced",
        "--min-answered", "--no-regression", "--waivers", "--baseline",   "--brief",
        "--max-bytes"};
    return joined(
        {{answers,
          format_option("Format of the report on stdout: {} (default: text)", formats(),
                        asked.format),
          output_option(asked.outputs)},
         assessment_options(asked.assessment),
         gate_options(asked.gates,
                      "Fail when anything is worse than in this earlier sheet or JSON report"),
         {{"--baseline", "FILE", "Show what changed since this earlier sheet or JSON report",
           Takes::file, keep(asked.baseline)},
          flag("--brief", "Text of 12 lines; Markdown and HTML of two pages", asked.brief),
          number_option("--max-bytes", "N",
                        "Leave out the last sections of Markdown beyond N bytes", asked.max_bytes,
                        least_max_bytes, 1'000'000'000, "a whole number from 1000 to 1000000000"),
          stream}});
}

bool write_outputs(const Run& run, const std::vector<Output>& outputs, const Report& report,
                   const Style& wanted) {
    Style style;
    style.brief = wanted.brief;
    style.max_bytes = wanted.max_bytes;
    bool written = true;
    for (const auto& [file, format] : outputs) {
        const auto text = format->write(report, style);
        written = write_output(run, file, [&](const Emit& emit) { emit(text); }) && written;
    }
    return written;
}

/// The files that gates refer to.
struct Referred {
    std::optional<ReportedAnswers> no_regression;
    std::optional<ReportedAnswers> baseline;
    std::optional<WaiverList> waivers;
};

/// What is unusable of them is in the diagnostics.
Referred load_referred(Run& run, const Asked& asked, const Models& models) {
    Referred referred;
    if (!asked.gates.no_regression.empty())
        referred.no_regression = run.load_comparable(asked.gates.no_regression, models);
    if (!asked.baseline.empty() && asked.baseline != asked.gates.no_regression)
        referred.baseline = run.load_comparable(asked.baseline, models);
    referred.waivers = load_asked_waivers(run, asked.gates, models);
    return referred;
}

/// What a sheet is compared with.
struct Baselines {
    std::optional<Side> no_regression;
    std::optional<Side> baseline;

    /// What changes are shown against; null where nothing was asked for.
    const Side* since() const {
        return baseline ? &*baseline : no_regression ? &*no_regression : nullptr;
    }
};

/// Scores what the sheet is compared with. What is unusable of it is in the diagnostics.
Baselines score_baselines(const Referred& referred, const Models& models, const Scored& scored,
                          std::optional<Points> bar, Diagnostics& found) {
    Baselines baselines;
    const auto score = [&](const auto& answers, bool is_gate, auto& to) {
        if (!answers) return;
        to = score_side(models, *answers, bar, found);
        if (to) tell_baseline(*to, scored, is_gate, found);
    };
    score(referred.no_regression, true, baselines.no_regression);
    score(referred.baseline, false, baselines.baseline);
    return baselines;
}

bool can_be_brief(const Asked& asked, const std::vector<Output>& outputs) {
    return asked.format->can_be_brief || std::ranges::any_of(outputs, [](const Output& each) {
               return each.format->can_be_brief;
           });
}

/// Writes the report to where it was asked for, and tells whether its gates passed.
ExitStatus deliver(const Run& run, const Asked& asked, const std::vector<Output>& outputs,
                   const Report& report) {
    auto style = run.style();
    style.brief = asked.brief;
    if (asked.max_bytes) style.max_bytes = static_cast<std::size_t>(*asked.max_bytes);
    const auto text = asked.format->write(report, style);
    const bool written = write_outputs(run, outputs, report, style);
    tell_failed_gates(run, report.gates.results);
    if (!written) return ExitStatus::unusable;
    if (const auto printed = run.print(text); printed != ExitStatus::done) return printed;
    return report.gates.passed() ? ExitStatus::done : ExitStatus::gate_failed;
}

// One step after the other, each of which may end the run.
ExitStatus run_score(Run& run, const Asked& asked) {
    if (asked.stream) return run_stream(run, asked.assessment);
    const auto outputs = read_outputs(asked.outputs, format_names());
    if (!outputs) return run.usage_error(outputs.error());
    if (asked.brief && !can_be_brief(asked, *outputs))
        return run.usage_error("--brief is for text, markdown and html");
    const auto models = run.load_models();
    if (!models) return models.error();
    Checked<std::vector<LevelGate>> gates;
    Referred referred;
    if (!run.diagnostics.has_errors()) {
        gates = level_gates(asked.gates, *models);
        if (!gates) return run.usage_error(gates.error());
        referred = load_referred(run, asked, *models);
    }
    const bool referred_is_right = !run.diagnostics.has_errors();
    auto assessment = asked.assessment;
    assessment.ages = !asked.gates.waivers.empty();
    auto scored = assess_sheet(run, assessment, *models);
    if (!scored) return scored.error();
    if (!referred_is_right) return ExitStatus::unusable;
    Diagnostics told;
    const auto baselines = score_baselines(referred, *models, *scored, asked.assessment.bar, told);
    std::vector<std::string> files;
    for (const auto& output : *outputs) files.push_back(output.file);
    if (const auto wrong = clash(files, run.inputs()); !wrong.empty())
        return run.usage_error(wrong);

    if (told.has_errors()) {
        run.tell(told);
        return ExitStatus::unusable;
    }
    const Demands demands{*gates, asked.gates.min_answered,
                          baselines.no_regression ? &*baselines.no_regression : nullptr,
                          referred.waivers.value_or(WaiverList())};
    const auto path = path_from_here(scored->sheet.source->name);
    auto arguments = arguments_of(run, asked.assessment, scored->rules);
    const auto report =
        make_report(*std::move(scored), demands, baselines.since(), std::move(arguments), path);
    if (referred.waivers) tell_waivers(report.gates.waiving, *referred.waivers->source, told);
    run.tell(told);
    return deliver(run, asked, *outputs, report);
}

}  // namespace

extern const Command score_command = {
    "score", "Score an answer sheet and report levels, gaps and what to do next",
    "Examples:\n"
    "  mlops-assess score answers.yaml\n"
    "  mlops-assess score answers.yaml -f json | jq '.assessments[0].level'\n"
    "  mlops-assess score answers.yaml -o report.md -o report.json\n"
    "  mlops-assess score answers.yaml --target microsoft=3 --target google=1\n"
    "  mlops-assess score answers.yaml --rubric my-model.yaml\n"
    "  mlops-assess score --stream < records.ndjson > results.ndjson",
    Group::daily, start<Asked, options, run_score>};

}  // namespace mlops_assess
