#include "report/comparison.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

namespace mlops_assess {
namespace {

std::string level_word(const std::optional<int>& level) {
    return level ? std::to_string(*level) : "not assessed";
}

/// The requirement of the same practice at the same level; null where there is none.
const SnapshotRequirement* same(const SnapshotParameter& parameter,
                                const SnapshotRequirement& requirement) {
    for (const auto& each : parameter.requirements)
        if (each.practice == requirement.practice && each.level == requirement.level) return &each;
    return nullptr;
}

/// The practices that made a parameter's level rise above, or fall to, `lower`: what is met on the
/// higher side and not on the other, at the levels in between. What credits them stands for them.
std::vector<std::string> causes(const SnapshotParameter& before, const SnapshotParameter& after,
                                int lower, int higher) {
    std::vector<std::string> found;
    const bool rises = before.level < after.level;
    const auto& high = rises ? after : before;
    const auto& low = rises ? before : after;
    for (const auto& requirement : high.requirements) {
        if (requirement.level <= lower || requirement.level > higher) continue;
        const auto* other = same(low, requirement);
        const bool unmet = other == nullptr || (other->met && !*other->met);
        if (requirement.met == false || !unmet) continue;
        const auto& cause =
            requirement.implied_by.empty() ? requirement.practice : requirement.implied_by;
        if (std::find(found.begin(), found.end(), cause) == found.end()) found.push_back(cause);
    }
    return found;
}

LevelChange level_change(const SnapshotParameter& before, const SnapshotParameter& after) {
    LevelChange change{before.level, after.level, {}};
    if (change.before && change.after && change.changed())
        change.causes = causes(before, after, std::min(*before.level, *after.level),
                               std::max(*before.level, *after.level));
    return change;
}

/// The overall level is that of the weakest parameter, so what moved the weakest ones moved it.
LevelChange overall_change(const SnapshotModel& before, const SnapshotModel& after) {
    LevelChange change{before.level, after.level, {}};
    if (!change.changed()) return change;
    const bool rises = before.level < after.level;
    const auto& low = rises ? before : after;
    for (const auto& weak : low.parameters) {
        if (!weak.level || *weak.level >= std::max(before.level, after.level)) continue;
        const auto* was = before.find(weak.id);
        const auto* is = after.find(weak.id);
        if (was == nullptr || is == nullptr) continue;
        for (auto& cause : causes(*was, *is, *weak.level, std::max(before.level, after.level)))
            if (std::find(change.causes.begin(), change.causes.end(), cause) == change.causes.end())
                change.causes.push_back(std::move(cause));
    }
    return change;
}

std::vector<std::string> differences(const SnapshotModel& before, const SnapshotModel& after) {
    std::vector<std::string> words;
    if (before.bar != after.bar)
        words.push_back(fmt::format("the bar is {}, it was {}", word_for_points(after.bar),
                                    word_for_points(before.bar)));
    if (before.version != after.version)
        words.push_back(fmt::format("rubric version {}, it was {}", after.version, before.version));
    if (before.catalogue != after.catalogue || before.catalogue_version != after.catalogue_version)
        words.push_back(fmt::format("catalogue {} {}, it was {} {}", after.catalogue,
                                    after.catalogue_version, before.catalogue,
                                    before.catalogue_version));
    return words;
}

ModelChange model_change(const SnapshotModel& before, const SnapshotModel& after) {
    ModelChange change{after.rubric,
                       overall_change(before, after),
                       before.index_hundredths,
                       after.index_hundredths,
                       {},
                       differences(before, after)};
    for (const auto& parameter : after.parameters) {
        const auto* was = before.find(parameter.id);
        if (was == nullptr) {
            change.differences.push_back(fmt::format("{} is new", parameter.title));
            continue;
        }
        auto level = level_change(*was, parameter);
        if (level.changed())
            change.parameters.push_back({parameter.id, parameter.title, std::move(level)});
    }
    for (const auto& parameter : before.parameters)
        if (after.find(parameter.id) == nullptr)
            change.differences.push_back(fmt::format("{} is gone", parameter.title));
    return change;
}

/// What a report knows of a practice, from whatever model asks for it.
struct Known {
    Rating answer;
    bool answered;
};

/// In the order of the report.
std::vector<std::pair<std::string, Known>> practices(const Snapshot& snapshot) {
    std::vector<std::pair<std::string, Known>> found;
    std::set<std::string> seen;
    for (const auto& model : snapshot.models)
        for (const auto& parameter : model.parameters)
            for (const auto& requirement : parameter.requirements)
                if (seen.insert(requirement.practice).second)
                    found.push_back(
                        {requirement.practice, {requirement.answer, requirement.answered()}});
    return found;
}

Snapshot without_models(const Snapshot& snapshot) {
    return {snapshot.file, snapshot.team, snapshot.date, {}};
}

/// Whether a requirement is lost; `now` is null where it is not required any more.
void find_fall(const SnapshotRequirement& was, const SnapshotRequirement* now,
               const std::string& model, const PracticeIds& waived, Falls& found) {
    const auto what = fmt::format("{} {} {}: ", model, was.level, was.practice);
    if (now == nullptr) {
        found.told.push_back(what + "not required there any more");
        return;
    }
    const bool lost = was.met == true && now->met == false;
    const auto words = what + fmt::format("{}, it was {}", word(now->answer), word(was.answer));
    const bool unanswered = now->answer == Rating::unanswered || was.answer == Rating::unanswered;
    if (lost && waived.contains(was.practice))
        found.told.push_back(words + " (waived)");
    else if (lost && !unanswered)
        found.falls.push_back(words);
    else if (unanswered && now->answer != was.answer)
        found.told.push_back(words);
}

}  // namespace

std::vector<Move> Comparison::moves_to(bool up) const {
    std::vector<Move> found;
    std::copy_if(moves.begin(), moves.end(), std::back_inserter(found),
                 [&](const Move& move) { return move.up == up; });
    return found;
}

Comparison compare(const Snapshot& before, const Snapshot& after) {
    Comparison comparison{without_models(before), without_models(after), {}, {}, {}, {}, {}, {}};
    for (const auto& model : after.models) {
        if (const auto* was = before.find(model.rubric))
            comparison.models.push_back(model_change(*was, model));
        else
            comparison.only_after.push_back(model.rubric);
    }
    for (const auto& model : before.models)
        if (after.find(model.rubric) == nullptr) comparison.only_before.push_back(model.rubric);

    std::map<std::string, Known> then;
    for (auto& [id, known] : practices(before)) then.emplace(id, known);
    for (const auto& [id, now] : practices(after)) {
        const auto found = then.find(id);
        if (found == then.end()) continue;
        const auto& was = found->second;
        if (was.answer == now.answer) continue;
        if (was.answered && now.answered)
            comparison.moves.push_back(
                {id, was.answer, now.answer, points(now.answer) > points(was.answer)});
        else if (now.answered)
            comparison.answered_now.push_back(id);
        else if (was.answered)
            comparison.answered_then.push_back(id);
    }
    return comparison;
}

Falls falls_of(const SnapshotModel& before, const SnapshotModel& after, const PracticeIds& waived) {
    Falls found;
    const auto& name = after.rubric;
    for (const auto& words : differences(before, after))
        found.told.push_back(fmt::format("{}: {}", name, words));
    if (after.level < before.level)
        found.falls.push_back(
            fmt::format("{}: overall level {}, it was {}", name, after.level, before.level));
    for (const auto& was : before.parameters) {
        const auto* is = after.find(was.id);
        if (is == nullptr) {
            found.told.push_back(fmt::format("{}.{}: not in the rubric any more", name, was.id));
            continue;
        }
        if (was.level && is->level && *is->level < *was.level)
            found.falls.push_back(
                fmt::format("{}.{}: level {}, it was {}", name, was.id, *is->level, *was.level));
        if (was.level.has_value() != is->level.has_value())
            found.told.push_back(fmt::format("{}.{}: {}, it was {}", name, was.id,
                                             level_word(is->level), level_word(was.level)));
        for (const auto& requirement : was.requirements)
            find_fall(requirement, same(*is, requirement), name, waived, found);
    }
    return found;
}

}  // namespace mlops_assess
