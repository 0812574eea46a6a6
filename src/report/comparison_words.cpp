#include "report/comparison_words.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

std::string level_word(const std::optional<int>& level) {
    return level ? fmt::format("level {}", *level) : std::string("not assessed");
}

}  // namespace

std::string level_number(const std::optional<int>& level) {
    return level ? std::to_string(*level) : "not assessed";
}

std::string when_words(const SideNote& side) {
    return side.date.empty() ? side.file : date_words(side.date);
}

std::string level_change_words(const LevelChange& change) {
    if (!change.changed()) return level_word(change.after) + " as before";
    return fmt::format("{}, it was {}", level_word(change.after), level_number(change.before));
}

std::string model_change_words(const ModelChange& change) {
    auto words = fmt::format("{} {}", change.rubric->label, level_change_words(change.level));
    if (change.index_before == change.index_after)
        return words + fmt::format("; index {} as before", index_words(change.index_after));
    return words + fmt::format("; index {}, it was {}", index_words(change.index_after),
                               index_words(change.index_before));
}

std::string short_change_words(const ModelChange& change) {
    if (!change.short_after) return {};
    const auto words = [](const ShortOf& each) {
        return each.gaps + each.open == 0 ? std::string("reached")
                                          : fmt::format("{} to do, {} open", each.gaps, each.open);
    };
    const auto is = words(*change.short_after);
    const auto was = words(*change.short_before);
    return fmt::format("to level {}: {}{}", change.short_after->level, is,
                       is == was ? ", as before" : "; it was " + was);
}

Text direction_word(Direction direction) {
    switch (direction) {
        case Direction::up: return "Up";
        case Direction::down: return "Down";
        case Direction::aside: return "Not applicable then or now";
    }
    return {};
}

std::string move_words(const Move& move) {
    return fmt::format("{} ({}): {}, it was {}", deliverable_words(*move.practice),
                       move.practice->id, word(move.after), word(move.before));
}

std::string model_move_words(const SideNote& side, const ModelMove& move) {
    std::vector<std::string> reported;
    std::vector<std::string> today;
    for (const auto& level : move.levels) {
        const auto what = level.parameter != nullptr ? level.parameter->title : Text("level");
        reported.push_back(fmt::format("{} {}", what, level_number(level.reported)));
        today.push_back(fmt::format("{} {}", what, level_number(level.today)));
    }
    return fmt::format(
        "{}: the {} moved, not the team; the report of {} says {}, and the same answers come to {} "
        "today{}",
        move.rubric->label, move.only_bar ? "bar" : "model", when_words(side), join_words(reported),
        join_words(today),
        move.differences.empty() ? "" : fmt::format(" ({})", fmt::join(move.differences, "; ")));
}

std::vector<std::string> model_moves_words(const SideNote& side) {
    std::vector<std::string> words;
    for (const auto& move : side.model_moves) words.push_back(model_move_words(side, move));
    return words;
}

std::string not_loaded_words(const SideNote& side) {
    return fmt::format("{} was scored by {}, which {} not loaded now", side.file,
                       join_words(side.not_loaded), side.not_loaded.size() == 1 ? "is" : "are");
}

std::string practice_names(const Practices& practices) {
    std::vector<Text> names;
    for (const auto* practice : practices) names.push_back(deliverable_words(*practice));
    return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace mlops_assess
