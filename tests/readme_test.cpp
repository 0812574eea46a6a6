#include "support/catch.hpp"
#include "support/program.hpp"

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
