#include "support/catch.hpp"
#include "support/program.hpp"
#include "writer/formats.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// Today moves nothing but ages, waivers, their gates and overdue dates.
using Json = nlohmann::json;

namespace {

const std::vector<std::vector<std::string>> sheets = {
    {"examples/retail-credit.yaml"},
    {"examples/startup.yaml"},
    {"examples/first-attempt.yaml"},
    {"tests/sheets/features.yaml", "--rubric", "tests/sheets/models/features.yaml"},
    {"tests/sheets/features-musts.yaml", "--rubric", "tests/sheets/models/features.yaml"}};

Outcome on(const std::string& day, const std::string& command,
           const std::vector<std::string>& sheet, const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {command, "--today", day, "-q"};
    arguments.insert(arguments.end(), sheet.begin(), sheet.end());
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_program(arguments);
}

/// All of it but these keys, wherever they stand.
Json without(const Json& json, const std::vector<std::string>& keys) {
    auto rest = json.is_object() ? Json::object() : Json::array();
    if (!json.is_structured()) return json;
    for (const auto& [key, value] : json.items()) {
        if (json.is_array())
            rest.push_back(without(value, keys));
        else if (std::find(keys.begin(), keys.end(), key) == keys.end())
            rest[key] = without(value, keys);
    }
    return rest;
}

constexpr const char* early = "2020-01-01";
constexpr const char* late = "2029-12-31";

}  // namespace

TEST_CASE("a report that counts no days is the same on every day", "[today]") {
    for (const auto& sheet : sheets)
        for (const auto& format : mlops_assess::formats()) {
            INFO(sheet[0] << " as " << format.name);
            const auto first = on(early, "score", sheet, {"-f", std::string(format.name)});
            CHECK(first.status == 0);
            CHECK(first.out == on(late, "score", sheet, {"-f", std::string(format.name)}).out);
            CHECK(first.out.find(early) == std::string::npos);
        }
}

TEST_CASE("the age of evidence moves evidenced figures only", "[today]") {
    bool moved = false;
    for (const auto& sheet : sheets) {
        INFO(sheet[0]);
        const auto told = [&](const std::string& day) {
            return Json::parse(on(day, "score", sheet, {"-f", "json", "--max-age", "30"}).out);
        };
        const auto first = told(early);
        const auto second = told(late);
        CHECK(first.at("rules").at("today") == early);
        CHECK(without(first, {"evidenced_level", "today"}) ==
              without(second, {"evidenced_level", "today"}));
        moved = moved || without(first, {"today"}) != without(second, {"today"});
    }
    CHECK(moved);
}

TEST_CASE("the end of a waiver moves gates and what they say only", "[today]") {
    const std::vector<std::string> options = {
        "-f", "json", "--waivers", "tests/sheets/features-waivers.yaml", "--fail-under", "small=1"};
    const auto before = on("2027-01-31", "score", sheets[3], options);
    const auto after = on("2027-02-01", "score", sheets[3], options);
    CHECK(before.status == 0);
    CHECK(after.status == 1);
    CHECK(without(Json::parse(before.out), {"gates", "today"}) ==
          without(Json::parse(after.out), {"gates", "today"}));
}

TEST_CASE("a plan moves by what is overdue only", "[today]") {
    const auto before = Json::parse(on("2026-10-31", "plan", sheets[4], {"-f", "json"}).out);
    const auto after = Json::parse(on("2026-11-01", "plan", sheets[4], {"-f", "json"}).out);
    CHECK(before != after);
    CHECK(without(before, {"rules", "overdue"}) == without(after, {"rules", "overdue"}));
    // Without a due date no day is named.
    const auto undated = on(early, "plan", sheets[3], {"-f", "text"}).out;
    CHECK(undated == on(late, "plan", sheets[3], {"-f", "text"}).out);
}

TEST_CASE("today is the option's, else the environment's, else the clock's", "[today]") {
    struct Row {
        std::string environment;
        std::string options;
        int status;
        std::string today;  ///< in the report; empty: it reads no clock, or there is none
    };
    const Row rows[] = {
        {"", "--max-age 9 --today 2026-01-31", 0, "2026-01-31"},
        {"SOURCE_DATE_EPOCH=1795521600", "--max-age 9", 0, "2026-11-24"},
        {"SOURCE_DATE_EPOCH=1795521600", "--max-age 9 --today 2026-01-31", 0, "2026-01-31"},
        {"SOURCE_DATE_EPOCH=0", "--max-age 9", 0, "1970-01-01"},
        {"SOURCE_DATE_EPOCH=x", "--max-age 9", 2, ""},
        {"SOURCE_DATE_EPOCH=-1", "--max-age 9", 2, ""},
        {"SOURCE_DATE_EPOCH=999999999999999", "--max-age 9", 2, ""},
        {"SOURCE_DATE_EPOCH=x", "", 0, ""},
        {"SOURCE_DATE_EPOCH=x", "--max-age 9 --today 2026-01-31", 0, "2026-01-31"},
    };
    for (const auto& row : rows) {
        INFO(row.environment << ' ' << row.options);
        const auto outcome = run_shell(
            row.environment + " \"$P\" score examples/startup.yaml -q -f json " + row.options,
            SOURCE_FOLDER);
        CHECK(outcome.status == row.status);
        if (row.status != 0) continue;
        const auto rules = nlohmann::json::parse(outcome.out)["rules"];
        CHECK((rules["today"].is_null() ? "" : rules["today"].get<std::string>()) == row.today);
    }
    // The day may change between.
    const auto clock = run_shell(
        "unset SOURCE_DATE_EPOCH; before=$(date -u +%F); "
        "\"$P\" score examples/startup.yaml -q -f json --max-age 9 | "
        "grep -c -e \"\\\"today\\\": \\\"$before\\\"\" -e \"\\\"today\\\": \\\"$(date -u "
        "+%F)\\\"\"",
        SOURCE_FOLDER);
    CHECK(clock.out == "1\n");
}
