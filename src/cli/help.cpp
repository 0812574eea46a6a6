#include "cli/help.hpp"

#include "text/layout.hpp"

namespace mlops_assess {
namespace {

std::string entry(std::string_view name, std::string_view about) {
    constexpr std::size_t column = 26;
    constexpr std::size_t width = 80;
    if (name.size() + 3 <= column)
        return hang(pad(fmt::format("  {}", name), column), about, width);
    return fmt::format("  {}\n{}", name, hang(std::string(column, ' '), about, width));
}

std::string option_entry(const Option& option) {
    const auto* blank = option.is_argument() || option.is_flag() ? "" : " ";
    return entry(fmt::format("{}{}{}", option.names, blank, option.value), option.about);
}

/// The options under a title, or the arguments.
std::string option_list(std::string_view title, const Options& options, bool arguments) {
    std::string out;
    for (const auto& option : options)
        if (option.is_argument() == arguments) out += option_entry(option);
    return out.empty() ? out : fmt::format("\n{}:\n{}", title, out);
}

std::string command_list(std::string_view title, Group group) {
    auto out = fmt::format("\n{}:\n", title);
    for (const auto* command : commands())
        if (command->group == group) out += entry(command->name, command->about);
    return out;
}

}  // namespace

std::string_view program_about() {
    return "Scores a team's answers against the MLOps maturity models of Microsoft\n"
           "(levels 0-4) and Google (levels 0-2).";
}

std::string program_help() {
    return fmt::format("{}\nUsage: mlops-assess COMMAND [OPTIONS]\n{}{}{}", program_about(),
                       option_list("Options", program_options(), false),
                       command_list("Commands", Group::daily),
                       command_list("Setup", Group::setup)) +
           R"(
A first assessment:
  mlops-assess init --team "Fraud detection"   writes answers.yaml
  (answer the practices in answers.yaml)
  mlops-assess score answers.yaml
  mlops-assess score answers.yaml -o report.md

Exit status: 0 done, 1 a gate failed, 2 wrong usage, 3 unusable input or output, 4 internal error.
`mlops-assess COMMAND --help` tells more.
)";
}

std::string command_help(const Use& use) {
    const auto& command = *use.command;
    auto usage = fmt::format("Usage: mlops-assess {}", command.name);
    for (const auto& option : use.options) {
        if (!option.is_argument()) continue;
        const auto name = fmt::format("{}{}", option.value, option.repeatable ? "..." : "");
        usage += option.required ? " " + name : fmt::format(" [{}]", name);
    }
    return fmt::format("{}\n{} [OPTIONS]\n{}{}\n{}\n", command.about, usage,
                       option_list("Arguments", use.options, true),
                       option_list("Options", use.options, false), command.footer);
}

}  // namespace mlops_assess
