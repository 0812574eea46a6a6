#include "commands/glossary.hpp"

#include "model/shipped.hpp"
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
        "AGREEMENT",
        "DECIDE FIRST",
        "within a step",
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
        "quick win",
        "stage",
        "waits for",
        "owner",
        "falls out",
        "heat map",
        "radar",
        "profile",
        "method",
        "summary",
        "trend",
        "plan",
        "answer sheet",
        "source",
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

TEST_CASE("the headings of reports and plans are explained", "[glossary]") {
    // What a regular expression finds in what a command prints. Signs before it, figures and what
    // follows them are no part of the word.
    const std::pair<std::string, std::regex> documents[] = {
        {"score {} -f markdown", std::regex("\n## ([^\n]+)")},
        {"score {} -f html", std::regex("<h2[^>]*>([^<]+)")},
        {"plan {} --today 2028-01-01", std::regex("\n([A-Z][A-Za-z]+( [a-z]+)?)  ")},
    };
    const std::string sheets[] = {
        "examples/retail-credit.yaml", "examples/first-attempt.yaml",
        "tests/sheets/features.yaml --rubric tests/sheets/models/features.yaml"};
    const std::regex word("[A-Za-z][A-Za-z/-]*( [a-z][a-z/-]*)*");
    std::set<std::string> words;
    for (const auto& [command, heading] : documents)
        for (const auto& sheet : sheets) {
            auto line = command;
            line.replace(line.find("{}"), 2, sheet);
            const auto out = run_program(split(line + " -q")).out;
            for (std::sregex_iterator at(out.begin(), out.end(), heading), end; at != end; ++at) {
                const auto found = (*at)[1].str();
                std::smatch match;
                if (std::regex_search(found, match, word)) words.insert(match[0]);
            }
        }
    CHECK(words.size() >= 15);
    for (const auto& each : words) {
        if (each == "Small" || each == "Contents") continue;  // a model of the tests; no term
        INFO(each);
        CHECK(run_program({"explain", each}).status == 0);
    }
}

TEST_CASE("what reports call by a name is explained by it", "[glossary]") {
    const std::pair<std::string, std::string> rows[] = {
        {"Data gathering", "data"},
        {"App integration & testing", "app"},
        {"Automated training", "microsoft.2"},
        {"microsoft mlops maturity model", "microsoft"},
        {"Prediction log", "mon-log-predictions"},
        {"Not applicable", "not-applicable"},
    };
    for (const auto& [name, id] : rows) {
        INFO(name);
        CHECK(run_program({"explain", name}).status == 0);
        CHECK(run_program({"explain", name}).out == run_program({"explain", id}).out);
    }
    const auto with = [](const std::string& what) {
        return run_program({"explain", what, "--answers", "examples/startup.yaml", "-q"}).out;
    };
    CHECK(with("Data gathering") == with("data"));
    CHECK(with("Prediction log").find("Answer\n") != std::string::npos);
}

TEST_CASE("every source of the catalogue is explained, whatever its case", "[glossary]") {
    for (const auto& source : shipped_catalogue().sources)
        for (const auto& typed : {std::string(source.id), lower_case(source.id)}) {
            INFO(typed);
            const auto outcome = run_program({"explain", typed});
            CHECK(outcome.status == 0);
            CHECK(outcome.out.starts_with(std::string(source.id)));
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
