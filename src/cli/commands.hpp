#pragma once

#include "commands/run.hpp"

/// The one list of commands.
namespace mlops_assess {

/// All of them, in the order in which help tells of them.
std::span<const Command* const> commands();
/// Null where there is none of that name.
const Command* find_command(std::string_view name);

/// What the program takes where no command is named.
Options program_options();

/// One use of a command: its own options behind those that every command has.
struct Use {
    const Command* command;
    std::shared_ptr<CommonOptions> common;  ///< what the first options set
    Options options;
    std::size_t shared;  ///< how many of them every command has; they come first
    std::function<ExitStatus(Run&)> run;

    std::span<const Option> shared_options() const { return std::span(options).first(shared); }
    std::span<const Option> own_options() const { return std::span(options).subspan(shared); }
};
Use use(const Command& command);

/// `-f,--format` taken apart.
std::vector<std::string_view> names_of(const Option& option);
/// The option that has a name, or null.
const Option* find_option(const Options& options, std::string_view name);

}  // namespace mlops_assess
