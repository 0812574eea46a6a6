#include "report/verdict_words.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::size_t assessed_parameters(const Assessment& a) {
    return static_cast<std::size_t>(
        std::count_if(a.parameters.begin(), a.parameters.end(),
                      [](const ParameterAssessment& each) { return each.assessed; }));
}

std::vector<OutOfScope> out_of_scope(const Scored& scored) {
    std::vector<OutOfScope> models;
    for (std::size_t i = 0; i < scored.out_of_scope.size(); ++i)
        if (scored.out_of_scope[i] != nullptr)
            models.push_back({scored.assessments[i].rubric, scored.out_of_scope[i]});
    return models;
}

}  // namespace

std::string to_do_words(std::size_t gaps, std::size_t open) {
    if (gaps == 0 && open == 0) return "nothing to do";
    if (gaps == 0) return fmt::format("{} open", open);
    return fmt::format("{} to do{}", gaps, open > 0 ? fmt::format(", {} open", open) : "");
}

bool is_blank(const Assessment& a) { return a.answered == 0 && a.possible.open(); }

std::string level_words(const Assessment& a) {
    if (is_blank(a)) return "not answered yet";
    if (a.level == 0) return fmt::format("below level 1 of {}", a.rubric->top());
    return fmt::format("level {} of {}", a.level, a.rubric->top());
}

std::string level_name(const Assessment& a) {
    const auto level = static_cast<std::size_t>(std::max(a.level, 1));
    return std::string(a.rubric->levels[level].name);
}

std::string headline_words(const Assessment& a) {
    return is_blank(a) ? level_words(a) : fmt::format("{}, {}", level_words(a), level_name(a));
}

std::string short_of_words(const Assessment& a) {
    constexpr std::size_t most_told = 3;
    std::string words;
    for (std::size_t i = 0; i < a.short_of.size(); ++i) {
        // Of a long ladder the next steps and the top.
        if (i + 1 >= most_told && i + 1 < a.short_of.size()) continue;
        const auto& [level, gaps, open] = a.short_of[i];
        words += fmt::format(
            "{} {}: {}", words.empty() ? "short of" : "; of", level,
            to_do_words(static_cast<std::size_t>(gaps), static_cast<std::size_t>(open)));
    }
    return words;
}

std::string ahead_words(const Assessment& a) {
    if (is_blank(a)) return {};
    const int next = a.level + 1;
    std::size_t count = 0;
    bool further = false;
    for (const auto& parameter : a.parameters) {
        if (!parameter.assessed || parameter.level < next) continue;
        ++count;
        further = further || parameter.level > next;
    }
    if (count == 0) return {};
    return fmt::format("{} of {} parameters {} at {}{}", count, assessed_parameters(a),
                       count == 1 ? "stands" : "stand", next, further ? " or higher" : "");
}

std::string met_later_words(const Assessment& a) {
    if (a.ahead.empty()) return {};
    const int first = a.level + 2;
    const auto later =
        first == a.rubric->top()
            ? model_level(*a.rubric, first)
            : fmt::format("{} to {}", model_level(*a.rubric, first), a.rubric->top());
    return fmt::format("{} of {} of {}", a.ahead.size(), a.asked_ahead, later);
}

std::string held_back_by_words(const Assessment& a, std::size_t most_named) {
    std::vector<std::string> titles;
    for (const auto parameter : a.held_back_by) titles.emplace_back(title(a, parameter));
    const auto assessed = assessed_parameters(a);
    if (titles.size() == assessed && assessed > 1)
        return assessed == 2 ? "both parameters" : "every parameter";
    if (titles.size() > most_named)
        return fmt::format("{} of {} parameters", titles.size(), assessed);
    return join_words(titles);
}

Text target_source_id(TargetSource source) {
    switch (source) {
        case TargetSource::option: return "option";
        case TargetSource::sheet: return "sheet";
        case TargetSource::next: return "next";
    }
    return {};
}

std::string_view target_source_words(TargetSource source) {
    switch (source) {
        case TargetSource::option: return "set on the command line";
        case TargetSource::sheet: return "set in the answer sheet";
        case TargetSource::next: return "";
    }
    return {};
}

std::string targets_set_words(const Scored& scored) {
    for (const auto& roadmap : scored.roadmaps)
        if (roadmap.target_source != TargetSource::sheet) return {};
    return fmt::format("Your {} {}.", scored.roadmaps.size() == 1 ? "target is" : "targets are",
                       target_source_words(TargetSource::sheet));
}

std::string target_words(const Scored& scored, std::size_t assessment) {
    const auto& roadmap = scored.roadmaps[assessment];
    const bool asked = roadmap.target_source != TargetSource::next;
    const auto name = asked ? fmt::format("your target {}", roadmap.target)
                            : fmt::format("next level {}, no target set", roadmap.target);
    const auto& a = scored.assessments[assessment];
    // Answers taken as given may reach the next level too.
    if (roadmap.reached && a.level < a.rubric->top() && !asked)
        return fmt::format("next level {} is reached, no target set", roadmap.target);
    if (roadmap.reached) return asked ? name + " is reached" : "top level, no target set";
    for (const auto& [level, gaps, open] : a.short_of)
        if (level == roadmap.target)
            return fmt::format(
                "{}: {}", name,
                to_do_words(static_cast<std::size_t>(gaps), static_cast<std::size_t>(open)));
    return name;
}

std::string advised_words(const Scored& scored, std::size_t assessment) {
    const auto advised = scored.advised[assessment];
    if (!advised) return {};
    if (*advised >= scored.roadmaps[assessment].target) return fmt::format("advised: {}", *advised);
    return fmt::format("advised: level {} is enough", *advised);
}

std::string advice_words(const Scored& scored) {
    std::vector<std::string> levels;
    std::vector<std::string> higher;
    bool same = true;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) {
        if (!scored.advised[i]) continue;
        levels.push_back(model_level(*scored.assessments[i].rubric, *scored.advised[i]));
        const bool is_set = scored.roadmaps[i].target_source != TargetSource::next;
        same = same && scored.roadmaps[i].target == *scored.advised[i] && is_set;
        if (is_set && scored.roadmaps[i].target > *scored.advised[i])
            higher.emplace_back(scored.assessments[i].rubric->label);
    }
    if (levels.empty()) return {};
    return fmt::format("Advice from your facts: {}{}{}.", fmt::join(levels, ", "),
                       same ? levels.size() == 1 ? " (your target)" : " (your targets)" : "",
                       higher.empty() ? "" : "; you aim higher for " + join_words(higher));
}

std::string evidenced_words(const Scored& scored, const Assessment& a) {
    if (a.answered == 0) return {};
    const auto age =
        scored.rules.max_age
            ? fmt::format(" of the last {}",
                          counted(static_cast<std::size_t>(*scored.rules.max_age), "day"))
            : "";
    if (a.evidenced_level == 0 || a.evidenced_level == a.level)
        return fmt::format("{} of {} {} evidence{}{}", a.citing,
                           counted(static_cast<std::size_t>(a.answered), "answer"),
                           a.citing == 1 ? "cites" : "cite", age,
                           a.evidenced_level == a.level ? "" : ", too few for level 1");
    return fmt::format("{} of {} cite evidence{}; counting only those, level {}", a.citing,
                       counted(static_cast<std::size_t>(a.answered), "answer"), age,
                       a.evidenced_level);
}

std::string confirmed_words(const Assessment& a) {
    if (a.confirmed == 0) return {};
    return fmt::format("{} of {} confirmed by an assessor", a.confirmed,
                       counted(static_cast<std::size_t>(a.answered), "answer"));
}

std::string possible_words(const Assessment& a) {
    if (!a.possible.open()) return {};
    const auto [low, high] = a.possible;
    if (is_blank(a)) return fmt::format("any level from {} to {} is possible", low, high);
    auto words = fmt::format("could be level {} to {}: {} whether it is above {}", low, high,
                             a.deciding.size() == 1
                                 ? "1 open question decides"
                                 : fmt::format("{} open questions decide", a.deciding.size()),
                             low);
    if (a.deciding_all.size() > a.deciding.size())
        words += fmt::format(", {} the whole range", a.deciding_all.size());
    return words;
}

std::string open_words(const Scored& scored, const Assessment& a) {
    const auto possible = possible_words(a);
    if (!possible.empty() || scored.count.open == 0) return possible;
    return "open questions cannot change this level";
}

std::string decided_words(const Scored& scored) {
    if (scored.count.open == 0) return {};
    for (const auto& a : scored.assessments)
        if (a.possible.open()) return {};
    return scored.count.open == 1
               ? "The open question cannot change today's levels."
               : fmt::format("The {} open questions cannot change today's levels.",
                             scored.count.open);
}

std::string publisher_words(const Assessment& a) {
    if (!a.publisher_level || *a.publisher_level == a.level) return {};
    return fmt::format(
        "{}: level {} by what its own publisher asks, without what notes about it or "
        "this tool add",
        a.rubric->label, *a.publisher_level);
}

std::string nothing_applied_words(const Assessment& a) {
    std::vector<std::string> names;
    for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
        if (a.parameters[p].nothing_applied)
            names.push_back(fmt::format("{} at {}", title(a, p), a.parameters[p].level));
    if (names.empty()) return {};
    return fmt::format("{} {} only since nothing up to there applies", join_words(names),
                       names.size() == 1 ? "stands" : "stand");
}

std::vector<std::string> out_of_scope_words(std::span<const OutOfScope> rules) {
    std::vector<std::pair<Text, std::vector<std::string>>> reasons;
    for (const auto& [rubric, rule] : rules) {
        auto found = std::ranges::find(reasons, rule->because,
                                       &std::pair<Text, std::vector<std::string>>::first);
        if (found == reasons.end()) found = reasons.insert(found, {rule->because, {}});
        found->second.emplace_back(rubric->label);
    }
    std::vector<std::string> words;
    for (const auto& [because, models] : reasons)
        words.push_back(fmt::format("{} {} not made for this team. {}", join_words(models),
                                    models.size() == 1 ? "is" : "are", because));
    return words;
}

std::vector<std::string> out_of_scope_words(const Scored& scored) {
    return out_of_scope_words(out_of_scope(scored));
}

std::string short_out_of_scope_words(const Scored& scored) {
    std::vector<std::string> models;
    for (const auto& each : out_of_scope(scored)) models.emplace_back(each.rubric->label);
    if (models.empty()) return {};
    return fmt::format("{} {} not made for this team: see the whole report.", join_words(models),
                       models.size() == 1 ? "is" : "are");
}

std::string day_words(const Scored& scored) {
    if (scored.rules.today.empty()) return {};
    return fmt::format("Ages and waivers count by {}.", date_words(scored.rules.today));
}

}  // namespace mlops_assess
