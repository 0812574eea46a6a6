#include "cli/commands.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

Option help_option() { return {"-h,--help", {}, "Print this help and exit"}; }

}  // namespace

// clang-format off
/// A line for each command: what its file exports, without `_command`.
#define FOR_EACH_COMMAND(command) \
    command(score) \
    command(compare) \
    command(portfolio) \
    command(validate) \
    command(init) \
    command(ask) \
    command(plan) \
    command(target) \
    command(list) \
    command(explain) \
    command(schema) \
    command(completion) \
    command(complete) \
    command(manual)
// clang-format on
#define DECLARE(name) extern const Command name##_command;
#define ADDRESS(name) &name##_command,

FOR_EACH_COMMAND(DECLARE)

std::span<const Command* const> commands() {
    static constexpr const Command* all[] = {FOR_EACH_COMMAND(ADDRESS)};
    return all;
}

const Command* find_command(std::string_view name) {
    for (const auto* command : commands())
        if (command->name == name) return command;
    return nullptr;
}

Options program_options() {
    return {{"-V,--version", {}, "Print the version and exit"}, help_option()};
}

Use use(const Command& command) {
    auto common = std::make_shared<CommonOptions>();
    auto [own, run] = command.start();
    if (command.group == Group::hidden) return {&command, common, own, 0, run};
    auto options = joined({{help_option()}, common_options(*common)});
    const auto shared = options.size();
    options.insert(options.end(), own.begin(), own.end());
    return {&command, common, options, shared, run};
}

std::vector<std::string_view> names_of(const Option& option) {
    std::vector<std::string_view> names;
    for (auto rest = option.names; !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        names.push_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return names;
}

const Option* find_option(const Options& options, std::string_view name) {
    for (const auto& option : options)
        for (const auto each : names_of(option))
            if (each == name) return &option;
    return nullptr;
}

}  // namespace mlops_assess
