#include "report/phrases.hpp"
#include "text/markdown_text.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class MarkdownPlan {
  public:
    explicit MarkdownPlan(const PlanReport& plan) : plan_(plan) {}

    std::string write() {
        line("# Plan for {}", markdown_escaped(plan_.report->sheet.team));
        line();
        if (!plan_.report->date.empty()) {
            line("{}", date_words(plan_.report->date));
            line();
        }
        if (!plan_.assumptions.empty()) {
            line("What if: {}.", markdown_escaped(assumption_words(plan_)));
            line();
        }
        for (std::size_t i = 0; i < plan_.plan.models.size(); ++i)
            line("- {}: {}.", model_word(plan_.report->assessments[i].rubric->id),
                 markdown_escaped(model_words(plan_, i)));
        if (plan_.plan.effort.practices() > 0) line("- Together: {}.", total_words(plan_.plan));
        for (std::size_t i = 0; i < plan_.plan.models.size(); ++i)
            for (const auto& each : plan_.plan.models[i].milestones)
                milestone(plan_.report->assessments[i], each);
        return std::move(out_);
    }

  private:
    template <typename... Args>
    void line(fmt::format_string<Args...> form, Args&&... args) {
        out_ += fmt::format(form, std::forward<Args>(args)...);
        out_ += '\n';
    }
    void line() { out_ += '\n'; }

    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        line();
        line("## {}: {}", model_level(a.rubric->id, milestone.level), markdown_escaped(level.name));
        line();
        line("{} ({}). {}", counted(milestone.gaps.size() + milestone.open.size(), "practice"),
             effort_words(milestone.effort), markdown_escaped(leads_to_words(a, milestone)));
        for (std::size_t i = 0; i < planned.stages.size(); ++i) {
            line();
            line("### {}, stage {}: {}", model_level(a.rubric->id, milestone.level), i + 1,
                 stage_words(i + 1));
            line();
            for (const auto& each : planned.stages[i].steps) step(a, each);
        }
    }

    void step(const Assessment& a, const PlanStep& step) {
        const auto& about = practice(a, *step.item);
        const auto& parameter = a.rubric->catalogue->parameters[about.parameter];
        const auto* answer = a.practices[step.item->requirement->practice].answer;
        if (step.again) {
            line("- {} (above), needed here: {}", about.id, word_for_points(step.item->needed));
            return;
        }
        line("- [ ] **{}** ({}, {}, so far {})", markdown_escaped(about.deliverable),
             markdown_escaped(parameter.title), effort_word(about.effort), step.so_far.points());
        line("  - Practice: {} ({})", markdown_escaped(about.statement), about.id);
        line("  - Today: {}, needed: {}", today_words(a, *step.item),
             word_for_points(step.item->needed));
        if (step.open) line("  - Not answered yet: find out first, it may be done already.");
        if (answer != nullptr && !answer->owner.empty())
            line("  - Owner: {}", markdown_escaped(answer->owner));
        if (answer != nullptr && !answer->note.empty())
            line("  - Note: {}", markdown_sentence(answer->note));
        line("  - Done when: {}", markdown_sentence(about.success));
        std::vector<std::string> also;
        for (const auto& need : step.item->also)
            also.push_back(model_level(need.model, need.level));
        if (!also.empty()) line("  - Also for {}.", join_words(also));
    }

    const PlanReport& plan_;
    std::string out_;
};

}  // namespace

std::string plan_markdown(const PlanReport& plan, const Style&) {
    return MarkdownPlan(plan).write();
}

}  // namespace mlops_assess
