#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

namespace mlops_assess {
namespace {

/// `must do`, or what it is needed first for; empty for other steps.
std::string must_words(const Assessment& a, const FirstStep& step) {
    if (step.must_have) return "must do";
    std::vector<std::string> names;
    for (const auto must : step.first_for) names.emplace_back(deliverable_words(practice(a, must)));
    return names.empty() ? "" : "needed first for: " + join_words(names);
}

void first_step(TerminalPage& page, const Scored& scored, std::size_t number,
                const FirstStep& step) {
    const auto& a = scored.assessments[step.assessment];
    const auto& about = practice(a, step.practice);
    text_step(page, shown("{:>2}  ", number), a, step.practice, must_words(a, step));
    if (!about.success.empty())
        page.paragraph(shown("    done when: "), shown("{}", about.success));
}

/// `Feature unit tests (due 30 June 2027)`.
std::string with_due(const Assessment& a, const RoadmapItem& item) {
    const auto* answer = a.practices[item.requirement->practice].answer;
    const auto due = answer == nullptr || answer->due.empty()
                         ? ""
                         : fmt::format(" (due {})", date_words(answer->due));
    return fmt::format("{}{}", deliverable_words(practice(a, item)), due);
}

/// What the next milestone holds beside the first steps, by name.
void rest_of_milestone(TerminalPage& page, const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    const auto& roadmap = scored.roadmaps[index];
    if (roadmap.milestones.empty()) return;
    const auto& milestone = roadmap.milestones.front();
    std::vector<std::string> then;
    for (const auto& item : milestone.gaps)
        if (!is_first_step(scored, first_steps_on_a_screen, index, item))
            then.push_back(with_due(a, item));
    if (!then.empty())
        page.paragraph(
            shown("Then for {}: {}.", model_level(*a.rubric, milestone.level), first_words(then)));
    if (roadmap.milestones.size() > 1)
        page.paragraph(shown("All of {}: {}.", a.rubric->label, target_words(scored, index)));
}

Shown beside_step(std::string_view today, std::string_view takes, std::string_view line) {
    return shown("  {:<9}  {:<6} {:>5}", today, takes, line);
}

}  // namespace

void text_step_columns(TerminalPage& page) {
    const auto columns = beside_step("today", "takes", "line");
    page.line(pad(Shown(), page.width() - display_width(columns.str())) + columns);
}

void text_step(TerminalPage& page, const Shown& first, const Assessment& a, PracticeIndex index,
               const std::string& why) {
    const auto& about = practice(a, index);
    const auto& state = a.practices[index];
    const auto right =
        beside_step(state.answered() ? word(state.rating) : Text("open"),
                    about.effort == Effort::none ? Text() : effort_word(about.effort),
                    state.answer != nullptr ? fmt::format(":{}", state.answer->place.line) : "");
    const auto room = page.width() - display_width(right.str());
    const auto left = display_width(first.str());
    auto name = wrap(shown("{}", deliverable_words(about)), room - left);
    name.resize(std::max<std::size_t>(name.size(), 1));
    page.line(pad(first + name.front(), room) + right);
    const auto below = pad(Shown(), left);
    for (const auto& more : std::span(name).subspan(1)) page.line(below + more);
    std::vector<std::string> remarks;
    if (!why.empty()) remarks.push_back(why);
    if (const auto who = owner_words(a, index); !who.empty()) remarks.push_back(who);
    if (!remarks.empty()) page.paragraph(below, shown("{}", fmt::join(remarks, "; ")));
}

void text_next(TerminalPage& page, const Scored& scored) {
    page.labelled(shown("NEXT"), label_width, shown("{}", next_words(scored)));
    if (const auto words = next_effort_words(scored); !words.empty())
        page.paragraph(pad(Shown(), label_width), shown("{}", words));
    const auto steps = scored.first_steps.first(first_steps_on_a_screen);
    if (!steps.empty()) text_step_columns(page);
    for (std::size_t i = 0; i < steps.size(); ++i) first_step(page, scored, i + 1, steps[i]);
    for (std::size_t i = 0; i < scored.roadmaps.size(); ++i) rest_of_milestone(page, scored, i);
    if (const auto words = advice_words(scored); !words.empty()) {
        const auto set = targets_set_words(scored);
        page.paragraph(shown("{}{}{}", words, set.empty() ? "" : " ", set));
    }
    page.blank();
}

}  // namespace mlops_assess
