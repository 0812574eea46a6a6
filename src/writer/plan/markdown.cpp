#include "report/phrases.hpp"
#include "writer/markdown/page.hpp"
#include "writer/plan/writers.hpp"

namespace mlops_assess {
namespace {

class MarkdownPlan {
  public:
    explicit MarkdownPlan(const Plan& plan) : plan_(plan) {}

    std::string write() {
        const auto& scored = *plan_.scored;
        page_.paragraph("# Plan for {}", scored.sheet.team);
        if (!scored.sheet.date.empty()) page_.paragraph("{}", date_words(scored.sheet.date));
        if (!plan_.assumptions.empty()) page_.paragraph("What if: {}.", assumption_words(plan_));
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            page_.line("- {}: {}.", scored.assessments[i].rubric->label, model_words(plan_, i));
        if (plan_.effort.practices() > 0) page_.line("- Together: {}.", total_words(plan_));
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            for (const auto& each : plan_.models[i].milestones)
                milestone(scored.assessments[i], each);
        return page_.take();
    }

  private:
    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        const auto aim = model_level(*a.rubric, milestone.level);
        page_.blank();
        page_.section("{}: {}", aim, level.name);
        page_.line("{} ({}). {}", counted(milestone.size(), "practice"),
                   effort_words(milestone.effort), leads_to_words(a, milestone));
        for (std::size_t i = 0; i < planned.stages.size(); ++i) {
            page_.blank();
            page_.paragraph("### {}, stage {}: {}", aim, i + 1, stage_words(i + 1));
            for (const auto& each : planned.stages[i].steps) step(a, each);
        }
    }

    void step(const Assessment& a, const PlanStep& step) {
        const auto& about = practice(a, *step.item);
        const auto* answer = a.practices[step.item->requirement->practice].answer;
        if (step.again) {
            page_.line("- {} (above), needed here: {}", about.id,
                       word_for_points(step.item->needed));
            return;
        }
        page_.line("- [ ] **{}** ({}, {}, so far {})", about.deliverable, title(a, about.parameter),
                   effort_word(about.effort), step.so_far.points());
        page_.line("  - Practice: {} ({})", about.statement, about.id);
        page_.line("  - Today: {}, needed: {}", today_words(a, *step.item),
                   word_for_points(step.item->needed));
        if (step.open) page_.line("  - Not answered yet: find out first, it may be done already.");
        if (answer != nullptr && !answer->owner.empty()) page_.line("  - Owner: {}", answer->owner);
        if (answer != nullptr && !answer->note.empty())
            page_.line("  - Note: {}", markdown_sentence(answer->note));
        page_.line("  - Done when: {}", markdown_sentence(about.success));
        std::vector<std::string> also;
        for (const auto& need : step.item->also)
            also.push_back(model_level(*need.rubric, need.level));
        if (!also.empty()) page_.line("  - Also for {}.", join_words(also));
    }

    const Plan& plan_;
    MarkdownPage page_;
};

}  // namespace

std::string plan_markdown(const Plan& plan, const Style&) { return MarkdownPlan(plan).write(); }

}  // namespace mlops_assess
