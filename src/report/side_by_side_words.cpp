#include "report/side_by_side_words.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "text/scalars.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::string trend_words(const SideBySide& all) {
    return fmt::format("{} assessments, from {} to {}", all.sides.size(),
                       when_words(all.sides.front()), when_words(all.sides.back()));
}

std::string from_to_words(const SideBySide& all) {
    return fmt::format("From {} to {}", when_words(all.sides.front()),
                       when_words(all.sides.back()));
}

std::string teams_words(const SideBySide& all) {
    return fmt::format("{} of different teams, side by side: not one team over time",
                       all.sides.size() == 2 ? "Two assessments"
                                             : fmt::format("{} assessments", all.sides.size()));
}

std::string side_letter(std::size_t side) {
    constexpr std::size_t letters = 26;
    const std::string last(1, static_cast<char>('A' + side % letters));
    return side < letters ? last : side_letter(side / letters - 1) + last;
}

std::string side_words(const SideNote& side) {
    return fmt::format("{}{}, {}", side.team, side.date.empty() ? "" : ", " + date_words(side.date),
                       side.file);
}

Practices answered_by_some(const SideBySide& all) {
    Practices practices;
    for (const auto& difference : all.differences)
        if (!difference.contrary) practices.push_back(difference.practice);
    return practices;
}

std::vector<Difference> contrary_answers(const SideBySide& all) {
    auto differences = all.differences;
    std::erase_if(differences, [](const Difference& each) { return !each.contrary; });
    return differences;
}

std::string difference_words(const Difference& difference) {
    std::vector<std::string> answers;
    for (std::size_t i = 0; i < difference.answers.size(); ++i)
        answers.push_back(fmt::format("{} {}", side_letter(i), word(difference.answers[i])));
    return fmt::format("{}: {}", name_words(*difference.practice), fmt::join(answers, ", "));
}

}  // namespace mlops_assess
