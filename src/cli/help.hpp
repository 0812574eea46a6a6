#pragma once

#include "cli/commands.hpp"

/// Help that fits a terminal of 80 columns.
namespace mlops_assess {

std::string program_help();
std::string command_help(const Use& use);

/// What the program is, in two lines.
std::string_view program_about();

}  // namespace mlops_assess
