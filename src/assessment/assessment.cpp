#include "assessment/assessment.hpp"

#include "assessment/mean.hpp"
#include "assessment/practice_set.hpp"
#include "text/scalars.hpp"

#include <algorithm>
#include <set>

/// The scoring rule: contract, section 3, sentence by sentence. Neither company publishes one.
namespace mlops_assess {
namespace {

/// Applies `visit` to every requirement of a parameter at one level.
template <typename Visit>
void for_each_applicable(const Assessment& a, std::size_t parameter, int level, Visit visit) {
    for (const auto& requirement : a.rubric->cell(parameter, level).required)
        if (a.applies(requirement)) visit(requirement);
}

CellFigures cell_figures(const Assessment& a, std::size_t parameter, int level) {
    CellFigures cell;
    for_each_applicable(a, parameter, level, [&](const Requirement& requirement) {
        cell.tally.met += a.met(requirement) ? 1 : 0;
        ++cell.tally.of;
        cell.progress.points += a.practices[requirement.practice].effective;
        cell.progress.of += most_points;
    });
    return cell;
}

/// Levels by the requirements that count.
template <typename Counts>
Levels levels_of(const Rubric& rubric, Points bar, const std::vector<Points>& effective,
                 const std::vector<bool>& applicable, Counts counts) {
    Levels result;
    for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p) {
        bool assessed = false;
        int reached = rubric.top();
        for (int n = rubric.top(); n >= 1; --n)
            for (const auto& requirement : rubric.cell(p, n).required) {
                if (!applicable[requirement.practice] || !counts(requirement)) continue;
                assessed = true;
                if (effective[requirement.practice] < requirement.at_least.value_or(bar))
                    reached = n - 1;
            }
        result.parameters.push_back(assessed ? std::optional(reached) : std::nullopt);
        if (assessed) result.overall = std::min(result.overall.value_or(reached), reached);
    }
    return result;
}

std::vector<bool> applicable_practices(const std::vector<PracticeState>& practices) {
    std::vector<bool> applicable;
    for (const auto& practice : practices) applicable.push_back(practice.applicable());
    return applicable;
}

std::vector<Points> effective_of(const Assessment& a) {
    std::vector<Points> effective;
    for (const auto& practice : a.practices) effective.push_back(practice.effective);
    return effective;
}

/// Levels if own points were otherwise.
Levels levels_with(const Assessment& a, const std::vector<Points>& own) {
    return levels(*a.rubric, a.bar, effective_points(*a.rubric->catalogue, own),
                  applicable_practices(a.practices));
}

/// Every unanswered practice taken as fully.
Levels highest_levels(const Assessment& a) {
    std::vector<Points> own;
    for (const auto& practice : a.practices)
        own.push_back(practice.rating == Rating::unanswered ? most_points : practice.own);
    return levels_with(a, own);
}

/// Whether an answer cites evidence that is not too old.
bool cites(const AnswerSheet& sheet, const Answer& answer, const Rules& rules) {
    return !answer.evidence.empty() && !is_stale(sheet, answer, rules);
}

/// Effective points with every answer above partially that has no evidence taken as partially.
std::vector<Points> evidenced_points(const Assessment& a, const AnswerSheet& sheet,
                                     const Rules& rules) {
    std::vector<Points> own;
    for (const auto& practice : a.practices) {
        const bool counts = practice.answer != nullptr && cites(sheet, *practice.answer, rules);
        own.push_back(counts ? practice.own : std::min(practice.own, points(Rating::partially)));
    }
    return effective_points(*a.rubric->catalogue, own);
}

/// Unanswered practices that are, or transitively imply, an unmet applicable requirement of
/// `parameters` at levels up to `level`.
std::vector<PracticeIndex> deciding(const Assessment& a, const std::vector<std::size_t>& parameters,
                                    int level) {
    PracticeSet unmet(a.practices.size());
    for (const auto parameter : parameters)
        for (int n = 1; n <= std::min(level, a.rubric->top()); ++n)
            for_each_applicable(a, parameter, n, [&](const Requirement& requirement) {
                if (!a.met(requirement)) unmet.insert(requirement.practice);
            });
    const auto reached = with_implying(*a.rubric->catalogue, std::move(unmet));
    std::vector<PracticeIndex> deciding;
    for (PracticeIndex i = 0; i < a.practices.size(); ++i)
        if (reached.contains(i) && a.practices[i].rating == Rating::unanswered)
            deciding.push_back(i);
    return deciding;
}

/// Whether no requirement at levels 1 to `level` applies.
bool nothing_applies(const ParameterAssessment& parameter, int level) {
    return std::all_of(parameter.cells.begin(), parameter.cells.begin() + level + 1,
                       [](const CellFigures& cell) { return cell.tally.of == 0; });
}

void assess_parameters(Assessment& a, const Levels& low, const Levels& high,
                       const Levels& evidenced) {
    for (std::size_t p = 0; p < low.parameters.size(); ++p) {
        ParameterAssessment parameter{};
        for (int n = 0; n <= a.rubric->top(); ++n) parameter.cells.push_back(cell_figures(a, p, n));
        if (const auto level = low.parameters[p]) {
            parameter.assessed = true;
            parameter.level = *level;
            parameter.possible = {*level, *high.parameters[p]};
            parameter.evidenced_level = *evidenced.parameters[p];
            parameter.nothing_applied = *level > 0 && nothing_applies(parameter, *level);
            parameter.nothing_new = *level > 0 && a.rubric->cell(p, *level).required.empty();
            if (*level < a.rubric->top()) {
                const auto& next = parameter.cells[static_cast<std::size_t>(*level) + 1];
                parameter.progress = next.progress;
                parameter.next = next.tally;
                for_each_applicable(a, p, *level + 1, [&](const Requirement& requirement) {
                    if (!a.met(requirement)) parameter.blocking.push_back(&requirement);
                });
            }
            if (parameter.possible.open()) parameter.deciding = deciding(a, {p}, *level + 1);
        }
        a.parameters.push_back(std::move(parameter));
    }
}

void assess_overall(Assessment& a, const Levels& low, const Levels& high, const Levels& evidenced) {
    a.level = *low.overall;
    a.possible = {*low.overall, *high.overall};
    a.evidenced_level = *evidenced.overall;
    const bool at_top = a.level == a.rubric->top();
    Progress progress;
    std::vector<Fraction> parts;
    std::vector<std::size_t> assessed;
    for (std::uint32_t p = 0; p < a.parameters.size(); ++p) {
        const auto& parameter = a.parameters[p];
        if (!parameter.assessed) continue;
        assessed.push_back(p);
        if (!at_top && parameter.level == a.level) a.held_back_by.push_back(p);
        parts.push_back({parameter.level, 1});
        if (parameter.progress)
            parts.push_back({parameter.progress->points, parameter.progress->of});
        if (at_top) continue;
        const auto& next = a.cell(p, a.level + 1);
        progress.points += next.progress.points;
        progress.of += next.progress.of;
        a.next.met += next.tally.met;
        a.next.of += next.tally.of;
    }
    if (!at_top) a.progress = progress;
    a.index_hundredths = floor_of_mean(parts, static_cast<int>(assessed.size()), 100);
    if (!a.possible.open()) return;
    a.deciding = deciding(a, assessed, a.level + 1);
    a.deciding_all = deciding(a, assessed, a.possible.high);
}

/// What is missing up to each level above the overall one.
void count_short_of(Assessment& a) {
    std::vector<bool> counted(a.practices.size());
    ShortOf sum{};
    for (int n = 1; n <= a.rubric->top(); ++n) {
        for (std::size_t p = 0; p < a.parameters.size(); ++p)
            for_each_applicable(a, p, n, [&](const Requirement& requirement) {
                if (a.met(requirement) || counted[requirement.practice]) return;
                counted[requirement.practice] = true;
                ++(a.practices[requirement.practice].answered() ? sum.gaps : sum.open);
            });
        sum.level = n;
        if (n > a.level) a.short_of.push_back(sum);
    }
}

/// Figures that count practices, each once.
void count_practices(Assessment& a, const AnswerSheet& sheet, const Rules& rules) {
    std::set<PracticeIndex> required;
    std::set<PracticeIndex> recommended;
    std::set<PracticeIndex> ahead;
    std::set<PracticeIndex> asked_ahead;
    std::set<PracticeIndex> fragile;
    for (std::size_t p = 0; p < a.parameters.size(); ++p)
        for (int n = 0; n <= a.rubric->top(); ++n) {
            for_each_applicable(a, p, n, [&](const Requirement& requirement) {
                required.insert(requirement.practice);
                if (n > a.level + 1) asked_ahead.insert(requirement.practice);
                if (!a.met(requirement)) return;
                if (n > a.level + 1) ahead.insert(requirement.practice);
                if (n <= a.level && a.practices[requirement.practice].effective < most_points)
                    fragile.insert(requirement.practice);
            });
            for (const auto practice : a.rubric->cell(p, n).recommended)
                if (a.practices[practice].applicable()) recommended.insert(practice);
        }
    for (const auto practice : required) {
        ++a.applicable;
        if (!a.practices[practice].answered()) continue;
        ++a.answered;
        const auto& answer = *a.practices[practice].answer;
        a.citing += cites(sheet, answer, rules) ? 1 : 0;
        a.confirmed += answer.confirmed_by.empty() ? 0 : 1;
    }
    for (const auto practice : recommended) {
        ++a.recommended.of;
        a.recommended.met += a.practices[practice].effective >= a.bar ? 1 : 0;
    }
    a.ahead.assign(ahead.begin(), ahead.end());
    a.asked_ahead = static_cast<int>(asked_ahead.size());
    a.fragile.assign(fragile.begin(), fragile.end());
}

}  // namespace

std::vector<Points> effective_points(const Catalogue& catalogue, std::vector<Points> points) {
    for (const auto practice : catalogue.credit_order)
        for (const auto by : catalogue.practices[practice].implied_by)
            points[practice] = std::max(points[practice], points[by]);
    return points;
}

Levels levels(const Rubric& rubric, Points bar, const std::vector<Points>& effective,
              const std::vector<bool>& applicable) {
    return levels_of(rubric, bar, effective, applicable, [](const Requirement&) { return true; });
}

std::vector<PracticeState> practice_states(const Catalogue& catalogue, const AnswerSheet& sheet) {
    std::vector<PracticeState> states;
    std::vector<Points> own;
    for (const auto& practice : catalogue.practices) {
        const auto* answer = sheet.find(practice.id);
        const auto rating = answer != nullptr ? answer->rating : Rating::unanswered;
        own.push_back(points(rating));
        states.push_back({answer, rating, own.back(), 0, std::nullopt});
    }
    const auto effective = effective_points(catalogue, own);
    for (std::size_t i = 0; i < states.size(); ++i) {
        states[i].effective = effective[i];
        if (effective[i] == own[i]) continue;
        auto implying = catalogue.practices[i].implied_by;
        for (const auto by : implying)
            if (effective[by] == effective[i] && by < states[i].credited_by.value_or(by + 1))
                states[i].credited_by = by;
    }
    return states;
}

Standing standing(const ParameterAssessment& parameter) {
    if (!parameter.assessed) return {false, 0, {}};
    return {true, parameter.level, parameter.progress.value_or(Progress())};
}

std::vector<Standing> standings(const Assessment& a) {
    std::vector<Standing> all;
    for (const auto& each : a.parameters) all.push_back(standing(each));
    return all;
}

bool is_publishers(const Requirement& requirement) {
    return requirement.basis != Basis::secondary && requirement.basis != Basis::added;
}

bool is_stale(const AnswerSheet& sheet, const Answer& answer, const Rules& rules) {
    if (!rules.max_age) return false;
    const auto date = sheet.day_of(answer);
    return date.empty() || days_between(date, rules.today) > *rules.max_age;
}

CellState cell_state(const Assessment& a, std::size_t parameter, int level) {
    const auto& tally = a.cell(parameter, level).tally;
    const auto& required = a.rubric->cell(parameter, level).required;
    if (required.empty()) return CellState::nothing_new;
    if (tally.of == 0) return CellState::not_applicable;
    if (tally.all()) return CellState::met;
    if (level != a.level + 1) return CellState::later;
    const bool gap = std::any_of(required.begin(), required.end(), [&](const Requirement& each) {
        return a.practices[each.practice].answered() && !a.met(each);
    });
    return gap ? CellState::gap : CellState::open;
}

std::optional<Assessment> assess(const Rubric& rubric, const AnswerSheet& sheet,
                                 const Rules& rules) {
    Assessment a{};
    a.rubric = &rubric;
    a.bar = rules.bar.value_or(rubric.bar);
    a.practices = practice_states(*rubric.catalogue, sheet);

    std::vector<Points> own;
    for (const auto& practice : a.practices) own.push_back(practice.own);
    const auto low = levels_with(a, own);
    if (!low.overall) return std::nullopt;
    const auto high = highest_levels(a);
    a.evidenced = evidenced_points(a, sheet, rules);
    const auto applicable = applicable_practices(a.practices);
    const auto evidenced = levels(rubric, a.bar, a.evidenced, applicable);
    a.publisher_level =
        levels_of(rubric, a.bar, effective_of(a), applicable, is_publishers).overall;
    assess_parameters(a, low, high, evidenced);
    assess_overall(a, low, high, evidenced);
    count_short_of(a);
    count_practices(a, sheet, rules);
    return a;
}

}  // namespace mlops_assess
