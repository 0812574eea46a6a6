#include "document/diagnostic.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <set>

/// Every tests/invalid/*.yaml and *.csv has a mistake, and beside it the exact message in a .out file. The
/// command is `validate FILE`, or what a .cmd file says.
namespace fs = std::filesystem;
using namespace mlops_assess;

namespace {

bool is_sheet(const fs::path& file) {
    return file.extension() == ".yaml" || file.extension() == ".csv";
}

std::vector<fs::path> mistakes() {
    fs::current_path(SOURCE_FOLDER);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator("tests/invalid"))
        if (is_sheet(entry.path()) || entry.path().extension() == ".cmd")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Outcome run_mistake(const fs::path& file) {
    if (file.extension() == ".cmd") return run_program(split(read_file(file)));
    return run_program({"validate", file.generic_string()});
}

}  // namespace

TEST_CASE("every mistake is told exactly", "[invalid]") {
    const auto files = mistakes();
    REQUIRE(files.size() >= 60);
    for (const auto& file : files) {
        INFO(file.string());
        const auto outcome = run_mistake(file);
        auto expected = file;
        check_approved(expected.replace_extension(".out"), outcome.out + outcome.err);
        const bool only_told = outcome.out.find(" error: ") == std::string::npos &&
                               outcome.err.find(" error: ") == std::string::npos;
        CHECK(outcome.status == (only_told ? 0 : 3));
        CHECK_FALSE((outcome.out + outcome.err).empty());
        if (is_sheet(file)) CHECK(outcome.err.empty());
    }
}

TEST_CASE("every diagnostic has a case", "[invalid]") {
    std::set<std::string> told;
    for (const auto& file : mistakes()) {
        const auto outcome = run_mistake(file);
        const auto text = outcome.out + outcome.err;
        for (const auto& kind : diagnostic_kinds())
            if (text.find("[" + std::string(kind.name) + "]") != std::string::npos)
                told.insert(std::string(kind.name));
    }
    for (const auto& kind : diagnostic_kinds()) {
        // It takes another program that writes just then: tests/portfolio_test.cpp.
        if (kind.id == DiagnosticId::file_changed) continue;
        INFO(kind.name);
        CHECK(told.count(std::string(kind.name)) == 1);
    }
}

TEST_CASE("warnings become errors when asked for", "[invalid]") {
    const auto* file = "tests/invalid/answers-not-applicable-not-offered.yaml";
    CHECK(run_program({"validate", file}).status == 0);
    CHECK(run_program({"validate", "--strict", file}).status == 3);
}
