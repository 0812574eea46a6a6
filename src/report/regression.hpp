#pragma once

#include "report/gate.hpp"

/// The gate `--no-regression`: contract, section 4.
namespace mlops_assess {

/// How many practices that a loaded rubric requires are answered on both sides. Where an answer
/// became not applicable there is something to lose, so it counts; where it was so, there is not.
std::size_t answers_in_common(const Scored& before, const Scored& now);

/// Tells the models of a report that moved since, or are not loaded now.
void tell_models(const Side& side, Diagnostics& diagnostics);

/// The same of a baseline, also another team, and that nothing is in common; the last is an error,
/// and only told where the gate is asked for.
void tell_baseline(const Side& baseline, const Scored& now, bool is_gate, Diagnostics& diagnostics);

/// Whether nothing is worse than on the other side. Waived practices count as met now.
GateResult check_regression(const Side& baseline, const Scored& now, const PracticeIds& waived);

}  // namespace mlops_assess
