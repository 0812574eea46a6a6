#include "report/phrases.hpp"
#include "writer/markdown/markdown.hpp"

namespace mlops_assess {
namespace {

void list_of(MarkdownPage& page, std::string_view name, std::string_view about,
             const Scored& scored, std::vector<PracticeIndex> Assessment::*list) {
    Markdown items;
    for (const auto& a : scored.assessments) {
        std::vector<Markdown> names;
        for (const auto index : a.*list) names.push_back(markdown_name(practice(a, index)));
        if (!names.empty())
            items += markdown("- {}: {}.\n", a.rubric->label, joined(names, markdown("; ")));
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
        page.line("- {} ({}): {}", markdown_name(*find_practice(scored, answer->practice)),
                  markdown_place(scored, answer->place), markdown_sentence(answer->note));
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

}  // namespace

void markdown_gates(MarkdownPage& page, const Gates& gates) {
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

void markdown_remarks(MarkdownPage& page, const Report& report) {
    const auto& scored = report.scored;
    markdown_gates(page, report.gates);
    list_of(page, "Ahead", "Met already, for levels beyond the next.", scored, &Assessment::ahead);
    list_of(page, "Not full", "Met, but not yet fully: these are the first to be lost.", scored,
            &Assessment::fragile);
    not_applicable(page, scored);
    notices(page, scored);
}

}  // namespace mlops_assess
