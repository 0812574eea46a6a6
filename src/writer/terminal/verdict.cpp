#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t most_label = 20;

Shown label(const Rubric& rubric) {
    return cut(shown("{}", with_capitals(rubric.label)), most_label);
}

std::size_t label_room(const Scored& scored) {
    std::size_t room = label_width;
    for (const auto& a : scored.assessments)
        room = std::max(room, display_width(label(*a.rubric).str()) + 2);
    return room;
}

/// `level 2 of 4, Automated training`.
Shown headline(const Assessment& a, std::size_t room) {
    return shown("{}{}", pad(label(*a.rubric), room), headline_words(a));
}

/// How the parameters stand, and how much of it evidence backs.
std::string team_words(const Scored& scored, const Assessment& a) {
    std::vector<std::string> parts;
    for (auto& words : {ahead_words(a), evidenced_words(scored, a), confirmed_words(a)})
        if (!words.empty()) parts.push_back(words);
    return fmt::format("{}", fmt::join(parts, "; "));
}

Shown scope_and_count(const Scored& scored) {
    const auto scope = scope_words(scored);
    return shown("{}{}{}.", with_capital(scope), scope.empty() ? "" : ". ",
                 count_words(scored.count));
}

/// A step by name at the left, what to know of it at the right.
void step_line(TerminalPage& page, const Shown& left, const Assessment& a, PracticeIndex index) {
    const auto& state = a.practices[index];
    const auto line = state.answer != nullptr ? fmt::format(":{}", state.answer->place.line) : "";
    const auto effort = practice(a, index).effort;
    const auto right =
        shown("  {:<9}  {:<6} {:>5}", state.answered() ? word(state.rating) : Text("open"),
              effort == Effort::none ? Text() : effort_word(effort), line);
    const auto room = page.width() - std::min(page.width(), display_width(right.str()));
    page.line(shown("{}{}", pad(cut(left, room), room), right));
}

/// The names of steps, as many as fit a line.
Shown names(const Scored& scored, std::span<const FirstStep> steps) {
    std::vector<Text> all;
    for (const auto& step : steps)
        all.push_back(
            deliverable_words(practice(scored.assessments[step.assessment], step.practice)));
    return shown("{}", fmt::join(all, "; "));
}

}  // namespace

void text_heading(TerminalPage& page, const Scored& scored) {
    page.heading(shown("{}", scored.sheet.team), shown("{}", date_words(scored.sheet.date)));
    page.paragraph(scope_and_count(scored));
    if (!scored.sheet.scope.empty()) page.paragraph(shown("Scope: {}", scored.sheet.scope));
    if (!scored.sheet.assessed_by.empty())
        page.paragraph(shown("Assessed by {}", fmt::join(scored.sheet.assessed_by, ", ")));
    if (!scored.sheet.summary.empty()) {
        page.blank();
        page.paragraph(shown("{}", scored.sheet.summary));
    }
    page.blank();
}

void text_verdicts(TerminalPage& page, const Scored& scored) {
    for (const auto& words : out_of_scope_words(scored)) {
        page.paragraph(shown("{}", words));
        page.blank();
    }
    const auto room = label_room(scored);
    for (const auto& a : scored.assessments) {
        page.strong(headline(a, room));
        for (const auto& words : {short_of_words(a), team_words(scored, a), possible_words(a)})
            if (!words.empty()) page.paragraph(pad(Shown(), room), shown("{}", words));
    }
    if (const auto words = decided_words(scored); !words.empty())
        page.paragraph(shown("{}", words));
    page.blank();
}

void text_must_have(TerminalPage& page, const Scored& scored) {
    const auto& must = scored.must_have;
    if (must.lacking() == 0) return;
    page.labelled(shown("MUST DO"), label_width,
                  shown("whatever the target: {}", lacking_words(must)));
    for (const auto& group : lacking_must_haves(scored)) {
        page.paragraph(pad(Shown(), label_width), shown("{}", group.because));
        for (const auto* each : group.practices)
            step_line(
                page,
                pad(Shown(), label_width + 2) + shown("{}", deliverable_words(*each->practice)),
                scored.assessments[each->assessment], each->index);
    }
    page.blank();
}

void text_brief(TerminalPage& page, const Report& report) {
    const auto& scored = report.scored;
    const auto line = [&](const Shown& text) { page.line(cut(text, page.width())); };
    const auto labelled = [&](std::string_view name, const Shown& text) {
        line(shown("{:<{}}{}", name, label_width, text));
    };
    page.heading(cut(shown("{}", scored.sheet.team), page.width()),
                 shown("{}", date_words(scored.sheet.date)));
    line(scope_and_count(scored));
    for (const auto& words : out_of_scope_words(scored)) line(shown("{}", words));
    const auto room = label_room(scored);
    for (const auto& a : scored.assessments) {
        page.strong(cut(headline(a, room), page.width()));
        const auto words = short_of_words(a);
        line(pad(Shown(), room) + shown("{}", words.empty() ? "the top" : words));
    }
    if (scored.must_have.lacking() > 0)
        labelled("MUST DO", shown("whatever the target: {}", lacking_words(scored.must_have)));
    labelled("NEXT", shown("{}", next_words(scored)));
    for (const auto& step : scored.first_steps.first(first_steps_on_a_page))
        line(pad(Shown(), label_width) + names(scored, {&step, 1}));
    for (const auto& gate : report.gates.results)
        if (!gate.passed) labelled("GATE", shown("failed: {}; found {}", gate.name, gate.found));
    if (const auto words = advice_words(scored); !words.empty()) line(shown("{}", words));
}

}  // namespace mlops_assess
