#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <sstream>

/// What the documents show is what the program prints: every `$ mlops-assess …` in a console block
/// is run, and its output compared to the letter.
namespace fs = std::filesystem;

namespace {

struct Example {
    std::string command;
    std::string output;
};

std::vector<Example> examples(const std::string& text) {
    std::vector<Example> found;
    std::istringstream lines(text);
    std::string line;
    bool inside = false;
    while (std::getline(lines, line)) {
        if (line.starts_with("```")) {
            inside = !inside && line == "```console";
        } else if (inside && line.starts_with("$ ")) {
            found.push_back({line.substr(2), ""});
        } else if (inside && !found.empty()) {
            found.back().output += line + "\n";
        }
    }
    return found;
}

/// What stands between the first ``` of a kind and its end.
std::string block(const std::string& text, const std::string& kind) {
    const auto start = text.find("```" + kind + "\n");
    REQUIRE(start != std::string::npos);
    const auto from = text.find('\n', start) + 1;
    return text.substr(from, text.find("```\n", from) - from);
}

}  // namespace

TEST_CASE("outputs in the documents are real", "[readme]") {
    fs::current_path(SOURCE_FOLDER);
    int checked = 0;
    std::vector<fs::path> documents = {"README.md", "rubrics/README.md"};
    for (const auto& entry : fs::directory_iterator("docs"))
        if (entry.path().extension() == ".md") documents.push_back(entry.path());
    for (const auto& file : documents) {
        for (const auto& example : examples(read_file(file))) {
            INFO(file.string() << ": " << example.command);
            REQUIRE(example.command.starts_with("mlops-assess "));
            auto arguments = split(example.command);
            arguments.erase(arguments.begin());
            const auto outcome = run_program(arguments);
            CHECK(example.output == outcome.out + outcome.err);
            ++checked;
        }
    }
    CHECK(checked >= 2);
}

TEST_CASE("the first assessment runs as it is written", "[readme]") {
    fs::current_path(SOURCE_FOLDER);
    const auto script = document_script("docs/first-assessment.md");
    CHECK(std::count(script.begin(), script.end(), '\n') >= 12);
    // Only `ask` reads: a name, no facts, and an answer to whatever it asks.
    std::string typed = "Bakery\na\n";
    for (int i = 0; i < 200; ++i) typed += i % 3 == 0 ? "p\n" : "m\n";
    const Folder folder;
    const auto input = folder.file("typed", typed);
    const auto outcome = run_shell("{\n" + script + "} < '" + input + "'", folder.path);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    for (const auto* made : {"answers.yaml", "questionnaire.html", "issues.csv", "report.html",
                             "radar.svg", "baseline.json"}) {
        INFO(made);
        CHECK(fs::file_size(folder.path / made) > 0);
    }
}

TEST_CASE("the portfolio runs as it is written", "[readme]") {
    const auto script = document_script(SOURCE_FOLDER "/docs/portfolio.md");
    CHECK(std::count(script.begin(), script.end(), '\n') >= 9);
    const Folder folder;
    fs::copy(SOURCE_FOLDER "/examples/portfolio", folder.path / "portfolio",
             fs::copy_options::recursive);
    const auto outcome = run_shell(script, folder.path);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("status 1\n") != std::string::npos);  // one team fell
    for (const auto* made : {"steering.html", "reports/payment-fraud.html"}) {
        INFO(made);
        CHECK(fs::file_size(folder.path / made) > 0);
    }
}

TEST_CASE("the script that imports a model runs as it is written", "[readme]") {
    const auto text = read_file(SOURCE_FOLDER "/rubrics/README.md");
    const Folder folder;
    folder.file("questions.csv", block(text, "csv"));
    folder.file("import.py", block(text, "python"));
    const auto commands = block(text, "sh");
    CHECK(std::count(commands.begin(), commands.end(), '\n') == 4);
    const auto outcome = run_shell(
        "mlops-assess() { \"$P\" \"$@\"; }\nset -e\n" + commands +
            "sed -i 's/^\\( *\\(code\\|data\\)-[0-9]: *\\).*/\\1fully/' answers.yaml\n" +
            "mlops-assess score answers.yaml --rubric imported.yaml -q --fail-under imported=2\n",
        folder.path);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
}
