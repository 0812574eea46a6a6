#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

namespace mlops_assess {
namespace {

void first_steps(TerminalPage& page, const Scored& scored) {
    const auto steps = scored.first_steps.first(first_steps_on_a_screen);
    const auto shared = scored.first_steps.shared;
    if (steps.empty()) return;
    if (shared > 0)
        page.paragraph(
            shown("{} for more than one model. Start here:",
                  shared == 1 ? "One of them counts" : fmt::format("{} of them count", shared)));
    else
        page.line(shown("Start here:"));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& a = scored.assessments[steps[i].assessment];
        const auto& about = practice(a, steps[i].practice);
        const auto& state = a.practices[steps[i].practice];
        const auto right =
            shown("  {:<9}  {:<6} {:>8}", word(state.rating), effort_word(about.effort),
                  state.answer != nullptr ? fmt::format("line {}", state.answer->place.line) : "");
        const auto left =
            shown("{:>2}  {} ({})", i + 1, about.deliverable, Shown::of(title(a, about.parameter)));
        const auto room = page.width() - display_width(right.str());
        page.line(shown("{}{}", pad(cut(left, room), room), right));
        page.paragraph(shown("    "), shown("done when: {}", about.success));
    }
}

/// What the next milestone holds beside the first steps, by id.
void rest_of_milestone(TerminalPage& page, const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    const auto& roadmap = scored.roadmaps[index];
    if (roadmap.milestones.empty()) return;
    const auto& milestone = roadmap.milestones.front();
    std::vector<Text> then;
    for (const auto& item : milestone.gaps)
        if (!is_first_step(scored, first_steps_on_a_screen, index, item))
            then.push_back(practice(a, item).id);
    std::vector<Text> open;
    for (const auto& item : milestone.open) open.push_back(practice(a, item).id);
    const auto level = model_level(*a.rubric, milestone.level);
    if (!then.empty())
        page.paragraph(shown("Then for {}: ", level), shown("{}", fmt::join(then, ", ")));
    if (!open.empty())
        page.paragraph(shown("Open for {}: ", level), shown("{}", fmt::join(open, ", ")));
    if (const auto later = roadmap.later(); later > 0)
        page.paragraph(shown("Later, up to {}: {}", model_level(*a.rubric, roadmap.target),
                             counted(later, "requirement")));
}

}  // namespace

void text_next(TerminalPage& page, const Scored& scored) {
    auto words = next_words(scored);
    if (only_must_haves_miss(scored)) words += " But see MUST DO.";
    page.labelled(shown("NEXT"), 6, shown("{}", words));
    first_steps(page, scored);
    for (std::size_t i = 0; i < scored.roadmaps.size(); ++i) rest_of_milestone(page, scored, i);
    page.blank();
}

}  // namespace mlops_assess
