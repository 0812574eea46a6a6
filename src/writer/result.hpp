#pragma once

#include "report/scored.hpp"

#include <string>

/// What `score --stream` prints of a record: one JSON object on a line.
namespace mlops_assess {

/// The figures of the record in that line.
std::string result_line(const Scored& scored, int line);

/// What is wrong with the record in that line; the first `most_shown` errors.
std::string flawed_line(const Diagnostics& found, int line);

}  // namespace mlops_assess
