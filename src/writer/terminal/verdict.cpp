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

/// How the parameters stand, and how much of it evidence backs.
std::string team_words(const Scored& scored, const Assessment& a) {
    std::vector<std::string> parts;
    for (auto& words : {ahead_words(a), evidenced_words(scored, a), confirmed_words(a)})
        if (!words.empty()) parts.push_back(words);
    return fmt::format("{}", fmt::join(parts, "; "));
}

/// What changed since the baseline; empty without one.
std::string change_words(const Report& report, const Assessment& a, Signs signs) {
    return report.since ? verdict_change_words(*report.since, *a.rubric, signs) : "";
}

}  // namespace

std::size_t text_label_room(const Scored& scored) {
    std::size_t room = label_width;
    for (const auto& a : scored.assessments)
        room = std::max(room, display_width(label(*a.rubric).str()) + 2);
    return room;
}

Shown text_headline(const Assessment& a, std::size_t room) {
    return shown("{}{}", pad(label(*a.rubric), room), headline_words(a));
}

Shown text_scope(const Scored& scored) {
    const auto scope = scope_words(scored);
    return shown("{}{}{}.", with_capital(scope), scope.empty() ? "" : ". ",
                 count_words(scored.count));
}

void text_heading(TerminalPage& page, const Scored& scored) {
    page.heading(shown("{}", scored.sheet.team), shown("{}", date_words(scored.sheet.date)));
    page.paragraph(text_scope(scored));
    if (!scored.sheet.scope.empty()) page.paragraph(shown("Scope: {}", scored.sheet.scope));
    if (!scored.sheet.assessed_by.empty())
        page.paragraph(shown("Assessed by {}", fmt::join(scored.sheet.assessed_by, ", ")));
    if (!scored.sheet.summary.empty()) {
        page.blank();
        page.paragraph(shown("{}", scored.sheet.summary));
    }
    page.blank();
}

void text_verdicts(TerminalPage& page, const Report& report, Signs signs) {
    const auto& scored = report.scored;
    for (const auto& words : out_of_scope_words(scored)) {
        page.paragraph(shown("{}", words));
        page.blank();
    }
    const auto room = text_label_room(scored);
    const auto decided = decided_words(scored);
    for (const auto& a : scored.assessments) {
        page.strong(text_headline(a, room));
        const auto possible = decided.empty() ? open_words(scored, a) : std::string();
        for (const auto& words :
             {change_words(report, a, signs), short_of_words(a), team_words(scored, a), possible})
            if (!words.empty()) page.paragraph(pad(Shown(), room), shown("{}", words));
    }
    if (!decided.empty()) page.paragraph(shown("{}", decided));
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
            text_step(page, pad(Shown(), label_width + 2), scored.assessments[each->assessment],
                      each->index, {});
    }
    page.blank();
}

}  // namespace mlops_assess
