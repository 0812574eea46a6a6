#include "report/merge_words.hpp"

#include "report/comparison_words.hpp"
#include "text/layout.hpp"
#include "text/scalars.hpp"
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

/// Values take at most so many cells.
std::string left_out_words(const Merge& merge, const LeftOut& left_out, std::size_t most_value) {
    std::vector<std::string> values;
    std::vector<std::vector<std::string>> raters;
    for (const auto& [rater, value] : left_out.values) {
        const auto found = std::ranges::find(values, value);
        const auto at = static_cast<std::size_t>(found - values.begin());
        if (found == values.end()) {
            values.push_back(value);
            raters.emplace_back();
        }
        raters[at].push_back(merge.raters[rater].name);
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < values.size(); ++i)
        parts.push_back(fmt::format("{} {} {}", join_words(raters[i]),
                                    raters[i].size() == 1 ? "says" : "say",
                                    shortened(values[i], most_value)));
    return fmt::format("{}: {}", left_out.key, fmt::join(parts, "; "));
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

std::string models_words(const Merge& merge) {
    std::vector<std::string> models;
    for (const auto& [rubric, bar] : merge.models)
        models.push_back(fmt::format("{} (met from {} on)", rubric->label, word_for_points(bar)));
    return fmt::format("Levels are by {}.", join_words(models));
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
    return left_out_words(merge, left_out, std::string::npos);
}

std::string left_out_in_short(const Merge& merge, const LeftOut& left_out) {
    constexpr std::size_t most_value = 60;
    return left_out_words(merge, left_out, most_value);
}

std::string undated_words(const Merge& merge) {
    return fmt::format("No sheet gives these answers a day, so they count as of {}: {}.",
                       date_words(merge.sheet().date), fmt::join(merge.merged.undated, ", "));
}

std::vector<std::string> cut_words(const Merge& merge) {
    std::vector<std::string> lines;
    for (const std::string_view key : {"note", "owner", "confirmed_by"}) {
        std::vector<std::string> practices;
        std::size_t most = 0;
        for (const auto& cut : merge.merged.cut) {
            if (cut.key != key) continue;
            practices.emplace_back(cut.practice);
            most = cut.most;
        }
        if (!practices.empty())
            lines.push_back(
                fmt::format("{} of {}: cut at {} bytes", key, some_of(practices), most));
    }
    return lines;
}

}  // namespace mlops_assess
