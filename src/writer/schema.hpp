#pragma once

#include <string_view>

namespace mlops_assess {

/// The JSON Schema (draft-07) of the JSON report. Written by hand; a test holds every report
/// against it, with no further keys allowed.
std::string_view report_schema();

/// The same of a line that `score --stream` prints.
std::string_view result_schema();

}  // namespace mlops_assess
