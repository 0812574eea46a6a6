#pragma once

#include "cli/command_help.hpp"

#include <span>
#include <string_view>

/// Scripts by which shells complete the program's commands, options and values.
namespace mlops_assess {

/// Words that come from the models, not from the command line's declaration.
struct ModelWords {
    std::vector<std::string> rubrics;  ///< `microsoft`
    std::vector<std::string> levels;   ///< `microsoft=2`
    std::vector<std::string> practices;
    std::vector<std::string> answers;
    std::vector<std::string> topics;  ///< what can be explained besides practices
};

/// What a value is completed to.
enum class Completes { nothing, choices, files, rubrics_and_files, levels, answers, topics };

Completes completes(const OptionHelp& option);

std::span<const std::string_view> shell_names();
std::string completion_script(std::string_view shell, const ProgramHelp& help,
                              const ModelWords& words);

std::string bash_completion(const ProgramHelp& help, const ModelWords& words);
std::string zsh_completion(const ProgramHelp& help, const ModelWords& words);
std::string fish_completion(const ProgramHelp& help, const ModelWords& words);

/// The text between single quotes of a shell. bash and zsh write a quote as `'\''`, fish as `\'`.
std::string between_quotes(std::string_view text, std::string_view quote = "'\\''");

/// Words with blanks between, in lines of at most 100 bytes where words allow it.
std::string word_lines(const std::vector<std::string>& words);

}  // namespace mlops_assess
