#include "report/portfolio.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

/// Which sheets are a team's, and what changed between two of them.
namespace mlops_assess {
namespace {

std::string dated_words(const TeamSheet& sheet) {
    return sheet.date.empty() ? "without a date" : fmt::format("of {}", sheet.date);
}

/// The sheets among which none can be chosen: same team and date.
std::set<const TeamSheet*> ambiguous(const std::vector<const TeamSheet*>& sorted) {
    std::set<const TeamSheet*> found;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i - 1]->team == sorted[i]->team && sorted[i - 1]->date == sorted[i]->date)
            found.insert({sorted[i - 1], sorted[i]});
    return found;
}

Diagnostic same_date(const TeamSheet& sheet, const TeamSheet& other) {
    Diagnostic told;
    told.id = DiagnosticId::same_team_and_date;
    // A record's line stands in its place.
    told.file = sheet.file.starts_with("<stdin>:") ? "<stdin>" : std::string(sheet.file);
    told.place = sheet.date_place;
    told.message = fmt::format("a second sheet of {} {}: {}; neither counts", sheet.team,
                               dated_words(sheet), other.file);
    told.hint = "correct `team:` or `date:`, or leave one of them out";
    return told;
}

/// A team's name without blanks and case.
std::string folded(Text name) {
    std::string kept;
    for (std::size_t i = 0; i < name.size();) {
        const auto start = i;
        if (!is_blank_character(next_code_point(name, i))) kept += name.substr(start, i - start);
    }
    return lower_case(kept);
}

void tell_similar(const std::vector<Team>& teams, Diagnostics& diagnostics) {
    std::map<std::string, const Team*> known;
    for (const auto& team : teams) {
        const auto [other, is_new] = known.try_emplace(folded(team.name), &team);
        if (is_new) continue;
        diagnostics.add(DiagnosticId::similar_team, std::string(team.now().file), std::nullopt,
                        fmt::format("\"{}\" counts as another team than \"{}\" of {}", team.name,
                                    other->second->name, other->second->now().file),
                        "write the name the same way, if it is one team");
    }
}

}  // namespace

std::vector<Team> teams_of(Sheets& sheets, Diagnostics& diagnostics) {
    auto sorted = sheets.usable;
    std::ranges::stable_sort(
        sorted, {}, [](const TeamSheet* sheet) { return std::pair(sheet->team, sheet->date); });
    const auto left_out = ambiguous(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (!left_out.contains(sorted[i])) continue;
        const auto& sheet = *sorted[i];
        const bool with_next = i + 1 < sorted.size() && sorted[i + 1]->team == sheet.team &&
                               sorted[i + 1]->date == sheet.date;
        const auto told = same_date(sheet, *sorted[with_next ? i + 1 : i - 1]);
        diagnostics.add(told.id, told.file, told.place, told.message, told.hint);
        sheets.unusable.push_back({std::string(sheet.file), {told}, 0});
    }
    std::erase_if(sheets.usable, [&](const auto* sheet) { return left_out.contains(sheet); });
    std::vector<Team> teams;
    for (const auto* sheet : sorted) {
        if (left_out.contains(sheet)) continue;
        if (teams.empty() || teams.back().name != sheet->team) teams.push_back({sheet->team, {}});
        teams.back().history.push_back(sheet);
    }
    tell_similar(teams, diagnostics);
    return teams;
}

std::vector<LevelMove> level_moves(const TeamSheet& before, const TeamSheet& after) {
    std::vector<LevelMove> moves;
    const auto add = [&](std::size_t model, std::optional<std::size_t> parameter,
                         const Figures& then, const Figures& now) {
        if (then.known_level() != now.known_level())
            moves.push_back({model, parameter, then.known_level(), now.known_level()});
    };
    for (std::size_t m = 0; m < after.models.size(); ++m)
        add(m, std::nullopt, before.models[m].overall, after.models[m].overall);
    for (std::size_t m = 0; m < after.models.size(); ++m)
        for (std::size_t p = 0; p < after.models[m].parameters.size(); ++p)
            add(m, p, before.models[m].parameters[p], after.models[m].parameters[p]);
    return moves;
}

PortfolioChange portfolio_change(const std::vector<Team>& before, const std::vector<Team>& now) {
    PortfolioChange change;
    auto then = before.begin();
    for (TeamIndex i = 0; i < now.size(); ++i) {
        for (; then != before.end() && then->name < now[i].name; ++then)
            change.gone.push_back(&then->now());
        if (then == before.end() || then->name != now[i].name) {
            change.added.push_back(i);
            continue;
        }
        auto moves = level_moves(then->now(), now[i].now());
        auto& list = moves.empty() ? change.same : change.moved;
        list.push_back({i, &then->now(), std::move(moves)});
        ++then;
    }
    for (; then != before.end(); ++then) change.gone.push_back(&then->now());
    return change;
}

}  // namespace mlops_assess
