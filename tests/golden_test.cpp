#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <regex>

/// Every folder of tests/golden with a `cmd` holds a command line and what it must print: `out`,
/// `err` and `status`, each missing where it is empty or 0. They stand by writer or command. What
/// changes with every release or belongs to another file is masked: the version, the style of a
/// page and its hash.
namespace fs = std::filesystem;

namespace {

std::string masked(std::string text) {
    static const std::pair<std::regex, const char*> masks[] = {
        {std::regex("(mlops-assess\",\\s+\"version\": \")[0-9.]+"), "$1VERSION"},
        {std::regex("(\"semanticVersion\": \")[0-9.]+"), "$1VERSION"},
        {std::regex("(Written by mlops-assess )[0-9]+[.][0-9]+[.][0-9]+"), "$1VERSION"},
        {std::regex("'sha256-[A-Za-z0-9+/=]+'"), "'sha256-HASH'"}};
    for (const auto& [what, mask] : masks) text = std::regex_replace(text, what, mask);
    const auto begin = text.find("<style>");
    const auto end = text.find("</style>");
    if (text.starts_with("<!DOCTYPE") && end != std::string::npos)
        text.replace(begin, end - begin, "<style>STYLE");
    return text;
}

}  // namespace

TEST_CASE("golden files", "[golden]") {
    const auto* needed = std::getenv("NEEDED_LOCALE");
    if (needed != nullptr) REQUIRE(std::setlocale(LC_ALL, needed) != nullptr);
    fs::current_path(SOURCE_FOLDER);
    std::vector<fs::path> folders;
    for (const auto& entry : fs::recursive_directory_iterator("tests/golden"))
        if (entry.path().filename() == "cmd") folders.push_back(entry.path().parent_path());
    std::sort(folders.begin(), folders.end());
    REQUIRE(folders.size() >= 100);
    for (const auto& folder : folders) {
        INFO(folder.string());
        const auto outcome = run_program(split(read_file(folder / "cmd")));
        check_approved(folder / "out", masked(outcome.out));
        check_approved(folder / "err", masked(outcome.err));
        check_approved(folder / "status",
                       outcome.status == 0 ? "" : std::to_string(outcome.status) + "\n");
    }
    std::setlocale(LC_ALL, "C");
}

TEST_CASE("the same input gives the same bytes, run after run", "[golden]") {
    for (const auto* format : {"text", "markdown", "html", "svg", "json"}) {
        const auto first =
            run_program({"score", "examples/retail-credit.yaml", "-f", format, "-q"});
        CHECK(first.status == 0);
        for (int i = 0; i < 5; ++i)
            CHECK(run_program({"score", "examples/retail-credit.yaml", "-f", format, "-q"}).out ==
                  first.out);
    }
}

TEST_CASE("the text report of the bank fits two screens", "[golden]") {
    const auto report = run_program({"score", "examples/retail-credit.yaml"}).out;
    CHECK(std::count(report.begin(), report.end(), '\n') <= 86);
}

TEST_CASE("no line of a report begins like a CI command", "[golden]") {
    const Folder folder;
    for (const auto* team : {"::error::x",
                             "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                             "xxxxxxxxxxxxxxx::error::x",
                             "\xC2\xA0::error::x", "\xE3\x80\x80::error::x"}) {
        const auto colons = std::string(300, ':');
        for (const auto& name : {std::string(team), colons})
            for (const auto* format : {"text", "markdown", "html", "svg", "json"}) {
                const auto sheet = folder.file("a.yaml", "team: \"" + name + "\"\nanswers: {}\n");
                const auto out = "\n" + run_program({"score", sheet, "-f", format}).out;
                INFO(name << ' ' << format);
                REQUIRE(out.size() > 1);
                for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos; ++at) {
                    const auto begin = out.find_first_not_of(" \t", at + 1);
                    CHECK((begin == std::string::npos || out.compare(begin, 2, "::") != 0));
                }
            }
    }
}
