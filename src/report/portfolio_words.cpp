#include "report/portfolio_words.hpp"

#include "report/phrases.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace mlops_assess {
namespace {

std::string arrow(Signs signs) { return signs == Signs::unicode ? " → " : " -> "; }

std::string names_words(const std::vector<std::string>& names, std::size_t most) {
    const auto shown = std::min(names.size(), most);
    auto words = fmt::format("{}", fmt::join(std::span(names).first(shown), ", "));
    if (names.size() > shown) words += fmt::format(" and {} more", names.size() - shown);
    return words;
}

std::vector<std::string> names_of(const Portfolio& portfolio, const TeamIndices& teams) {
    std::vector<std::string> names;
    for (const auto team : teams) names.emplace_back(portfolio.teams[team].name);
    return names;
}

/// The titles of the parameters that moved so.
std::vector<std::string> moved(const Rubric& rubric, std::size_t model,
                               const std::vector<LevelMove>& moves, bool up) {
    std::vector<std::string> titles;
    for (const auto& move : moves)
        if (move.model == model && move.parameter && (up ? move.is_up() : move.is_down()))
            titles.emplace_back(rubric.catalogue->parameters[*move.parameter].title);
    return titles;
}

}  // namespace

std::string portfolio_words(const Portfolio& portfolio) {
    std::set<Text> dates;
    for (const auto& team : portfolio.teams)
        if (!team.now().date.empty()) dates.insert(team.now().date);
    if (portfolio.teams.empty()) return "no sheet could be used";
    auto words = fmt::format("{} by {} latest sheet{}", counted(portfolio.teams.size(), "team"),
                             portfolio.teams.size() == 1 ? "its" : "their",
                             portfolio.teams.size() == 1 ? "" : "s");
    if (dates.size() == 1) words += fmt::format(", {}", date_words(*dates.begin()));
    if (dates.size() > 1)
        words += fmt::format(", {} to {}", date_words(*dates.begin()), date_words(*dates.rbegin()));
    return words;
}

std::string figures_words(const Figures& figures, Signs signs) {
    if (!figures.assessed) return "-";
    const bool unicode = signs == Signs::unicode;
    auto words = range_words(figures.possible(), unicode ? "–" : "-");
    if (figures.evidenced != figures.low)
        words += fmt::format("{}{}", unicode ? "·" : "/", figures.evidenced);
    return words;
}

std::string figures_legend(Signs signs) {
    const bool unicode = signs == Signs::unicode;
    return fmt::format(
        "2{}1: level 2, and 1 counting only answers that cite evidence. 1{}3: open answers can "
        "still change it. -: not assessed.",
        unicode ? "·" : "/", unicode ? "–" : "-");
}

std::string rules_words(const Portfolio& portfolio) {
    const auto bar_of = [&](const Rubric& rubric) {
        return word_for_points(portfolio.rules.bar.value_or(rubric.bar));
    };
    std::map<Text, std::vector<std::string>> bars;
    for (const auto* rubric : portfolio.models.rubrics)
        bars[bar_of(*rubric)].emplace_back(rubric->label);
    std::vector<std::string> parts;
    for (const auto& [bar, labels] : bars)
        parts.push_back(bars.size() == 1
                            ? fmt::format("from {} on", bar)
                            : fmt::format("from {} on by {}", bar, join_words(labels)));
    auto words = fmt::format("A practice is met {}.", join_words(parts));
    if (const auto& age = portfolio.rules.max_age)
        words += fmt::format(" Evidence older than {} on {} counts as none.",
                             counted(static_cast<std::size_t>(*age), "day"),
                             date_words(portfolio.rules.today));
    else if (!portfolio.rules.today.empty())
        words += fmt::format(" Waivers count by {}.", date_words(portfolio.rules.today));
    return words;
}

std::string out_of_scope_words(const Portfolio& portfolio, std::size_t model) {
    TeamIndices teams;
    for (TeamIndex i = 0; i < portfolio.teams.size(); ++i)
        if (!portfolio.teams[i].now().models[model].in_scope) teams.push_back(i);
    if (teams.empty()) return {};
    return fmt::format("{} is not made for {}.", portfolio.models.rubrics[model]->label,
                       teams_words(portfolio, teams, 20));
}

std::string spread_words(const Spread& spread) {
    std::vector<std::string> parts;
    for (std::size_t level = 0; level < spread.at.size(); ++level)
        if (spread.at[level] > 0)
            parts.push_back(fmt::format("{}{}: {}", parts.empty() ? "level " : "", level,
                                        parts.empty() ? counted(spread.at[level], "team")
                                                      : std::to_string(spread.at[level])));
    if (spread.not_assessed > 0)
        parts.push_back(fmt::format("{} not assessed", spread.not_assessed));
    auto words = fmt::format("{}", fmt::join(parts, ", "));
    if (spread.median) words += fmt::format("; lower median {}", *spread.median);
    return words;
}

std::string level_or_dash(const std::optional<int>& level) {
    return level ? std::to_string(*level) : "-";
}

std::string holding_back_words(const HoldingBack& each, const RollUp& all) {
    auto words = fmt::format("{} of {}", each.gaps.size(), counted(all.teams.size(), "team"));
    if (!each.open.empty()) words += fmt::format(", {} not answered", each.open.size());
    return words;
}

std::string group_summary_words(const TeamGroup& group, const ModelRollUp& sums, std::size_t most) {
    std::vector<std::string> names;
    for (const auto& each : sums.holding_back)
        if (names.size() < most && !each.gaps.empty())
            names.push_back(fmt::format("{} ({} of {})", deliverable_words(*each.practice),
                                        each.gaps.size(), group.roll_up.teams.size()));
    return fmt::format(
        "{}.{}", spread_words(sums.overall),
        names.empty() ? "" : fmt::format(" Holds back most: {}.", fmt::join(names, "; ")));
}

std::string teams_words(const Portfolio& portfolio, const TeamIndices& teams, std::size_t most) {
    return names_words(names_of(portfolio, teams), most);
}

std::string teams_words(const Portfolio& portfolio, const HoldingBack& each, std::size_t most) {
    auto words = teams_words(portfolio, each.gaps, most);
    if (!each.open.empty())
        words += fmt::format("{}not answered: {}", words.empty() ? "" : "; ",
                             teams_words(portfolio, each.open, most));
    return words;
}

std::string must_have_words(const RollUp& all) {
    std::set<TeamIndex> teams;
    for (const auto& each : all.must_have)
        for (const auto* list : {&each.gaps, &each.open}) teams.insert(list->begin(), list->end());
    if (teams.empty()) return {};
    return fmt::format("{} of {} {} must-haves", teams.size(), counted(all.teams.size(), "team"),
                       teams.size() == 1 ? "lacks" : "lack");
}

std::string lacking_must_words(const TeamSheet& sheet) {
    std::vector<std::string> missing;
    std::vector<std::string> open;
    for (const auto& [practice, is_open] : sheet.must_have)
        (is_open ? open : missing).emplace_back(deliverable_words(*practice));
    std::vector<std::string> parts;
    if (!missing.empty())
        parts.push_back(fmt::format("{} of {} missing: {}", missing.size(), sheet.must_haves,
                                    fmt::join(missing, "; ")));
    if (!open.empty())
        parts.push_back(fmt::format("{}{} not answered: {}", open.size(),
                                    missing.empty() ? fmt::format(" of {}", sheet.must_haves) : "",
                                    fmt::join(open, "; ")));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string moves_words(const Portfolio& portfolio, const std::vector<LevelMove>& moves,
                        Signs signs) {
    std::vector<std::string> models;
    for (std::size_t m = 0; m < portfolio.models.rubrics.size(); ++m) {
        const auto& rubric = *portfolio.models.rubrics[m];
        std::vector<std::string> parts;
        for (const auto& move : moves)
            if (move.model == m && !move.parameter)
                parts.push_back(fmt::format("{}{}{}", level_or_dash(move.before), arrow(signs),
                                            level_or_dash(move.after)));
        const auto up = moved(rubric, m, moves, true);
        const auto down = moved(rubric, m, moves, false);
        if (!up.empty()) parts.push_back(fmt::format("up in {}", join_words(up)));
        if (!down.empty()) parts.push_back(fmt::format("down in {}", join_words(down)));
        for (const auto& move : moves)
            if (move.model == m && move.parameter && !(move.before && move.after))
                parts.push_back(
                    fmt::format("{}: {}{}{}", rubric.catalogue->parameters[*move.parameter].title,
                                level_number(move.before), arrow(signs), level_number(move.after)));
        if (!parts.empty())
            models.push_back(fmt::format("{} {}", rubric.label, fmt::join(parts, ", ")));
    }
    return fmt::format("{}", fmt::join(models, "; "));
}

std::optional<Direction> direction(const TeamChange& change) {
    const bool up = std::ranges::any_of(change.moves, &LevelMove::is_up);
    const bool down = std::ranges::any_of(change.moves, &LevelMove::is_down);
    if (up == down) return std::nullopt;
    return up ? Direction::up : Direction::down;
}

std::string change_words(const PortfolioChange& change) {
    std::size_t up = 0;
    std::size_t down = 0;
    for (const auto& each : change.moved) {
        up += direction(each) == Direction::up ? 1 : 0;
        down += direction(each) == Direction::down ? 1 : 0;
    }
    const auto both = change.moved.size() - up - down;
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view words) {
        if (count > 0) parts.push_back(fmt::format("{} {}", count, words));
    };
    add(up, "up");
    add(down, "down");
    add(both, "up and down");
    add(change.same.size(), "as before");
    add(change.added.size(), "new");
    add(change.gone.size(), "missing now");
    add(change.unusable.size(),
        change.unusable.size() == 1 ? "sheet there cannot be used" : "sheets there cannot be used");
    return fmt::format("{}: {}", fmt::join(change.paths, ", "), fmt::join(parts, ", "));
}

std::string trend_words(const Team& team, std::size_t model, Signs signs) {
    std::vector<std::string> levels;
    for (const auto* sheet : team.history)
        levels.push_back(level_or_dash(sheet->models[model].overall.known_level()));
    constexpr std::size_t most = 5;
    if (levels.size() <= most) return fmt::format("{}", fmt::join(levels, arrow(signs)));
    const auto last = std::span(levels).last(2);
    return fmt::format("{}{}{}{}{}", levels.front(), arrow(signs),
                       signs == Signs::unicode ? "…" : "...", arrow(signs),
                       fmt::join(last, arrow(signs)));
}

std::string day_words(const TeamSheet& sheet) {
    return sheet.date.empty() ? "undated" : date_words(sheet.date);
}

std::vector<const UnusableSheet*> unusable_sheets(const Portfolio& portfolio) {
    std::vector<const UnusableSheet*> sheets;
    for (const auto& each : portfolio.sheets.unusable) sheets.push_back(&each);
    if (portfolio.since)
        for (const auto& each : portfolio.since->unusable) sheets.push_back(&each);
    return sheets;
}

TeamIndices teams_with_history(const Portfolio& portfolio) {
    TeamIndices teams;
    for (TeamIndex i = 0; i < portfolio.teams.size(); ++i)
        if (portfolio.teams[i].history.size() > 1) teams.push_back(i);
    return teams;
}

std::string group_name(const TeamGroup& group) {
    return group.value.empty() ? "none" : std::string(group.value);
}

std::string group_words(const Portfolio& portfolio, const TeamGroup& group) {
    return fmt::format("{}: {}", portfolio.tag, group_name(group));
}

std::vector<std::string> unusable_words(const UnusableSheet& sheet) {
    std::vector<std::string> words;
    for (const auto& each : sheet.errors)
        words.push_back(each.place ? fmt::format("{}:{}:{}: {}", each.file, each.place->line,
                                                 each.place->column, each.message)
                                   : fmt::format("{}: {}", each.file, each.message));
    if (sheet.more > 0)
        words.push_back(fmt::format("{}: {} more", sheet.file, counted(sheet.more, "error")));
    return words;
}

std::string all_teams_words(std::size_t count) {
    return count == 1 ? "the team" : fmt::format("all {}", counted(count, "team"));
}

std::vector<const TeamGates*> failed_gates(const Portfolio& portfolio) {
    std::vector<const TeamGates*> failed;
    for (const auto& team : portfolio.gates)
        if (!team.passed()) failed.push_back(&team);
    return failed;
}

}  // namespace mlops_assess
