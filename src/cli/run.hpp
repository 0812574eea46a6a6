#pragma once

#include "system/process.hpp"

#include <string>
#include <vector>

namespace mlops_assess {

/// The whole program: the arguments without its name.
ExitStatus run(const std::vector<std::string>& arguments, const Surroundings& surroundings);

}  // namespace mlops_assess
