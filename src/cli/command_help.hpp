#pragma once

#include <string>
#include <vector>

/// What the command line offers, as it is declared, for all that writes about it.
namespace mlops_assess {

/// An option, or an argument that has a place instead of names.
struct OptionHelp {
    std::vector<std::string> names;    ///< `-f`, `--format`; none for an argument
    std::string value;                 ///< `FORMAT`; empty for a flag
    std::vector<std::string> choices;  ///< the only words it takes; empty when it takes others
    std::string about;
    bool repeatable = false;
    bool required = false;
};

struct CommandHelp {
    std::string name;
    std::string about;
    std::string footer;
    std::vector<OptionHelp> options;
    std::vector<OptionHelp> arguments;
};

struct ProgramHelp {
    CommandHelp program;
    std::vector<CommandHelp> commands;
};

ProgramHelp describe_command_line();

}  // namespace mlops_assess
