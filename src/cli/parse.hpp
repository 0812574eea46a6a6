#pragma once

#include "cli/commands.hpp"

namespace mlops_assess {

/// What the program answers without running a command: help, its version, or what is wrong.
struct Immediate {
    ExitStatus status;
    std::string text;  ///< for stdout when the status is done, else for stderr
};

/// A command whose options are set.
tl::expected<Use, Immediate> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace mlops_assess
