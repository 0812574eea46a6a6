#include "cli/command_help.hpp"
#include "cli/manual.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <algorithm>

using namespace mlops_assess;

/// What is made from the declared commands: completions and the manual.
namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The option's name as fish declares it.
std::string in_fish(const std::string& name) {
    return name.starts_with("--") ? "-l " + name.substr(2) : "-s " + name.substr(1);
}

/// The option's name as the manual prints it.
std::string in_manual(const std::string& name) {
    std::string out = "\\fB";
    for (const char c : name) out += c == '-' ? "\\-" : std::string(1, c);
    return out + "\\fR";
}

/// Lines of a text that hold a word.
std::string lines_with(const std::string& text, const std::string& word) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        if (contains(line, word)) out += line + "\n";
        at = end + 1;
    }
    return out;
}

/// From one mark to the next.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(to, begin + from.size()) - begin);
}

/// Types a line into a bash that has the completion, and tells what it offers.
constexpr auto bash_at_work = R"sh(
source <("$P" completion bash)
type_in() {
    COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=() COMPREPLY=()
    local word rest=$1
    # As bash does: blanks end words, = and : are words of their own.
    while [[ -n $rest ]]; do
        if [[ $rest == [=:]* ]]; then
            word=${rest%%[!=:]*}
            COMP_WORDS+=("$word")
        elif [[ $rest == ' '* ]]; then
            word=${rest%%[! ]*}
        else
            word=${rest%%[ =:]*}
            COMP_WORDS+=("$word")
        fi
        rest=${rest#"$word"}
    done
    [[ $1 == *[\ =:] ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _mlops_assess
    echo "$1 -> ${COMPREPLY[*]}"
}
)sh";

}  // namespace

TEST_CASE("completions and the manual have every command and option", "[completion]") {
    const auto help = describe_command_line();
    REQUIRE(help.commands.size() >= 8);
    const auto bash = run_program({"completion", "bash"}).out;
    const auto zsh = run_program({"completion", "zsh"}).out;
    const auto fish = run_program({"completion", "fish"}).out;
    const auto page = manual(help, "1.0.0", "2026-11-21");
    for (const auto& command : help.commands) {
        INFO(command.name);
        const auto in_bash = lines_with(bash, "        '" + command.name + "')") +
                             lines_with(bash, "'" + command.name + " ");
        const auto in_zsh = between(zsh, "        " + command.name + ")\n", ";;");
        const auto of_fish = lines_with(fish, "__mlops_assess_in " + command.name + "'");
        const auto section =
            between(page, ".SS " + command.name + "\n", ".S") + between(page, ".SH OPTIONS", ".SH");
        REQUIRE_FALSE(in_bash.empty());
        REQUIRE_FALSE(in_zsh.empty());
        REQUIRE_FALSE(of_fish.empty());
        REQUIRE(contains(page, ".SS " + command.name + "\n"));
        for (const auto& option : command.options)
            for (const auto& name : option.names) {
                INFO(name);
                CHECK(contains(in_bash, name));
                const std::string_view sign = option.value.empty()     ? "["
                                              : name.starts_with("--") ? "=["
                                                                       : "+[";
                CHECK(contains(in_zsh, fmt::format("{}{}", name, sign)));
                CHECK((contains(of_fish, in_fish(name) + " ")));
                CHECK(contains(section, in_manual(name)));
                for (const auto& word : option.choices) {
                    CHECK(contains(lines_with(in_bash, name + "'"), word));
                    CHECK(contains(lines_with(in_zsh, name), word));
                    CHECK(contains(lines_with(of_fish, in_fish(name)), word));
                }
            }
    }
}

TEST_CASE("what is declared is described", "[completion]") {
    const auto help = describe_command_line();
    const auto command = std::find_if(help.commands.begin(), help.commands.end(),
                                      [](const auto& each) { return each.name == "score"; });
    REQUIRE(command != help.commands.end());
    const auto option = [&](const std::string& name) {
        for (const auto& each : command->options)
            if (std::find(each.names.begin(), each.names.end(), name) != each.names.end())
                return each;
        return OptionHelp{};
    };
    CHECK(option("--format").names == std::vector<std::string>{"-f", "--format"});
    CHECK(option("--format").value == "FORMAT");
    CHECK(option("--bar").choices == std::vector<std::string>{"partially", "mostly", "fully"});
    CHECK(option("--quiet").value.empty());
    CHECK(option("--output").repeatable);
    CHECK_FALSE(option("--date").repeatable);
    REQUIRE(command->arguments.size() == 1);
    CHECK(command->arguments[0].value == "ANSWERS");
    CHECK(command->arguments[0].required);
}

TEST_CASE("bash completes by the script", "[completion]") {
    const Folder folder;
    folder.file("answers.yaml", "");
    folder.file("my sheet.yaml", "");
    const struct {
        std::string line;
        std::string offered;
    } rows[] = {
        {"mlops-assess sco", "score"},
        {"mlops-assess --", "--version --help"},
        {"mlops-assess score --ta", "--target"},
        {"mlops-assess score --bar ", "partially mostly fully"},
        {"mlops-assess score --bar=f", "fully"},
        {"mlops-assess score an", "answers.yaml"},
        {"mlops-assess score my", "my sheet.yaml"},
        {"mlops-assess score answers.yaml -o mark:an", "answers.yaml"},
        {"mlops-assess score answers.yaml ", ""},
        {"mlops-assess validate answers.yaml my", "my sheet.yaml"},
        {"mlops-assess score --rubric=goo", "google"},
        {"mlops-assess score --target mic",
         "microsoft=0 microsoft=1 microsoft=2 microsoft=3 microsoft=4"},
        {"mlops-assess score --target google=", "0 1 2"},
        {"mlops-assess score --target=google=1,microsoft=", "0 1 2 3 4"},
        {"mlops-assess init --for google=1,goo", "1,google=0 1,google=1 1,google=2"},
        {"mlops-assess init --team ", ""},
        {"mlops-assess plan answers.yaml --assume data-versioned=f", "fully"},
        {"mlops-assess explain data-v", "data-versioned"},
        {"mlops-assess explain google.ci.", "google.ci.0 google.ci.1 google.ci.2"},
        {"mlops-assess -q list f", "formats"},
        {"mlops-assess list practices -f ", "text json"},
        {"mlops-assess list practices ", ""},
        {"mlops-assess schema a", "answers"},
        {"mlops-assess completion ", "bash zsh fish"},
        {"mlops-assess nonsense ", ""},
    };
    std::string script = bash_at_work;
    std::string offered;
    for (const auto& row : rows) {
        script += "type_in '" + row.line + "'\n";
        offered += row.line + " -> " + row.offered + "\n";
    }
    const auto outcome = run_shell(script, folder.path);
    CHECK(outcome.out == offered);
    CHECK(outcome.err.empty());
}
