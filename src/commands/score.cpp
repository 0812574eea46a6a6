#include "commands/assess_sheet.hpp"
#include "model/dotted.hpp"
#include "model/shapes.hpp"
#include "report/regression.hpp"
#include "system/output.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

namespace mlops_assess {
namespace {

constexpr int least_max_bytes = 1000;

struct Asked {
    AssessmentOptions assessment;
    const Format* format = &formats().front();
    std::vector<std::string> outputs;   ///< [FORMAT:]FILE
    std::vector<AskedLevel> gates;      ///< of a model or of a parameter of it
    std::vector<AskedLevel> evidenced;  ///< the same, counting only answers that cite evidence
    std::optional<int> min_answered;    ///< percent
    std::string no_regression;          ///< a file; empty: not asked for
    std::string baseline;               ///< a file to show changes since; empty: none
    std::string waivers;                ///< a file; empty: none
    bool brief = false;
    std::optional<int> max_bytes;  ///< of markdown
};

/// What a pipeline may demand.
Options gate_options(Asked& asked) {
    return {
        levels_option("--fail-under", "Fail when a level is lower; for example google.ci=1",
                      asked.gates, Takes::gate),
        levels_option("--fail-under-evidenced",
                      "The same, counting only answers that cite evidence", asked.evidenced,
                      Takes::gate),
        number_option("--min-answered", "PERCENT",
                      "Fail when less of a rubric's practices is answered", asked.min_answered, 0,
                      100, "a whole number from 0 to 100"),
        {"--no-regression", "BASELINE",
         "Fail when anything is worse than in this earlier sheet or JSON report", Takes::file,
         keep(asked.no_regression)},
        {"--waivers", "FILE", "Requirements that the gates take as met, with reason and last day",
         Takes::file, keep(asked.waivers)}};
}

Options options(Asked& asked) {
    Option output{"-o,--output", "[FORMAT:]FILE",
                  "Write a report to a file too, its format by prefix or ending; repeatable",
                  Takes::output, keep(asked.outputs)};
    output.repeatable = true;
    return joined(
        {{argument("ANSWERS", "The answer sheet (YAML); - is stdin", asked.assessment.answers),
          format_option("Format of the report on stdout: {} (default: text)", formats(),
                        asked.format),
          output},
         assessment_options(asked.assessment),
         gate_options(asked),
         {{"--baseline", "FILE", "Show what changed since this earlier sheet or JSON report",
           Takes::file, keep(asked.baseline)},
          flag("--brief", "Text of 12 lines; Markdown and HTML of two pages", asked.brief),
          number_option("--max-bytes", "N",
                        "Leave out the last sections of Markdown beyond N bytes", asked.max_bytes,
                        least_max_bytes, 1'000'000'000,
                        "a whole number from 1000 to 1000000000")}});
}

/// A file to be written and its format.
struct Output {
    std::string file;
    const Format* format;
};

/// `json:report`, `report.md`.
Checked<Output> read_output(const std::string& text) {
    std::vector<std::string_view> names;
    for (const auto& format : formats()) names.push_back(format.name);
    if (const auto colon = text.find(':'); colon != std::string::npos) {
        const auto prefix = text.substr(0, colon);
        if (const auto* format = find_format(prefix)) {
            if (colon + 1 < text.size()) return Output{file_words(text.substr(colon + 1)), format};
            return tl::unexpected(fmt::format("-o {}: the file's name is missing", text));
        }
        if (const auto hint = did_you_mean(prefix, names); !hint.empty())
            return tl::unexpected(
                fmt::format("-o {}: unknown format \"{}\", {}", text, prefix, hint));
    }
    if (const auto* format = find_format_by_ending(text)) return Output{file_words(text), format};
    std::vector<std::string_view> endings;
    for (const auto& format : formats())
        if (!format.ending.empty()) endings.push_back(format.ending);
    return tl::unexpected(
        fmt::format("-o {}: no format has this ending; use {}, or a prefix such as markdown:{}",
                    text, fmt::join(endings, ", "), text));
}

Checked<std::vector<Output>> read_outputs(const std::vector<std::string>& asked) {
    std::vector<Output> outputs;
    for (const auto& text : asked) {
        auto output = read_output(text);
        if (!output) return tl::unexpected(output.error());
        outputs.push_back(*std::move(output));
    }
    return outputs;
}

bool write_outputs(const Run& run, const std::vector<Output>& outputs, const Report& report,
                   const Style& wanted) {
    Style style;
    style.brief = wanted.brief;
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

/// The files that gates refer to.
struct Referred {
    std::optional<ReportedAnswers> no_regression;
    std::optional<ReportedAnswers> baseline;
    std::optional<WaiverList> waivers;
};

/// What is unusable of them is in the diagnostics.
Referred load_referred(Run& run, const Asked& asked, const Models& models) {
    Referred referred;
    if (!asked.no_regression.empty())
        referred.no_regression = run.load_comparable(asked.no_regression, models);
    if (!asked.baseline.empty() && asked.baseline != asked.no_regression)
        referred.baseline = run.load_comparable(asked.baseline, models);
    if (asked.waivers.empty()) return referred;
    const auto file = run.read(asked.waivers, sheet_limit, run.diagnostics);
    const auto document = file != nullptr ? parse(*file, run.diagnostics) : nullptr;
    if (document != nullptr && is_kind(*document, FileKind::waivers, run.diagnostics))
        referred.waivers = load_waivers(*document, models, run.diagnostics);
    return referred;
}

/// A gate on `google` or `google.ci`.
Checked<LevelGate> level_gate(std::string_view option, const AskedLevel& asked, bool evidenced,
                              const Models& models) {
    const std::string_view what = asked.what;
    const auto model = what.substr(0, what.find('.'));
    const auto level = loaded_level(option, model, asked.level, models);
    if (!level) return tl::unexpected(level.error());
    const auto found = find_dotted(models.rubrics, what);
    if (found && !found->level)
        return LevelGate{found->rubric, found->parameter, asked.level, evidenced};
    std::vector<std::string_view> names;
    for (const auto& each : models.find(model)->catalogue->parameters) names.push_back(each.id);
    auto hint = did_you_mean(what.substr(model.size() + 1), names);
    if (hint.empty()) hint = fmt::format("parameters: {}", fmt::join(names, ", "));
    return tl::unexpected(fmt::format("{} {}: no such parameter; {}", option, what, hint));
}

Checked<std::vector<LevelGate>> level_gates(const Asked& asked, const Models& models) {
    std::vector<LevelGate> gates;
    for (const bool evidenced : {false, true})
        for (const auto& each : evidenced ? asked.evidenced : asked.gates) {
            const auto* option = evidenced ? "--fail-under-evidenced" : "--fail-under";
            const auto gate = level_gate(option, each, evidenced, models);
            if (!gate) return tl::unexpected(gate.error());
            for (const auto& other : gates)
                if (other.assessment == gate->assessment && other.parameter == gate->parameter &&
                    other.evidenced == evidenced)
                    return tl::unexpected(fmt::format("{} {} is given twice", option, each.what));
            gates.push_back(*gate);
        }
    return gates;
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

void tell_failed_gates(const Run& run, const std::vector<GateResult>& gates) {
    for (const auto& gate : gates) {
        if (gate.passed) continue;
        run.tell(visible(fmt::format("mlops-assess: gate failed: {}: required {}; found {}",
                                     gate.name, gate.required, gate.found)));
        for (const auto& item : gate.because) run.tell("  " + visible(item));
    }
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
    const auto outputs = read_outputs(asked.outputs);
    if (!outputs) return run.usage_error(outputs.error());
    if (asked.brief && !can_be_brief(asked, *outputs))
        return run.usage_error("--brief is for text, markdown and html");
    const auto models = run.load_models();
    if (!models) return models.error();
    Checked<std::vector<LevelGate>> gates;
    Referred referred;
    if (!run.diagnostics.has_errors()) {
        gates = level_gates(asked, *models);
        if (!gates) return run.usage_error(gates.error());
        referred = load_referred(run, asked, *models);
    }
    const bool referred_is_right = !run.diagnostics.has_errors();
    auto assessment = asked.assessment;
    assessment.ages = !asked.waivers.empty();
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
    const Demands demands{*gates, asked.min_answered,
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
    "  mlops-assess score answers.yaml --rubric my-model.yaml",
    Group::daily, start<Asked, options, run_score>};

}  // namespace mlops_assess
