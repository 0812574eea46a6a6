#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>

/// Every folder of tests/golden holds a command line in `cmd` and what it must print: `out`, `err`
/// and `status`, each missing where it is empty or 0.
namespace fs = std::filesystem;

TEST_CASE("golden files", "[golden]") {
    const auto* needed = std::getenv("NEEDED_LOCALE");
    if (needed != nullptr) REQUIRE(std::setlocale(LC_ALL, needed) != nullptr);
    fs::current_path(SOURCE_FOLDER);
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator("tests/golden"))
        folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    REQUIRE(folders.size() >= 25);
    for (const auto& folder : folders) {
        INFO(folder.string());
        const auto outcome = run_program(split(read_file(folder / "cmd")));
        check_approved(folder / "out", outcome.out);
        check_approved(folder / "err", outcome.err);
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

TEST_CASE("the text report of the bank fits a screen", "[golden]") {
    const auto report = run_program({"score", "examples/retail-credit.yaml"}).out;
    CHECK(std::count(report.begin(), report.end(), '\n') <= 50);
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
