#pragma once

#include "report/comparison.hpp"

#include <string>

namespace mlops_assess {

/// What changed, as a Markdown list: for `compare` and for a report with a baseline.
std::string changes_markdown(const Comparison& comparison);

}  // namespace mlops_assess
