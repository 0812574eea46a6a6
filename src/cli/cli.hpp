#pragma once

#include "commands/options.hpp"
#include "system/process.hpp"

namespace mlops_assess {

struct CommandLine {
    CommonOptions common;
    CommandOptions command;
};

/// What the program answers without running a command: help, its version, or what is wrong.
struct Immediate {
    ExitStatus status;
    std::string text;  ///< for stdout when the status is done, else for stderr
};

std::variant<CommandLine, Immediate> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace mlops_assess
