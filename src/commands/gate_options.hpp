#pragma once

#include "commands/run.hpp"
#include "report/gate.hpp"

namespace mlops_assess {

/// What a pipeline may demand, as it was asked for.
struct AskedGates {
    std::vector<AskedLevel> levels;     ///< of a model or of a parameter of it
    std::vector<AskedLevel> evidenced;  ///< the same, counting only answers that cite evidence
    std::optional<int> min_answered;    ///< percent
    std::string no_regression;          ///< empty: not asked for
    std::string waivers;                ///< a file; empty: none
};

/// `regression` says what `--no-regression` takes.
Options gate_options(AskedGates& asked, std::string_view regression);

/// The levels demanded of loaded models, each once.
Checked<std::vector<LevelGate>> level_gates(const AskedGates& asked, const Models& models);

/// None where no waivers were asked for, or, with diagnostics, where the file is unusable.
std::optional<WaiverList> load_asked_waivers(Run& run, const AskedGates& asked,
                                             const Models& models);

/// Each failed gate, with what it found. `whose` stands before it where there are several teams.
void tell_failed_gates(const Run& run, const std::vector<GateResult>& gates,
                       std::string_view whose = {});

}  // namespace mlops_assess
