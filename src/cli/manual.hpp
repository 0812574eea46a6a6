#pragma once

#include "cli/command_help.hpp"

namespace mlops_assess {

/// The manual page as `man` reads it. `date` is that of the release.
std::string manual(const ProgramHelp& help, const std::string& version, const std::string& date);

}  // namespace mlops_assess
