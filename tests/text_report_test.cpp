#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "writer/formats.hpp"

#include <algorithm>

using namespace mlops_assess;

/// What the reports for a terminal promise to their reader.
namespace {

namespace fs = std::filesystem;

std::vector<std::string> shipped_examples() {
    auto files = yaml_files("examples");
    REQUIRE(files.size() >= 9);
    for (auto& team : yaml_files("examples/portfolio/2026-q2")) files.push_back(std::move(team));
    REQUIRE(files.size() >= 15);
    return files;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// The same team a quarter before, when nothing was done fully.
std::string before(const Folder& folder, const std::string& sheet) {
    return folder.file("before.yaml", replaced(read_file(sheet), ": fully", ": partially"));
}

std::ptrdiff_t lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

TEST_CASE("a brief text report has twelve lines, with a baseline too", "[text_report]") {
    const Folder folder;
    for (const auto& sheet : shipped_examples()) {
        INFO(sheet);
        const auto alone = run_program({"score", sheet, "--brief", "-q"});
        const auto since =
            run_program({"score", sheet, "--brief", "--baseline", before(folder, sheet), "-q"});
        for (const auto& report : {alone, since}) {
            INFO(report.out);
            CHECK(lines(report.out) <= 12);
            CHECK(report.out.find("NEXT") != std::string::npos);
            CHECK(report.out.find("...") == std::string::npos);
        }
    }
}

TEST_CASE("text reports cut no word of a sheet", "[text_report]") {
    const Folder folder;
    for (const auto& sheet : shipped_examples()) {
        INFO(sheet);
        const auto report =
            run_program({"score", sheet, "--baseline", before(folder, sheet), "-q"});
        CHECK(report.out.find("...") == std::string::npos);
    }
}

TEST_CASE("without UTF-8 the change has signs of ASCII", "[text_report]") {
    Workshop shop;
    fs::current_path(SOURCE_FOLDER);
    shop.rubric(read_file("tests/sheets/models/features.yaml"));
    const auto then =
        score_side(shop.models, {shop.sheet(read_file("tests/sheets/features-before.yaml")), {}},
                   {}, shop.diagnostics);
    REQUIRE(then);
    auto now = score(shop.models, shop.sheet(read_file("tests/sheets/features.yaml")), Rules{}, {},
                     shop.diagnostics);
    REQUIRE(now);
    const auto report = make_report(std::move(*now), {}, &*then, "a.yaml", "a.yaml");
    Style style;
    style.utf8 = false;
    const auto text = write_text(report, style);
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0; }));
    CHECK(text.find("v down since 20 August 2026, when it was level 1") != std::string::npos);
    CHECK(text.find("^ up, v down since 20 August 2026") != std::string::npos);
    CHECK(text.find("^1") != std::string::npos);
}
