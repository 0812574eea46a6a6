#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
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
        for (const auto& words : out_of_scope_words(scored))
            page_.paragraph("{}", markdown_sentence(words));
        if (!plan_.must_have.empty()) page_.line("- Must do: {}.", must_words(plan_));
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            page_.line("- {}: {}.", scored.assessments[i].rubric->label, model_words(plan_, i));
        if (plan_.effort.practices() > 0) page_.line("- Together: {}.", total_words(plan_));
        if (plan_.quick_wins > 0) page_.line("- Quick wins: {}.", quick_win_words(plan_));
        if (plan_.effort.practices() > 0) page_.line("- Owners: {}.", owners_words(plan_));
        if (plan_.due > 0) page_.line("- Due dates: {}.", due_dates_words(plan_));
        what_if();
        must_haves();
        for (std::size_t i = 0; i < plan_.models.size(); ++i)
            for (const auto& each : plan_.models[i].milestones)
                milestone(scored.assessments[i], each);
        return page_.take();
    }

  private:
    void what_if() {
        const auto rows = what_if_rows(plan_);
        if (rows.empty()) return;
        page_.blank();
        page_.section("What changes");
        page_.line("| | today | with these answers |");
        page_.line("| --- | --- | --- |");
        for (const auto& [what, today, then, heads] : rows)
            if (heads)
                page_.line("| **{}** | {} | {} |", what, today, then);
            else
                page_.line("| {} | {} | {} |", what, today, then);
        practices("Falls out of the plan:", plan_.what_if->falls_out);
        practices("Comes into the plan:", plan_.what_if->comes_in);
    }

    void practices(std::string_view title, const std::vector<PlannedPractice>& planned) {
        if (planned.empty()) return;
        page_.blank();
        page_.paragraph("{}", title);
        for (const auto& each : planned) page_.line("- {}", planned_words(plan_, each));
    }

    void must_haves() {
        if (plan_.must_have.empty()) return;
        page_.blank();
        page_.section("Must do, whatever the target");
        for (const auto& reason : must_reasons(plan_)) page_.line("- {}", reason);
        stages("Must do", plan_.must_have);
    }

    void milestone(const Assessment& a, const PlanMilestone& planned) {
        const auto& milestone = *planned.milestone;
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        const auto aim = model_level(*a.rubric, milestone.level);
        page_.blank();
        page_.section("{}: {}", aim, level.name);
        page_.line("{} ({}). {}", to_do_words(milestone.gaps.size(), milestone.open.size()),
                   effort_words(milestone.effort), leads_to_words(a, milestone));
        stages(aim, planned.stages);
    }

    void stages(std::string_view aim, const std::vector<PlanStage>& stages) {
        for (std::size_t i = 0; i < stages.size(); ++i) {
            page_.blank();
            page_.paragraph("### {}, stage {}: {}; {}", aim, i + 1,
                            to_do_words(stages[i].gaps(), stages[i].open()),
                            stage_words(stages[i], i + 1));
            for (const auto& each : stages[i].steps) step(each);
        }
    }

    void step(const PlanStep& step) {
        const auto& a = plan_.scored->assessments[step.assessment];
        const auto& about = practice(a, step.practice);
        if (step.again) {
            page_.line("- {}: above, needed here: {}", name_words(about),
                       word_for_points(step.needed));
            return;
        }
        page_.line("- [ ] **{}** ({}), {}, {}{}", deliverable_words(about), about.id,
                   title(a, about.parameter), effort_word(about.effort),
                   step.quick_win ? ", quick win" : "");
        page_.line("  - Practice: {}", about.statement);
        page_.line("  - Today: {}, needed: {}", today_words(plan_, step),
                   word_for_points(step.needed));
        if (step.open) page_.line("  - Not answered yet: find out first, it may be done already.");
        said(step);
        if (const auto words = also_words(plan_, step); !words.empty())
            page_.line("  - {}.", with_capital(words));
        if (!about.success.empty())
            page_.line("  - Done when: {}", markdown_sentence(about.success));
    }

    void said(const PlanStep& step) {
        const auto* answer = plan_.answer(step);
        if (answer == nullptr) return;
        if (!answer->owner.empty()) page_.line("  - Owner: {}", answer->owner);
        if (!answer->due.empty()) page_.line("  - Due: {}", due_words(plan_, step));
        if (!answer->note.empty()) page_.line("  - Note: {}", markdown_sentence(answer->note));
    }

    const Plan& plan_;
    MarkdownPage page_;
};

}  // namespace

std::string plan_markdown(const Plan& plan, const Style&) { return MarkdownPlan(plan).write(); }

}  // namespace mlops_assess
