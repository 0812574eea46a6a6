#pragma once

#include "model/rubric.hpp"

namespace mlops_assess {

/// The catalogue and rubrics that are part of the program, in the order of every report.
const Catalogue& shipped_catalogue();
List<Rubric> shipped_rubrics();

}  // namespace mlops_assess
