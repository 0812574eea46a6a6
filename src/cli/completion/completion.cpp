#include "cli/completion/completion.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

struct Shell {
    std::string_view name;
    std::string (*script)(const ProgramHelp&, const ModelWords&);
};

constexpr Shell shells[] = {
    {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
constexpr std::string_view names[] = {shells[0].name, shells[1].name, shells[2].name};

}  // namespace

Completes completes(const OptionHelp& option) {
    if (!option.choices.empty()) return Completes::choices;
    if (option.value == "MODEL=LEVEL") return Completes::levels;
    if (option.value == "ID=ANSWER") return Completes::answers;
    if (option.value == "ID|FILE") return Completes::rubrics_and_files;
    if (option.value == "WHAT") return Completes::topics;
    const bool names_a_file = option.value.find("FILE") != std::string::npos;
    return option.names.empty() || names_a_file ? Completes::files : Completes::nothing;
}

std::span<const std::string_view> shell_names() { return names; }

std::string completion_script(std::string_view shell, const ProgramHelp& help,
                              const ModelWords& words) {
    for (const auto& known : shells)
        if (known.name == shell) return known.script(help, words);
    return {};
}

std::string between_quotes(std::string_view text, std::string_view quote) {
    std::string out;
    for (const char c : text) {
        if (c == '\'')
            out += quote;
        else
            out += c;
    }
    return out;
}

std::string word_lines(const std::vector<std::string>& words) {
    constexpr std::size_t width = 100;
    std::string out;
    std::size_t used = 0;
    for (const auto& word : words) {
        const bool fits = used + 1 + word.size() <= width;
        if (!out.empty()) out += fits ? ' ' : '\n';
        used = out.empty() || !fits ? word.size() : used + 1 + word.size();
        out += word;
    }
    return out;
}

}  // namespace mlops_assess
