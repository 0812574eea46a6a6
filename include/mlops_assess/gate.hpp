#pragma once

#include "mlops_assess/rubric.hpp"

#include <string>
#include <vector>

namespace mlops_assess {

/// A level that a pipeline demands: of a model, or of one of its parameters.
struct LevelGate {
    std::size_t assessment;  ///< into Report::assessments
    std::optional<std::uint32_t> parameter;
    int level;
    bool evidenced;  ///< counting only answers that cite evidence
};

/// Whether one gate held.
struct GateResult {
    std::string name;  ///< the option with its value: `--fail-under google.ci=1`
    bool passed;
    std::string required;              ///< `google.ci at level 1`
    std::string found;                 ///< `level 0`
    std::vector<std::string> because;  ///< item by item, where there is more to tell
};

}  // namespace mlops_assess
