#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <random>
#include <set>

/// Three raters over all practices, at random, against a computation of its own.
using namespace mlops_assess;
using Json = nlohmann::json;

namespace {

constexpr unsigned seed = 20261127;
const std::vector<std::string> words = {"no", "partially", "mostly", "fully"};

struct Said {
    std::string answer;  ///< empty: not in the sheet
    std::string note;
    std::vector<std::string> evidence;

    bool is_given() const { return !answer.empty() && answer != "unknown"; }
};
using Sheet = std::map<std::string, Said>;

std::string yaml(const std::string& who, const Sheet& sheet) {
    auto text = fmt::format("team: Random\nassessed_by: {}\nanswers:\n", who);
    for (const auto& [practice, said] : sheet) {
        if (said.answer.empty()) continue;
        text += fmt::format("  {}:\n    answer: {}\n", practice, said.answer);
        if (!said.note.empty()) text += fmt::format("    note: {}\n", said.note);
        if (!said.evidence.empty())
            text += fmt::format("    evidence: [{}]\n", fmt::join(said.evidence, ", "));
    }
    return text + (sheet.empty() ? "  {}\n" : "");
}

/// Raters who mostly agree, so that levels above 0 hang on their answers.
std::vector<Sheet> random_sheets(const Catalogue& catalogue, std::mt19937& random) {
    const auto below = [&](unsigned n) { return random() % n; };
    std::vector<Sheet> sheets(3);
    for (const auto& practice : catalogue.practices) {
        const auto common = below(8) == 0 ? below(4) : 2 + below(2);
        for (std::size_t r = 0; r < sheets.size(); ++r) {
            auto& said = sheets[r][std::string(practice.id)];
            const auto kind = below(20);
            const bool skipped = kind == 0 && !practice.not_applicable.empty();
            said.answer = skipped     ? "not-applicable"
                          : kind == 1 ? ""
                          : kind <= 3 ? "unknown"
                          : kind <= 7 ? words[below(4)]
                                      : words[common];
            if (skipped || below(3) == 0) said.note = fmt::format("note{}of{}", random(), r);
            if (below(3) == 0)
                said.evidence = {fmt::format("e{}", below(3)), fmt::format("f{}", random())};
        }
    }
    return sheets;
}

std::size_t step(const std::string& answer) {
    return static_cast<std::size_t>(std::ranges::find(words, answer) - words.begin());
}

/// Levels of a sheet of short answers, as `score` gives them.
std::string levels_of(const std::map<std::string, std::string>& answers,
               const std::vector<std::string>& options) {
    std::string text = "team: Random\nanswers:\n";
    for (const auto& [practice, answer] : answers)
        text += answer == "not-applicable"
                    ? fmt::format("  {}: {{answer: {}, note: x}}\n", practice, answer)
                    : fmt::format("  {}: {}\n", practice, answer);
    std::vector<std::string> arguments = {"score", "-", "-q", "-f", "json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto outcome = run_program(arguments, text);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    Json levels = Json::array();
    const auto report = Json::parse(outcome.out);
    for (const auto& each : report["assessments"]) {
        levels.push_back(each["level"]);
        for (const auto& parameter : each["parameters"]) levels.push_back(parameter["level"]);
    }
    return levels.dump();
}

struct Shares {
    int compared = 0;
    int equal = 0;
    int close = 0;
    void check(const Json& json) const {
        CHECK(json["compared"] == compared);
        CHECK(json["equal"] == equal);
        CHECK(json["within_one_step"] == close);
        if (compared == 0) CHECK(json["equal_percent"] == nullptr);
        if (compared > 0) CHECK(json["equal_percent"] == equal * 100 / compared);
        if (compared > 0) CHECK(json["within_one_step_percent"] == close * 100 / compared);
    }
};

void check(const Catalogue& catalogue, const std::vector<Sheet>& sheets, bool lowest,
           const std::vector<std::string>& options) {
    const std::vector<std::string> names = {"Ana", "Ben", "Cem"};
    const Folder folder;
    const auto written = (folder.path / "merged.yaml").string();
    std::vector<std::string> arguments = {"merge"};
    for (std::size_t r = 0; r < 3; ++r)
        arguments.push_back(folder.file(names[r] + ".yaml", yaml(names[r], sheets[r])));
    for (const auto* each : {"-q", "-f", "json", "-o"}) arguments.emplace_back(each);
    arguments.push_back(written);
    if (lowest) arguments.insert(arguments.end(), {"--take", "lowest"});
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto outcome = run_program(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    const auto merge = Json::parse(outcome.out);

    Shares all;
    std::map<std::string, Shares> by_parameter;
    std::map<std::string, std::string> merged;
    std::map<std::string, std::set<std::string>> differing;
    for (const auto& practice : catalogue.practices) {
        const std::string id(practice.id);
        std::vector<std::string> given;
        bool named = false;
        for (const auto& sheet : sheets) {
            if (sheet.at(id).is_given()) given.push_back(sheet.at(id).answer);
            named = named || !sheet.at(id).answer.empty();
        }
        if (!named) continue;
        const std::set<std::string> distinct(given.begin(), given.end());
        const bool skipped = distinct.contains("not-applicable");
        std::size_t low = 3;
        std::size_t high = 0;
        for (const auto& each : given)
            low = std::min(low, step(each)), high = std::max(high, step(each));
        for (auto* shares :
             {&all, &by_parameter[std::string(catalogue.parameters[practice.parameter].id)]}) {
            if (given.size() < 2) continue;
            ++shares->compared;
            if (distinct.size() == 1) ++shares->equal;
            if (!skipped && high - low <= 1) ++shares->close;
        }
        merged[id] = distinct.empty()       ? "unknown"
                     : distinct.size() == 1 ? given.front()
                     : lowest && !skipped   ? words[low]
                                            : "unknown";
        if (distinct.size() > 1) differing[id] = distinct;
    }
    all.check(merge["agreement"]);
    for (const auto& each : merge["agreement"]["parameters"]) by_parameter[each["id"]].check(each);

    std::vector<std::string> decisive;
    std::vector<std::string> others;
    for (const auto& practice : catalogue.practices) {
        const std::string id(practice.id);
        if (!differing.contains(id)) continue;
        std::set<std::string> outcomes;
        for (const auto& answer : differing[id]) {
            auto changed = merged;
            changed[id] = answer;
            outcomes.insert(levels_of(changed, options));
        }
        (outcomes.size() > 1 ? decisive : others).push_back(id);
    }
    std::vector<std::string> expected = decisive;
    expected.insert(expected.end(), others.begin(), others.end());
    std::vector<std::string> told;
    std::size_t told_decisive = 0;
    for (const auto& each : merge["differences"]) {
        told.push_back(each["practice"]);
        told_decisive += each["decisive"].get<bool>() ? 1 : 0;
    }
    CHECK(told == expected);
    CHECK(told_decisive == decisive.size());

    std::vector<std::string> validate = {"validate", written};
    validate.insert(validate.end(), options.begin(), options.end());
    REQUIRE(run_program(validate).status == 0);
    std::vector<std::string> score = {"score", written, "-q", "-f", "json"};
    score.insert(score.end(), options.begin(), options.end());
    const auto scored = Json::parse(run_program(score).out);
    CHECK(scored["assessed_by"] == names);
    for (const auto& answer : scored["answers_given"]) {
        const std::string id = answer["practice"];
        INFO(id);
        if (!merged.contains(id)) {
            CHECK(answer["location"] == nullptr);
            continue;
        }
        CHECK(answer["answer"] == (merged[id] == "unknown" ? "unanswered" : merged[id]));
        std::set<std::string> evidence;
        const auto note = answer["note"].is_null() ? "" : answer["note"].get<std::string>();
        std::size_t given = 0;
        for (const auto& sheet : sheets) given += sheet.at(id).is_given() ? 1 : 0;
        for (std::size_t r = 0; r < 3; ++r) {
            const auto& said = sheets[r].at(id);
            if (said.answer.empty()) continue;
            evidence.insert(said.evidence.begin(), said.evidence.end());
            CHECK(note.find(said.note) != std::string::npos);
            if (!said.note.empty() || (differing.contains(id) && said.is_given()))
                CHECK(note.find(names[r]) != std::string::npos);
            if (differing.contains(id) && said.is_given())
                CHECK(note.find(" " + said.answer) != std::string::npos);
            if (given == 1 && said.is_given())
                CHECK(note.find("Only " + names[r] + " answered") != std::string::npos);
        }
        CHECK(answer["evidence"].get<std::set<std::string>>() == evidence);
    }
}

}  // namespace

TEST_CASE("random raters are merged by the rules", "[merge_random]") {
    std::cout << "merge_random: seed " << seed << "\n";
    std::mt19937 random(seed);
    Workshop shop;
    const auto& catalogue = *shop.microsoft().catalogue;
    for (const bool lowest : {false, true})
        check(catalogue, random_sheets(catalogue, random), lowest, {});
    const auto& small =
        *shop.rubric(read_file(SOURCE_FOLDER "/tests/sheets/models/features.yaml")).catalogue;
    for (int i = 0; i < 40; ++i)
        check(small, random_sheets(small, random), i % 2 == 0,
              {"--rubric", "tests/sheets/models/features.yaml"});
}
