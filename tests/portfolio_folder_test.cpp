#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <thread>

/// What `portfolio` reads of folders, and what it does where something is wrong there.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

Outcome portfolio(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), "portfolio");
    arguments.insert(arguments.end(), {"--rubric", "tests/sheets/models/features.yaml"});
    return run_program(arguments, input);
}

/// As JSON; the status is checked.
Json portfolio_json(std::vector<std::string> arguments, int status, const std::string& input = {}) {
    arguments.insert(arguments.end(), {"-f", "json"});
    const auto outcome = portfolio(arguments, input);
    INFO(outcome.err);
    REQUIRE(outcome.status == status);
    return Json::parse(outcome.out);
}

std::string sheet(const std::string& team, const std::string& answers = "versioned: fully") {
    return fmt::format("team: {}\ndate: 2026-11-20\nanswers:\n  {}\n", team, answers);
}

std::vector<std::string> names(const Json& list, const char* key) {
    std::vector<std::string> all;
    for (const auto& each : list) all.push_back(each.at(key));
    return all;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a folder is walked in byte order of its paths", "[portfolio_folder]") {
    const Folder folder;
    const std::vector<std::string> in_order = {"B.yaml",     "a-b.yaml",      "a.yaml", "a/z.yaml",
                                               "a/z/b.yaml", "b/deep/c.yaml", "b.yml",  "ä.yaml"};
    auto sorted = in_order;
    std::sort(sorted.begin(), sorted.end());
    for (auto each = sorted.rbegin(); each != sorted.rend(); ++each) {
        fs::create_directories((folder.path / *each).parent_path());
        // Wrong ones, since those are told in the order in which they were read.
        folder.file(*each, "team: A\nanswers: 1\n");
    }
    const auto all = portfolio_json({folder.path.string()}, 3);
    std::vector<std::string> expected;
    for (const auto& name : sorted) expected.push_back((folder.path / name).string());
    CHECK(names(all.at("unusable"), "sheet") == expected);
    CHECK(all.at("teams").empty());
}

TEST_CASE("folders with a dot and links to folders are passed over", "[portfolio_folder]") {
    const Folder folder;
    const Folder elsewhere;
    elsewhere.file("linked.yaml", sheet("Linked folder"));
    elsewhere.file("file.yaml", sheet("Linked file"));
    fs::create_directories(folder.path / ".git");
    fs::create_directories(folder.path / "teams");
    folder.file(".git/a.yaml", sheet("Dot folder"));
    folder.file(".b.yaml", sheet("Dot file"));
    folder.file("teams/c.yaml", sheet("Plain"));
    fs::create_directory_symlink(elsewhere.path, folder.path / "link");
    fs::create_directory_symlink("..", folder.path / "teams/up");
    fs::create_directory_symlink(".", folder.path / "self.yaml");
    fs::create_symlink(elsewhere.path / "file.yaml", folder.path / "d.yaml");
    const auto all = portfolio_json({folder.path.string()}, 0);
    CHECK(names(all.at("teams"), "team") ==
          std::vector<std::string>{"Dot file", "Linked file", "Plain"});
    // One that is named is looked into, whatever it is.
    const auto named =
        portfolio_json({(folder.path / ".git").string(), (folder.path / "link/").string()}, 0);
    CHECK(names(named.at("teams"), "team") ==
          std::vector<std::string>{"Dot folder", "Linked file", "Linked folder"});
}

TEST_CASE("what cannot be opened in a folder is told, and pipes are left alone",
          "[portfolio_folder]") {
    const Folder folder;
    folder.file("good.yaml", sheet("Good"));
    fs::create_symlink("nowhere.yaml", folder.path / "broken.yaml");
    fs::create_symlink("loop.yaml", folder.path / "loop.yaml");
    fs::create_symlink("nowhere.txt", folder.path / "broken.txt");
    fs::create_symlink("/proc/self/mem", folder.path / "unreadable.yaml");
    REQUIRE(::mkfifo((folder.path / "pipe.yaml").c_str(), 0600) == 0);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (folder.path / "socket.yaml").string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const auto outcome = portfolio({folder.path.string(), "-f", "json"});
    ::close(listener);
    CHECK(outcome.status == 3);
    for (const auto* name : {"broken.yaml", "loop.yaml", "unreadable.yaml"})
        CHECK(count(outcome.err, fmt::format("{}: error: cannot read this file",
                                             (folder.path / name).string())) == 1);
    CHECK(count(outcome.err, "3 files passed over") == 1);
    const auto all = Json::parse(outcome.out);
    CHECK(names(all.at("teams"), "team") == std::vector<std::string>{"Good"});
    CHECK(all.at("unusable").size() == 3);
    CHECK(all.at("passed_over") == 3);
    for (const auto& each : all.at("unusable"))
        CHECK(each.at("errors").at(0).at("id") == "unreadable-file");
}

TEST_CASE("a folder that cannot be read is told, and the others are reported",
          "[portfolio_folder]") {
    const Folder folder;
    fs::permissions(folder.path, fs::perms::all);
    fs::create_directories(folder.path / "closed");
    folder.file("closed/a.yaml", "team: A\nanswers: {}\n");
    folder.file("closed.yaml", "team: B\nanswers: {}\n");
    folder.file("good.yaml", "team: Good\nanswers: {}\n");
    for (const auto* name : {"closed", "closed.yaml"})
        fs::permissions(folder.path / name, fs::perms::none);
    // Nothing is closed to root.
    const auto user = ::geteuid();
    if (user == 0) REQUIRE(::seteuid(65534) == 0);
    const auto outcome =
        run_program({"portfolio", folder.path.string(), "--rubric", "google", "-f", "json"});
    if (user == 0) REQUIRE(::seteuid(0) == 0);
    fs::permissions(folder.path / "closed", fs::perms::owner_all);
    CHECK(outcome.status == 3);
    CHECK(count(outcome.err, (folder.path / "closed").string() +
                                 ": error: cannot read this folder: Permission denied") == 1);
    CHECK(count(outcome.err, (folder.path / "closed.yaml").string() +
                                 ": error: cannot read this file: Permission denied") == 1);
    CHECK(names(Json::parse(outcome.out).at("teams"), "team") == std::vector<std::string>{"Good"});
}

TEST_CASE("a thousand files that are no sheets are told once", "[portfolio_folder]") {
    const Folder folder;
    folder.file("team.yaml", sheet("Good"));
    for (int i = 0; i < 1000; ++i) {
        const auto* name = i % 4 == 0   ? "values-{}.yaml"
                           : i % 4 == 1 ? "table-{}.csv"
                           : i % 4 == 2 ? "chart-{}.yml"
                                        : "notes-{}.md";
        folder.file(fmt::format(fmt::runtime(name), i),
                    i % 4 == 1 ? "id,answer\n1,2\n" : "kind: Service\nspec:\n  team: A\n");
    }
    const auto outcome = portfolio({folder.path.string()});
    CHECK(outcome.status == 0);
    CHECK(outcome.err == fmt::format("{}: notice: 1000 files passed over: no answer sheet by name "
                                     "and first look [files-passed-over]\n",
                                     folder.path.string()));
    CHECK(portfolio({folder.path.string(), "-q"}).err.empty());
    fs::remove(folder.path / "team.yaml");
    const auto none = portfolio({folder.path.string()});
    CHECK(none.status == 3);
    CHECK(none.out.empty());
    CHECK(count(none.err, "[no-sheet]") == 1);
    CHECK(count(none.err, "1000 files passed over") == 1);
}

TEST_CASE("an empty folder has no sheet", "[portfolio_folder]") {
    const Folder folder;
    const Folder another;
    const auto outcome = portfolio({folder.path.string(), another.path.string(), "-f", "json"});
    CHECK(outcome.status == 3);
    CHECK(outcome.out.empty());
    CHECK(count(outcome.err, "error: there is no answer sheet here that can be used [no-sheet]") ==
          1);
    // With a sheet from elsewhere it does no harm.
    CHECK(portfolio_json({folder.path.string(), "-"}, 0, R"({"team":"A","answers":{}})")
              .at("teams")
              .size() == 1);
    CHECK(portfolio({"-"}, "\n").status == 3);
}

TEST_CASE("what counts as a sheet in a folder", "[portfolio_folder]") {
    const auto [name, bytes, counts] = GENERATE(table<std::string, std::string, bool>({
        {"a.yaml", "team: A\nanswers: {}\n", true},
        {"a.yml", "answers: {}\nteam: A", true},
        {"A.YAML", "team: A\nanswers: {}\n", true},
        {"a.yaml", "\xEF\xBB\xBFteam: A\nanswers: {}\n", true},
        {"a.yaml", "team: A\r\nanswers: {}\r\n", true},
        {"a.yaml", "---\n# Of whom\nteam: A\nx: 1\nanswers: {}\n", true},
        {"a.yaml", "schema: mlops-assess/answers/1\n", true},
        {"a.yaml", "# A\nschema: mlops-assess/answers/99\n", true},
        {"a.yaml", "team: A\nanswers: [", true},
        {"a.yaml", "team: A\nanswers:\n\x01", true},
        {"a.yaml", "team: \xFF\nanswers:\n", true},
        {"a.yaml", "team: A\nanswers: {}\n" + std::string(std::size_t{3} << 20, '#'), true},
        {"a.yaml", std::string(std::size_t{3} << 20, '#') + "\nteam: A\nanswers: {}\n", false},
        {"a.yaml", "", false},
        {"a.yaml", "team: A\n", false},
        {"a.yaml", "answers: {}\n", false},
        {"a.yaml", "steam: A\nanswers: {}\n", false},
        {"a.yaml", "teams: A\nanswers: {}\n", false},
        {"a.yaml", "x:\n  team: A\n  answers: {}\n", false},
        {"a.yaml", "{team: A, answers: {}}\n", false},
        {"a.yaml", "schema: mlops-assess/rubric/1\n", false},
        {"a.yaml", "  schema: mlops-assess/answers/1\n", false},
        {"a.yaml.bak", "team: A\nanswers: {}\n", false},
        {"a.txt", "team: A\nanswers: {}\n", false},
        {"a.json", R"({"team": "A", "answers": {}})", false},
        {"yaml", "team: A\nanswers: {}\n", false},
        {"a.csv", "practice,answer\n", true},
        {"a.csv", "answer;x;practice\nno;;versioned\n", true},
        {"a.csv", "practice\tanswer\n", true},
        {"A.CSV", "\xEF\xBB\xBF\"practice\",\"answer\"\r\n", true},
        {"a.csv", "\n\npractice,answer\n", true},
        {"a.csv", "practice,answer,\"\n", true},
        {"a.csv", "practice,answer,practice\n", true},
        {"a.csv", "practice,answer,rubric\n", false},
        {"a.csv", "id,answer\n", false},
        {"a.csv", "practice\nanswer\n", false},
        {"a.csv", "", false},
        {"a.csv", "\n\n", false},
        {"a.csv", "team: A\nanswers: {}\n", false},
    }));
    CAPTURE(name, bytes.substr(0, 60));
    const Folder folder;
    folder.file("good.yaml", sheet("Good"));
    const auto file = folder.file(name, bytes);
    const auto outcome = portfolio({folder.path.string(), "-f", "json"});
    const auto all = Json::parse(outcome.out);
    CHECK(all.at("passed_over") == (counts ? 0 : 1));
    CHECK(all.at("teams").size() + all.at("unusable").size() == (counts ? 2 : 1));
    // A file that is named always counts.
    const auto named = portfolio({file, "-f", "json"});
    CHECK(count(named.err, "no-sheet") + count(named.err, "passed-over") == 0);
    const auto one = Json::parse(named.out);
    CHECK(one.at("teams").size() + one.at("unusable").size() == 1);
    CHECK(named.status == (one.at("teams").empty() ? 3 : 0));
    CHECK(one.at("passed_over") == 0);
}

TEST_CASE("one bad sheet in five: each is told, and the rest reported", "[portfolio_folder]") {
    const Folder folder;
    const Folder good;
    const std::vector<std::string> bad = {
        "team: A\nanswers: {versioned: fuly}\n",
        "team: A\nanswers: [\n",
        "team: A\nteam: B\nanswers: {}\n",
        "team: A\ndate: 2026-02-30\nanswers: {}\n",
        "team: A\nanswers: {}\ntme: \xFF\n",
        "schema: mlops-assess/answers/9\nteam: A\nanswers: {}\n",
    };
    std::vector<std::string> left_out;
    for (int i = 0; i < 100; ++i) {
        const auto name = fmt::format("{:03}.yaml", i);
        const auto text =
            sheet(fmt::format("Team {}", i), i % 3 == 0 ? "measured: no" : "versioned: fully");
        if (i % 5 == 0)
            left_out.push_back(folder.file(name, bad[static_cast<std::size_t>(i) % bad.size()]));
        else
            good.file(name, text), folder.file(name, text);
    }
    for (const auto* format : {"csv", "ndjson"}) {
        // Rows name the sheet, which is all that differs.
        auto whole = portfolio({folder.path.string(), "-f", format}).out;
        auto expected = portfolio({good.path.string(), "-f", format}).out;
        for (auto at = expected.find(good.path.string()); at != std::string::npos;
             at = expected.find(good.path.string()))
            expected.replace(at, good.path.string().size(), folder.path.string());
        CHECK(whole == expected);
    }
    const auto outcome = portfolio({folder.path.string(), "-f", "json"});
    CHECK(outcome.status == 3);
    const auto all = Json::parse(outcome.out);
    CHECK(names(all.at("unusable"), "sheet") == left_out);
    CHECK(all.at("all") == portfolio_json({good.path.string()}, 0).at("all"));
    CHECK(all.at("all").at("teams") == 80);
    for (const auto& each : all.at("unusable")) {
        const std::string name = each.at("sheet");
        CHECK(count(outcome.err, name + ":") >= 1);
        CHECK_FALSE(each.at("errors").empty());
    }
    for (const auto* format : {"text", "markdown", "html"}) {
        const auto written = portfolio({folder.path.string(), "-f", format});
        CHECK(written.status == 3);
        for (const auto& name : left_out) {
            INFO(format << name);
            CHECK(count(written.out, fs::path(name).filename().string()) >= 1);
        }
    }
}

TEST_CASE("of one sheet the first errors are in the report", "[portfolio_folder]") {
    std::string answers = "x0: no";
    for (int i = 1; i < 12; ++i) answers += fmt::format("\n  x{}: no", i);
    const Folder folder;
    const auto file = folder.file("a.yaml", sheet("A", answers));
    const auto all = portfolio_json({file}, 3);
    CHECK(all.at("unusable").at(0).at("errors").size() == 5);
    CHECK(all.at("unusable").at(0).at("errors").at(0).at("line") == 4);
    CHECK(all.at("unusable").at(0).at("more") == 7);
    CHECK(count(portfolio({file}).out, "7 errors more") == 1);
}

TEST_CASE("a sheet that changes between its two looks is told", "[portfolio_folder]") {
    const Folder folder;
    const auto first = folder.file("a.yaml", sheet("A"));
    const auto pipe = (folder.path / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::thread writer([&] {
        // It can be opened when the program waits for it, and so has read the first sheet.
        std::ofstream out(pipe);
        write_file_bytes(first, sheet("A", "versioned: no"));
        out << sheet("Piped");
    });
    const auto reports = (folder.path / "reports").string();
    const auto outcome =
        portfolio({first, pipe, "--reports", reports, "-f", "json", "--fail-under", "small=1"});
    writer.join();
    INFO(outcome.err);
    CHECK(outcome.status == 3);
    CHECK(count(outcome.err, first + ": error: ") == 1);
    CHECK(count(outcome.err, "[file-changed]") == 1);
    CHECK_FALSE(fs::exists(reports + "/a.html"));
    CHECK(fs::exists(reports + "/piped.html"));
    const auto all = Json::parse(outcome.out);
    for (const auto& team : all.at("teams")) {
        const bool is_changed = team.at("team") == "A";
        CHECK(team.at("report") == (is_changed ? Json(nullptr) : Json(reports + "/piped.html")));
    }
    CHECK(all.at("gates").size() == 1);
}

TEST_CASE("a sheet that is written while it is read is one of its states, or told",
          "[portfolio_folder]") {
    const Folder folder;
    // As long as many reads, with an answer that shows the state at each end.
    const auto state = [](const char* answer) {
        return fmt::format("team: A\nanswers:\n  versioned: {0}\n#{1}\n  rolled-back: {0}\n",
                           answer, std::string(1'000'000, '#'));
    };
    const std::vector<std::string> states = {state("no   "), state("fully")};
    const auto file = folder.file("a.yaml", states[0]);
    for (std::size_t i = 0; i < 20; ++i) {
        // Until a file system's clock has gone on, one change cannot be told from the next.
        std::this_thread::sleep_for(std::chrono::milliseconds(12));
        const int watch = ::inotify_init1(IN_CLOEXEC);
        REQUIRE(::inotify_add_watch(watch, file.c_str(), IN_ACCESS) >= 0);
        std::thread writer([&] {
            char first_read[4096];
            if (::read(watch, first_read, sizeof first_read) <= 0) return;
            const int out = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
            const auto& next = states[(i + 1) % 2];
            if (::pwrite(out, next.data(), next.size(), 0) < 0) return;
            ::close(out);
        });
        const auto outcome = portfolio({file, "-f", "json"});
        writer.join();
        ::close(watch);
        REQUIRE((read_file(file) == states[(i + 1) % 2]));
        const auto all = Json::parse(outcome.out);
        if (outcome.status == 3) {
            CHECK(all.at("unusable").at(0).at("errors").at(0).at("id") == "file-changed");
            continue;
        }
        CHECK(outcome.status == 0);
        const auto& parameters = all.at("teams").at(0).at("assessments").at(0).at("parameters");
        CHECK((parameters.at(0).at("level") == 0) == (parameters.at(1).at("level") == 0));
    }
}
