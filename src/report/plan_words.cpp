#include "report/plan_words.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {

std::string assumption_words(const Plan& plan) {
    std::vector<std::string> words;
    for (const auto& [practice, rating] : plan.assumptions)
        words.push_back(fmt::format("{} = {}", practice, word(rating)));
    return join_words(words);
}

std::string model_words(const Plan& plan, std::size_t model) {
    const auto& a = plan.scored->assessments[model];
    const auto& planned = plan.models[model];
    const int today = plan.today[model];
    auto words = level_words(a);
    if (!plan.assumptions.empty()) {
        words = today == 0 ? std::string("below level 1") : fmt::format("level {}", today);
        words += a.level == today ? ", the same with these answers"
                                  : fmt::format(", with these answers {}", a.level);
    }
    words += "; " + target_words(*plan.scored, model);
    if (!planned.milestones.empty())
        words += " in " + counted(planned.milestones.size(), "milestone");
    if (planned.shared > 0) words += fmt::format(", {} of them above", planned.shared);
    const auto advised = advised_words(*plan.scored, model);
    return advised.empty() ? words : words + "; " + advised;
}

std::string total_words(const Plan& plan) {
    return fmt::format("{} ({})", to_do_words(plan.gaps, plan.open), effort_words(plan.effort));
}

std::string must_words(const Plan& plan) {
    const auto& must = plan.scored->must_have;
    const auto first = must.steps.size() - must.lacking();
    return fmt::format("{} of {} {}: {}{}", must.lacking(), counted(must.applicable, "must-have"),
                       must.lacking() == 1 ? "is not met" : "are not met",
                       to_do_words(must.missing, must.open),
                       first == 0   ? ""
                       : first == 1 ? "; 1 more is needed first"
                                    : fmt::format("; {} more are needed first", first));
}

std::vector<std::string> must_reasons(const Plan& plan) {
    std::vector<std::pair<Text, std::vector<std::string>>> reasons;
    for (const auto& must : plan.scored->must_have.practices) {
        if (!must.lacks()) continue;
        for (const auto because : must.because) {
            auto known = std::ranges::find(reasons, because,
                                           &std::pair<Text, std::vector<std::string>>::first);
            if (known == reasons.end()) known = reasons.insert(known, {because, {}});
            known->second.emplace_back(deliverable_words(*must.practice));
        }
    }
    std::vector<std::string> words;
    for (const auto& [because, practices] : reasons)
        words.push_back(fmt::format("{}: {}", join_words(practices), because));
    return words;
}

std::string stage_words(const PlanStage& stage, std::size_t number) {
    if (number > 1) return fmt::format("after stage {}", number - 1);
    const auto waiting = stage.waiting();
    if (waiting == 0) return "can start at once";
    return waiting == stage.steps.size() ? "when what it waits for is done"
                                         : "can start at once, but for what waits";
}

std::string today_words(const Plan& plan, const PlanStep& step) {
    const auto* answer = plan.answer(step);
    auto words = answer_words(plan.scored->assessments[step.assessment], step.practice);
    if (answer == nullptr) return words;
    return words + (answer->assumed ? " (assumed)" : fmt::format(" (line {})", answer->place.line));
}

std::string due_words(const Plan& plan, const PlanStep& step) {
    const auto* answer = plan.answer(step);
    if (answer == nullptr || answer->due.empty()) return {};
    return date_words(answer->due) + (plan.is_overdue(step) ? " (overdue)" : "");
}

std::string also_words(const Plan& plan, const PlanStep& step) {
    const auto& a = plan.scored->assessments[step.assessment];
    const auto names = [&](const std::vector<PracticeIndex>& practices) {
        std::vector<std::string> words;
        for (const auto each : practices) words.emplace_back(deliverable_words(practice(a, each)));
        return join_words(words);
    };
    std::vector<std::string> also;
    for (const auto& need : step.also) also.push_back(model_level(*need.rubric, need.level));
    std::vector<std::string> parts;
    if (!step.first_for.empty()) parts.push_back("needed first for " + names(step.first_for));
    if (!also.empty()) parts.push_back("also for " + join_words(also));
    if (!step.waits_for.empty()) parts.push_back("waits for " + names(step.waits_for));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string due_dates_words(const Plan& plan) {
    if (plan.due == 0) return {};
    const auto overdue = plan.overdue();
    return fmt::format("{} of {} {} overdue by today, {}",
                       overdue == 0 ? "none" : std::to_string(overdue), plan.due,
                       overdue > 1 ? "are" : "is", date_words(plan.day));
}

std::string quick_win_words(const Plan& plan) {
    if (plan.quick_wins == 0) return {};
    const bool one = plan.quick_wins == 1;
    return fmt::format("{}, marked: {} days, and nothing in this plan comes before {}",
                       counted(plan.quick_wins, "step"), one ? "it takes" : "they take",
                       one ? "it" : "them");
}

std::string owners_words(const Plan& plan) {
    std::vector<std::string> words;
    for (const auto& [owner, gaps, open, overdue] : plan.owners())
        words.push_back(fmt::format("{}: {}{}", owner.empty() ? "nobody yet" : owner,
                                    to_do_words(gaps, open),
                                    overdue == 0 ? "" : fmt::format(" ({} overdue)", overdue)));
    return fmt::format("{}", fmt::join(words, "; "));
}

std::vector<WhatIfRow> what_if_rows(const Plan& plan) {
    std::vector<WhatIfRow> rows;
    if (!plan.what_if) return rows;
    const auto work = [](const auto& each) {
        return to_do_words(static_cast<std::size_t>(each.gaps),
                           static_cast<std::size_t>(each.open));
    };
    for (std::size_t i = 0; i < plan.what_if->models.size(); ++i) {
        const auto& [distance, short_of, parameters] = plan.what_if->models[i];
        const auto& a = plan.scored->assessments[i];
        const auto overall = [&](const Distance& each) {
            return each.level == 0 ? std::string("below level 1") : level_word(each.level);
        };
        rows.push_back({std::string(a.rubric->label), overall(distance.before),
                        overall(distance.after), true});
        for (const auto& [before, after] : short_of)
            rows.push_back({fmt::format("short of {}", before.level), work(before), work(after)});
        for (const auto& [parameter, figures] : parameters) {
            const auto words = [&](const Distance& each) {
                return level_word(each.level) + "; " + work(each);
            };
            rows.push_back(
                {fmt::format("{}, up to {}", title(a, parameter), plan.scored->roadmaps[i].target),
                 words(figures.before), words(figures.after)});
        }
    }
    const auto& [before, after] = plan.what_if->together;
    rows.push_back({"Whole plan", work(before), work(after), true});
    return rows;
}

std::string planned_words(const Plan& plan, const PlannedPractice& planned) {
    const auto& a = plan.scored->assessments[planned.assessment];
    const auto& about = practice(a, planned.practice);
    const auto& state = a.practices[planned.practice];
    return fmt::format("{}: {}{}", name_words(about), answer_words(a, planned.practice),
                       state.answer != nullptr && state.answer->assumed ? " (assumed)" : "");
}

std::string leads_to_words(const Assessment& a, const Milestone& milestone) {
    const int overall = *milestone.leads_to.overall;
    std::vector<std::string> levels;
    bool higher = false;
    for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
        if (const auto level = milestone.leads_to.parameters[p]) {
            levels.push_back(fmt::format("{} {}", title(a, p), *level));
            higher = higher || *level > overall;
        }
    if (!higher) return fmt::format("Leads to level {} in every parameter.", overall);
    return fmt::format("Leads to level {}: {}.", overall, fmt::join(levels, ", "));
}

}  // namespace mlops_assess
