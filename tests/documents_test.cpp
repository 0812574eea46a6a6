#include "report/practices.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"
#include "text/markdown_text.hpp"
#include "text/markup.hpp"
#include "writer/formats.hpp"

#include <algorithm>

using namespace mlops_assess;

/// The reports of many pages: Markdown and HTML.
namespace {

const std::filesystem::path source_folder = SOURCE_FOLDER;

Report report_of(Workshop& shop, const std::string& sheet) {
    auto scored = score(shop.models, shop.sheet(sheet), Rules{}, {}, shop.diagnostics);
    REQUIRE(scored);
    return make_report(std::move(*scored), {}, nullptr, "answers.yaml", "answers.yaml");
}

Style brief() {
    Style style;
    style.brief = true;
    return style;
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

/// Where each of these stands, which must be one behind the other.
void check_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const auto& part : parts) {
        INFO(part);
        const auto found = text.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

/// A sheet that answers every practice of the shipped catalogue, each with a note of its own.
std::string full_sheet(const Workshop& shop) {
    std::string text = "team: All\ncontext: {regulated: true, production_models: 2}\nanswers:\n";
    for (const auto& practice : shop.models.shipped_catalogue->practices)
        text += fmt::format("  {}: {{answer: partially, note: note of {} here}}\n", practice.id,
                            practice.id);
    return text;
}

}  // namespace

TEST_CASE("every answer stands in Markdown and HTML", "[documents]") {
    Workshop shop;
    const bool loaded = GENERATE(true, false);
    const auto sheet = full_sheet(shop);
    if (!loaded) shop.rubric(read_file(source_folder / "tests/sheets/models/features.yaml"));
    auto text = sheet;
    if (!loaded) text += "  versioned: no\n";
    const auto report = report_of(shop, text);
    const auto markdown = write_markdown(report, {});
    const auto html = write_html(report, {});
    for (const auto& practice : shop.models.shipped_catalogue->practices) {
        INFO(practice.id);
        const auto note = fmt::format("ote of {} here", practice.id);
        const auto row =
            markdown.find(fmt::format("`{}`", practice.id), markdown.find("## Every practice"));
        CHECK(row != std::string::npos);
        CHECK(markdown.find(note, row) < markdown.find('\n', row));
        CHECK(html.find(note, html.find("<section id=\"answers\"")) != std::string::npos);
    }
}

TEST_CASE("a practice has one row, whatever models ask for it", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(source_folder / "examples/retail-credit.yaml"));
    const auto markdown = write_markdown(report, {});
    const auto table = markdown.substr(markdown.find("## Every practice"));
    const auto html = write_html(report, {});
    const auto tables = html.substr(html.find("<section id=\"answers\""));
    for (const auto& practice : shop.models.shipped_catalogue->practices) {
        INFO(practice.id);
        CHECK(count(table, fmt::format("`{}`", practice.id)) == 1);
        CHECK(count(tables, fmt::format("<code>{}</code>", practice.id)) == 1);
    }
    CHECK(markdown.size() < 60'000);
    CHECK(html.size() < 200'000);
}

TEST_CASE("missing must-haves stand under the verdict and begin the first steps", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(source_folder / "examples/retail-credit.yaml"));
    check_order(write_markdown(report, {}),
                {"## Verdict", "## Must do, whatever the target: 1 of 11 missing",
                 "`release-notes`", "## Profile", "## Do these first", "`release-notes`",
                 "Must do, whatever the target", "## Milestone"});
    check_order(write_html(report, {}),
                {"id=\"verdict\"", "id=\"must\"", "href=\"#do-release-notes\"", "id=\"first\"",
                 "href=\"#do-release-notes\"", "Must do, whatever the target", "id=\"profile\"",
                 "id=\"do-release-notes\""});
}

TEST_CASE("the assessor's words and what is out of scope come first", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(source_folder / "examples/hosted-llm.yaml"));
    check_order(write_markdown(report, {}),
                {"# Maturity of", "we train nothing", "Assessed by", "Scope", "## Verdict",
                 "Out of scope", "Microsoft MLOps maturity model"});
    check_order(write_html(report, {}), {"<h1>", "we train nothing", "Assessed by", "Scope",
                                         "Out of scope", "Microsoft MLOps maturity model"});
}

TEST_CASE("brief reports stop after the second page and link nowhere", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(source_folder / "examples/retail-credit.yaml"));
    const auto markdown = write_markdown(report, brief());
    for (const auto* section :
         {"## Verdict", "## Must do", "## Do these first", "## Profile", "## Roadmap"})
        CHECK(count(markdown, section) == 1);
    CHECK(count(markdown, "\n## ") == 5);
    CHECK(count(markdown, "\n") < 120);
    const auto html = write_html(report, brief());
    for (const auto* id : {"verdict", "must", "levels", "first", "roadmap", "profile"})
        CHECK(count(html, fmt::format("<section id=\"{}\"", id)) == 1);
    CHECK(count(html, "<section id=") == 6);
    CHECK(count(html, "mlops-assess score answers.yaml -f html --brief</code>") == 1);
    CHECK(count(html, "mlops-assess score answers.yaml -f html</code>") == 1);
    CHECK(count(html, "href=\"#") == 0);
}

TEST_CASE("a long text is shortened on the first page and stands in full behind it",
          "[documents]") {
    Workshop shop;
    std::string words;
    for (int i = 0; i < 200; ++i) words += fmt::format("word{} ", i);
    const auto report = report_of(
        shop,
        fmt::format("team: All\nscope: {0}\nsummary: {0}\nassessed_by: [Ana]\nanswers: {{}}\n",
                    words));
    const auto whole = write_html(report, {});
    CHECK(count(whole, "<a href=\"#texts\">in full</a>") == 2);
    CHECK(count(whole, "word199") == 2);
    CHECK(whole.find("word199") > whole.find("<section id=\"texts\""));
    const auto short_one = write_html(report, brief());
    CHECK(count(short_one, "(in full in the whole report)") == 2);
    CHECK(count(short_one, "word199") == 0);
    CHECK(count(write_html(report_of(shop, "team: All\nanswers: {}\n"), {}), "#texts") == 0);
}

TEST_CASE("the first page says what is missing for the next level", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, read_file(source_folder / "examples/retail-credit.yaml"));
    check_order(write_html(report, {}),
                {"id=\"verdict\"", "Missing for 3", "Jointly owned integration job",
                 "and 5 more; open: Training sanity tests", "Missing for 1", "id=\"must\""});
}

TEST_CASE("every link of a page leads somewhere", "[documents]") {
    Workshop shop;
    const auto* sheet = GENERATE("retail-credit", "first-attempt", "hosted-llm", "notebooks");
    const auto html = write_html(
        report_of(shop, read_file(source_folder / fmt::format("examples/{}.yaml", sheet))), {});
    const std::string_view link = "href=\"#";
    for (auto at = html.find(link); at != std::string::npos; at = html.find(link, at + 1)) {
        const auto begin = at + link.size();
        const auto id = html.substr(begin, html.find('"', begin) - begin);
        INFO(id);
        CHECK(count(html, fmt::format(" id=\"{}\"", id)) == 1);
    }
}

TEST_CASE("a blank sheet is not at level 0", "[documents]") {
    Workshop shop;
    const auto report = report_of(shop, "team: Blank\nanswers: {}\n");
    const auto markdown = write_markdown(report, {});
    CHECK(count(markdown, ": not answered yet**") == 2);
    CHECK(count(markdown, "Held back") == 0);
    const auto html = write_html(report, {});
    CHECK(count(html, "Not answered yet</p>") == 2);
    CHECK(count(html, "<td class=\"gap\">") == 0);
}
