#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/plan_words.hpp"
#include "report/verdict_words.hpp"
#include "writer/markdown/markdown.hpp"

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// The steps that earlier parts tell in full.
std::set<Text> told_before(const Scored& scored, bool with_first_steps) {
    std::set<Text> told;
    for (const auto& must : scored.must_have.practices)
        if (must.lacks()) told.insert(must.practice->id);
    if (with_first_steps)
        for (const auto& step : scored.first_steps.first(first_steps_in_a_document))
            told.insert(practice(scored.assessments[step.assessment], step.practice).id);
    return told;
}

/// One step with all that a person needs to take it on.
void item(MarkdownPage& page, const Scored& scored, const Assessment& a, PracticeIndex index,
          Points needed, const std::vector<Need>& needs, bool full) {
    page.line("- [ ] **{}** ({})", markdown_name(practice(a, index)), where_words(a, index));
    for (const auto& [name, text] : step_facts(a, index, needed, needs, full)) {
        const auto* answer = a.practices[index].answer;
        Markdown place;
        if (name == "Today" && answer != nullptr)
            place = markdown(" ({})", markdown_place(scored, answer->place));
        page.line("  - {}: {}{}", name, text, place);
    }
}

Markdown names(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    std::vector<Markdown> all;
    for (const auto index : practices) all.push_back(markdown_name(practice(a, index)));
    return joined(all, markdown("; "));
}

void milestone(MarkdownPage& page, const Scored& scored, std::size_t index,
               const Milestone& milestone) {
    const auto& a = scored.assessments[index];
    const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
    page.section("Milestone {}: {}", model_level(*a.rubric, milestone.level), level.name);
    if (!level.step.empty()) page.paragraph("{}", markdown_sentence(level.step));
    page.paragraph("{} ({}). {}",
                   with_capital(to_do_words(milestone.gaps.size(), milestone.open.size())),
                   effort_words(milestone.effort), leads_to_words(a, milestone));
    const auto told = told_before(scored, true);
    std::vector<PracticeIndex> above;
    std::vector<PracticeIndex> open;
    for (const auto& gap : milestone.gaps)
        if (told.contains(practice(a, gap).id)) above.push_back(gap.requirement->practice);
    for (const auto& each : milestone.open) open.push_back(each.requirement->practice);
    if (!above.empty()) page.paragraph("Described above: {}.", names(a, above));
    if (!open.empty()) page.paragraph("Open: {}.", names(a, open));
    for (const auto& gap : milestone.gaps)
        if (!told.contains(practice(a, gap).id))
            item(page, scored, a, gap.requirement->practice, gap.needed, needs(a, milestone, gap),
                 false);
    if (milestone.gaps.size() > above.size()) page.blank();
}

void open_questions(MarkdownPage& page, const Scored& scored) {
    const auto questions = open_practices(scored);
    if (scored.open.empty()) return;
    page.section("Open questions");
    page.paragraph("Not answered yet, so neither met nor missing.");
    for (const auto& open : questions) {
        const auto& about = practice(scored.assessments[open.assessment], open.practice);
        page.line("- {}{}", markdown_name(about),
                  about.deliverable.empty() ? Markdown() : markdown(": {}", about.statement));
    }
    if (!questions.empty()) page.blank();
    std::vector<Markdown> names;
    for (const auto* each : open_beyond_targets(scored)) names.push_back(markdown_name(*each));
    if (!names.empty())
        page.paragraph(
            "{}: {}.",
            questions.empty() ? "None is needed for the target" : "Not needed for the target",
            joined(names, markdown("; ")));
}

void recommended(MarkdownPage& page, const Scored& scored) {
    Markdown items;
    for (const auto& view : practice_views(scored))
        if (const auto words = unmet_recommendation(scored, view); !words.empty())
            items += markdown("- {} ({})\n", markdown_name(view.practice()), words);
    if (items.empty()) return;
    page.section("Recommended, not met");
    page.paragraph(
        "Recommended at the level in brackets, not required for it; some are a must do, or "
        "required "
        "at another level.");
    page.line("{}", items);
}

}  // namespace

void markdown_must_have(MarkdownPage& page, const Scored& scored, bool full) {
    const auto& must = scored.must_have;
    if (must.practices.empty()) return;
    page.section("{}", must_have_heading(must));
    for (const auto& [because, sources, practices] : lacking_must_haves(scored)) {
        Markdown from;
        if (!sources.empty()) from = markdown(" ({})", sources);
        page.paragraph("{}{}", markdown_sentence(because), from);
        for (const auto* each : practices)
            item(page, scored, scored.assessments[each->assessment], each->index, each->needed,
                 each->also, full);
        page.blank();
    }
    if (const auto others = other_must_haves(must); !others.empty()) page.paragraph("{}", others);
}

void markdown_first_steps(MarkdownPage& page, const Scored& scored, bool full) {
    page.section("Do these first");
    const auto effort = next_effort_words(scored);
    page.paragraph("{}{}", as_sentence(next_words(scored)),
                   effort.empty() ? "" : " " + as_sentence(effort));
    const auto told = told_before(scored, false);
    const auto steps =
        scored.first_steps.first(full ? first_steps_in_a_document : first_steps_on_a_page);
    for (const auto& step : steps) {
        const auto& a = scored.assessments[step.assessment];
        const auto& about = practice(a, step.practice);
        const auto purpose = with_capital(purpose_words(scored, step));
        if (told.contains(about.id)) {
            page.line("- [ ] **{}** ({})\n  - {}: see above.", markdown_name(about),
                      where_words(a, step.practice), purpose);
            continue;
        }
        item(page, scored, a, step.practice, step.needed, step.counts_for, full);
        if (!step.first_for.empty()) page.line("  - {}.", purpose);
    }
    if (!steps.empty()) page.blank();
    if (scored.next.open > 0)
        page.paragraph("{} the open questions: they may be met already.",
                       steps.empty() ? "Answer" : "Then answer");
    if (const auto words = basis_legend(scored); !words.empty()) page.paragraph("{}", words);
}

void markdown_roadmap(MarkdownPage& page, const Scored& scored) {
    const auto reached = [](const Roadmap& each) { return each.milestones.empty(); };
    if (std::ranges::all_of(scored.roadmaps, reached)) return;
    page.section("Roadmap");
    page.line("| Milestone | What to do | Takes | Practices |");
    page.line("| --- | --- | --- | --- |");
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) {
        const auto& a = scored.assessments[i];
        const auto& roadmap = scored.roadmaps[i];
        for (const auto& each : roadmap.milestones) {
            std::vector<Text> names;
            for (const auto& gap : each.gaps) names.push_back(deliverable_words(practice(a, gap)));
            for (const auto& open : each.open)
                names.push_back(deliverable_words(practice(a, open)));
            page.line("| {}{} | {} | {} | {} |", model_level(*a.rubric, each.level),
                      !roadmap.aims_at(each.level)                  ? ""
                      : roadmap.target_source == TargetSource::next ? ", the next level"
                                                                    : ", the target",
                      to_do_words(each.gaps.size(), each.open.size()), effort_words(each.effort),
                      fmt::format("{}", fmt::join(names, "; ")));
        }
    }
    page.blank();
}

void markdown_work(MarkdownPage& page, const Scored& scored) {
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        for (const auto& each : scored.roadmaps[i].milestones) milestone(page, scored, i, each);
    open_questions(page, scored);
    recommended(page, scored);
}

}  // namespace mlops_assess
