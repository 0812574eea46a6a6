#include "support/program.hpp"

#include "support/catch.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input) {
    std::istringstream in(input);
    return run_program(arguments, [&](char* buffer, std::size_t size) -> long {
        in.read(buffer, static_cast<std::streamsize>(size));
        return static_cast<long>(in.gcount());
    });
}

Outcome run_program(const std::vector<std::string>& arguments, const mlops_assess::Intake& input) {
    fs::current_path(SOURCE_FOLDER);
    Outcome outcome{};
    const mlops_assess::Surroundings surroundings{
        input,
        [&](std::string_view text) {
            outcome.out += text;
            return 0;
        },
        [&](std::string_view text) {
            outcome.err += text;
            return 0;
        },
        {},
        {},
        [] { return 80; },
        [] {},
        [](const char*) -> const char* { return nullptr; },
        [] { return std::int64_t{1795521600}; }};  // 24 November 2026
    outcome.status = static_cast<int>(mlops_assess::run(arguments, surroundings));
    return outcome;
}

bool is_another_program() { return std::getenv("MLOPS_PROGRAM") != nullptr; }

static std::string program() {
    return is_another_program() ? std::getenv("MLOPS_PROGRAM") : PROGRAM;
}

/// A command in which the project's folder and program are one word each for the shell, whatever
/// blanks their paths have: links without blanks stand for them then.
static std::string in_words(std::string command, const Folder& links) {
    for (const std::string& path : {program(), std::string(SOURCE_FOLDER)}) {
        if (path.find(' ') == std::string::npos) continue;
        const auto link = links.path / fs::path(path).filename().string().substr(0, 2);
        fs::create_symlink(path, link);
        for (auto at = command.find(path); at != std::string::npos; at = command.find(path))
            command.replace(at, path.size(), link.string());
    }
    return command;
}

Outcome run_shell(const std::string& command, const fs::path& folder) {
    const Folder streams;
    const auto script =
        streams.file("script", in_words("P=" + program() + "\n" + command + "\n", streams));
    const auto out = streams.path / "out";
    const auto err = streams.path / "err";
    const auto line = "cd '" + folder.string() + "' && bash '" + script + "' >'" + out.string() +
                      "' 2>'" + err.string() + "'";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
}

std::vector<std::string> yaml_files(const std::string& folder) {
    fs::current_path(SOURCE_FOLDER);
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().generic_string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string document_script(const std::filesystem::path& document) {
    std::istringstream lines(read_file(document));
    std::string script = "mlops-assess() { \"$P\" \"$@\"; }\nset -e\n";
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```"))
            inside = !inside && line == "```sh";
        else if (inside)
            script += line + "\n";
    }
    return script;
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool any = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (!quoted && (c == ' ' || c == '\n')) {
            if (any) words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) words.push_back(word);
    return words;
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    INFO(path);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write_file_bytes(const fs::path& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    REQUIRE(out.flush());
}

Folder::Folder() {
    auto name = (fs::temp_directory_path() / "mlops-assess-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
}

Folder::~Folder() {
    std::error_code no_matter;
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, no_matter);
    fs::remove_all(path, no_matter);
}

std::string Folder::file(const std::string& name, const std::string& bytes) const {
    write_file_bytes(path / name, bytes);
    return (path / name).string();
}

std::string first_difference(const std::string& expected, const std::string& actual) {
    std::istringstream wanted(expected);
    std::istringstream got(actual);
    for (int number = 1;; ++number) {
        std::string want;
        std::string have;
        const bool more_wanted = static_cast<bool>(std::getline(wanted, want));
        const bool more_got = static_cast<bool>(std::getline(got, have));
        if (!more_wanted && !more_got) return "only the last line end differs";
        if (more_wanted == more_got && want == have) continue;
        constexpr std::size_t most = 300;
        const auto same = static_cast<std::size_t>(
            std::mismatch(want.begin(), want.end(), have.begin(), have.end()).first - want.begin());
        const auto from = same > most / 2 ? same - most / 2 : 0;
        const auto piece = [&](bool there, const std::string& line) {
            return there ? line.substr(std::min(from, line.size()), most) : "(nothing)";
        };
        return "line " + std::to_string(number) + ", column " + std::to_string(same + 1) +
               "\n  expected: " + piece(more_wanted, want) +
               "\n  printed:  " + piece(more_got, have);
    }
}

bool approving() { return std::getenv("APPROVE") != nullptr; }

void check_approved(const fs::path& file, const std::string& actual) {
    if (approving()) {
        if (actual.empty())
            fs::remove(file);
        else
            write_file_bytes(file, actual);
        return;
    }
    const auto expected = fs::exists(file) ? read_file(file) : std::string();
    INFO(file.string() << ": " << first_difference(expected, actual));
    CHECK((actual == expected));
}
