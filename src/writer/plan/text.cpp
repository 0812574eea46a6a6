#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "text/terminal_page.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class TextPlan {
  public:
    TextPlan(const Plan& plan, const Style& style) : plan_(plan), page_(style.width, style.color) {}

    std::string write() {
        heading();
        what_if();
        must_haves();
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
        for (const auto& words : out_of_scope_words(*plan_.scored))
            page_.paragraph(shown("{}", as_sentence(words)));
        page_.blank();
        if (!plan_.must_have.empty())
            page_.paragraph(shown("Must do    "), shown("{}", must_words(plan_)));
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            page_.paragraph(shown("{:<10} ", plan_.scored->assessments[i].rubric->label),
                            shown("{}", model_words(plan_, i)));
        if (plan_.effort.practices() > 0)
            page_.paragraph(shown("Together   "), shown("{}", total_words(plan_)));
        if (plan_.quick_wins > 0)
            page_.paragraph(shown("Quick wins "), shown("{}", quick_win_words(plan_)));
        if (plan_.effort.practices() > 0)
            page_.paragraph(shown("Owners     "), shown("{}", owners_words(plan_)));
        if (plan_.due > 0)
            page_.paragraph(shown("Due dates  "), shown("{}", due_dates_words(plan_)));
    }

    void what_if() {
        const auto rows = what_if_rows(plan_);
        if (rows.empty()) return;
        std::size_t column = 0;
        for (const auto& row : rows)
            column = std::max({column, display_width(row.today), display_width(row.then)});
        column = std::min(column + 2, page_.width() / 3);
        page_.blank();
        page_.heading(shown("What changes"));
        columns(Shown(), Shown(), shown("today"), shown("then"), column);
        for (const auto& row : rows)
            columns(row.heads ? Shown() : shown("  "), shown("{}", row.what),
                    shown("{}", row.today), shown("{}", row.then), column);
        practices("Falls out  ", plan_.what_if->falls_out);
        practices("Comes in   ", plan_.what_if->comes_in);
    }

    /// A row of the table; each cell is broken where it is too wide.
    void columns(const Shown& indent, const Shown& what, const Shown& today, const Shown& then,
                 std::size_t column) {
        const auto first = page_.width() - 2 * column;
        const auto left = wrap(what, first - indent.str().size() - 2);
        const auto middle = wrap(today, column - 2);
        const auto right = wrap(then, column);
        const auto cell = [](const std::vector<Shown>& lines, std::size_t i) {
            return i < lines.size() ? lines[i] : Shown();
        };
        for (std::size_t i = 0; i < std::max({left.size(), middle.size(), right.size()}); ++i)
            page_.line(pad(indent + cell(left, i), first) + pad(cell(middle, i), column) +
                       cell(right, i));
    }

    void practices(std::string_view label, const std::vector<PlannedPractice>& planned) {
        for (const auto& each : planned) {
            page_.paragraph(shown("{}", label), shown("{}", planned_words(plan_, each)));
            label = "           ";
        }
    }

    void must_haves() {
        if (plan_.must_have.empty()) return;
        page_.blank();
        page_.heading(shown("Must do, whatever the target"));
        for (const auto& reason : must_reasons(plan_)) page_.paragraph(shown("{}", reason));
        stages(plan_.must_have);
    }

    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        page_.blank();
        page_.heading(shown("{}: {}", model_level(*a.rubric, milestone.level), level.name));
        page_.paragraph(shown("{} ({}). {}",
                              to_do_words(milestone.gaps.size(), milestone.open.size()),
                              effort_words(milestone.effort), leads_to_words(a, milestone)));
        stages(planned.stages);
    }

    void stages(const std::vector<PlanStage>& stages) {
        for (std::size_t i = 0; i < stages.size(); ++i) {
            page_.blank();
            page_.paragraph(shown("Stage {}: {}; {}", i + 1,
                                  to_do_words(stages[i].gaps(), stages[i].open()),
                                  stage_words(stages[i], i + 1)));
            for (const auto& each : stages[i].steps) step(each);
        }
    }

    void step(const PlanStep& step) {
        const auto& about = practice(plan_.scored->assessments[step.assessment], step.practice);
        const auto indent = shown("     ");
        const auto number = step.again ? shown("  -  ") : shown("{:>3}  ", ++count_);
        const auto right = step.again ? shown("  see above")
                                      : shown("  {}{}", step.quick_win ? "quick win, " : "",
                                              effort_word(about.effort));
        const auto room = page_.width() - right.str().size();
        const auto left = wrap(shown("{}", name_words(about)), room - indent.str().size());
        for (std::size_t i = 0; i < left.size(); ++i)
            page_.line(i == 0 ? pad(number + left[i], room) + right : indent + left[i]);
        if (step.again) {
            page_.line(shown("{}needed here: {}", indent, word_for_points(step.needed)));
            return;
        }
        page_.paragraph(indent, shown("{}", answer_words(step)));
        if (const auto words = also_words(plan_, step); !words.empty())
            page_.paragraph(indent, shown("{}", words));
        if (!about.success.empty()) page_.paragraph(indent, shown("done when: {}", about.success));
    }

    std::string answer_words(const PlanStep& step) const {
        auto words =
            fmt::format("{}; needed: {}", today_words(plan_, step), word_for_points(step.needed));
        const auto* answer = plan_.answer(step);
        if (answer != nullptr && !answer->owner.empty())
            words += fmt::format("; owner: {}", answer->owner);
        if (const auto due = due_words(plan_, step); !due.empty()) words += "; due: " + due;
        return words;
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
