#include "commands/gate_options.hpp"

#include "model/dotted.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

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

}  // namespace

Options gate_options(AskedGates& asked, std::string_view regression) {
    return {
        levels_option("--fail-under", "Fail when a level is lower; for example google.ci=1",
                      asked.levels, Takes::gate),
        levels_option("--fail-under-evidenced",
                      "The same, counting only answers that cite evidence", asked.evidenced,
                      Takes::gate),
        number_option("--min-answered", "PERCENT",
                      "Fail when less of a rubric's practices is answered", asked.min_answered, 0,
                      100, "a whole number from 0 to 100"),
        {"--no-regression", "BASELINE", std::string(regression), Takes::file,
         keep(asked.no_regression)},
        {"--waivers", "FILE", "Requirements that the gates take as met, with reason and last day",
         Takes::file, keep(asked.waivers)}};
}

Checked<std::vector<LevelGate>> level_gates(const AskedGates& asked, const Models& models) {
    std::vector<LevelGate> gates;
    for (const bool evidenced : {false, true})
        for (const auto& each : evidenced ? asked.evidenced : asked.levels) {
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

std::optional<WaiverList> load_asked_waivers(Run& run, const AskedGates& asked,
                                             const Models& models) {
    if (asked.waivers.empty()) return std::nullopt;
    const auto file = run.read(asked.waivers, sheet_limit, run.diagnostics);
    const auto document = file != nullptr ? parse(*file, run.diagnostics) : nullptr;
    if (document == nullptr || !is_kind(*document, FileKind::waivers, run.diagnostics))
        return std::nullopt;
    return load_waivers(*document, models, run.diagnostics);
}

void tell_failed_gates(const Run& run, const std::vector<GateResult>& gates,
                       std::string_view whose) {
    for (const auto& gate : gates) {
        if (gate.passed) continue;
        run.tell(
            visible(fmt::format("mlops-assess: gate failed: {}{}{}: required {}; found {}", whose,
                                whose.empty() ? "" : ": ", gate.name, gate.required, gate.found)));
        for (const auto& item : gate.because) run.tell("  " + visible(item));
    }
}

}  // namespace mlops_assess
