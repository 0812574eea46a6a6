#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <random>
#include <regex>
#include <set>

/// What is missing is the same wherever it is told: must-haves, gaps and open questions.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr unsigned seed = 20261126;
/// Of the random sheets; by the small model, and by the shipped ones.
constexpr int small_sheets = 485;
constexpr int shipped_sheets = 15;
constexpr const char* small_model = "tests/sheets/models/features.yaml";

using Ids = std::set<std::string>;

/// A practice that is missing, or open.
struct Work {
    Ids gaps;
    Ids open;
    void add(const std::string& practice, bool is_open) {
        (is_open ? open : gaps).insert(practice);
    }
    friend bool operator==(const Work&, const Work&) = default;
};

/// A sheet, and how to call the program on it.
struct Subject {
    std::string text;
    std::vector<std::string> options;
    bool has_advice = true;  ///< the model has rules for a target

    /// As JSON; `more` are further options.
    Json run(const std::string& command, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments = {command, "-", "-f", "json", "-q"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto outcome = run_program(arguments, text);
        INFO(command << ": " << outcome.err);
        REQUIRE(outcome.status == 0);
        return Json::parse(outcome.out);
    }
};

/// What counts here of a CSV file's rows, by the names of their columns.
using Table = std::vector<std::map<std::string, std::string>>;

Table table(const std::string& csv) {
    const auto records = parse_csv(csv);
    REQUIRE(records);
    const auto& names = records->front();
    Table rows(records->size() - 1);
    for (const auto* name : {"rubric", "level", "practice", "kind", "answer", "met"}) {
        const auto column =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i][name] = (*records)[i + 1].at(column);
    }
    return rows;
}

Ids missing_in(const Json& must_haves) {
    Ids ids;
    for (const auto& each : must_haves)
        if (each.at("met") == false) ids.insert(each.at("practice"));
    return ids;
}

Ids missing_in_target(const Json& target) {
    Ids ids;
    for (const auto& each : target.at("must_have")) ids.insert(each.at("practice"));
    return ids;
}

Ids missing_in_plan(const Json& plan) {
    Ids ids;
    for (const auto& stage : plan.at("must_have"))
        for (const auto& step : stage)
            if (step.at("must_have") == true) ids.insert(step.at("practice"));
    return ids;
}

Ids missing_in(const Table& rows) {
    Ids ids;
    for (const auto& row : rows)
        if (row.at("kind") == "must-have" && row.at("met") == "false")
            ids.insert(row.at("practice"));
    return ids;
}

/// The ids on the lines of a section that begin so.
Ids ids_on_lines(const std::string& text, const std::string& begin, const std::string& end,
                 const std::regex& line) {
    const auto from = text.find(begin);
    if (from == std::string::npos) return {};
    const auto section = text.substr(from, text.find(end, from + begin.size()) - from);
    Ids ids;
    for (std::sregex_iterator each(section.begin(), section.end(), line), last; each != last;
         ++each)
        ids.insert((*each)[1]);
    return ids;
}

Ids missing_in_html(const std::string& html) {
    static const std::regex line("<li class=\"lacks\">[^\n]*<code>([a-z0-9-]+)</code>");
    return ids_on_lines(html, "<section id=\"must\"", "</section>", line);
}

Ids missing_in_markdown(const std::string& markdown) {
    static const std::regex line("\n- \\[ \\] [^\n]*`([a-z0-9-]+)`");
    return ids_on_lines(markdown, "\n## Must do, whatever the target", "\n## ", line);
}

/// What each level of a model lacks, as far as the roadmap goes.
std::map<int, Work> milestones(const Json& roadmap) {
    std::map<int, Work> levels;
    for (const auto& milestone : roadmap) {
        auto& work = levels[milestone.at("level")];
        for (const auto& gap : milestone.at("gaps")) work.add(gap.at("practice"), false);
        for (const auto& open : milestone.at("open")) work.add(open.at("practice"), true);
    }
    return levels;
}

std::map<int, Work> planned(const Json& model) {
    std::map<int, Work> levels;
    for (const auto& milestone : model.at("milestones")) {
        auto& work = levels[milestone.at("level")];
        for (const auto& stage : milestone.at("stages"))
            for (const auto& step : stage) work.add(step.at("practice"), step.at("open"));
        CHECK(milestone.at("gaps") == work.gaps.size());
        CHECK(milestone.at("open") == work.open.size());
    }
    return levels;
}

std::map<int, Work> unmet(const Table& rows, const std::string& rubric) {
    std::map<int, Work> levels;
    for (const auto& row : rows)
        if (row.at("kind") == "requirement" && row.at("rubric") == rubric &&
            row.at("met") == "false")
            levels[std::stoi(row.at("level"))].add(row.at("practice"),
                                                   row.at("answer") == "unanswered");
    return levels;
}

Work up_to(const std::map<int, Work>& levels, int most) {
    Work all;
    for (const auto& [level, work] : levels) {
        if (level > most) continue;
        all.gaps.insert(work.gaps.begin(), work.gaps.end());
        all.open.insert(work.open.begin(), work.open.end());
    }
    return all;
}

void check_levels(const Json& assessment, const Json& model, const Table& rows) {
    const auto roadmap = milestones(assessment.at("roadmap"));
    const auto required = unmet(rows, assessment.at("rubric").at("id"));
    CHECK(planned(model) == roadmap);
    for (const auto& [level, work] : roadmap) CHECK(required.at(level) == work);
    const int target = assessment.at("target");
    for (const auto& short_of : assessment.at("short_of")) {
        const int level = short_of.at("level");
        const auto all = up_to(required, level);
        CHECK(short_of.at("gaps") == all.gaps.size());
        CHECK(short_of.at("open") == all.open.size());
        if (level <= target) CHECK(up_to(roadmap, level) == all);
    }
}

void check_plan(const Json& plan) {
    Work all;
    const auto add = [&](const Json& stages) {
        for (const auto& stage : stages)
            for (const auto& step : stage) {
                // It refers to what stands above if and only if it does stand there.
                const std::string id = step.at("practice");
                CHECK(step.at("again") == (all.gaps.contains(id) || all.open.contains(id)));
                all.add(id, step.at("open"));
            }
    };
    add(plan.at("must_have"));
    for (const auto& model : plan.at("models"))
        for (const auto& milestone : model.at("milestones")) add(milestone.at("stages"));
    CHECK(plan.at("gaps") == all.gaps.size());
    CHECK(plan.at("open") == all.open.size());
}

void check_truth(const Subject& subject) {
    static const Folder folder;
    const auto file = [&](const char* name) { return (folder.path / name).string(); };
    const auto report =
        subject.run("score", {"-o", file("a.csv"), "-o", file("a.html"), "-o", file("a.md")});
    const auto plan = subject.run("plan");
    const auto rows = table(read_file(file("a.csv")));
    const auto missing = missing_in(report.at("must_have"));
    CHECK(missing_in_plan(plan) == missing);
    if (subject.has_advice) CHECK(missing_in_target(subject.run("target")) == missing);
    CHECK(missing_in(rows) == missing);
    CHECK(missing_in_html(read_file(file("a.html"))) == missing);
    CHECK(missing_in_markdown(read_file(file("a.md"))) == missing);
    check_plan(plan);
    const auto& assessments = report.at("assessments");
    REQUIRE(plan.at("models").size() == assessments.size());
    for (std::size_t i = 0; i < assessments.size(); ++i)
        check_levels(assessments[i], plan.at("models")[i], rows);
}

/// Random answers and facts.
class Sheets {
  public:
    explicit Sheets(int number) : random_(seed + static_cast<unsigned>(number)) {}

    std::string sheet(const Rubric& rubric, const std::string& facts) {
        const auto& catalogue = *rubric.catalogue;
        std::string text = "team: Random\n";
        if (upto(2) > 0) text += fmt::format("target: {{{}: {}}}\n", rubric.id, upto(rubric.top()));
        text += "context: {" + facts + "}\nanswers:\n  " + std::string(catalogue.practices[0].id) +
                ": partially\n";
        const int known = upto(10);
        for (std::size_t i = 1; i < catalogue.practices.size(); ++i)
            if (upto(9) < known) text += answer(catalogue.practices[i]);
        return text;
    }

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    std::string truth() { return upto(1) == 0 ? "false" : "true"; }

  private:
    std::string answer(const Practice& practice) {
        constexpr const char* ratings[] = {"unknown", "no",    "partially",
                                           "mostly",  "fully", "fully"};
        if (!practice.not_applicable.empty() && upto(5) == 0)
            return fmt::format("  {}: {{answer: n/a, note: none}}\n", practice.id);
        return fmt::format("  {}: {}\n", practice.id, ratings[upto(5)]);
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("the examples tell one truth everywhere", "[one_truth]") {
    int count = 0;
    for (const auto* folder : {"examples", "examples/portfolio/2026-q2"})
        for (const auto& sheet : yaml_files(folder)) {
            INFO(sheet);
            check_truth({read_file(sheet), {}});
            ++count;
        }
    CHECK(count >= 15);
    check_truth({read_file(fs::path(SOURCE_FOLDER) / "examples/custom-model/answers.yaml"),
                 {"--rubric", "examples/custom-model/rubric.yaml"},
                 false});
    check_truth({read_file(fs::path(SOURCE_FOLDER) / "tests/sheets/features-musts.yaml"),
                 {"--rubric", small_model}});
}

TEST_CASE("random sheets tell one truth everywhere", "[one_truth]") {
    Workshop shop;
    const auto& small = shop.rubric(read_file(fs::path(SOURCE_FOLDER) / small_model));
    for (int number = 0; number < small_sheets + shipped_sheets; ++number) {
        Sheets random(number);
        const bool is_small = number < small_sheets;
        const auto facts =
            is_small ? fmt::format("users: {}, regulated: {}", random.upto(20), random.truth())
                     : fmt::format(
                           "regulated: {}, production_models: {}, purpose: production, "
                           "criticality: {}",
                           random.truth(), random.upto(6), random.upto(1) == 0 ? "low" : "high");
        const auto text = random.sheet(is_small ? small : shop.microsoft(), facts);
        INFO("seed " << seed << ", case " << number << "\n" << text);
        check_truth({text, is_small ? std::vector<std::string>{"--rubric", small_model}
                                    : std::vector<std::string>{}});
    }
    std::cout << "one truth: seed " << seed << ", " << small_sheets + shipped_sheets << " sheets\n";
}
