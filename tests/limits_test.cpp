#include "model/answers_in_place.hpp"
#include "model/csv_sheet.hpp"
#include "report/merged_note.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "text/layout.hpp"

#include <sys/stat.h>
#include <chrono>
#include <ctime>
#include <functional>

/// Limits hold at n and fail at n + 1; nothing makes the program slow.
namespace fs = std::filesystem;

namespace {

const std::string head = "schema: mlops-assess/answers/1\nteam: Test\n";

std::string repeat(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string practice(const std::string& id) {
    return "  - {id: " + id +
           ", parameter: p, statement: s, why: w, evidence: [e], deliverable: d, success: s, "
           "effort: S}\n";
}

std::string catalogue(std::size_t practices) {
    std::string text =
        "schema: mlops-assess/practices/1\nid: c\ntitle: C\nversion: 1.0.0\n"
        "parameters: [{id: p, title: P}]\npractices:\n";
    for (std::size_t i = 0; i < practices; ++i) text += practice("q" + std::to_string(i));
    return text;
}

std::string rubric(int levels) {
    std::string text =
        "schema: mlops-assess/rubric/1\nid: r\ntitle: R\nversion: 1.0.0\n"
        "parameters: [{id: p, title: P}]\npractices:\n" +
        practice("q") + "levels:\n";
    for (int i = 0; i < levels; ++i)
        text += "  - {level: " + std::to_string(i) + ", name: N, summary: s}\n";
    text += "cells:\n  p:\n";
    for (int i = 0; i < levels; ++i)
        text += "    - {level: " + std::to_string(i) + ", describes: d}\n";
    return text;
}

struct Row {
    std::string name;
    std::string text;
    std::string id;  ///< of the diagnostic; empty: the file is right
};

/// How many times as long eight times as much takes, by the processor's clock: the least of three
/// tries. `work` is handed a number of things and returns the time that they took.
double growth(const std::function<std::clock_t(std::size_t)>& work) {
    constexpr std::size_t few = 2'000;
    double least = 0;
    for (int i = 0; i < 3; ++i) {
        const auto little = std::max<std::clock_t>(work(few), 1);
        const auto much = work(8 * few);
        const auto grown = static_cast<double>(much) / static_cast<double>(little);
        least = i == 0 ? grown : std::min(least, grown);
    }
    return least;
}

}  // namespace

TEST_CASE("limits at n and at n + 1", "[limits]") {
    const auto sheet = [&](std::size_t bytes) {
        auto text = head + "answers: {}\n";
        while (text.size() + 2 <= bytes) {
            const auto line = std::min<std::size_t>(80, bytes - text.size() - 1);
            text += "#" + std::string(line - 1, 'x') + "\n";
        }
        return text + std::string(bytes - text.size(), '\n');
    };
    const auto note = [&](std::size_t bytes) {
        return head +
               "answers:\n  data-auto-gather: {answer: fully, note: " + std::string(bytes, 'x') +
               "}\n";
    };
    const auto deep = [&](int depth) {
        return head + "answers: {}\ntags: {a: " + repeat("[", static_cast<std::size_t>(depth)) +
               repeat("]", static_cast<std::size_t>(depth)) + "}\n";
    };
    const auto large_catalogue = [&](std::size_t bytes) {
        auto text = catalogue(1);
        while (text.size() + 102 <= bytes) text += "#" + std::string(99, 'x') + "\n";
        return text + std::string(bytes - text.size(), '\n');
    };
    const std::size_t mib = std::size_t{1} << 20;
    const Row rows[] = {
        {"sheet of 1 MiB", sheet(mib), ""},
        {"sheet over 1 MiB", sheet(mib + 1), "too-large"},
        {"catalogue of 8 MiB", large_catalogue(8 * mib), ""},
        {"catalogue over 8 MiB", large_catalogue(8 * mib + 1), "too-large"},
        {"text of 16 KiB", note(16384), ""},
        {"text over 16 KiB", note(16385), "too-long"},
        {"depth 32", deep(30), "wrong-type"},
        {"depth 33", deep(31), "too-deep"},
        {"2000 practices", catalogue(2000), ""},
        {"2001 practices", catalogue(2001), "too-many"},
        {"id of 64", catalogue(0) + practice(std::string(64, 'x')), ""},
        {"id of 65", catalogue(0) + practice(std::string(65, 'x')), "bad-id"},
        {"1 level", rubric(1), "level-count"},
        {"2 levels", rubric(2), ""},
        {"16 levels", rubric(16), ""},
        {"17 levels", rubric(17), "level-count"},
    };
    const Folder folder;
    for (const auto& row : rows) {
        INFO(row.name);
        const auto outcome = run_program({"validate", folder.file("f.yaml", row.text)});
        INFO(outcome.out.substr(0, 500));
        CHECK(outcome.status == (row.id.empty() ? 0 : 3));
        if (!row.id.empty()) CHECK(outcome.out.find("[" + row.id + "]") != std::string::npos);
    }
}

TEST_CASE("a report read back is at most 16 MiB", "[limits]") {
    const Folder folder;
    const auto report = run_program({"score", "examples/startup.yaml", "-f", "json"}).out;
    const std::size_t most = std::size_t{16} << 20;
    const auto score = [&](std::size_t bytes) {
        const auto text = report + std::string(bytes - report.size(), ' ');
        const auto file = folder.file("b.json", text);
        return run_program({"score", "examples/startup.yaml", "--no-regression", file});
    };
    CHECK(score(most).status == 0);
    const auto outcome = score(most + 1);
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find("[too-large]") != std::string::npos);
}

TEST_CASE("a report read back is at most 32 levels deep, and is read no further", "[limits]") {
    const Folder folder;
    const auto score = [&](const std::string& text) {
        return run_program(
            {"score", "examples/startup.yaml", "--no-regression", folder.file("b.json", text)});
    };
    const auto deep = [](std::size_t depth) {
        return "{\"schema\": \"mlops-assess/report/1\", \"x\": " + repeat("[", depth) +
               repeat("]", depth) + "}";
    };
    CHECK(score(deep(31)).err.find("[bad-report]") != std::string::npos);
    CHECK(score(deep(32)).err.find("[too-deep]") != std::string::npos);
    CHECK(score(std::string(std::size_t{15} << 20, '[')).err.find("[too-deep]") !=
          std::string::npos);
}

TEST_CASE("at most 50 diagnostics, then how many more", "[limits]") {
    const Folder folder;
    std::string text = head + "answers:\n";
    for (int i = 0; i < 60; ++i) text += "  unknown-" + std::to_string(i) + "-practice: no\n";
    const auto outcome = run_program({"validate", folder.file("f.yaml", text)});
    CHECK(outcome.status == 3);
    CHECK(outcome.out.find("\nand 10 more\n") != std::string::npos);
    const auto all = run_program({"validate", "-f", "json", folder.file("f.yaml", text)});
    CHECK(all.out.find("unknown-49-practice") != std::string::npos);
    CHECK(all.out.find("\"more\": 10") != std::string::npos);
}

TEST_CASE("a broken half of an answer sheet, cut anywhere", "[limits]") {
    const Folder folder;
    const auto whole = read_file("examples/startup.yaml");
    const auto full = run_program({"score", "examples/startup.yaml", "-f", "json"});
    for (std::size_t cut = 1; cut < whole.size(); cut += 97) {
        const auto outcome =
            run_program({"score", folder.file("f.yaml", whole.substr(0, cut)), "-f", "json"});
        INFO("cut at " << cut);
        // Either refused, or a right sheet with fewer answers.
        CHECK((outcome.status == 3 || outcome.status == 0));
        CHECK((outcome.status == 0) == !outcome.out.empty());
    }
}

TEST_CASE("a rubric reads no file outside its folder", "[limits]") {
    const Folder folder;
    const auto outside = folder.file("outside.yaml", catalogue(1));
    fs::create_directories(folder.path / "in" / "sub");
    write_file_bytes(folder.path / "in" / "sub" / "c.yaml", catalogue(1));
    fs::create_symlink(outside, folder.path / "in" / "out.yaml");
    fs::create_symlink(folder.path, folder.path / "in" / "up");
    fs::create_symlink("sub/c.yaml", folder.path / "in" / "link.yaml");
    fs::create_symlink(folder.path / "in", folder.path / "linked-folder");
    REQUIRE(mkfifo((folder.path / "in" / "pipe").c_str(), 0600) == 0);
    const auto text = [](const std::string& named) {
        return "schema: mlops-assess/rubric/1\nid: r\ntitle: R\nversion: 1.0.0\ncatalogue: " +
               named +
               "\nlevels:\n  - {level: 0, name: N, summary: s}\n"
               "  - {level: 1, name: N, summary: s}\n"
               "cells:\n  p: [{level: 0, describes: d}, {level: 1, describes: d}]\n";
    };
    const auto validate = [&](const std::string& named, const std::string& in = "in") {
        return run_program({"validate", folder.file(in + "/r.yaml", text(named))});
    };
    for (const auto* named : {"sub/c.yaml", "./sub/c.yaml", "link.yaml"}) {
        CAPTURE(named);
        CHECK(validate(named).status == 0);
        CHECK(validate(named, "linked-folder").status == 0);
    }
    for (const auto& named :
         {std::string("out.yaml"), std::string("up/outside.yaml"), std::string("../outside.yaml"),
          outside, std::string("pipe"), std::string("sub")}) {
        CAPTURE(named);
        const auto outcome = validate(named);
        CHECK(outcome.status == 3);
        CHECK(outcome.out.find("/r.yaml:5:12: error:") != std::string::npos);
        CHECK(outcome.out.find("[catalogue-outside]") != std::string::npos);
    }
    // Of standard input the working directory is the folder.
    CHECK(run_program({"validate", "-"}, text(outside)).out.find("<stdin>:5:12: error:") == 0);
    CHECK(run_program({"validate", "-"}, text("'-'")).out.find("./-: error: cannot read") == 0);
    CHECK(run_program({"validate", "-"}, text("rubrics/practices.yaml"))
              .out.find("[unreadable-file]") == std::string::npos);
}

TEST_CASE("a rubric names the shipped catalogue by its id", "[limits]") {
    const Folder folder;
    std::string text =
        "schema: mlops-assess/rubric/1\nid: ours\ntitle: Ours\nversion: 1.0.0\ncatalogue: mlops\n"
        "levels:\n  - {level: 0, name: N, summary: s}\n  - {level: 1, name: N, summary: s}\n"
        "cells:\n";
    for (const auto* parameter :
         {"people", "data", "development", "release", "ci", "cd", "app", "monitoring"})
        text += "  " + std::string(parameter) +
                ": [{level: 0, describes: d}, {level: 1, describes: d, requires: [" +
                (std::string(parameter) == "data" ? "data-auto-gather" : "") + "]}]\n";
    const auto rubric = folder.file("r.yaml", text);
    CHECK(run_program({"validate", rubric}).status == 0);
    const auto outcome = run_program({"score", "examples/startup.yaml", "--rubric", rubric,
                                      "--rubric", "google", "-f", "badge-json"});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
}

TEST_CASE("long lists and wide tables take time in their length", "[limits]") {
    using namespace mlops_assess;
    constexpr double most = 24;  // in proportion it is 8, by the square 64
    const auto list = [](std::size_t items) {
        std::string text = head + "answers:\n";
        for (std::size_t i = 0; i < items; ++i) text += "- p" + std::to_string(i) + ": no\n";
        Diagnostics diagnostics;
        const auto source = make_source("answers.yaml", text);
        const auto document = parse(*source, diagnostics);
        REQUIRE(document != nullptr);
        const auto begin = std::clock();
        const auto mended = with_answers_in_place(*document, {}, diagnostics);
        const auto end = std::clock();
        REQUIRE(mended);
        CHECK(mended->root.find("answers")->entries.size() == items);
        return end - begin;
    };
    CHECK(growth(list) < most);
    // As many rows as columns.
    const auto table = [](std::size_t lines) {
        const auto source = make_source(
            "answers.csv", "answer," + repeat("x,", lines) + "practice\n" + repeat(",y\n", lines));
        Diagnostics diagnostics;
        const auto begin = std::clock();
        parse_sheet(*source, diagnostics);
        const auto end = std::clock();
        CHECK(diagnostics.has_errors());  // there is no column `x`
        return end - begin;
    };
    CHECK(growth(table) < most);
}

TEST_CASE("long words and many raters take time in their length", "[limits]") {
    using namespace mlops_assess;
    constexpr double most = 24;  // in proportion it is 8, by the square 64
    const auto word = [](std::size_t count) {
        const std::string text(10 * count, 'x');
        const auto begin = std::clock();
        const auto lines = wrap(text, 80);
        const auto end = std::clock();
        CHECK(lines.size() == text.size() / 80);
        return end - begin;
    };
    CHECK(growth(word) < most);
    const auto note = [](std::size_t count) {
        std::vector<std::string> notes;
        for (std::size_t i = 0; i < count; ++i) notes.push_back(std::to_string(10'000'000 + i));
        std::vector<Rater> raters;
        std::vector<Answer> answers(count);
        Opinions question{};
        for (std::size_t i = 0; i < count; ++i) {
            raters.push_back({"R" + notes[i], {}});
            answers[i].rating = i % 2 == 0 ? Rating::fully : Rating::no;
            answers[i].note = notes[i];
            question.opinions.push_back({i, &answers[i]});
        }
        const auto begin = std::clock();
        const auto made = merged_note(raters, question, {}, {}).within(most_text);
        const auto end = std::clock();
        CHECK(made.is_cut);
        CHECK(made.text.size() <= most_text);
        return end - begin;
    };
    CHECK(growth(note) < most);
}
