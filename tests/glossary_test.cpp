#include "commands/glossary.hpp"

#include "support/catch.hpp"
#include "support/program.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <regex>
#include <set>

using namespace mlops_assess;

/// Every word that a report uses for a rule of its own can be looked up.

TEST_CASE("the words and labels of the text report are explained", "[glossary]") {
    const std::string words[] = {
        // Labels and headings.
        "MUST DO",
        "NEXT",
        "AHEAD",
        "NOT FULL",
        "N/A",
        "NOTE",
        "SINCE",
        "GATE",
        "Scope",
        "Advice",
        "done when",
        "now",
        "to the next",
        "top",
        "not assessed",
        "open",
        "Rubric",
        "target",
        // Verdicts.
        "level",
        "below level 1",
        "short of",
        "to do",
        "parameters",
        "evidence",
        "confirmed",
        "could be",
        "not answered yet",
        "out of scope",
        "next level",
        "your target",
        "answered",
        "advised",
        "published",
        "from notes",
        "our interpretation",
        "our addition",
        "no estimate",
        "days",
        "weeks",
        "months",
        "met",
        "not met",
        "missing",
        "counts as",
        "held back",
        "publisher",
        // Words of other reports and commands.
        "parameter",
        "overall level",
        "index",
        "bar",
        "progress",
        "possible",
        "range",
        "gap",
        "fragile",
        "evidenced",
        "publisher's level",
        "secondary",
        "interpreted",
        "added",
        "nothing applied",
        "nothing new",
        "milestone",
        "roadmap",
        "must-have",
        "recommended",
        "credited",
        "effort",
        "waiver",
        "gate",
        "baseline",
        "completeness",
        "continuous training",
        "CT",
        "what-if",
        "basis",
        "today",
        "practice",
        "requirement",
        "due",
        "model",
    };
    for (const auto& word : words) {
        INFO(word);
        const auto outcome = run_program({"explain", word});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find('\n') < outcome.out.size() - 1);
    }
}

TEST_CASE("the labels of the text report are on that list", "[glossary]") {
    const std::regex label("(^|\n)([A-Z][A-Z/]+( [A-Z]+)?)( \\([0-9]+\\))?  ");
    std::set<std::string> labels;
    for (const auto* line :
         {"score examples/retail-credit.yaml", "score examples/startup.yaml",
          "score tests/sheets/features.yaml --rubric tests/sheets/models/features.yaml "
          "--fail-under small=3 --baseline tests/sheets/features-before.yaml"}) {
        const auto out = run_program(split(line)).out;
        for (std::sregex_iterator at(out.begin(), out.end(), label), end; at != end; ++at)
            labels.insert((*at)[2]);
    }
    for (const auto* model : {"MICROSOFT", "GOOGLE", "SMALL"}) labels.erase(model);
    CHECK(labels.size() >= 7);
    for (const auto& each : labels) {
        INFO(each);
        CHECK(run_program({"explain", each}).status == 0);
    }
}

TEST_CASE("a word is found whatever its case, with blanks, hyphens or underscores", "[glossary]") {
    for (const auto* typed : {"short of", "Short Of", "short-of", "SHORT_OF", "how far"}) {
        INFO(typed);
        const auto* found = find_in_glossary(typed);
        REQUIRE(found != nullptr);
        CHECK(found->word == "short of");
    }
    CHECK(find_in_glossary("") == nullptr);
    CHECK(find_in_glossary("short") == nullptr);
    CHECK(find_in_glossary(", ") == nullptr);
}

TEST_CASE("every entry is found by each of its names, and says a few plain sentences",
          "[glossary]") {
    std::set<std::string> names;
    for (const auto& about : glossary()) {
        INFO(about.word);
        std::string others(about.others);
        CHECK(find_in_glossary(about.word) == &about);
        CHECK(find_in_glossary(as_argument(about)) == &about);
        CHECK(as_argument(about).find_first_of(" '") == std::string::npos);
        CHECK(names.insert(lower_case(about.word)).second);
        while (!others.empty()) {
            const auto end = std::min(others.find(", "), others.size());
            const auto name = others.substr(0, end);
            INFO(name);
            CHECK(find_in_glossary(name) == &about);
            CHECK(names.insert(lower_case(name)).second);
            others.erase(0, end + 2);
        }
        const std::string text(about.text);
        CHECK(text.ends_with('.'));
        const std::regex stop("\\.( |$)");
        const auto sentences = std::distance(std::sregex_iterator(text.begin(), text.end(), stop),
                                             std::sregex_iterator());
        CHECK(sentences >= 1);
        CHECK(sentences <= 4);
    }
}

TEST_CASE("ids, levels and sources are explained whatever their case", "[glossary]") {
    const std::pair<std::string, std::string> rows[] = {
        {"GOOGLE.CI", "google.ci"},
        {"Microsoft.2", "microsoft.2"},
        {"Microsoft", "microsoft"},
        {"Data-Versioned", "data-versioned"},
        {"CD", "cd"},
        {"Unclosed-Quote", "unclosed-quote"},
        {"s4", "S4"},
        {"ms", "MS"},
        {"Mostly", "mostly"},
    };
    for (const auto& [typed, id] : rows) {
        INFO(typed);
        const auto outcome = run_program({"explain", typed});
        CHECK(outcome.status == 0);
        CHECK(outcome.out == run_program({"explain", id}).out);
    }
    const auto answers = split("--answers examples/startup.yaml -q");
    for (const auto& [typed, id] : {rows[0], rows[2], rows[3], rows[4]}) {
        INFO(typed);
        std::vector<std::string> with = {"explain", typed};
        with.insert(with.end(), answers.begin(), answers.end());
        const auto outcome = run_program(with);
        CHECK(outcome.status == 0);
        with[1] = id;
        CHECK(outcome.out == run_program(with).out);
    }
}

TEST_CASE("a source tells where it is and what cites it", "[glossary]") {
    const auto out = run_program({"explain", "s4"}).out;
    CHECK(out.find("S4 ") == 0);
    CHECK(out.find("\n\nCited by\n") != std::string::npos);
    CHECK(std::regex_search(out, std::regex("  - [0-9]+ practices\n")));
    CHECK(std::regex_search(out, std::regex("  - Google: [0-9]+ requirements\n")));
    const auto small = run_program(split("explain b --rubric tests/sheets/models/features.yaml"));
    CHECK(small.status == 0);
    CHECK(small.out.find("B  Second source\n") == 0);
}

TEST_CASE("a word is explained beside a sheet too", "[glossary]") {
    const auto outcome = run_program(split("explain index --answers examples/startup.yaml -q"));
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("never a level") != std::string::npos);
}

TEST_CASE("the list of what can be explained names words and sources", "[glossary]") {
    const auto out = run_program({"explain"}).out;
    CHECK(out.find("Words of the reports\n") != std::string::npos);
    CHECK(out.find("short of") != std::string::npos);
    CHECK(out.find("Sources\n") != std::string::npos);
    CHECK(run_program({"explain", "milestne"}).err.find("did you mean \"milestone\"?") !=
          std::string::npos);
}

TEST_CASE("levels are asked for whatever the case of their models", "[glossary]") {
    const auto run = [](const std::string& gate) {
        return run_program({"score", "examples/startup.yaml", "-f", "badge-json", "-q", gate});
    };
    const std::pair<std::string, std::string> rows[] = {
        {"--fail-under=MICROSOFT=4", "--fail-under=microsoft=4"},
        {"--fail-under=Google.CI=2", "--fail-under=google.ci=2"},
        {"--target=GOOGLE=2", "--target=google=2"},
        {"--fail-under=google.2=1", "--fail-under=google.2=1"},
    };
    for (const auto& [typed, id] : rows) {
        INFO(typed);
        CHECK(run(typed).status == run(id).status);
        CHECK(run(typed).out == run(id).out);
    }
    CHECK(run(rows[0].first).status == 1);
    CHECK(run(rows[2].first).status == 0);
    CHECK(run(rows[3].first).status == 2);
}
