#include "commands/commands.hpp"
#include "report/comparison.hpp"
#include "report/gate.hpp"
#include "system/output.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

constexpr std::size_t most_summary_bytes = std::size_t{1} << 20;  ///< what GitHub takes

/// A file to be written and its format.
struct Output {
    std::string file;
    const Format* format;
};

/// `json:report`, `report.md`. None, with what is wrong, for anything else.
std::optional<Output> read_output(const std::string& text, std::string& wrong) {
    std::vector<std::string_view> names;
    for (const auto& format : formats()) names.push_back(format.name);
    if (const auto colon = text.find(':'); colon != std::string::npos) {
        const auto prefix = text.substr(0, colon);
        if (const auto* format = find_format(prefix)) {
            if (colon + 1 < text.size()) return Output{text.substr(colon + 1), format};
            wrong = fmt::format("-o {}: the file's name is missing", text);
            return std::nullopt;
        }
        if (const auto hint = did_you_mean(prefix, names); !hint.empty()) {
            wrong = fmt::format("-o {}: unknown format \"{}\", {}", text, prefix, hint);
            return std::nullopt;
        }
    }
    if (const auto* format = find_format_by_ending(text)) return Output{text, format};
    std::vector<std::string_view> endings;
    for (const auto& format : formats())
        if (!format.ending.empty()) endings.push_back(format.ending);
    wrong = fmt::format("-o {}: no format has this ending; use {}, or a prefix such as markdown:{}",
                        text, fmt::join(endings, ", "), text);
    return std::nullopt;
}

bool write_outputs(const Run& run, const std::vector<Output>& outputs, const Report& report,
                   const Style& wanted) {
    Style style;
    style.plain = wanted.plain;
    style.max_bytes = wanted.max_bytes;
    bool written = true;
    for (const auto& [file, format] : outputs) {
        const auto failure = write_file(file, format->write(report, style), Existing::replace);
        if (failure.empty()) continue;
        run.tell(fmt::format("{}: error: cannot write this file: {}", visible(file), failure));
        written = false;
    }
    return written;
}

/// What the pipeline demands, with all that it refers to.
struct Asked {
    std::optional<Snapshot> no_regression;
    std::optional<Snapshot> baseline;
    std::optional<WaiverList> waivers;
};

/// The files that gates need. False when one of them is unusable; then it is in the diagnostics.
bool load_asked(Run& run, const ScoreOptions& options, const Models& models, Asked& asked) {
    if (!options.no_regression.empty())
        asked.no_regression = run.load_report(options.no_regression);
    if (options.baseline == options.no_regression)
        asked.baseline = asked.no_regression;
    else if (!options.baseline.empty())
        asked.baseline = run.load_report(options.baseline);
    if (!options.waivers.empty()) {
        const auto file = run.read(options.waivers, sheet_limit, run.diagnostics);
        const auto document = file != nullptr ? parse(*file, run.diagnostics) : nullptr;
        if (document != nullptr && is_kind(*document, FileKind::waivers, run.diagnostics))
            asked.waivers = load_waivers(*document, models, run.diagnostics);
    }
    return !run.diagnostics.has_errors();
}

/// The gates on levels; what is wrong with one ends up in `wrong`.
std::vector<LevelGate> level_gates(const std::vector<AskedGate>& asked, const Models& models,
                                   std::string& wrong) {
    std::vector<LevelGate> gates;
    for (const auto& each : asked) {
        const auto* option = each.evidenced ? "--fail-under-evidenced" : "--fail-under";
        wrong = wrong_levels(option, {{each.model, each.level}}, models);
        if (!wrong.empty()) return {};
        std::size_t index = 0;
        while (models.rubrics[index]->id != each.model) ++index;
        LevelGate gate{index, std::nullopt, each.level, each.evidenced};
        const auto& parameters = models.rubrics[index]->catalogue->parameters;
        std::vector<std::string_view> names;
        for (std::uint32_t p = 0; p < parameters.size(); ++p) {
            names.push_back(parameters[p].id);
            if (parameters[p].id == each.parameter) gate.parameter = p;
        }
        if (!each.parameter.empty() && !gate.parameter) {
            auto hint = did_you_mean(each.parameter, names);
            if (hint.empty()) hint = fmt::format("parameters: {}", fmt::join(names, ", "));
            wrong = fmt::format("{} {}.{}: no such parameter; {}", option, each.model,
                                each.parameter, hint);
            return {};
        }
        for (const auto& other : gates)
            if (other.assessment == gate.assessment && other.parameter == gate.parameter &&
                other.evidenced == gate.evidenced)
                wrong = fmt::format("{} {}{}{} is given twice", option, each.model,
                                    each.parameter.empty() ? "" : ".", each.parameter);
        if (!wrong.empty()) return {};
        gates.push_back(gate);
    }
    return gates;
}

/// What is wrong with comparing these; empty when nothing is.
std::string other_bar(const Snapshot& baseline, const Scored& scored) {
    for (const auto& a : scored.assessments)
        if (const auto* then = baseline.find(a.rubric->id); then != nullptr && then->bar != a.bar)
            return fmt::format(
                "--no-regression {}: its bar for {} is {}, here it is {}; use --bar {}",
                baseline.file, a.rubric->id, word_for_points(then->bar), word_for_points(a.bar),
                word_for_points(then->bar));
    return {};
}

void tell_failed_gates(const Run& run, const std::vector<GateResult>& gates) {
    for (const auto& gate : gates) {
        if (gate.passed) continue;
        run.tell(visible(fmt::format("mlops-assess: gate failed: {}: required {}; found {}",
                                     gate.name, gate.required, gate.found)));
        for (const auto& item : gate.because) run.tell("  " + visible(item));
    }
}

/// Appends the Markdown report to the job's summary; what went wrong, or nothing.
std::string append_summary(const Run& run, const Report& report, const Style& style) {
    const auto file = run.environment("GITHUB_STEP_SUMMARY");
    auto bounded = style;
    bounded.max_bytes = style.max_bytes.value_or(most_summary_bytes);
    const auto failure = append_to_file(file, write_markdown(report, bounded));
    return failure.empty()
               ? ""
               : fmt::format("{}: error: cannot write this file: {}", visible(file), failure);
}

}  // namespace

ExitStatus run_score(Run& run, const ScoreOptions& options) {
    std::vector<Output> outputs;
    for (const auto& text : options.outputs) {
        std::string wrong;
        const auto output = read_output(text, wrong);
        if (!output) return run.usage_error(wrong);
        outputs.push_back(*output);
    }
    if (options.summary && run.environment("GITHUB_STEP_SUMMARY").empty())
        return run.usage_error("--summary needs the variable GITHUB_STEP_SUMMARY, a file's name");
    ExitStatus status{};
    const auto models = run.load_models(status);
    if (!models) return status;
    const bool models_are_right = !run.diagnostics.has_errors();
    std::string wrong;
    const auto gates =
        models_are_right ? level_gates(options.gates, *models, wrong) : std::vector<LevelGate>();
    if (!wrong.empty()) return run.usage_error(wrong);
    Asked asked;
    const bool asked_is_right = !models_are_right || load_asked(run, options, *models, asked);
    auto scored = assess_sheet(run, options.assessment, *models, status);
    if (!scored) return status;
    if (!asked_is_right) return ExitStatus::unusable;
    if (asked.waivers && scored->date.empty())
        return run.usage_error(
            "--waivers needs the date of the assessment: add --date, or `date:` to the sheet");
    if (asked.no_regression)
        if (wrong = other_bar(*asked.no_regression, *scored); !wrong.empty())
            return run.usage_error(wrong);

    std::vector<std::string> files;
    for (const auto& output : outputs) files.push_back(output.file);
    if (wrong = clash(files, run.inputs()); !wrong.empty()) return run.usage_error(wrong);

    Demands demands{
        gates, options.min_answered, asked.no_regression ? &*asked.no_regression : nullptr, {}};
    if (asked.waivers) {
        Diagnostics told;
        demands.waivers = counting_waivers(*asked.waivers, *scored, told);
        run.tell(told);
    }
    const auto& since = asked.baseline ? asked.baseline : asked.no_regression;
    const auto report = make_report(std::move(*scored), demands, since ? &*since : nullptr,
                                    arguments_of(run, options.assessment));

    auto style = run.style();
    style.plain = options.plain;
    style.max_bytes = options.max_bytes;
    const auto text = find_format(options.format)->write(report, style);
    bool written = write_outputs(run, outputs, report, style);
    if (options.summary)
        if (const auto failure = append_summary(run, report, style); !failure.empty()) {
            run.tell(failure);
            written = false;
        }
    tell_failed_gates(run, report.gates.results);
    if (!written) return ExitStatus::unusable;
    if (const auto printed = run.print(text); printed != ExitStatus::done) return printed;
    return report.gates.passed() ? ExitStatus::done : ExitStatus::gate_failed;
}

}  // namespace mlops_assess
