#include "cli/completion/completion.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// Splits the line as the shell will, for bash takes `=` and `:` for word breaks here. Then finds
/// what is being typed, and offers what may stand there.
constexpr std::string_view functions = R"sh(
# Sets `words`, up to the cursor: = and : break no word.
_mlops_assess_words() {
    local line=${COMP_LINE:0:COMP_POINT} blanks part i
    words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        blanks=${line%%[![:space:]]*}
        line=${line#"$blanks"}
        part=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && part=$line
        line=${line#"$part"}
        if ((i == 0)) || [[ -n $blanks ]]; then
            words+=("$part")
        else
            words[${#words[@]} - 1]+=$part
        fi
    done
}

# Offers words and files that begin with `value`, without what stands before it in the word.
_mlops_assess_offer() {
    local kind=$1 words=$2 value=$3 before= word
    if [[ $kind == list* && $value == *,* ]]; then
        before=${value%,*},
        value=${value##*,}
    fi
    while IFS= read -r word; do
        COMPREPLY+=("$before$word")
    done < <(compgen -W "$words" -- "$value")
    if [[ $kind == files ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done < <(compgen -f -- "$value")
    fi
    # Of a word with = or : bash replaces only what follows the last of them.
    value=$before$value
    before=${value%"${value##*[=:]}"}
    for word in "${!COMPREPLY[@]}"; do
        COMPREPLY[word]=${COMPREPLY[word]#"$before"}
    done
}

# Every practice with every answer.
_mlops_assess_given() {
    local practice answer
    for practice in $_mlops_assess_practices; do
        for answer in $_mlops_assess_answers; do
            echo "$practice=$answer"
        done
    done
}

_mlops_assess() {
    local -a words
    local IFS=$' \t\n' current command= option= place=0 kind choices options i
    COMPREPLY=()
    _mlops_assess_words
    current=${words[${#words[@]} - 1]}
    for ((i = 1; i < ${#words[@]} - 1; i++)); do
        if [[ -z $command ]]; then
            [[ ${words[i]} == -* ]] || command=${words[i]}
        elif [[ -n $option ]]; then
            option=
        elif [[ ${words[i]} == -?* ]]; then
            _mlops_assess_value "$command" "${words[i]}" && option=${words[i]}
        else
            place=$((place + 1))
        fi
    done
    if [[ -z $command ]]; then
        _mlops_assess_options ""
        [[ $current == -* ]] || options=$_mlops_assess_commands
        _mlops_assess_offer words "$options" "$current"
    elif [[ -n $option ]]; then
        _mlops_assess_value "$command" "$option"
        _mlops_assess_value_of "$current"
    elif [[ $current == --*=* ]]; then
        _mlops_assess_value "$command" "${current%%=*}" && _mlops_assess_value_of "${current#*=}"
    elif [[ $current == -* ]]; then
        _mlops_assess_options "$command"
        _mlops_assess_offer words "$options" "$current"
    elif _mlops_assess_value "$command" "$((place + 1))" ||
        _mlops_assess_value "$command" more; then
        _mlops_assess_value_of "$current"
    fi
}

# Offers the values that were found. A report's file may have its format before it.
_mlops_assess_value_of() {
    local value=$1
    [[ $kind == files && $value == *:* ]] && value=${value#*:}
    _mlops_assess_offer "$kind" "$choices" "$value"
    [[ $kind == list ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _mlops_assess mlops-assess
)sh";

/// `kind=… choices=…` for a value.
std::string offer(const OptionHelp& option) {
    switch (completes(option)) {
        case Completes::nothing: return "kind=none choices=";
        case Completes::choices:
            return fmt::format("kind=words choices='{}'", fmt::join(option.choices, " "));
        case Completes::files: return "kind=files choices=";
        case Completes::rubrics_and_files: return "kind=files choices=$_mlops_assess_rubrics";
        case Completes::levels: return "kind=list choices=$_mlops_assess_levels";
        case Completes::topics:
            return "kind=words choices=\"$_mlops_assess_topics $_mlops_assess_practices\"";
        case Completes::answers: return "kind=words choices=$(_mlops_assess_given)";
    }
    return {};
}

std::string options_case(const CommandHelp& command) {
    std::string names;
    for (const auto& option : command.options)
        for (const auto& name : option.names) names += (names.empty() ? "" : " ") + name;
    return fmt::format("        '{}') options='{}' ;;\n", command.name, names);
}

std::string value_cases(const CommandHelp& command) {
    std::string out;
    for (const auto& option : command.options) {
        if (option.value.empty()) continue;
        std::string patterns;
        for (const auto& name : option.names)
            patterns += fmt::format("{}'{} {}'", patterns.empty() ? "" : " | ", command.name, name);
        out += fmt::format("        {}) {} ;;\n", patterns, offer(option));
    }
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const auto& argument = command.arguments[i];
        const auto more =
            argument.repeatable ? fmt::format(" | '{} more'", command.name) : std::string();
        out +=
            fmt::format("        '{} {}'{}) {} ;;\n", command.name, i + 1, more, offer(argument));
    }
    return out;
}

}  // namespace

std::string bash_completion(const ProgramHelp& help, const ModelWords& words) {
    std::vector<std::string> names;
    std::string options = options_case({"", "", "", help.program.options, {}});
    std::string values;
    for (const auto& command : help.commands) {
        names.push_back(command.name);
        options += options_case(command);
        values += value_cases(command);
    }
    std::string out = "# bash completion of mlops-assess\n\n";
    out += fmt::format("_mlops_assess_commands='{}'\n", word_lines(names));
    out += fmt::format("_mlops_assess_rubrics='{}'\n", word_lines(words.rubrics));
    out += fmt::format("_mlops_assess_levels='{}'\n", word_lines(words.levels));
    out += fmt::format("_mlops_assess_practices='{}'\n", word_lines(words.practices));
    out += fmt::format("_mlops_assess_answers='{}'\n", word_lines(words.answers));
    out += fmt::format("_mlops_assess_topics='{}'\n", word_lines(words.topics));
    out += "\n# Sets `options`: those of a command.\n_mlops_assess_options() {\n";
    out += "    options=\n    case $1 in\n" + options + "    esac\n}\n";
    out += "\n# Sets what an option's value, or the argument at a place, is completed to.\n";
    out += "_mlops_assess_value() {\n    case \"$1 $2\" in\n" + values;
    out += "        *) return 1 ;;\n    esac\n}\n";
    return out + std::string(functions);
}

}  // namespace mlops_assess
