#include "report/comparison_words.hpp"

#include "report/phrases.hpp"
#include "report/verdict_words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::string_view sign(Direction direction, Signs signs) {
    switch (direction) {
        case Direction::up:
            return signs == Signs::unicode ? "▲" : signs == Signs::ascii ? "^" : "up";
        case Direction::down:
            return signs == Signs::unicode ? "▼" : signs == Signs::ascii ? "v" : "down";
        case Direction::aside: return "";
    }
    return "";
}

/// `▲ up since 20 August 2026, when it was level 1`.
std::string level_since_words(const ModelChange& model, const std::string& when, Signs signs) {
    const auto direction = model.level.direction();
    if (!direction) return "no change of level since " + when;
    const auto* word = *direction == Direction::up ? "up" : "down";
    const auto beside = sign(*direction, signs);
    return fmt::format("{}{} since {}, when it was {}",
                       beside == word ? "" : std::string(beside) + " ", word, when,
                       level_word(model.level.before));
}

/// How far the level above today's was: `to level 3 it was 12 to do`; empty at the top and where it
/// was reached.
std::string then_words(const ModelChange& model) {
    if (!model.short_after) return {};
    const auto& was = *model.short_before;
    const auto& is = *model.short_after;
    if (was.gaps + was.open == 0) return {};
    if (was.gaps == is.gaps && was.open == is.open)
        return fmt::format("as far from {} as then", was.level);
    return fmt::format(
        "to level {} it was {}", was.level,
        to_do_words(static_cast<std::size_t>(was.gaps), static_cast<std::size_t>(was.open)));
}

std::string names_moved(const ModelChange& model, Direction direction) {
    std::vector<std::string> names;
    for (const auto& each : model.parameters)
        if (each.level.direction() == direction) names.emplace_back(each.parameter->title);
    constexpr std::size_t most_named = 5;
    return names.size() > most_named ? counted(names.size(), "parameter") : join_words(names);
}

/// `up: CD and Monitoring; down: CI`; empty where none moved.
std::string parameters_words(const ModelChange& model) {
    const auto up = names_moved(model, Direction::up);
    const auto down = names_moved(model, Direction::down);
    return fmt::format("{}{}{}{}", up.empty() ? "" : "up: " + up,
                       up.empty() || down.empty() ? "" : "; ", down.empty() ? "" : "down: ", down);
}

/// `the report said level 2: the model moved, not the team`; empty where it did not move.
std::string moved_words(const ModelMove* move) {
    if (move == nullptr) return {};
    const auto overall = std::ranges::find(move->levels, nullptr, &ReportedLevel::parameter);
    return fmt::format(
        "its report said {}: the {} moved, not the team",
        overall != move->levels.end()
            ? fmt::format("{}, today the same answers come to {}", level_word(overall->reported),
                          level_number(overall->today))
            : "other levels of " + counted(move->levels.size(), "parameter"),
        move->only_bar ? "bar" : "model");
}

}  // namespace

std::string verdict_change_words(const Comparison& since, const Rubric& rubric, Signs signs) {
    const auto& model = since.of(rubric);
    auto words = level_since_words(model, since_when_words(since), signs);
    for (const auto& more :
         {then_words(model), parameters_words(model), moved_words(since.before.find(rubric))})
        if (!more.empty()) words += "; " + more;
    return words;
}

std::string change_mark(const LevelChange& change, Signs signs) {
    const auto direction = change.direction();
    if (!direction) return {};
    if (*direction != Direction::aside)
        return fmt::format("{} from {}", sign(*direction, signs), *change.before);
    return change.before ? fmt::format("was {}", *change.before) : std::string("was not assessed");
}

std::string headline_change_words(const Comparison& since, const Rubric& rubric, Signs signs) {
    const auto mark = change_mark(since.of(rubric).level, signs);
    return fmt::format("{} on {}", mark.empty() ? "as" : mark, since_when_words(since));
}

std::string was_mark(const LevelChange& change, Signs signs) {
    const auto direction = change.direction();
    if (!direction) return {};
    return std::string(sign(*direction, signs)) +
           (change.before ? std::to_string(*change.before) : "-");
}

std::string change_mark(const std::optional<Comparison>& since, const Rubric& rubric,
                        const Parameter& parameter, Signs signs) {
    const auto* change = since ? since->of(rubric).find(parameter) : nullptr;
    return change == nullptr ? "" : change_mark(*change, signs);
}

std::string change_legend(const Comparison& since, Signs signs) {
    return fmt::format("{} up, {} down since {}, from the level named", sign(Direction::up, signs),
                       sign(Direction::down, signs), since_when_words(since));
}

std::string answer_moves_words(const Comparison& since) {
    return fmt::format("{}: {} up, {} down", since_when_words(since),
                       counted(since.moves_to(Direction::up).size(), "answer"),
                       since.moves_to(Direction::down).size());
}

std::string since_when_words(const Comparison& since) {
    const auto when = when_words(since.before);
    return since.before.team == since.after.team
               ? when
               : fmt::format("{} (another team: {})", when, since.before.team);
}

std::string level_word(const std::optional<int>& level) {
    return level ? fmt::format("level {}", *level) : std::string("not assessed");
}

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
                                          : to_do_words(static_cast<std::size_t>(each.gaps),
                                                        static_cast<std::size_t>(each.open));
    };
    const auto was = words(*change.short_before);
    const auto is = words(*change.short_after);
    return fmt::format("short of {}: {}{}", change.short_after->level, is,
                       is == was ? ", as before" : fmt::format(" now ({} before)", was));
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
    return fmt::format("{}: {}, it was {}", name_words(*move.practice), word(move.after),
                       word(move.before));
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
