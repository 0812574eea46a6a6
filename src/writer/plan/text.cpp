#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class TextPlan {
  public:
    TextPlan(const PlanReport& plan, const Style& style)
        : plan_(plan), style_(style), width_(static_cast<std::size_t>(style.width)) {}

    std::string write() {
        heading();
        for (std::size_t i = 0; i < plan_.plan.models.size(); ++i)
            for (const auto& each : plan_.plan.models[i].milestones)
                milestone(plan_.report->assessments[i], each);
        return std::move(out_);
    }

  private:
    void line(std::string_view text = {}) {
        out_ += text;
        out_ += '\n';
    }
    std::string bold(const std::string& text) const {
        return style_.color ? fmt::format("\x1b[1m{}\x1b[0m", text) : text;
    }
    void paragraph(std::string_view first, std::string_view text) {
        out_ += hang(first, visible(text), width_);
    }

    void heading() {
        const auto date = date_words(plan_.report->date);
        for (const auto& each : wrap("Plan for " + visible(plan_.report->sheet.team), width_))
            line(bold(each));
        if (!date.empty()) line(date);
        if (!plan_.assumptions.empty()) paragraph("What if: ", assumption_words(plan_));
        line();
        for (std::size_t i = 0; i < plan_.plan.models.size(); ++i)
            paragraph(pad(model_word(plan_.report->assessments[i].rubric->id), 10) + " ",
                      model_words(plan_, i));
        if (plan_.plan.effort.practices() > 0) paragraph("Together   ", total_words(plan_.plan));
    }

    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        line();
        for (const auto& each :
             wrap(visible(fmt::format("{}: {}", model_level(a.rubric->id, milestone.level),
                                      level.name)),
                  width_))
            line(bold(each));
        paragraph("",
                  fmt::format("{} ({}). {}",
                              counted(milestone.gaps.size() + milestone.open.size(), "practice"),
                              effort_words(milestone.effort), leads_to_words(a, milestone)));
        for (std::size_t i = 0; i < planned.stages.size(); ++i) {
            line();
            const auto count = planned.stages[i].steps.size();
            line(fmt::format("Stage {}: {}, {}", i + 1, counted(count, "practice"),
                             stage_words(i + 1)));
            for (const auto& each : planned.stages[i].steps) step(a, each);
        }
    }

    void step(const Assessment& a, const PlanStep& step) {
        const auto& about = practice(a, *step.item);
        const auto& state = a.practices[step.item->requirement->practice];
        const auto right = step.again
                               ? std::string("      see above")
                               : fmt::format("  {:<6} so far {:>3}", effort_word(about.effort),
                                             step.so_far.points());
        const auto room = width_ - display_width(right);
        const auto number = step.again ? std::string("  -  ") : fmt::format("{:>3}  ", ++count_);
        const auto left = wrap(visible(about.deliverable), room - 5);
        for (std::size_t i = 0; i < left.size(); ++i)
            line(i == 0 ? pad(number + left[i], room) + right : "     " + left[i]);
        auto today = fmt::format("{}: {}; needed: {}", about.id, today_words(a, *step.item),
                                 word_for_points(step.item->needed));
        if (state.answer != nullptr && !state.answer->owner.empty())
            today += fmt::format("; owner: {}", state.answer->owner);
        std::vector<std::string> also;
        for (const auto& need : step.item->also)
            also.push_back(model_level(need.model, need.level));
        if (!also.empty()) today += fmt::format("; also for {}", join_words(also));
        paragraph("     ", today);
        if (step.open) line("     not answered yet: find out first, it may be done already");
        if (!step.again) paragraph("     ", fmt::format("done when: {}", about.success));
    }

    const PlanReport& plan_;
    const Style& style_;
    std::size_t width_;
    int count_ = 0;
    std::string out_;
};

}  // namespace

std::string plan_text(const PlanReport& plan, const Style& style) {
    return TextPlan(plan, style).write();
}

}  // namespace mlops_assess
