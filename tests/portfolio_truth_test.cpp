#include "support/catch.hpp"
#include "support/csv.hpp"
#include "support/json.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>

#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

/// Every figure of `portfolio` is `score`'s for that sheet, and its sums are what comes of them.
using namespace mlops_assess;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr unsigned seed = 20261128;
/// Of the random sheets; by the small model, and by the shipped ones.
constexpr int small_sheets = 950;
constexpr int shipped_sheets = 50;
constexpr const char* small_model = "tests/sheets/models/features.yaml";

/// A sheet by what `score -f json` says of it, and the name that `portfolio` gives it.
struct Scored {
    std::string name;
    Json report;

    std::string team() const { return report.at("team"); }
    std::string date() const {
        return report.at("date").is_null() ? "" : std::string(report.at("date"));
    }
    std::string tag(const std::string& key) const { return report.at("tags").value(key, ""); }
};

using History = std::vector<const Scored*>;  ///< earliest first
using Teams = std::map<std::string, History>;

/// The practices that a parameter does not meet from one level to another: whether each is open.
void add_unmet(std::map<std::string, bool>& unmet, const Json& parameter, int from, int to) {
    if (parameter.at("assessed") == false) return;
    for (const auto& cell : parameter.at("cells"))
        for (const auto& requirement : cell.at("requirements"))
            if (cell.at("level") >= from && cell.at("level") <= to &&
                requirement.at("met") == false)
                unmet[requirement.at("practice")] = requirement.at("answer") == "unanswered";
}

Json counts(const std::map<std::string, bool>& unmet) {
    int open = 0;
    for (const auto& [practice, is_open] : unmet) open += is_open ? 1 : 0;
    return {{"gaps", static_cast<int>(unmet.size()) - open}, {"open", open}};
}

Json parameter_figures(const Json& p) {
    const std::string id = p.at("id");
    if (p.at("assessed") == false)
        return {{"id", id},
                {"level", nullptr},
                {"possible", nullptr},
                {"evidenced_level", nullptr},
                {"short_of_next", nullptr}};
    std::map<std::string, bool> unmet;
    const int next = int{p.at("level")} + 1;
    add_unmet(unmet, p, next, next);
    return {{"id", id},
            {"level", p.at("level")},
            {"possible", p.at("possible")},
            {"evidenced_level", p.at("evidenced_level")},
            {"short_of_next", p.at("progress").is_null() ? Json(nullptr) : counts(unmet)}};
}

std::map<std::string, bool> unmet_at_next(const Json& assessment) {
    std::map<std::string, bool> unmet;
    for (const auto& p : assessment.at("parameters"))
        add_unmet(unmet, p, 1, int{assessment.at("level")} + 1);
    return unmet;
}

Json figures(const Json& report) {
    auto all = Json::array();
    for (const auto& a : report.at("assessments")) {
        auto parameters = Json::array();
        for (const auto& p : a.at("parameters")) parameters.push_back(parameter_figures(p));
        Json next = nullptr;
        if (!a.at("short_of").empty())
            next = {{"gaps", a.at("short_of")[0].at("gaps")},
                    {"open", a.at("short_of")[0].at("open")}};
        all.push_back({{"rubric", a.at("rubric").at("id")},
                       {"in_scope", a.at("rubric").at("in_scope")},
                       {"level", a.at("level")},
                       {"possible", a.at("possible")},
                       {"evidenced_level", a.at("evidenced_level")},
                       {"short_of_next", next},
                       {"index", a.at("index")},
                       {"target", a.at("target")},
                       {"parameters", parameters}});
    }
    return all;
}

std::map<std::string, bool> lacking_must(const Json& report) {
    std::map<std::string, bool> lacking;
    for (const auto& each : report.at("must_have"))
        if (each.at("met") == false)
            lacking[each.at("practice")] = each.at("answer") == "unanswered";
    return lacking;
}

std::map<std::string, bool> told(const Json& lacking) {
    std::map<std::string, bool> all;
    for (const auto& each : lacking) all[each.at("practice")] = each.at("open");
    CHECK(all.size() == lacking.size());
    return all;
}

Json optional(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void check_team(const Json& team, const History& history) {
    const auto& now = *history.back();
    CHECK(team.at("date") == optional(now.date()));
    CHECK(team.at("sheet") == now.name);
    CHECK(team.at("tags") == now.report.at("tags"));
    auto assessments = team.at("assessments");
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        CHECK(told(assessments[i].at("lacking")) ==
              unmet_at_next(now.report.at("assessments").at(i)));
        assessments[i].erase("lacking");
    }
    CHECK(assessments == figures(now.report));
    const auto& must_have = now.report.at("must_have");
    CHECK(team.at("must_have").at("applicable") ==
          std::count_if(must_have.begin(), must_have.end(),
                        [](const Json& each) { return !each.at("met").is_null(); }));
    CHECK(told(team.at("must_have").at("lacking")) == lacking_must(now.report));
    REQUIRE(team.at("history").size() == history.size() - 1);
    for (std::size_t i = 0; i + 1 < history.size(); ++i) {
        const auto& earlier = team.at("history")[i];
        CHECK(earlier.at("date") == optional(history[i]->date()));
        CHECK(earlier.at("sheet") == history[i]->name);
        CHECK(earlier.at("assessments") == figures(history[i]->report));
    }
}

/// `at_level` and what follows of it, of levels that may be null.
void check_spread(const Json& spread, std::vector<Json> levels, int top) {
    const auto unknown = std::erase_if(levels, [](const Json& level) { return level.is_null(); });
    CHECK(spread.at("not_assessed") == unknown);
    std::sort(levels.begin(), levels.end());
    std::vector<int> at(static_cast<std::size_t>(top) + 1);
    for (const auto& level : levels) ++at.at(level.get<std::size_t>());
    CHECK(spread.at("at_level") == at);
    CHECK(spread.at("lowest") == (levels.empty() ? Json(nullptr) : levels.front()));
    // The lower median: the first level that half of the teams do not exceed.
    Json median = nullptr;
    for (std::size_t i = 0; i < levels.size() && median.is_null(); ++i)
        if (2 * (i + 1) >= levels.size()) median = levels[i];
    CHECK(spread.at("median") == median);
}

struct Lack {
    std::set<std::string> gaps;
    std::set<std::string> open;
};

/// Each practice with the teams that lack it, those of most teams first.
void check_practices(const Json& practices, const std::map<std::string, Lack>& expected) {
    CHECK(practices.size() == expected.size());
    std::optional<std::pair<std::size_t, std::size_t>> last;
    for (const auto& each : practices) {
        const auto& lack = expected.at(each.at("practice"));
        CHECK(each.at("gaps") == lack.gaps);  // a set stands by name, as teams do
        CHECK(each.at("open") == lack.open);
        const std::pair size(lack.gaps.size(), lack.open.size());
        CHECK((!last || size <= *last));
        last = size;
    }
}

void add_lack(std::map<std::string, Lack>& all, const std::string& team,
              const std::map<std::string, bool>& lacking) {
    for (const auto& [practice, open] : lacking)
        (open ? all[practice].open : all[practice].gaps).insert(team);
}

/// `1.62` as 162.
int hundredths(const std::string& index) {
    return std::stoi(index.substr(0, index.find('.')) + index.substr(index.find('.') + 1));
}

void check_model(const Json& model, std::size_t m, const std::vector<const Scored*>& latest) {
    std::vector<Json> levels;
    std::map<std::string, std::vector<Json>> by_parameter;
    std::map<std::string, Lack> holding_back;
    std::vector<std::tuple<int, int, std::string>> order;
    int top = 0;
    for (const auto* sheet : latest) {
        const auto& a = sheet->report.at("assessments").at(m);
        CHECK(model.at("rubric") == a.at("rubric").at("id"));
        top = a.at("rubric").at("top_level");
        levels.push_back(a.at("level"));
        for (const auto& p : a.at("parameters")) by_parameter[p.at("id")].push_back(p.at("level"));
        add_lack(holding_back, sheet->team(), unmet_at_next(a));
        order.emplace_back(-int{a.at("level")}, -hundredths(a.at("index")), sheet->team());
    }
    check_spread(model.at("overall"), levels, top);
    CHECK(model.at("parameters").size() == by_parameter.size());
    for (const auto& p : model.at("parameters")) check_spread(p, by_parameter.at(p.at("id")), top);
    std::sort(order.begin(), order.end());
    std::vector<std::string> names;
    for (const auto& each : order) names.push_back(std::get<2>(each));
    CHECK(model.at("order") == names);
    check_practices(model.at("holding_back"), holding_back);
}

void check_roll_up(const Json& sums, const std::vector<const Scored*>& latest) {
    CHECK(sums.at("teams") == latest.size());
    for (std::size_t m = 0; m < sums.at("models").size(); ++m)
        check_model(sums.at("models")[m], m, latest);
    std::map<std::string, Lack> must;
    for (const auto* sheet : latest) add_lack(must, sheet->team(), lacking_must(sheet->report));
    check_practices(sums.at("must_have"), must);
}

void check_groups(const Json& portfolio, const Teams& teams, const std::string& tag) {
    std::map<std::string, std::vector<const Scored*>> groups;
    for (const auto& [name, history] : teams)
        groups[history.back()->tag(tag)].push_back(history.back());
    std::vector<std::string> values;
    for (const auto& [value, latest] : groups)
        if (!value.empty()) values.push_back(value);
    if (groups.contains("")) values.emplace_back();
    REQUIRE(portfolio.at("groups").size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& group = portfolio.at("groups")[i];
        CHECK(group.at("value") == optional(values[i]));
        check_roll_up(group, groups.at(values[i]));
    }
}

/// The rows of `csv` and `ndjson` by what `score` says; tags are `""` where a sheet has none.
std::vector<std::map<std::string, Json>> expected_rows(const Teams& teams,
                                                       const std::set<std::string>& tags) {
    std::vector<std::map<std::string, Json>> rows;
    const auto add = [&](const Scored& sheet, const Json& model, const Json& parameter) {
        const auto& each = parameter.is_null() ? model : parameter;
        const auto part = [&](const char* whole, const char* key) {
            return each.at(whole).is_null() ? Json(nullptr) : each.at(whole).at(key);
        };
        auto& row = rows.emplace_back();
        row = {{"team", sheet.team()},
               {"date", optional(sheet.date())},
               {"sheet", sheet.name},
               {"rubric", model.at("rubric")},
               {"parameter", parameter.is_null() ? Json(nullptr) : parameter.at("id")},
               {"level", each.at("level")},
               {"possible_low", part("possible", "low")},
               {"possible_high", part("possible", "high")},
               {"evidenced_level", each.at("evidenced_level")},
               {"index", parameter.is_null() ? model.at("index") : Json(nullptr)},
               {"target", model.at("target")},
               {"short_of_next_gaps", part("short_of_next", "gaps")},
               {"short_of_next_open", part("short_of_next", "open")}};
        for (const auto& tag : tags) row["tags." + tag] = optional(sheet.tag(tag));
    };
    for (const auto& [name, history] : teams)
        for (const auto* sheet : history)
            for (const auto& model : figures(sheet->report)) {
                add(*sheet, model, nullptr);
                for (const auto& parameter : model.at("parameters")) add(*sheet, model, parameter);
            }
    return rows;
}

std::string cell(const Json& value) {
    if (value.is_null()) return "";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

void check_rows(const std::string& csv, const std::string& ndjson, const Teams& teams) {
    std::set<std::string> tags;
    for (const auto& [name, history] : teams)
        for (const auto* sheet : history)
            for (const auto& [key, value] : sheet->report.at("tags").items()) tags.insert(key);
    const auto expected = expected_rows(teams, tags);
    const auto table = parse_csv(csv.starts_with("\xEF\xBB\xBF") ? csv.substr(3) : csv);
    REQUIRE(table);
    REQUIRE(table->size() == expected.size() + 1);
    std::istringstream lines(ndjson);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        std::map<std::string, std::string> row;
        for (std::size_t c = 0; c < table->front().size(); ++c)
            row[table->front()[c]] = (*table)[i + 1].at(c);
        std::map<std::string, std::string> cells;
        for (const auto& [column, value] : expected[i]) cells[column] = cell(value);
        REQUIRE(row == cells);
        std::string line;
        REQUIRE(std::getline(lines, line));
        auto record = Json::parse(line);
        if (record.contains("schema")) record.erase("schema");
        REQUIRE(record == Json(expected[i]));
    }
    std::string more;
    CHECK_FALSE(std::getline(lines, more));
}

/// Teams with their sheets, and how to make the program read them.
struct Subject {
    std::vector<std::string> paths;
    std::string input;
    std::vector<std::string> options;
    std::vector<Scored> sheets;

    std::string run(const char* format, const std::vector<std::string>& more, int status) const {
        std::vector<std::string> arguments = {"portfolio", "-f", format, "-q"};
        for (const auto* list : {&paths, &options, &more})
            arguments.insert(arguments.end(), list->begin(), list->end());
        const auto outcome = run_program(arguments, input);
        INFO(outcome.err.substr(0, 2000));
        REQUIRE(outcome.status == status);
        return outcome.out;
    }

    /// Those of whom there is one sheet a date. `unusable` are the others.
    Teams teams(std::set<std::string>& unusable) const {
        std::map<std::string, std::map<std::string, History>> by_date;
        for (const auto& sheet : sheets) by_date[sheet.team()][sheet.date()].push_back(&sheet);
        Teams teams;
        for (const auto& [team, dates] : by_date)
            for (const auto& [date, same] : dates) {
                if (same.size() == 1)
                    teams[team].push_back(same.front());
                else
                    for (const auto* each : same) unusable.insert(each->name);
            }
        return teams;
    }
};

void check_truth(const Subject& subject, const std::string& tag) {
    std::set<std::string> left_out;
    const auto teams = subject.teams(left_out);
    const int status = left_out.empty() ? 0 : 3;
    const auto by =
        tag.empty() ? std::vector<std::string>() : std::vector<std::string>{"--by", tag};
    const auto portfolio = Json::parse(subject.run("json", by, status));
    REQUIRE(portfolio.at("teams").size() == teams.size());
    std::size_t i = 0;
    std::vector<const Scored*> latest;
    for (const auto& [name, history] : teams) {
        const auto& team = portfolio.at("teams")[i++];
        INFO(name);
        CHECK(team.at("team") == name);
        check_team(team, history);
        latest.push_back(history.back());
    }
    check_roll_up(portfolio.at("all"), latest);
    CHECK(portfolio.at("by") == optional(tag));
    if (!tag.empty()) check_groups(portfolio, teams, tag);
    std::set<std::string> unusable;
    for (const auto& sheet : portfolio.at("unusable")) {
        unusable.insert(sheet.at("sheet"));
        CHECK(sheet.at("errors").at(0).at("id") == "same-team-and-date");
    }
    CHECK(unusable == left_out);
    check_rows(subject.run("csv", {}, status), subject.run("ndjson", {}, status), teams);
}

Json score(const std::string& sheet, const std::string& input,
           const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"score", sheet, "-f", "json", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto outcome = run_program(arguments, input);
    INFO(sheet << ": " << outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

Subject of_files(const std::vector<std::string>& paths, const std::vector<std::string>& files,
                 const std::vector<std::string>& options = {}) {
    Subject subject{paths, {}, options, {}};
    for (const auto& file : files) subject.sheets.push_back({file, score(file, {}, options)});
    return subject;
}

class Random {
  public:
    explicit Random(int number) : random_(seed + static_cast<unsigned>(number)) {}

    std::string record(const Rubric& rubric, const Json& context) {
        Json record = {{"team", fmt::format("Team {}", upto(299))}, {"answers", Json::object()}};
        if (upto(5) > 0) record["date"] = date();
        if (upto(3) > 0) record["tags"] = {{"unit", fmt::format("Unit {}", upto(6))}};
        if (upto(3) == 0) record["target"] = {{std::string(rubric.id), upto(rubric.top())}};
        if (upto(1) == 0) record["context"] = context;
        const int known = upto(10);
        for (const auto& practice : rubric.catalogue->practices)
            if (upto(9) < known) record["answers"][std::string(practice.id)] = answer(practice);
        return record.dump();
    }

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool truth() { return upto(1) == 0; }

  private:
    std::string date() { return fmt::format("2026-{:02}-{:02}", 8 + upto(3), 1 + upto(27)); }

    Json answer(const Practice& practice) {
        if (!practice.not_applicable.empty() && upto(5) == 0)
            return {{"answer", "n/a"}, {"note", "none"}};
        const Json words[] = {nullptr, "no", "partially", "mostly", "fully", "fully"};
        const auto& word = words[upto(5)];
        if (truth()) return word;
        return {{"answer", word}, {"evidence", Json::array({"docs/a.md"})}};
    }

    std::mt19937 random_;
};

void check_random(const Rubric& rubric, int from, int count, const Json& context,
                  const std::vector<std::string>& options) {
    Subject subject{{"-"}, {}, options, {}};
    for (int i = 0; i < count; ++i) {
        const auto record = Random(from + i).record(rubric, context);
        subject.input += record + "\n";
        subject.sheets.push_back({fmt::format("<stdin>:{}", i + 1), score("-", record, options)});
    }
    check_truth(subject, "unit");
}

}  // namespace

TEST_CASE("figures and sums of the examples are those of score", "[portfolio_truth]") {
    const auto examples = yaml_files("examples");
    check_truth(of_files(examples, examples), "unit");
    auto quarters = yaml_files("examples/portfolio/2026-q1");
    for (auto& each : yaml_files("examples/portfolio/2026-q2")) quarters.push_back(each);
    CHECK(examples.size() + quarters.size() >= 21);
    check_truth(of_files({"examples/portfolio"}, quarters), "unit");
    check_truth(of_files({"examples/portfolio"}, quarters,
                         {"--bar", "fully", "--max-age", "60", "--today", "2026-11-24", "--target",
                          "google=2"}),
                "platform");
    check_truth(
        of_files({"examples/custom-model/answers.yaml"}, {"examples/custom-model/answers.yaml"},
                 {"--rubric", "examples/custom-model/rubric.yaml"}),
        "");
}

TEST_CASE("figures and sums of random sheets are those of score", "[portfolio_truth]") {
    Workshop shop;
    const auto& small = shop.rubric(read_file(fs::path(SOURCE_FOLDER) / small_model));
    check_random(small, 0, small_sheets, {{"users", 12}, {"regulated", true}},
                 {"--rubric", small_model});
    check_random(shop.microsoft(), small_sheets, shipped_sheets,
                 {{"regulated", true}, {"production_models", 3}, {"purpose", "production"}}, {});
    std::cout << "portfolio: seed " << seed << ", " << small_sheets + shipped_sheets << " sheets\n";
}
