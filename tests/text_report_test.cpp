#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

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

TEST_CASE("two files of one catalogue report as the shipped models do", "[text_report]") {
    const Folder folder;
    const std::vector<std::string> files = {"--rubric", "rubrics/microsoft.yaml", "--rubric",
                                            "rubrics/google.yaml"};
    const auto report = [](std::vector<std::string> arguments) {
        const auto outcome = run_program(arguments);
        CHECK(outcome.status == 0);
        // The commands at the end name the files.
        return outcome.out.substr(0, outcome.out.find("\nWhy? "));
    };
    for (const std::string sheet : {"examples/retail-credit.yaml", "examples/first-attempt.yaml"}) {
        INFO(sheet);
        for (const std::vector<std::string>& options :
             {std::vector<std::string>{}, {"--baseline", before(folder, sheet)}}) {
            std::vector<std::string> arguments = {"score", sheet, "-q"};
            arguments.insert(arguments.end(), options.begin(), options.end());
            const auto shipped = report(arguments);
            arguments.insert(arguments.end(), files.begin(), files.end());
            const auto copied = report(arguments);
            INFO(first_difference(shipped, copied));
            CHECK(shipped == copied);
        }
    }
}

TEST_CASE("no blank line is followed by another or ends a report", "[text_report]") {
    const Folder folder;
    auto sheets = shipped_examples();
    std::string all = "team: T\nanswers:\n";
    const Workshop shop;
    for (const auto& practice : shop.microsoft().catalogue->practices)
        all += fmt::format("  {}: fully\n", practice.id);
    sheets.push_back(folder.file("top.yaml", all));
    for (const auto& sheet : sheets)
        for (const auto& more : {std::vector<std::string>{}, {"--brief"}, {"-f", "plain"}}) {
            std::vector<std::string> arguments = {"score", sheet, "-q"};
            arguments.insert(arguments.end(), more.begin(), more.end());
            const auto report = run_program(arguments).out;
            INFO(report);
            CHECK(report.find("\n\n\n") == std::string::npos);
            CHECK_FALSE(report.ends_with("\n\n"));
        }
}

TEST_CASE("one of a thing is called one", "[text_report]") {
    const std::regex wrong(
        R"((^|[^0-9.,:-])1 (answers|practices|questions|parameters|targets|models|steps|gaps|days|weeks)\b)");
    for (const auto& sheet : yaml_files("examples/portfolio/2026-q2")) {
        const auto then = "examples/portfolio/2026-q1" + sheet.substr(sheet.rfind('/'));
        for (const auto* format : {"text", "plain", "markdown", "html"}) {
            const auto report =
                run_program({"score", sheet, "-q", "-f", format, "--baseline", then}).out;
            std::smatch found;
            INFO(sheet << " " << format);
            CHECK((std::regex_search(report, found, wrong) ? found.str() : "") == "");
        }
    }
    // The cases that there were: one answer that moved, one practice that is not full.
    const auto moved = [](const std::string& format) {
        return run_program({"score", "examples/portfolio/2026-q2/offer-propensity.yaml", "-q", "-f",
                            format, "--baseline",
                            "examples/portfolio/2026-q1/offer-propensity.yaml"})
            .out;
    };
    CHECK(moved("html").find("20 March 2026: 1 answer up, 4 down") != std::string::npos);
    CHECK(moved("text").find("20 March 2026: 1 answer up, 4 down") != std::string::npos);
    CHECK(run_program({"score", "examples/portfolio/2026-q2/document-extraction.yaml"})
              .out.find("first to be lost: 1 practice of Microsoft") != std::string::npos);
    CHECK(run_program({"score", "-", "--rubric", "tests/sheets/models/one.yaml", "-f", "html"},
                      "team: T\nanswers: {one: no}\n")
              .out.find("To level 1: 0 of 1 practice met") != std::string::npos);
}
