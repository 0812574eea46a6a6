#include "commands/run.hpp"

/// Scripts by which shells complete the command line. Each asks `complete` for the line up to the
/// cursor, which answers in lines: `words`, or `files` where files are to be completed, too; what
/// of the current word stays as it is; then a word to offer in each line, a tab and what it means.
namespace mlops_assess {
namespace {

constexpr std::string_view bash = R"sh(# bash completion of mlops-assess
_mlops_assess() {
    local line=${COMP_LINE:0:COMP_POINT} kind= before= word
    local current=${line##*[[:space:]]}
    COMPREPLY=()
    {
        IFS= read -r kind
        IFS= read -r before
        while IFS=$'\t' read -r word _; do COMPREPLY+=("$before$word"); done
    } < <("$1" complete "$line" 2>/dev/null)
    if [[ $kind == files && ${#COMPREPLY[@]} == 0 ]]; then
        # Files alone are best completed by bash itself.
        compopt -o default 2>/dev/null
        return
    elif [[ $kind == files ]]; then
        while IFS= read -r word; do COMPREPLY+=("$before$word"); done < <(compgen -f -- "${current#"$before"}")
    fi
    [[ ${COMPREPLY[0]-} == *[=:] ]] && compopt -o nospace 2>/dev/null
    # Of a word with = or : bash replaces only what follows the last of them.
    word=${current%"${current##*[=:]}"}
    COMPREPLY=("${COMPREPLY[@]#"$word"}")
}

complete -F _mlops_assess mlops-assess
)sh";

constexpr std::string_view zsh = R"sh(#compdef mlops-assess
# zsh completion of mlops-assess
_mlops_assess() {
    local line kind before word about found=1
    local -a lines whole open
    lines=("${(@f)$($words[1] complete "${words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}")
    kind=$lines[1] before=$lines[2]
    [[ -n $before ]] && compset -P "${(b)before}"
    for line in "${(@)lines[3,-1]}"; do
        word=${line%%$'\t'*} about=${line#*$'\t'}
        line=${word//:/\\:}:${about:-$word}
        # What ends in = or : is not the whole word.
        if [[ $word == *[=:] ]]; then open+=("$line"); else whole+=("$line"); fi
    done
    _describe value whole -- open -S '' && found=0
    [[ $kind == files ]] && _files && found=0
    return found
}

# Sourced it is registered; as a file of $fpath it is run.
if [[ $funcstack[1] == _mlops-assess ]]; then
    _mlops_assess "$@"
else
    compdef _mlops_assess mlops-assess
fi
)sh";

constexpr std::string_view fish = R"sh(# fish completion of mlops-assess
function __mlops_assess
    set -l program (commandline -opc)[1]
    set -l lines ($program complete (commandline -cp | string collect) 2>/dev/null)
    for line in $lines[3..-1]
        printf '%s\n' $lines[2]$line
    end
    if test "$lines[1]" = files
        set -l typed (string sub -s (math 1 + (string length -- "$lines[2]")) -- (commandline -ct))
        for file in (__fish_complete_path "$typed")
            printf '%s\n' $lines[2]$file
        end
    end
end

complete -c mlops-assess -f -a '(__mlops_assess)'
)sh";

struct Shell {
    std::string_view name;
    std::string_view script;
};
constexpr Shell shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

struct Asked {
    const Shell* shell = nullptr;
};

Options options(Asked& asked) {
    return {choice("", "SHELL", "bash, zsh or fish", shells, asked.shell)};
}

ExitStatus run_completion(Run& run, const Asked& asked) { return run.print(asked.shell->script); }

}  // namespace

extern const Command completion_command = {
    "completion", "Print a script that completes commands in a shell",
    "Examples:\n"
    "  source <(mlops-assess completion bash)\n"
    "  mlops-assess completion zsh > ~/.zfunc/_mlops-assess\n"
    "  mlops-assess completion fish | source",
    Group::setup, start<Asked, options, run_completion>};

}  // namespace mlops_assess
