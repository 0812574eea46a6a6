#pragma once

#include "mlops_assess/run.hpp"

namespace mlops_assess {

/// The streams, terminals and environment of this process. From here on a reader that goes away
/// is an error of writing, not a signal.
Surroundings this_process();

}  // namespace mlops_assess
