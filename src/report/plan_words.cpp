#include "report/plan_words.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::string assumption_words(const Plan& plan) {
    std::vector<std::string> words;
    for (const auto& [practice, rating] : plan.assumptions)
        words.push_back(fmt::format("{} = {}", practice, word(rating)));
    return join_words(words);
}

std::string model_words(const Plan& plan, std::size_t model) {
    const auto& a = plan.scored->assessments[model];
    const auto& roadmap = plan.scored->roadmaps[model];
    const int today = plan.today[model];
    auto words = fmt::format("level {}", today);
    if (!plan.assumptions.empty())
        words += a.level == today ? ", the same with these answers"
                                  : fmt::format(", with these answers {}", a.level);
    if (roadmap.milestones.empty())
        return words + fmt::format("; target {} reached", roadmap.target);
    words += fmt::format("; target {}: {} in {}", roadmap.target,
                         counted(roadmap.practices(), "practice"),
                         counted(roadmap.milestones.size(), "milestone"));
    if (const auto shared = plan.models[model].shared; shared > 0)
        words += fmt::format(", {} of them above", shared);
    return words;
}

std::string total_words(const Plan& plan) {
    const auto& effort = plan.effort;
    return fmt::format("{} ({}): {} points, at 1 for days, 3 for weeks, 8 for months",
                       counted(static_cast<std::size_t>(effort.practices()), "practice"),
                       effort_words(effort), effort.points());
}

std::string stage_words(std::size_t stage) {
    return stage == 1 ? "can start at once" : fmt::format("after stage {}", stage - 1);
}

std::string today_words(const Assessment& a, const RoadmapItem& item) {
    const auto* answer = a.practices[item.requirement->practice].answer;
    auto words = today_words(a, item.requirement->practice);
    if (answer == nullptr) return words;
    return words + (answer->assumed ? " (assumed)" : fmt::format(" (line {})", answer->place.line));
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
