#include "report/phrases.hpp"
#include "writer/markdown/markdown.hpp"

namespace mlops_assess {
namespace {

class MarkdownWork {
  public:
    MarkdownWork(MarkdownPage& page, const Scored& scored) : page_(page), scored_(scored) {}

    void first_steps() {
        const auto steps = scored_.first_steps.first(first_steps_in_a_document);
        if (steps.empty()) return;
        page_.section("Do these first");
        for (const auto& step : steps)
            item(scored_.assessments[step.assessment], step.practice, step.needed, step.counts_for,
                 true);
        page_.blank();
    }

    void milestone(std::size_t index, const Milestone& milestone) {
        const auto& a = scored_.assessments[index];
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        page_.section("Milestone {}: {}", model_level(*a.rubric, milestone.level), level.name);
        if (!level.step.empty()) page_.paragraph("{}", markdown_sentence(level.step));
        std::vector<Markdown> reached;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            if (const auto to = milestone.leads_to.parameters[p])
                reached.push_back(markdown("{} {}", title(a, p), *to));
        page_.paragraph("{} ({}). Leads to level {}: {}.", counted(milestone.size(), "practice"),
                        effort_words(milestone.effort), *milestone.leads_to.overall,
                        joined(reached, markdown(", ")));
        const auto is_first = [&](const RoadmapItem& gap) {
            return is_first_step(scored_, first_steps_in_a_document, index, gap);
        };
        std::vector<Text> above;
        for (const auto& gap : milestone.gaps)
            if (is_first(gap)) above.push_back(practice(a, gap).id);
        if (!above.empty())
            page_.paragraph("Under \"Do these first\": {}.", fmt::join(above, ", "));
        for (const auto& gap : milestone.gaps)
            if (!is_first(gap))
                item(a, gap.requirement->practice, gap.needed, needs(a, milestone, gap), false);
        if (milestone.gaps.size() > above.size()) page_.blank();
    }

    void open_questions() {
        const auto questions = open_practices(scored_);
        if (questions.empty()) return;
        page_.section("Open questions");
        page_.paragraph("Not answered yet, so neither met nor missing:");
        for (const auto& open : questions) {
            const auto& about = practice(scored_.assessments[open.assessment], open.practice);
            page_.line("- {} ({})", about.statement, about.id);
        }
        page_.blank();
    }

  private:
    /// One item of the roadmap with all that a person needs to take it on.
    void item(const Assessment& a, PracticeIndex index, Points needed,
              const std::vector<Need>& counts_for, bool full) {
        const auto& about = practice(a, index);
        const auto* answer = a.practices[index].answer;
        Markdown owner;
        Markdown where;
        if (answer != nullptr) {
            if (!answer->owner.empty()) owner = markdown(", owner {}", answer->owner);
            where = markdown(" ({})", markdown_place(scored_, answer->place));
        }
        page_.line("- [ ] **{}** ({}, {}{})", about.statement, title(a, about.parameter),
                   effort_word(about.effort), owner);
        page_.line("  - Today: {}, needed: {}{}", today_words(a, index), word_for_points(needed),
                   where);
        if (answer != nullptr) fact("Note", answer->note);
        if (full) {
            fact("Why", about.why);
            fact("Deliver", about.deliverable);
        }
        fact("Done when", about.success);
        if (full) fact("How", about.guidance);
        std::vector<std::string> levels;
        for (const auto& need : counts_for) levels.push_back(need_words(need));
        page_.line("  - Required by {}.", join_words(levels));
    }

    void fact(std::string_view name, std::string_view text) {
        if (!text.empty()) page_.line("  - {}: {}", name, markdown_sentence(text));
    }

    MarkdownPage& page_;
    const Scored& scored_;
};

}  // namespace

void markdown_work(MarkdownPage& page, const Scored& scored) {
    MarkdownWork work(page, scored);
    work.first_steps();
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        for (const auto& milestone : scored.roadmaps[i].milestones) work.milestone(i, milestone);
    work.open_questions();
}

}  // namespace mlops_assess
