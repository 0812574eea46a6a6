#pragma once

#include "commands/assess_sheet.hpp"

namespace mlops_assess {

/// Scores the records on stdin one by one and keeps none. Every record has a line on stdout, which
/// is written before the program waits for more. What it returns is `unusable` where a record was.
ExitStatus run_stream(Run& run, const AssessmentOptions& asked);

}  // namespace mlops_assess
