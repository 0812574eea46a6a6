#include "report/plan_words.hpp"

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

std::string stage_words(std::size_t stage) {
    return stage == 1 ? "can start at once" : fmt::format("after stage {}", stage - 1);
}

std::string today_words(const Plan& plan, const PlanStep& step) {
    const auto* answer = plan.answer(step);
    auto words = today_words(plan.scored->assessments[step.assessment], step.practice);
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
    std::vector<std::string> first_for;
    for (const auto must : step.first_for)
        first_for.emplace_back(deliverable_words(practice(a, must)));
    std::vector<std::string> also;
    for (const auto& need : step.also) also.push_back(model_level(*need.rubric, need.level));
    std::vector<std::string> parts;
    if (!first_for.empty()) parts.push_back("needed first for " + join_words(first_for));
    if (!also.empty()) parts.push_back("also for " + join_words(also));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string day_words(const Plan& plan) {
    if (plan.day.empty()) return {};
    return fmt::format("Due dates count by {}.", date_words(plan.day));
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
