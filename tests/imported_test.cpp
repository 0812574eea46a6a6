#include "support/catch.hpp"
#include "support/program.hpp"
#include "writer/formats.hpp"

#include <regex>

using namespace mlops_assess;

/// A model whose practices have an id, a parameter and a statement, and no more.
namespace {

const std::string sheet = "tests/sheets/imported.yaml";
const std::vector<std::string> rubric = {"--rubric", "tests/sheets/models/imported.yaml"};

Outcome run(const std::string& command, const std::string& input = {}) {
    auto arguments = split(command);
    arguments.insert(arguments.end(), rubric.begin(), rubric.end());
    return run_program(arguments, input);
}

/// The first label behind which nothing stands; empty where all have their text.
std::string empty_label(const std::string& text) {
    static const std::regex labels[] = {
        std::regex("[Dd]one when(:|<)"),  // no practice says when
        std::regex(R"((^|\n)[ >]*([-*+]|\d+[.)])( \[[ x]\])?[ \t]*(\r?\n|$))"),
        std::regex(
            R"((Why|How|Deliver|Fully|fully|[Ff]ully when|[Dd]one when|Evidence|effort|takes)"
            R"()(\*\*|</b>| when)?:(\*\*|</b>)?[ \t.]*("|\r?\n|<|$))"),
        std::regex(R"(<(li|dd|dt|p|td|h[1-6])( class="[^"]*")?>\s*</(li|dd|p|dt|h[1-6])>)"),
        std::regex(R"((Why|How|Deliver|Done when|done when):[ .]*(Why|Deliver|Done when|Today)\b)"),
        std::regex(R"(\(\)|\*\*\*\*|, ,|takes ,|takes no estimate|\(, )"),
    };
    std::smatch found;
    for (const auto& label : labels)
        if (std::regex_search(text, found, label)) return found.str();
    return {};
}

}  // namespace

TEST_CASE("a label without a text is seen", "[imported]") {
    for (const auto* text :
         {"- one\n- \n", "Why: \n", "done when: .\n", "<dd></dd>", "<p>Fully when: </p>",
          "  - [ ] \n", "Why: Done when: it works", "**Why:** \n", "takes no estimate", "1. \n"}) {
        INFO(text);
        CHECK_FALSE(empty_label(text).empty());
    }
    CHECK(empty_label("- one\n  - two: three\nWhy: because\n\n--\n* a\n").empty());
}

TEST_CASE("every format leaves out what an imported model does not say", "[imported]") {
    for (const auto& format : formats()) {
        INFO(format.name);
        const auto outcome = run("score " + sheet + " -f " + std::string(format.name));
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(empty_label(outcome.out) == "");
    }
}

TEST_CASE("every command leaves out what an imported model does not say", "[imported]") {
    const Folder folder;
    const auto page = (folder.path / "page.html").string();
    const std::string commands[] = {
        "plan " + sheet,
        "plan " + sheet + " -f markdown",
        "plan " + sheet + " -f csv",
        "plan " + sheet + " -f json",
        "compare " + sheet + " " + sheet,
        "explain",
        "explain delivery-2024",
        "explain delivery-2024.1",
        "explain delivery-2024.code",
        "explain code",
        "explain code-2",
        "explain access-3",
        "explain --answers " + sheet,
        "explain code-2 --answers " + sheet,
        "list practices",
        "list levels",
        "list rubrics",
        "init -o -",
        "score " + sheet + " --brief",
    };
    for (const auto& command : commands) {
        INFO(command);
        const auto outcome = run(command);
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK_FALSE(outcome.out.empty());
        CHECK(empty_label(outcome.out) == "");
    }
    CHECK(run("list levels").out.find("delivery-2024.2  Advanced") != std::string::npos);
    REQUIRE(run("init -o " + page).status == 0);
    const auto html = read_file(page);
    CHECK(empty_label(html.substr(0, html.find("<script"))) == "");

    const auto sheet_to_ask = folder.file("answers.yaml", "team: T\nanswers: {}\n");
    const auto sitting = run("ask " + sheet_to_ask, "?\nf\nm\n");
    CHECK(sitting.status == 0);
    CHECK(empty_label(sitting.err) == "");
    CHECK(run("target " + sheet).status == 2);
}

TEST_CASE("the label stands where a reader meets the model", "[imported]") {
    for (const std::string format : {"plain", "markdown", "html", "badge", "badge-json", "json"}) {
        INFO(format);
        CHECK(run("score " + sheet + " -q -f " + format).out.find("Delivery") != std::string::npos);
    }
    CHECK(run("score " + sheet).out.find("DELIVERY   below level 1 of 2, Basic") !=
          std::string::npos);
}

TEST_CASE("a parameter's title uses the room that is there, and then a second line", "[imported]") {
    const auto out = run("score " + sheet).out;
    CHECK(out.find("Access to keys, secrets and whatever else opens a\n") == std::string::npos);
    CHECK(out.find("Access to keys, secrets and whatever else opens a") != std::string::npos);
    CHECK(out.find("\n  door to production at night\n") != std::string::npos);
    CHECK(out.find("Access to keys, secr...") == std::string::npos);
}

TEST_CASE("a questionnaire gives examples of its own model", "[imported]") {
    const auto out = run("init -o -").out;
    CHECK(out.find("microsoft") == std::string::npos);
    CHECK(out.find("data-versioned") == std::string::npos);
    CHECK(out.find("# target: {delivery-2024: 2}") != std::string::npos);
    CHECK(out.find("#   code-1:\n#     answer: partially\n") != std::string::npos);
}

TEST_CASE("a warning about a model is told once", "[imported]") {
    const Folder folder;
    const auto answers = folder.file("answers.yaml", "team: T\nanswers: {first: fully}\n");
    for (const auto& line : {"score " + answers, "compare " + answers + " " + answers,
                             "plan " + answers, std::string("list levels")}) {
        INFO(line);
        auto arguments = split(line);
        arguments.insert(arguments.end(),
                         {"--rubric", "tests/invalid/rubric-after-higher-level.yaml"});
        const auto outcome = run_program(arguments);
        CHECK(outcome.status == 0);
        const auto at = outcome.err.find("[after-higher-level]");
        CHECK(at != std::string::npos);
        CHECK(outcome.err.find("[after-higher-level]", at + 1) == std::string::npos);
    }
}

TEST_CASE("a practice may be called like a key of the sheet", "[imported]") {
    const Folder folder;
    auto model = read_file("tests/sheets/models/one.yaml");
    const auto named = [&](const std::string& old, const std::string& id) {
        const auto at = model.find(old);
        REQUIRE(at != std::string::npos);
        model.replace(at, old.size(), id);
    };
    named("- id: one", "- id: team");
    named("[one]", "[team]");
    const auto file = folder.file("model.yaml", model);
    for (const auto& [answers, level] :
         {std::pair("answers:\n  team: fully\n", "1"), std::pair("answers: {team: no}\n", "0")}) {
        const auto sheet = folder.file("answers.yaml", std::string("team: T\n") + answers);
        const auto outcome = run_program({"score", sheet, "--rubric", file, "-f", "badge-json"});
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find(std::string(level) + " of 1") != std::string::npos);
    }
}
