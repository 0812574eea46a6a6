#include "cli/completion/completion.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// A text inside a specification of `_arguments`.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return between_quotes(out);
}

std::string action(const OptionHelp& option) {
    switch (completes(option)) {
        case Completes::nothing: return " ";
        case Completes::choices: return fmt::format("({})", fmt::join(option.choices, " "));
        case Completes::files: return "_mlops_assess_files";
        case Completes::rubrics_and_files: return "_mlops_assess_rubrics";
        case Completes::levels: return "_sequence _mlops_assess_levels";
        case Completes::answers: return "_mlops_assess_given";
        case Completes::topics: return "_mlops_assess_topics";
    }
    return {};
}

/// One word of `_arguments` for every name of an option.
std::string specifications(const OptionHelp& option) {
    std::string all;
    for (const auto& name : option.names) all += (all.empty() ? "" : " ") + name;
    const auto once = option.repeatable ? std::string("*") : fmt::format("({})", all);
    std::string out;
    for (const auto& name : option.names) {
        const bool is_long = name.starts_with("--");
        out += fmt::format("                '{}{}{}[{}]", once, name,
                           option.value.empty() ? ""
                           : is_long            ? "="
                                                : "+",
                           escaped(option.about));
        if (!option.value.empty())
            out += fmt::format(":{}:{}", escaped(option.value), action(option));
        out += "' \\\n";
    }
    return out;
}

std::string specification(const OptionHelp& argument, std::size_t place) {
    return fmt::format("                '{}:{}:{}' \\\n",
                       argument.repeatable ? "*" : std::to_string(place), escaped(argument.value),
                       action(argument));
}

std::string command_case(const CommandHelp& command) {
    auto out = fmt::format("        {})\n            _arguments -s -S \\\n", command.name);
    for (const auto& option : command.options) out += specifications(option);
    for (std::size_t i = 0; i < command.arguments.size(); ++i)
        out += specification(command.arguments[i], i + 1);
    out.resize(out.size() - 3);
    return out + "\n            ;;\n";
}

constexpr std::string_view functions = R"sh(
_mlops_assess_files() {
    # A report's file may have its format before it.
    compset -P '[a-z-]#:'
    _files
}

_mlops_assess_rubrics() {
    compadd -a -- rubrics
    _files
}

_mlops_assess_levels() {
    compadd "$@" -a -- levels
}

_mlops_assess_topics() {
    compadd -a -- topics practices
}

_mlops_assess_given() {
    local -a given
    given=(${^practices}=${^answers})
    compadd -a -- given
}
)sh";

}  // namespace

std::string zsh_completion(const ProgramHelp& help, const ModelWords& words) {
    std::string commands;
    std::string cases;
    for (const auto& command : help.commands) {
        commands += fmt::format("        '{}:{}'\n", command.name, escaped(command.about));
        cases += command_case(command);
    }
    std::string out = "#compdef mlops-assess\n# zsh completion of mlops-assess\n";
    out += functions;
    out += "\n_mlops_assess() {\n    local curcontext=$curcontext state line\n";
    out += "    local -a commands rubrics levels practices answers topics\n";
    out += fmt::format("    commands=(\n{}    )\n", commands);
    out += fmt::format("    rubrics=({})\n", word_lines(words.rubrics));
    out += fmt::format("    levels=({})\n", word_lines(words.levels));
    out += fmt::format("    practices=({})\n", word_lines(words.practices));
    out += fmt::format("    answers=({})\n", word_lines(words.answers));
    out += fmt::format("    topics=({})\n", word_lines(words.topics));
    out += "    _arguments -C \\\n";
    for (const auto& option : help.program.options) out += specifications(option);
    out +=
        "                '(-)1:command:->command' \\\n                "
        "'(-)*::argument:->argument'\n";
    out +=
        "    case $state in\n        command) _describe command commands; return ;;\n"
        "        argument) ;;\n        *) return ;;\n    esac\n";
    out += "    case $words[1] in\n" + cases + "    esac\n}\n";
    // Sourced it is registered; as a file of $fpath it is run.
    return out +
           "\nif [[ $funcstack[1] == _mlops-assess ]]; then\n    _mlops_assess \"$@\"\n"
           "else\n    compdef _mlops_assess mlops-assess\nfi\n";
}

}  // namespace mlops_assess
