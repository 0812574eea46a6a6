#include "cli/commands.hpp"
#include "support/catch.hpp"
#include "support/json.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <iostream>
#include <random>
#include <set>

/// `score --stream`: what it says of a record is what `score` says of the sheet.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr unsigned seed = 20261127;
/// Of the random sheets; by the small model, and by the shipped ones.
constexpr int small_sheets = 900;
constexpr int shipped_sheets = 100;
constexpr const char* small_model = "tests/sheets/models/features.yaml";
const std::string right = R"({"team":"A","answers":{}})";

Outcome stream(const std::string& records, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"score", "--stream"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_program(arguments, records);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(text.substr(at, text.find('\n', at) - at));
    return lines;
}

/// What a result has of a report.
Json figures(const Json& report) {
    auto assessments = Json::array();
    for (const auto& a : report.at("assessments")) {
        Json parameters;
        for (const auto& p : a.at("parameters")) parameters[p.at("id")] = p.at("level");
        assessments.push_back({{"rubric", a.at("rubric").at("id")},
                               {"level", a.at("level")},
                               {"possible", a.at("possible")},
                               {"evidenced_level", a.at("evidenced_level")},
                               {"index", a.at("index")},
                               {"parameters", parameters}});
    }
    return {{"team", report.at("team")},
            {"date", report.at("date")},
            {"tags", report.at("tags")},
            {"assessments", assessments}};
}

/// Sheets beside the records that say the same.
void check_same(const std::vector<std::string>& sheets, const std::vector<std::string>& records,
                const std::vector<std::string>& options = {}) {
    std::string all;
    for (const auto& record : records) all += record + "\n";
    const auto outcome = stream(all, options);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    const auto results = lines_of(outcome.out);
    REQUIRE(results.size() == sheets.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        std::vector<std::string> arguments = {"score", "-", "-f", "json", "-q"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto report = run_program(arguments, sheets[i]);
        auto expected = figures(Json::parse(report.out));
        expected["schema"] = "mlops-assess/result/1";
        expected["line"] = i + 1;
        INFO(records[i]);
        REQUIRE(Json::parse(results[i]) == expected);
    }
}

/// A YAML sheet as a record.
std::string record_of(const std::string& sheet) {
    Diagnostics diagnostics;
    const auto document = parse(*make_source("sheet.yaml", sheet), diagnostics);
    REQUIRE(document != nullptr);
    return as_json(document->root).dump();
}

class Random {
  public:
    explicit Random(int number) : random_(seed + static_cast<unsigned>(number)) {}

    std::string record(const Rubric& rubric) {
        Json record = {{"team", fmt::format("Team {}", upto(99))}, {"answers", Json::object()}};
        if (upto(1) == 0) record["date"] = date();
        if (upto(1) == 0) record["tags"] = {{"unit", "Ünit"}, {"Area", "x"}};
        if (upto(3) == 0) record["target"] = {{std::string(rubric.id), upto(rubric.top())}};
        const int known = upto(10);
        for (const auto& practice : rubric.catalogue->practices)
            if (upto(9) < known) record["answers"][std::string(practice.id)] = answer(practice);
        return record.dump();
    }

  private:
    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    std::string date() { return fmt::format("2026-{:02}-{:02}", 8 + upto(3), 1 + upto(27)); }

    Json answer(const Practice& practice) {
        if (!practice.not_applicable.empty() && upto(5) == 0)
            return {{"answer", "n/a"}, {"note", "none"}};
        const Json words[] = {nullptr, "no", "partially", "mostly", "fully", true};
        const auto& word = words[upto(5)];
        if (upto(1) == 0) return word;
        Json answer = {{"answer", word}, {"evidence", Json::array({"docs/a.md"})}};
        if (upto(1) == 0) answer["date"] = date();
        return answer;
    }

    std::mt19937 random_;
};

/// A run whose streams a test watches.
ExitStatus run_with(const Intake& in, const Sink& out, std::string& err) {
    const Surroundings surroundings{in,
                                    out,
                                    [&](std::string_view text) {
                                        err += text;
                                        return 0;
                                    },
                                    {},
                                    {},
                                    [] { return 80; },
                                    [] {},
                                    [](const char*) -> const char* { return nullptr; },
                                    [] { return std::int64_t{0}; }};
    return run({"score", "--stream"}, surroundings);
}

}  // namespace

TEST_CASE("results of the examples are those of score", "[stream]") {
    std::vector<std::string> sheets;
    std::vector<std::string> records;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_FOLDER) / "examples")) {
        if (entry.path().extension() != ".yaml") continue;
        sheets.push_back(read_file(entry.path()));
        records.push_back(record_of(sheets.back()));
    }
    CHECK(sheets.size() >= 9);
    check_same(sheets, records);
    check_same(sheets, records, {"--bar", "fully", "--max-age", "60", "--today", "2026-11-24"});
    check_same(sheets, records, {"--rubric", "google", "--target", "google=2"});
    const auto custom = read_file(fs::path(SOURCE_FOLDER) / "examples/custom-model/answers.yaml");
    check_same({custom}, {record_of(custom)}, {"--rubric", "examples/custom-model/rubric.yaml"});
}

TEST_CASE("results of random sheets are those of score", "[stream]") {
    Workshop shop;
    const auto& small = shop.rubric(read_file(fs::path(SOURCE_FOLDER) / small_model));
    std::vector<std::string> by_small;
    std::vector<std::string> by_shipped;
    for (int number = 0; number < small_sheets; ++number)
        by_small.push_back(Random(number).record(small));
    for (int number = 0; number < shipped_sheets; ++number)
        by_shipped.push_back(Random(number).record(shop.microsoft()));
    check_same(by_small, by_small,
               {"--rubric", small_model, "--max-age", "30", "--today", "2026-11-24"});
    check_same(by_shipped, by_shipped);
    std::cout << "stream: seed " << seed << ", " << small_sheets + shipped_sheets << " sheets\n";
}

TEST_CASE("a result and what is wrong stand on one line each", "[stream]") {
    const auto outcome = stream(
        "\xEF\xBB\xBF\n"
        R"({"team":"A\u202e","tags":{"b":"2","a":"1"},"answers":{"versioned":"fully"}})"
        "\r\n\n"
        R"({"team":"A","tme":"B","answers":{"versioned":"fuly"}})",
        {"--rubric", small_model});
    CHECK(outcome.status == 3);
    CHECK(outcome.err ==
          "mlops-assess: error: 1 of 2 records cannot be scored; their results say why\n");
    const auto results = lines_of(outcome.out);
    REQUIRE(results.size() == 2);
    CHECK(results[0].starts_with(
        R"({"schema":"mlops-assess/result/1","line":2,"team":"A\u202e","date":null,)"
        R"("tags":{"a":"1","b":"2"},"assessments":[{"rubric":"small","level":0,)"
        R"("possible":{"low":0,"high":)"));
    CHECK(results[1] ==
          R"({"schema":"mlops-assess/result/1","line":4,"errors":[)"
          R"({"id":"unknown-key","message":"unknown key \"tme\"","line":4,"column":13},)"
          R"({"id":"answer-word","message":"\"fuly\" is not an answer","line":4,"column":46}]})");
}

TEST_CASE("a bad record has its errors in its place, and the others are scored", "[stream]") {
    const auto [bad, id, column] = GENERATE(table<std::string, std::string, int>({
        {"[]", "wrong-type", 1},
        {"\"x\"", "wrong-type", 1},
        {"null", "wrong-type", 1},
        {"-0", "wrong-type", 1},
        {"{", "syntax", 2},
        {"{}{}", "syntax", 3},
        {"{\"team\":1e999}", "syntax", 13},
        {"{'team':'A'}", "syntax", 2},
        {R"({"team":"A","answers":{},})", "syntax", 26},
        {R"({"team":"A","te\u0061m":"B","answers":{}})", "duplicate-key", 13},
        {R"({"team":"A\u0000","answers":{}})", "control-character", 9},
        {R"({"team":"A\ud800","answers":{}})", "syntax", 17},
        {R"({"team":"A"})", "missing-key", 1},
        {R"({"team":-0,"answers":{},"date":"2026-02-30"})", "bad-date", 32},
        {R"({"schema":"mlops-assess/result/1","line":1})", "wrong-kind", 11},
        {std::string("{\0}", 3), "control-character", 2},
        {"{}\r{}", "lone-carriage-return", 3},
        {"\xFF{}", "not-utf8", 1},
        {std::string(std::size_t{1} << 20, ' ') + "1", "too-large", 1},
        {std::string(100'000, '['), "too-deep", 33},
    }));
    CAPTURE(bad.substr(0, 80));
    const auto outcome = stream(right + "\n" + bad + "\n" + right + "\n");
    CHECK(outcome.status == 3);
    const auto results = lines_of(outcome.out);
    REQUIRE(results.size() == 3);
    CHECK(Json::parse(results[0]).at("line") == 1);
    CHECK(Json::parse(results[2]).at("assessments").size() == 2);
    const auto result = Json::parse(results[1]);
    CHECK(result.at("line") == 2);
    const auto& first = result.at("errors").at(0);
    CHECK(first.at("id") == id);
    CHECK(first.at("line") == 2);
    CHECK(first.at("column") == column);
}

TEST_CASE("a record in which nothing can be assessed is a bad one", "[stream]") {
    const auto sheet = read_file(fs::path(SOURCE_FOLDER) / "tests/sheets/none-applies.yaml");
    const auto outcome =
        stream("\n" + record_of(sheet) + "\n", {"--rubric", "tests/sheets/models/one.yaml"});
    CHECK(outcome.status == 3);
    const auto error = Json::parse(outcome.out).at("errors").at(0);
    CHECK(error.at("id") == "nothing-to-assess");
    CHECK(error.at("line") == 2);
    CHECK(error.at("column") == 1);
}

TEST_CASE("a record may have a mebibyte", "[stream]") {
    constexpr std::size_t most = std::size_t{1} << 20;
    const auto record = right + std::string(most - right.size(), ' ');
    CHECK(stream(record).status == 0);
    CHECK(stream(record + "\r\n" + record + "\n").status == 0);
    const auto outcome = stream(record + " \n" + right);
    CHECK(outcome.status == 3);
    CHECK(outcome.out.find("\"too-large\"") != std::string::npos);
    CHECK(lines_of(outcome.out).size() == 2);
}

TEST_CASE("a record with very many errors tells the first fifty", "[stream]") {
    Json record = {{"team", "A"}, {"answers", Json::object()}};
    for (int i = 0; i < 200; ++i) record["answers"][fmt::format("x{}", i)] = "no";
    const auto result = Json::parse(stream(record.dump()).out);
    CHECK(result.at("errors").size() == 50);
}

TEST_CASE("an empty stream has no result and is right", "[stream]") {
    const auto* records = GENERATE("", "\n", "\n \t\r\n");
    const auto outcome = stream(records);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
}

TEST_CASE("results are written before the stream is read on", "[stream]") {
    const std::vector<std::string> pieces = {right + "\n" + right.substr(0, 5), right.substr(5),
                                             "\n\n \n", right + "\n" + right + "\n", right};
    const std::vector<int> written = {0, 1, 1, 2, 4, 4};
    std::size_t piece = 0;
    std::string out;
    std::string err;
    const auto status = run_with(
        [&](char* to, std::size_t size) -> long {
            INFO(piece);
            CHECK(std::count(out.begin(), out.end(), '\n') ==
                  written.at(std::min(piece, written.size() - 1)));
            if (piece == pieces.size()) return 0;
            return static_cast<long>(pieces[piece++].copy(to, size));
        },
        [&](std::string_view text) {
            out += text;
            return 0;
        },
        err);
    CHECK(status == ExitStatus::done);
    CHECK(std::count(out.begin(), out.end(), '\n') == 5);
}

TEST_CASE("results of many records are not gathered without bound", "[stream]") {
    std::string records;
    while (records.size() < 65536 - right.size()) records += right + "\n";
    std::size_t largest = 0;
    std::size_t all = 0;
    std::string err;
    const auto status = run_with(
        [&, given = false](char* to, std::size_t size) mutable -> long {
            if (std::exchange(given, true)) return 0;
            return static_cast<long>(records.copy(to, size));
        },
        [&](std::string_view text) {
            largest = std::max(largest, text.size());
            all += text.size();
            return 0;
        },
        err);
    CHECK(status == ExitStatus::done);
    CHECK(all > 500'000);
    CHECK(largest < 70'000);
}

TEST_CASE("a stream that cannot be written or read ends at once", "[stream]") {
    const auto [in_failure, out_failure, expected, words] =
        GENERATE(table<int, int, ExitStatus, std::string>({
            {0, EPIPE, ExitStatus::done, ""},
            {0, ENOSPC, ExitStatus::unusable,
             "mlops-assess: error: cannot write to stdout: No space left on device\n"},
            {EIO, 0, ExitStatus::unusable,
             "<stdin>: error: cannot read this file: Input/output error [unreadable-file]\n"},
        }));
    int reads = 0;
    std::string out;
    std::string err;
    const auto status = run_with(
        [&](char* to, std::size_t size) -> long {
            if (++reads > 1 && in_failure != 0) return -in_failure;
            REQUIRE(reads == 1);
            return static_cast<long>(("{}\n" + right + "\n").copy(to, size));
        },
        [&](std::string_view text) {
            if (out_failure == 0) out += text;
            return out_failure;
        },
        err);
    CHECK(status == expected);
    CHECK(err.ends_with(words));
    CHECK(lines_of(out).size() == (out_failure == 0 ? 2 : 0));
}

TEST_CASE("what means nothing for a stream is wrong usage", "[stream]") {
    const std::set<std::string_view> of_streams = {"--help",   "--rubric",  "--color",
                                                   "--quiet",  "--today",   "--bar",
                                                   "--target", "--max-age", "--stream"};
    int refused = 0;
    for (const auto& option : use(*find_command("score")).options) {
        const auto name =
            option.is_argument() ? std::string_view("ANSWERS") : names_of(option).back();
        if (of_streams.count(name) > 0) continue;
        std::vector<std::string> arguments;
        if (!option.is_argument()) arguments.emplace_back(name);
        if (!option.is_flag())
            arguments.emplace_back(!option.choices.empty()       ? option.choices.front()
                                   : option.takes == Takes::gate ? "google=1"
                                   : option.value == "PERCENT"   ? "100"
                                                                 : "1000");
        for (const bool before : {true, false}) {
            auto line = arguments;
            line.insert(before ? line.begin() : line.end(), "--stream");
            line.insert(line.begin(), "score");
            const auto outcome = run_program(line, right);
            INFO(fmt::format("{}", fmt::join(line, " ")) << ": " << outcome.err);
            CHECK(outcome.status == 2);
            CHECK(outcome.out.empty());
            CHECK(outcome.err.find(fmt::format("{} cannot stand beside", name)) +
                      outcome.err.find(fmt::format("cannot stand beside {}\n", name)) !=
                  2 * std::string::npos);
        }
        ++refused;
    }
    CHECK(refused >= 11);
    CHECK(stream(right, {"--target", "nosuch=1"}).status == 2);
    CHECK(stream(right, {"--rubric", "nosuch"}).status == 2);
    const auto broken = stream(right, {"--rubric", "tests/invalid/rubric-not-rising.yaml"});
    CHECK(broken.status == 3);
    CHECK(broken.out.empty());
}
