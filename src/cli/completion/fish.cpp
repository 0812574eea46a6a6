#include "cli/completion/completion.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// A text as one word of fish.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') out += '\\';
        out += c;
    }
    return "'" + between_quotes(out, "\\'") + "'";
}

/// The part of `complete` that says what a value is.
std::string values(const OptionHelp& option) {
    switch (completes(option)) {
        case Completes::nothing: return " -x";
        case Completes::choices:
            return fmt::format(" -x -a {}",
                               quoted(fmt::format("{}", fmt::join(option.choices, " "))));
        case Completes::files: return " -r -F";
        case Completes::rubrics_and_files: return " -r -F -a \"$__mlops_assess_rubrics\"";
        case Completes::levels: return " -x -a \"(__mlops_assess_levels)\"";
        case Completes::answers: return " -x -a \"(__mlops_assess_given)\"";
        case Completes::topics:
            return " -x -a \"$__mlops_assess_topics $__mlops_assess_practices\"";
    }
    return {};
}

std::string option_line(const OptionHelp& option, const std::string& condition) {
    auto line = "complete -c mlops-assess " + condition;
    for (const auto& name : option.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) line += values(option);
    return line + " -d " + quoted(option.about) + "\n";
}

std::string argument_line(const OptionHelp& argument, const std::string& condition) {
    return fmt::format("complete -c mlops-assess {}{}\n", condition,
                       completes(argument) == Completes::files ? " -F" : values(argument));
}

constexpr std::string_view functions = R"sh(
# Succeeds when the first word that is no option is the given command; without one, when there is none.
function __mlops_assess_in
    set -l words (commandline -opc)
    for word in $words[2..-1]
        string match -q -- '-*' $word; and continue
        test "$word" = "$argv[1]"
        return
    end
    test (count $argv) -eq 0
end

# MODEL=LEVEL, also behind a comma.
function __mlops_assess_levels
    set -l before (string match -r -- '^(?:.*[, ])?' (string replace -r -- '^--[a-z-]*=' '' (commandline -ct)))
    for level in (string split ' ' -- $__mlops_assess_levels)
        echo $before$level
    end
end

# Every practice with every answer.
function __mlops_assess_given
    for practice in (string split ' ' -- $__mlops_assess_practices)
        for answer in (string split ' ' -- $__mlops_assess_answers)
            echo $practice=$answer
        end
    end
end
)sh";

/// Words in one line.
std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

std::string fish_completion(const ProgramHelp& help, const ModelWords& words) {
    std::string out = "# fish completion of mlops-assess\n\n";
    out += fmt::format("set -g __mlops_assess_rubrics '{}'\n", joined(words.rubrics));
    out += fmt::format("set -g __mlops_assess_levels '{}'\n", joined(words.levels));
    out += fmt::format("set -g __mlops_assess_practices '{}'\n", joined(words.practices));
    out += fmt::format("set -g __mlops_assess_answers '{}'\n", joined(words.answers));
    out += fmt::format("set -g __mlops_assess_topics '{}'\n", joined(words.topics));
    out += functions;
    out += "\ncomplete -c mlops-assess -f\n";
    for (const auto& option : help.program.options)
        out += option_line(option, "-n __mlops_assess_in");
    for (const auto& command : help.commands)
        out += fmt::format("complete -c mlops-assess -n __mlops_assess_in -a {} -d {}\n",
                           command.name, quoted(command.about));
    for (const auto& command : help.commands) {
        const auto condition = fmt::format("-n '__mlops_assess_in {}'", command.name);
        out += "\n";
        for (const auto& option : command.options) out += option_line(option, condition);
        for (const auto& argument : command.arguments) out += argument_line(argument, condition);
    }
    return out;
}

}  // namespace mlops_assess
