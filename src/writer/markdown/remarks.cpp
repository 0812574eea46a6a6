#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/markdown/markdown.hpp"

namespace mlops_assess {
namespace {

void gates(MarkdownPage& page, const Gates& gates) {
    if (gates.results.empty()) return;
    page.section("Gates");
    for (const auto& gate : gates.results) {
        page.line("- {}: {}. Required: {}. Found: {}.",
                  gate.passed ? markdown("Passed") : markdown("**Failed**"), gate.name,
                  gate.required, gate.found);
        for (const auto& item : gate.because) page.line("  - {}", item);
    }
    page.blank();
}

void must_have(MarkdownPage& page, const MustHaves& must) {
    if (must.practices.empty()) return;
    page.section("Must do, whatever the target");
    std::string reason;
    for (const auto& state : must.practices) {
        auto because = reason_words(state);
        if (because != reason) page.line("- {}", markdown_sentence(because));
        reason = std::move(because);
        auto word = Markdown::of(must_have_word(state));
        if (state.lacks()) word = markdown("**{}**", word);
        page.line("  - {}: {} ({})", word, state.practice->statement, state.practice->id);
    }
    page.blank();
}

void list_of(MarkdownPage& page, std::string_view name, std::string_view about,
             const Scored& scored, std::vector<PracticeIndex> Assessment::*list) {
    Markdown items;
    for (const auto& a : scored.assessments) {
        std::vector<Text> ids;
        for (const auto index : a.*list) ids.push_back(practice(a, index).id);
        if (!ids.empty()) items += markdown("- {}: {}.\n", a.rubric->label, fmt::join(ids, ", "));
    }
    if (items.empty()) return;
    page.section("{}", name);
    page.paragraph("{}", about);
    page.line("{}", items);
}

void not_applicable(MarkdownPage& page, const Scored& scored) {
    if (scored.not_applicable.empty()) return;
    page.section("Not applicable");
    for (const auto* answer : scored.not_applicable)
        page.line("- {} ({}): {}", answer->practice, markdown_place(scored, answer->place),
                  markdown_sentence(answer->note));
    page.blank();
}

void notices(MarkdownPage& page, const Scored& scored) {
    if (scored.notices.empty()) return;
    page.section("Notes on the answers");
    for (const auto& notice : scored.notices) {
        Markdown where;
        if (notice.place) where = markdown(" ({})", markdown_place(scored, *notice.place));
        page.line("- {}{}", notice.message, where);
    }
    page.blank();
}

void answer_row(MarkdownPage& page, const Assessment& a, const Requirement& requirement,
                int level) {
    const auto& state = a.practices[requirement.practice];
    std::vector<Markdown> evidence;
    if (state.answer != nullptr)
        for (const auto text : state.answer->evidence) evidence.push_back(markdown_link(text));
    page.line("| {} | {} | {} | {} ({}) | {} |", level, practice(a, requirement.practice).id,
              word_for_points(a.needed(requirement)), today_words(a, requirement.practice),
              met_word(a, requirement), joined(evidence, markdown("<br>")));
}

void answers(MarkdownPage& page, const Assessment& a, std::uint32_t parameter) {
    const auto& p = a.parameters[parameter];
    const auto summary =
        markup("{}: {}, {}", a.rubric->label, title(a, parameter),
               p.assessed ? fmt::format("level {}", p.level) : std::string("not assessed"));
    page.line("<details>");
    page.paragraph("<summary>{}</summary>", Markdown::trusted(summary.str()));
    page.line("| Level | Practice | Needed | Answer | Evidence |");
    page.line("| --- | --- | --- | --- | --- |");
    for (int level = 1; level <= a.rubric->top(); ++level) {
        const auto& required = a.rubric->cell(parameter, level).required;
        if (required.empty()) page.line("| {} | nothing new | | | |", level);
        for (const auto& requirement : required) answer_row(page, a, requirement, level);
    }
    page.blank();
    page.paragraph("</details>");
}

}  // namespace

void markdown_remarks(MarkdownPage& page, const Report& report) {
    const auto& scored = report.scored;
    gates(page, report.gates);
    must_have(page, scored.must_have);
    list_of(page, "Ahead", "Met already, for levels beyond the next.", scored, &Assessment::ahead);
    list_of(page, "Fragile", "Met, but not yet fully: these give way first.", scored,
            &Assessment::fragile);
    not_applicable(page, scored);
    notices(page, scored);
}

void markdown_answers(MarkdownPage& page, const Scored& scored) {
    page.section("All answers");
    for (const auto& a : scored.assessments)
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p) answers(page, a, p);
}

}  // namespace mlops_assess
