#include "report/comparison.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::optional<int> level_of(const ParameterAssessment& p) {
    return p.assessed ? std::optional(p.level) : std::nullopt;
}

void add_once(Practices& practices, const Practice* practice) {
    if (std::find(practices.begin(), practices.end(), practice) == practices.end())
        practices.push_back(practice);
}

/// The practices that made a parameter's level rise above, or fall to, `lower`: what is met on the
/// higher side and not on the other, at the levels in between. What credits them stands for them.
void add_causes(const Assessment& low, const Assessment& high, std::size_t parameter, int lower,
                int higher, Practices& causes) {
    const auto& practices = high.rubric->catalogue->practices;
    for (int level = lower + 1; level <= higher; ++level)
        for (const auto& requirement : high.rubric->cell(parameter, level).required) {
            if (high.applies(requirement) && !high.met(requirement)) continue;
            if (!low.applies(requirement) || low.met(requirement)) continue;
            const auto credited_by = high.practices[requirement.practice].credited_by;
            add_once(causes, &practices[credited_by.value_or(requirement.practice)]);
        }
}

LevelChange level_change(const Assessment& before, const Assessment& after, std::size_t parameter) {
    LevelChange change{
        level_of(before.parameters[parameter]), level_of(after.parameters[parameter]), {}};
    if (change.before && change.after && change.changed()) {
        const auto [lower, higher] = std::minmax(*change.before, *change.after);
        const bool rises = change.before < change.after;
        add_causes(rises ? before : after, rises ? after : before, parameter, lower, higher,
                   change.causes);
    }
    return change;
}

/// The overall level is that of the weakest parameter, so what moved the weakest ones moved it.
LevelChange overall_change(const Assessment& before, const Assessment& after) {
    LevelChange change{before.level, after.level, {}};
    const auto& low = before.level < after.level ? before : after;
    const auto& high = before.level < after.level ? after : before;
    for (std::size_t p = 0; p < low.parameters.size(); ++p) {
        const auto& weak = low.parameters[p];
        if (weak.assessed && weak.level < high.level)
            add_causes(low, high, p, weak.level, high.level, change.causes);
    }
    return change;
}

ModelChange model_change(const Assessment& before, const Assessment& after) {
    ModelChange change{after.rubric,
                       {before.level, after.level, {}},
                       before.index_hundredths,
                       after.index_hundredths,
                       {},
                       {},
                       {},
                       {}};
    change.before = standings(before);
    if (change.level.changed()) change.level = overall_change(before, after);
    if (after.level < after.rubric->top()) {
        change.short_before = short_of(before, after.level + 1);
        change.short_after = short_of(after, after.level + 1);
    }
    for (std::size_t p = 0; p < after.parameters.size(); ++p) {
        auto level = level_change(before, after, p);
        if (level.changed())
            change.parameters.push_back(
                {&after.rubric->catalogue->parameters[p], std::move(level)});
    }
    return change;
}

/// What today's rubric makes of a report's answers differently than the report; no levels where
/// that is nothing.
ModelMove model_move(const ReportedModel& then, const Assessment& today) {
    ModelMove move{today.rubric, {}, {}, false};
    if (then.level != today.level) move.levels.push_back({nullptr, then.level, today.level});
    const auto& parameters = today.rubric->catalogue->parameters;
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        const auto* was = then.find(parameters[p].id);
        const auto reported = was != nullptr ? was->level : std::nullopt;
        const auto level = level_of(today.parameters[p]);
        if (reported != level) move.levels.push_back({&parameters[p], reported, level});
    }
    if (then.version != today.rubric->version)
        move.differences.push_back(
            fmt::format("rubric {}, then {}", today.rubric->version, then.version));
    move.only_bar = move.differences.empty() && then.bar != today.bar;
    if (then.bar != today.bar)
        move.differences.push_back(
            fmt::format("bar {}, then {}", word_for_points(today.bar), word_for_points(then.bar)));
    return move;
}

Direction direction(Rating before, Rating after) {
    if (before == Rating::not_applicable || after == Rating::not_applicable)
        return Direction::aside;
    return points(after) > points(before) ? Direction::up : Direction::down;
}

/// Every catalogue has its practices once, whatever rubrics use it.
void add_moves(const Assessment& before, const Assessment& after, Comparison& comparison) {
    const auto& practices = after.rubric->catalogue->practices;
    for (PracticeIndex i = 0; i < practices.size(); ++i) {
        const auto was = before.practices[i].rating;
        const auto is = after.practices[i].rating;
        if (was == is) continue;
        if (was == Rating::unanswered)
            comparison.answered_now.push_back(&practices[i]);
        else if (is == Rating::unanswered)
            comparison.answered_then.push_back(&practices[i]);
        else
            comparison.moves.push_back({&practices[i], was, is, direction(was, is)});
    }
}

}  // namespace

std::optional<Side> score_side(const Models& models, const ReportedAnswers& answers,
                               std::optional<Points> bar, Diagnostics& diagnostics) {
    auto scored = score(models, answers.sheet, {bar}, {}, diagnostics);
    if (!scored) return std::nullopt;
    return Side{*std::move(scored), answers.models};
}

SideNote note_of(const Side& side) {
    SideNote note{side.scored.sheet.source->name,
                  std::string(side.scored.sheet.team),
                  std::string(side.scored.sheet.date),
                  {},
                  {}};
    for (const auto& then : side.reported) {
        const auto& all = side.scored.assessments;
        const auto today = std::find_if(all.begin(), all.end(), [&](const Assessment& each) {
            return each.rubric->id == then.rubric;
        });
        if (today == all.end()) {
            note.not_loaded.push_back(then.rubric);
            continue;
        }
        auto move = model_move(then, *today);
        if (!move.levels.empty()) note.model_moves.push_back(std::move(move));
    }
    return note;
}

std::optional<Direction> LevelChange::direction() const {
    if (!changed()) return std::nullopt;
    if (!before || !after) return Direction::aside;
    return *before < *after ? Direction::up : Direction::down;
}

const LevelChange* ModelChange::find(const Parameter& parameter) const {
    // Rubrics of one catalogue may each have read it.
    const auto found = std::ranges::find_if(parameters, [&](const ParameterChange& each) {
        return each.parameter->id == parameter.id;
    });
    return found == parameters.end() ? nullptr : &found->level;
}

const ModelMove* SideNote::find(const Rubric& rubric) const {
    const auto found = std::ranges::find(model_moves, &rubric, &ModelMove::rubric);
    return found == model_moves.end() ? nullptr : &*found;
}

const ModelChange& Comparison::of(const Rubric& rubric) const {
    return *std::ranges::find(models, &rubric, &ModelChange::rubric);
}

bool Comparison::moves_parameters() const {
    return std::ranges::any_of(models,
                               [](const ModelChange& each) { return !each.parameters.empty(); });
}

std::vector<Move> Comparison::moves_to(Direction direction) const {
    std::vector<Move> found;
    std::copy_if(moves.begin(), moves.end(), std::back_inserter(found),
                 [&](const Move& move) { return move.direction == direction; });
    return found;
}

Comparison compare(const Side& before, const Side& after) {
    Comparison comparison{note_of(before), note_of(after), {}, {}, {}, {}};
    std::vector<Text> told;  ///< ids of catalogues
    for (std::size_t i = 0; i < after.scored.assessments.size(); ++i) {
        const auto& was = before.scored.assessments[i];
        const auto& is = after.scored.assessments[i];
        comparison.models.push_back(model_change(was, is));
        const auto catalogue = is.rubric->catalogue->id;
        if (std::find(told.begin(), told.end(), catalogue) != told.end()) continue;
        told.push_back(catalogue);
        add_moves(was, is, comparison);
    }
    return comparison;
}

ShortOf short_of(const Assessment& a, int level) {
    const auto found = std::ranges::find(a.short_of, level, &ShortOf::level);
    return found == a.short_of.end() ? ShortOf{level, 0, 0} : *found;
}

std::vector<std::optional<int>> parameter_levels(const Assessment& a) {
    std::vector<std::optional<int>> levels;
    for (const auto& p : a.parameters) levels.push_back(level_of(p));
    return levels;
}

}  // namespace mlops_assess
