#include "cli/commands.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <sys/stat.h>

#include <algorithm>

using namespace mlops_assess;

/// What is made from the declared commands: completion, its scripts, and the manual.
namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// What stands behind a line, as `KIND BEFORE| words`; never anything on stderr.
std::string completed(const std::string& line) {
    const auto outcome = run_program({"complete", line});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    const auto lines = lines_of(outcome.out);
    REQUIRE(lines.size() >= 2);
    auto out = lines[0] + " " + lines[1] + "|";
    for (std::size_t i = 2; i < lines.size(); ++i)
        out += " " + lines[i].substr(0, lines[i].find('\t'));
    return out;
}

/// The option's name as the manual prints it.
std::string in_manual(std::string_view name) {
    std::string out = "\\fB";
    for (const char c : name) out += c == '-' ? "\\-" : std::string(1, c);
    return out + "\\fR";
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
    COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
    _mlops_assess "$P"
    echo "$1 -> ${COMPREPLY[*]}"
}
)sh";

}  // namespace

TEST_CASE("completion and the manual have every command and option", "[completion]") {
    const auto named = completed("mlops-assess ");
    const auto page = run_program({"manual", "2026-11-21"}).out;
    CHECK(contains(page, "MLOPS\\-ASSESS 1 2026-11-21"));
    for (const auto* command : commands()) {
        INFO(command->name);
        const std::string name(command->name);
        const bool is_hidden = command->group == Group::hidden;
        CHECK(contains(named, " " + name) == !is_hidden);
        CHECK(contains(page, ".SS " + name + "\n") == !is_hidden);
        CHECK(contains(run_program({"--help"}).out, "\n  " + name + " ") == !is_hidden);
        if (is_hidden) continue;
        const auto used = use(*command);
        const auto offered = completed("mlops-assess " + name + " -") + " ";
        const auto section =
            between(page, ".SS " + name + "\n", ".S") + between(page, ".SH OPTIONS", ".SH");
        for (const auto& option : used.options)
            for (const auto each : names_of(option)) {
                INFO(each);
                CHECK(contains(offered, fmt::format(" {} ", each)));
                CHECK(contains(section, in_manual(each)));
                if (option.choices.empty()) continue;
                CHECK(completed(fmt::format("mlops-assess {} {} ", name, each)) ==
                      fmt::format("words | {}", fmt::join(option.choices, " ")));
            }
    }
}

TEST_CASE("every choice of a command is one that it takes", "[completion]") {
    for (const auto* command : commands()) {
        auto line = std::vector<std::string>{std::string(command->name)};
        const auto used = use(*command);
        for (const auto& option : used.options)
            if (option.is_argument() && (option.required || !option.unless.empty()) &&
                option.choices.empty())
                line.emplace_back("examples/startup.yaml");
            else if (option.is_argument() && !option.choices.empty())
                line.emplace_back(option.choices.front());
        if (command->group == Group::hidden || command->name == "ask") continue;
        if (command->name == "merge")
            line = {"merge", "examples/raters/audit.yaml", "examples/raters/platform.yaml"};
        for (const auto& option : used.options)
            for (const auto choice : option.choices) {
                auto with = line;
                if (option.is_argument())
                    with.back() = choice;
                else
                    with.insert(with.end(),
                                {std::string(names_of(option).back()), std::string(choice), "-q"});
                if (command->name == "init") with.insert(with.end(), {"-o", "-"});
                INFO(fmt::format("{}", fmt::join(with, " ")));
                const auto outcome = run_program(with);
                CHECK(outcome.status == 0);
                CHECK(outcome.err.empty());
            }
    }
}

TEST_CASE("what may stand behind a half-typed line", "[completion]") {
    const struct {
        std::string line;
        std::string offered;
    } rows[] = {
        {"mlops-assess sco", "words | score"},
        {"mlops-assess --", "words | --version --help"},
        {"mlops-assess nonsense ", "words |"},
        {"mlops-assess nonsense sco", "words |"},
        {"mlops-assess comple", "words | completion"},
        {"mlops-assess complete ", "words |"},
        {"NO_COLOR=1 mlops-assess sco", "words | score"},
        {"mlops-assess score --ta", "words | --target"},
        {"mlops-assess score --bar ", "words | partially mostly fully"},
        {"mlops-assess score --bar=f", "words --bar=| fully"},
        {"mlops-assess score -fjs", "words -f| json"},
        {"mlops-assess score -qf js", "words | json"},
        {"mlops-assess score --bar mostly --ba", "words | --baseline"},
        {"mlops-assess score --rubric google --rub", "words | --rubric"},
        {"mlops-assess score an", "files |"},
        {"mlops-assess score answers.yaml ", "words |"},
        {"mlops-assess score answers.yaml -o ", "files |"},
        {"mlops-assess score answers.yaml -o mark", "files | markdown:"},
        {"mlops-assess score answers.yaml -o markdown:an", "files markdown:|"},
        {"mlops-assess score -- -", "files |"},
        {"mlops-assess validate answers.yaml my", "files |"},
        {"mlops-assess score --rubric=goo", "files --rubric=| google"},
        {"mlops-assess score --target goo", "words | google=0 google=1 google=2"},
        {"mlops-assess score --target=google=1,microsoft=2",
         "words --target=google=1,| "
         "microsoft=2"},
        {"mlops-assess score --fail-under google.ci=",
         "words | google.ci=0 google.ci=1 "
         "google.ci=2"},
        {"mlops-assess score --target google.ci=", "words |"},
        {"mlops-assess init --team ", "words |"},
        {"mlops-assess init --team 'my \"sco", "words |"},
        {"mlops-assess ask a.yaml moni", "words | monitoring"},
        {"mlops-assess plan a.yaml --assume data-v", "words | data-versioned="},
        {"mlops-assess plan a.yaml --assume data-versioned=f", "words data-versioned=| fully"},
        {"mlops-assess explain data-versi", "words | data-versioned"},
        {"mlops-assess explain google.c", "words | google.ci google.cd"},
        {"mlops-assess explain google.ci.", "words | google.ci.0 google.ci.1 google.ci.2"},
        {"mlops-assess explain unclosed", "words | unclosed-quote"},
        {"mlops-assess explain short", "words | short-of"},
        {"mlops-assess explain publisher", "words | publishers-level"},
        {"mlops-assess explain SR", "words | SRE SRW SR11 SR26"},
        {"mlops-assess -q list f", "words | formats"},
        {"mlops-assess list practices -f ", "words | text json"},
        {"mlops-assess list practices ", "words |"},
        {"mlops-assess completion ", "words | bash zsh fish"},
        {"mlops-assess", "words |"},
    };
    for (const auto& row : rows) {
        INFO(row.line);
        CHECK(completed(row.line) == row.offered);
    }
}

TEST_CASE("ids of the rubrics and sheets on the line are completed", "[completion]") {
    const Folder folder;
    folder.file("my model.yaml", read_file("examples/custom-model/rubric.yaml"));
    const auto rubric = "--rubric '" + (folder.path / "my model.yaml").string() + "' ";
    const auto sheet = folder.file("s.yaml", "team: T\nanswers:\n  own-id: no\n  $(rm): no\n");
    CHECK(completed("mlops-assess ask a.yaml " + rubric + "") ==
          "words | definition checks ownership fields-written-down schema-as-code "
          "rows-checked breaking-changes-announced owner-named");
    CHECK(completed("mlops-assess score " + rubric + "--target c") ==
          "words | contracts=0 contracts=1 contracts=2 contracts=3");
    CHECK(completed("mlops-assess score " + rubric + "--fail-under contracts.checks=") ==
          "words | contracts.checks=0 contracts.checks=1 contracts.checks=2 contracts.checks=3");
    CHECK(completed("mlops-assess explain " + rubric + "schema-") == "words | schema-as-code");
    CHECK(completed("mlops-assess plan " + sheet + " --assume o") == "words | own-id=");
    CHECK(completed("mlops-assess plan " + sheet + " --assume $") == "words |");
    CHECK(completed("mlops-assess explain --answers " + sheet + " own-") == "words | own-id");
    SECTION("what cannot be read is passed over") {
        const auto broken = folder.file("broken.yaml", "answers: {own-id: 'no\n  : [\n");
        const auto pipe = (folder.path / "pipe").string();
        REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
        for (const auto& name : {broken, pipe, folder.path.string(), std::string("nowhere.yaml"),
                                 std::string("-"), std::string("/dev/zero"), std::string("''")}) {
            INFO(name);
            CHECK(completed("mlops-assess plan " + name + " --rubric " + name +
                            " --assume data-versi") == "words | data-versioned=");
        }
    }
}

TEST_CASE("no part of a line leads to an error", "[completion]") {
    const std::string line =
        "mlops-assess plan 'a b.yaml' -qfjson --rubric=google,x --bar=\"mos\\tly\" --target "
        "google.=1,,microsoft=x --assume ==no -- --today \t x \xC3\xA9 $(x)";
    for (std::size_t end = 0; end <= line.size(); ++end) {
        INFO(line.substr(0, end));
        completed(line.substr(0, end));
    }
    CHECK(run_program({"complete"}).err.empty());
    CHECK(run_program({"complete", "--", "-x"}).err.empty());
}

TEST_CASE("bash completes by the script", "[completion]") {
    const Folder folder;
    folder.file("gone.yaml", "");
    const struct {
        std::string line;
        std::string offered;
    } rows[] = {
        {"mlops-assess sco", "score"},
        {"mlops-assess score --bar=f", "fully"},
        {"mlops-assess score --rubric=go", "google gone.yaml"},
        {"mlops-assess score --rubric go", "google gone.yaml"},
        {"mlops-assess score --target google=", "0 1 2"},
        {"mlops-assess score --target=google=1,microsoft=", "0 1 2 3 4"},
        {"mlops-assess init --for google=1,goo", "1,google=0 1,google=1 1,google=2"},
        {"mlops-assess plan answers.yaml --assume data-versi", "data-versioned="},
        {"mlops-assess plan answers.yaml --assume data-versioned=f", "fully"},
        {"mlops-assess score answers.yaml ", ""},
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
