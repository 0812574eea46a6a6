#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <map>

/// What docs/trackers.md says about issue trackers. Its scripts run as they stand there.
namespace fs = std::filesystem;

namespace {

/// A script of the document, by its name in the first line.
std::string script(const std::string& name) {
    const auto text = read_file(SOURCE_FOLDER "/docs/trackers.md");
    const auto begin = text.find("```python\n# " + name + "\n");
    REQUIRE(begin != std::string::npos);
    const auto from = text.find('\n', begin) + 1;
    return text.substr(from, text.find("```\n", from) - from);
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    const auto rows = parse_csv(csv);
    REQUIRE(rows);
    return *rows;
}

std::size_t column(const std::vector<std::string>& header, const std::string& name) {
    const auto at = std::find(header.begin(), header.end(), name);
    REQUIRE(at != header.end());
    return static_cast<std::size_t>(at - header.begin());
}

/// The key of every practice in a plan.
std::map<std::string, std::string> keys(const std::string& sheet, const std::string& options) {
    const Folder folder;
    auto arguments = split("plan " + folder.file("a.yaml", sheet) + " -f csv -q " + options);
    const auto rows = rows_of(run_program(arguments).out);
    std::map<std::string, std::string> found;
    for (std::size_t i = 1; i < rows.size(); ++i)
        found[rows[i][column(rows[0], "practice")]] = rows[i][column(rows[0], "key")];
    CHECK(found.size() == rows.size() - 1);
    return found;
}

constexpr auto sheet =
    "team: Größe\ntarget: {microsoft: 2}\n"
    "answers: {dev-source-control: no, ci-auto-build: partially}\n";

}  // namespace

TEST_CASE("a key depends on team and practice only", "[trackers]") {
    const auto first = keys(sheet, "");
    // Worked out by another program.
    CHECK(first.at("ci-auto-build") == "0184a332c9d26d71");
    CHECK(first.at("dev-source-control") == "3a0edc91eba7b66f");
    const auto later = keys(
        "answers: {ci-auto-build: no, data-versioned: fully, dev-source-control: partially}\n"
        "target: {google: 2}\ndate: 2026-11-20\nteam: Größe\n",
        "--target microsoft=4");
    REQUIRE(later.size() > first.size());
    std::size_t common = 0;
    for (const auto& [practice, key] : later)
        if (const auto known = first.find(practice); known != first.end()) {
            CHECK(known->second == key);
            ++common;
        }
    CHECK(common > 10);
    CHECK(keys("team: Andere\nanswers: {}\n", "").at("ci-auto-build") != first.at("ci-auto-build"));
}

TEST_CASE("a second import makes no second issue", "[trackers]") {
    const Folder folder;
    folder.file("github.py", script("github.py"));
    folder.file("answers.yaml", sheet);
    fs::create_directories(folder.path / "bin");
    fs::copy_file(SOURCE_FOLDER "/tests/support/fake_gh.py", folder.path / "bin" / "gh");
    const auto import = [&](const std::string& before) {
        const auto outcome = run_shell(
            "set -e\nexport FAKE_GH=$PWD/issues PATH=$PWD/bin:$PATH\nmkdir -p issues\n" + before +
                "\n\"$P\" plan answers.yaml -f csv -q > issues.csv\npython3 github.py issues.csv\n"
                "ls issues/*.json | wc -l\n",
            folder.path);
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        return std::stoul(outcome.out);
    };
    const auto planned = [&] { return rows_of(read_file(folder.path / "issues.csv")).size() - 1; };
    const auto first = import("");
    CHECK(first == planned());
    CHECK(import("") == first);
    // What is closed stays closed; what is met makes nothing; only what is new comes.
    CHECK(import("sed -i 's/^{/{\"closed\": true, /' issues/1.json\n"
                 "sed -i 's/auto-build: partially/auto-build: no/' answers.yaml") == first);
    CHECK(import("sed -i 's/control: no/control: fully/' answers.yaml") == first);
    CHECK(planned() == first - 1);
    const auto more = import("sed -i 's/microsoft: 2/microsoft: 3/' answers.yaml");
    CHECK(more == planned() + 1);
    CHECK(more > first);
}

TEST_CASE("files for Jira and Azure DevOps leave out what is there", "[trackers]") {
    const Folder folder;
    folder.file("tracker.py", script("tracker.py"));
    folder.file("answers.yaml", sheet);
    const auto run = [&](const std::string& command) {
        const auto outcome = run_shell(command, folder.path);
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        return outcome.out;
    };
    run("\"$P\" plan answers.yaml -f csv -q > issues.csv");
    const auto plan = rows_of(read_file(folder.path / "issues.csv"));
    const std::map<std::string, std::string> headers = {
        {"jira", "Summary,Description,Due Date,Labels,Labels"},
        {"azure", "Work Item Type,Title,Description,Tags"}};
    for (const auto& [tracker, header] : headers) {
        INFO(tracker);
        const auto all = run("python3 tracker.py " + tracker + " issues.csv | tee exported.csv");
        CHECK(all.starts_with(header + "\r\n"));
        const auto rows = rows_of(all);
        CHECK(rows.size() == plan.size());
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& key = plan[i][column(plan[0], "key")];
            CHECK(rows[i].back().ends_with("mlops-" + key));
        }
        CHECK(run("python3 tracker.py " + tracker + " issues.csv exported.csv") == header + "\r\n");
        // What is new since then comes.
        run("\"$P\" plan answers.yaml -f csv -q --target microsoft=3 > later.csv");
        const auto later = rows_of(read_file(folder.path / "later.csv"));
        const auto added =
            rows_of(run("python3 tracker.py " + tracker + " later.csv exported.csv"));
        CHECK(added.size() - 1 == later.size() - plan.size());
    }
}
