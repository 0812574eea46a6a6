#pragma once

#include "assessment/assessment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mlops_assess {

/// By every model; none where the sheet is unusable for it.
using Assessments = std::vector<std::optional<Assessment>>;

/// What an answer made of the levels, in words: "Microsoft CI is level 2".
std::vector<std::string> level_changes(const Assessments& before, const Assessments& after);

}  // namespace mlops_assess
