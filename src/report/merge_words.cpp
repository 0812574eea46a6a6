#include "report/merge_words.hpp"

#include "report/comparison_words.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// `no, mostly or fully`.
std::string any_of(const std::vector<Text>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
    return out;
}

}  // namespace

std::string rater_names(const Merge& merge) {
    std::vector<std::string> names;
    for (const auto& rater : merge.raters) names.push_back(rater.name);
    return join_words(names);
}

std::string coverage_words(const Merge& merge) {
    auto words = fmt::format("{} of {} {} answered by at least two raters",
                             merge.agreement.compared, counted(merge.practices, "practice"),
                             merge.agreement.compared == 1 ? "is" : "are");
    if (!merge.alone.empty()) words += fmt::format(", {} by one only", merge.alone.size());
    return words + ".";
}

std::string percent_words(const std::optional<std::size_t>& percent) {
    return percent ? fmt::format("{} %", *percent) : "";
}

Text sheet_word(Rating rating) {
    return rating == Rating::unanswered ? Text("unknown") : word(rating);
}

Text meaning(Rating rating) {
    for (const auto& each : answer_words())
        if (each.rating == rating) return each.meaning;
    return {};
}

std::string meaning_here(const Practice& practice, Rating rating) {
    if (rating == Rating::fully) return std::string(practice.success);
    return rating == Rating::not_applicable ? fmt::format("when {}", practice.not_applicable) : "";
}

std::vector<Rating> answers_in_doubt(const Merge& merge) {
    std::set<Rating> ratings;
    for (const auto& each : merge.differences) ratings.insert(each.given.begin(), each.given.end());
    return {ratings.begin(), ratings.end()};
}

std::string effect_words(const Disagreement& difference, const Effect& effect) {
    std::vector<std::string> parts;
    std::vector<std::optional<int>> told;
    for (const auto& level : effect.levels) {
        if (std::ranges::find(told, level) != told.end()) continue;
        told.push_back(level);
        std::vector<Text> answers;
        for (std::size_t i = 0; i < effect.levels.size(); ++i)
            if (effect.levels[i] == level) answers.push_back(word(difference.given[i]));
        parts.push_back(fmt::format("{} with {}", level_number(level), any_of(answers)));
    }
    return fmt::format(
        "{}{}: {}", effect.rubric->label,
        effect.parameter == nullptr ? "" : fmt::format(", {}", effect.parameter->title),
        fmt::format("{}", fmt::join(parts, ", ")));
}

Text outcome_words(const Merge& merge) {
    return merge.rules.lowest ? "Where they differ the merged sheet takes the lower answer; where "
                                "one says not-applicable it says unknown."
                              : "Where they differ the merged sheet says unknown.";
}

std::string left_out_words(const Merge& merge, const LeftOut& left_out) {
    std::vector<std::string> values;
    for (const auto& [rater, value] : left_out.values)
        values.push_back(fmt::format("{} says {}", merge.raters[rater].name, value));
    return fmt::format("{}: {}", left_out.key, fmt::join(values, "; "));
}

std::string cut_words(const CutText& cut) {
    return fmt::format("{} is cut at {} bytes", cut.where, cut.most);
}

}  // namespace mlops_assess
