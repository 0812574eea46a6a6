#pragma once

#include "report/comparison.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {

/// A side: file, team, date, and the models that moved since it was reported.
Json side_json(const SideNote& side);

/// What moved, with both sides: of `compare`, and of a report with a baseline.
Json moved_json(const Comparison& comparison);

}  // namespace mlops_assess
