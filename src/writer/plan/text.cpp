#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/terminal_page.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class TextPlan {
  public:
    TextPlan(const Plan& plan, const Style& style) : plan_(plan), page_(style.width, style.color) {}

    std::string write() {
        heading();
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            for (const auto& each : plan_.models[i].milestones)
                milestone(plan_.scored->assessments[i], each);
        return page_.take();
    }

  private:
    void heading() {
        page_.heading(shown("Plan for {}", plan_.scored->sheet.team));
        if (!plan_.scored->sheet.date.empty())
            page_.line(shown("{}", date_words(plan_.scored->sheet.date)));
        if (!plan_.assumptions.empty())
            page_.paragraph(shown("What if: "), shown("{}", assumption_words(plan_)));
        page_.blank();
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            page_.paragraph(shown("{:<10} ", plan_.scored->assessments[i].rubric->label),
                            shown("{}", model_words(plan_, i)));
        if (plan_.effort.practices() > 0)
            page_.paragraph(shown("Together   "), shown("{}", total_words(plan_)));
    }

    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        page_.blank();
        page_.heading(shown("{}: {}", model_level(*a.rubric, milestone.level), level.name));
        page_.paragraph(shown("{} ({}). {}", counted(milestone.size(), "practice"),
                              effort_words(milestone.effort), leads_to_words(a, milestone)));
        for (std::size_t i = 0; i < planned.stages.size(); ++i) {
            page_.blank();
            const auto count = planned.stages[i].steps.size();
            page_.line(
                shown("Stage {}: {}, {}", i + 1, counted(count, "practice"), stage_words(i + 1)));
            for (const auto& each : planned.stages[i].steps) step(a, each);
        }
    }

    void step(const Assessment& a, const PlanStep& step) {
        const auto& about = practice(a, *step.item);
        const auto* answer = a.practices[step.item->requirement->practice].answer;
        const auto indent = shown("     ");
        const auto number = step.again ? shown("  -  ") : shown("{:>3}  ", ++count_);
        const auto right = step.again ? shown("      see above")
                                      : shown("  {:<6} so far {:>3}", effort_word(about.effort),
                                              step.so_far.points());
        const auto room = page_.width() - right.str().size();
        const auto left = wrap(Shown::of(about.deliverable), room - indent.str().size());
        for (std::size_t i = 0; i < left.size(); ++i)
            page_.line(i == 0 ? pad(number + left[i], room) + right : indent + left[i]);
        auto today = fmt::format("{}: {}; needed: {}", about.id, today_words(a, *step.item),
                                 word_for_points(step.item->needed));
        if (answer != nullptr && !answer->owner.empty())
            today += fmt::format("; owner: {}", answer->owner);
        std::vector<std::string> also;
        for (const auto& need : step.item->also)
            also.push_back(model_level(*need.rubric, need.level));
        if (!also.empty()) today += fmt::format("; also for {}", join_words(also));
        page_.paragraph(indent, shown("{}", today));
        if (step.open)
            page_.paragraph(indent,
                            shown("not answered yet: find out first, it may be done already"));
        if (!step.again) page_.paragraph(indent, shown("done when: {}", about.success));
    }

    const Plan& plan_;
    TerminalPage page_;
    int count_ = 0;
};

}  // namespace

std::string plan_text(const Plan& plan, const Style& style) {
    return TextPlan(plan, style).write();
}

}  // namespace mlops_assess
