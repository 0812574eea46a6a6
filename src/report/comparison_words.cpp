#include "report/comparison_words.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

std::string level_word(const std::optional<int>& level) {
    return level ? fmt::format("level {}", *level) : std::string("not assessed");
}

}  // namespace

std::string when_words(const Snapshot& snapshot) {
    return snapshot.date.empty() ? snapshot.file : date_words(snapshot.date);
}

std::string level_change_words(const LevelChange& change) {
    if (!change.changed()) return level_word(change.after) + " as before";
    return fmt::format("{}, it was {}", level_word(change.after),
                       change.before ? std::to_string(*change.before) : "not assessed");
}

std::string model_change_words(const ModelChange& change) {
    auto words = fmt::format("{} {}", model_word(change.rubric), level_change_words(change.level));
    if (change.index_before == change.index_after)
        return words + fmt::format("; index {} as before", index_words(change.index_after));
    return words + fmt::format("; index {}, it was {}", index_words(change.index_after),
                               index_words(change.index_before));
}

std::string move_words(const Move& move) {
    return fmt::format("{}: {}, it was {}", move.practice, word(move.after), word(move.before));
}

}  // namespace mlops_assess
