#include "report/identity.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "system/output.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <set>

using namespace mlops_assess;

namespace {

/// Names that have no a-z, or differ in case, blanks and punctuation only.
std::vector<std::string> odd_teams() {
    std::vector<std::string> teams = {"信用", "信貸", "Ωμέγα", "Ωμεγα", "…", "!", "?", "1"};
    for (const auto* between : {" ", "-", "  ", "/", ".", ",", "&", "_", "'", " - ", "\xC2\xA0"})
        for (const auto* words : {"a", "A"}) teams.push_back(std::string(words) + between + "b");
    teams.insert(teams.end(), {"a b ", " a b", "a b.", "(a b)"});
    return teams;
}

std::vector<std::string> odd_paths() {
    std::vector<std::string> paths = {"<stdin>",  "stdin",    "a.yaml",    "A.yaml",   "b/a.yaml",
                                      "b-a.yaml", "b a.yaml", "../a.yaml", "a.yaml/b", "信.yaml"};
    for (int i = 0; i < 24; ++i) paths.push_back("teams/" + std::to_string(i) + ".yaml");
    return paths;
}

}  // namespace

TEST_CASE("a thousand odd pairs of team and path share nothing", "[identity]") {
    std::size_t pairs = 0;
    std::set<std::string> categories;
    std::set<std::string> classes;
    for (const auto& team : odd_teams())
        for (const auto& path : odd_paths()) {
            ++pairs;
            const auto identity = identity_of(team, path);
            for (const auto* rubric : {"google", "_gates"}) {
                categories.insert(identity.category(rubric));
                classes.insert(identity.class_of(rubric));
            }
        }
    REQUIRE(pairs >= 1000);
    CHECK(categories.size() == 2 * pairs);
    CHECK(classes.size() == 2 * pairs);
}

TEST_CASE("an identity is made as the contract says", "[identity]") {
    // FNV-1a of 64 bits over "Fraud detection", a line feed and "a/answers.yaml".
    const auto hash = fmt::format("{:016x}", fnv1a("Fraud detection\na/answers.yaml")).substr(0, 8);
    const auto identity = identity_of("Fraud detection", "a/./answers.yaml");
    CHECK(fnv1a("foobar") == 0x85944171f73967e8U);
    CHECK(identity.path == "a/answers.yaml");
    CHECK(identity.category("google") == "mlops-assess/google/fraud-detection-" + hash + "/");
    CHECK(identity.class_of("google.ci") == "fraud-detection-" + hash + ".google.ci");
    CHECK(identity_of("信用", "a").name.starts_with("-"));
}

TEST_CASE("files are shown as typed, without a leading ./", "[identity]") {
    for (const auto& [typed, words] : std::map<std::string, std::string>{{"./a.yaml", "a.yaml"},
                                                                         {".//a.yaml", "a.yaml"},
                                                                         {"././a", "a"},
                                                                         {"a/./b", "a/./b"},
                                                                         {"../a.yaml", "../a.yaml"},
                                                                         {"/a", "/a"},
                                                                         {"-", "-"},
                                                                         {"./-", "./-"},
                                                                         {"./", "./"},
                                                                         {".a", ".a"},
                                                                         {"./--x", "./--x"}}) {
        INFO(typed);
        CHECK(file_words(typed) == words);
    }
}

TEST_CASE("a path from the working directory", "[identity]") {
    const auto here = std::filesystem::current_path();
    CHECK(path_from_here("a/../b.yaml") == "b.yaml");
    CHECK(path_from_here((here / "a" / "b.yaml").string()) == "a/b.yaml");
    CHECK(path_from_here("../b.yaml") == "../b.yaml");
    CHECK(path_from_here("<stdin>") == "<stdin>");
}

TEST_CASE("./ before a path changes no byte of any output", "[identity]") {
    const std::string sheet = "tests/sheets/features.yaml";
    const std::string rubric = "tests/sheets/models/features.yaml";
    for (const auto* format :
         {"text", "plain", "json", "sarif", "junit", "github", "markdown", "html", "csv"}) {
        INFO(format);
        const auto run = [&](const std::string& dot) {
            std::vector<std::string> options = {
                "score",        dot + sheet,
                "--rubric",     dot + rubric,
                "--fail-under", "small=3",
                "--waivers",    dot + "tests/sheets/features-waivers.yaml"};
            options.insert(options.end(), {"-f", format});
            return run_program(options);
        };
        const auto bare = run("");
        const auto dotted = run("./");
        CHECK(dotted.status == 1);
        CHECK(dotted.out == bare.out);
        CHECK(dotted.err == bare.err);
    }
    CHECK(run_program({"score", "./no-such.yaml"}).err ==
          run_program({"score", "no-such.yaml"}).err);
    CHECK(run_program({"validate", "./" + sheet, "--rubric", "./" + rubric}).out ==
          run_program({"validate", sheet, "--rubric", rubric}).out);
}

TEST_CASE("an absolute path below the working directory is relative in SARIF", "[identity]") {
    const auto log = [](const std::string& file) {
        return run_program({"score", file, "-f", "sarif", "-q"}).out;
    };
    const auto relative = log("examples/retail-credit.yaml");
    CHECK(log(SOURCE_FOLDER "/examples/retail-credit.yaml") == relative);
    CHECK(log("examples/../examples/retail-credit.yaml") == relative);
    const auto run = nlohmann::json::parse(relative)["runs"][0];
    CHECK(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
          "examples/retail-credit.yaml");
}
