#include "writer/markdown/markdown.hpp"

#include "report/comparison_words.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"

#include <algorithm>

/// The whole report for a wiki, a pull request or a board.
namespace mlops_assess {
namespace {

void heading(MarkdownPage& page, const Report& report) {
    const auto& scored = report.scored;
    const auto& sheet = scored.sheet;
    page.paragraph("<!-- mlops-assess:{} -->", report.identity.name);
    page.paragraph("# Maturity of {}", sheet.team);
    std::vector<Markdown> parts;
    for (const auto& words : {date_words(sheet.date), with_capital(scope_words(scored))})
        if (!words.empty()) parts.push_back(Markdown::of(words));
    if (!parts.empty()) page.paragraph("{}", joined(parts, markdown(" · ")));
    if (!sheet.summary.empty()) page.paragraph("{}", markdown_sentence(sheet.summary));
    for (const auto& [name, text] : cover_facts(scored)) page.line("- {}: {}", name, text);
    if (report.since)
        page.line("- Compared with: {} ({})", since_when_words(*report.since),
                  report.since->before.file);
    page.blank();
}

void verdicts(MarkdownPage& page, const Report& report) {
    const auto& scored = report.scored;
    page.section("Verdict");
    for (const auto& words : out_of_scope_words(scored))
        page.paragraph("**Out of scope.** {}", markdown_sentence(words));
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) {
        const auto& a = scored.assessments[i];
        page.line("- **{}: {}**", a.rubric->title, headline_words(a));
        for (const auto& [name, text] : verdict_facts(report, i))
            page.line("  - {}: {}", name, text);
    }
    page.blank();
}

Markdown level_cell(const Report& report, std::size_t assessment, std::uint32_t parameter) {
    const auto& a = report.scored.assessments[assessment];
    const auto& p = a.parameters[parameter];
    const auto& aim = report.scored.roadmaps[assessment].aims[parameter];
    auto cell = Markdown::of(level_range(p));
    if (aim.higher) cell += markdown(" → {}", aim.level);
    if (a.holds_back(parameter)) cell = markdown("**{}**", cell);
    if (p.nothing_applied) cell += markdown(" (nothing applies)");
    const auto change =
        change_mark(report.since, *a.rubric, a.rubric->catalogue->parameters[parameter]);
    return change.empty() ? cell : markdown("{}<br>{}", cell, change);
}

/// What blocks levels, told once for those that lack the same.
struct Blocking {
    std::vector<std::string> levels;
    std::string words;
};

std::vector<Blocking> all_blocking(const Scored& scored, const std::vector<std::size_t>& models,
                                   std::uint32_t parameter) {
    std::vector<Blocking> all;
    for (const auto i : models) {
        const auto& a = scored.assessments[i];
        const auto words = fmt::format("{}", fmt::join(blocking_words(a, parameter), "; "));
        if (words.empty()) continue;
        auto found = std::ranges::find(all, words, &Blocking::words);
        if (found == all.end()) found = all.insert(found, {{}, words});
        found->levels.push_back(model_level(*a.rubric, a.parameters[parameter].level + 1));
    }
    return all;
}

void profile(MarkdownPage& page, const Report& report, const Catalogue& catalogue) {
    const auto& scored = report.scored;
    const auto models = assessments_of(scored, catalogue);
    Markdown head;
    Markdown rule;
    for (const auto i : models) {
        head += markdown(" {} |", scored.assessments[i].rubric->label);
        rule += markdown(" --- |");
    }
    page.line("| Parameter |{} What blocks the next level |", head);
    page.line("| --- |{} --- |", rule);
    for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
        Markdown row;
        for (const auto i : models) row += markdown(" {} |", level_cell(report, i, p));
        std::vector<Markdown> blocking;
        for (const auto& [levels, words] : all_blocking(scored, models, p))
            blocking.push_back(markdown("{}: {}", join_words(levels), words));
        page.line("| {} |{} {} |", catalogue.parameters[p].title, row,
                  joined(blocking, markdown("<br>")));
    }
    page.blank();
}

void profiles(MarkdownPage& page, const Report& report) {
    page.section("Profile");
    for (const auto* catalogue : report.scored.catalogues) profile(page, report, *catalogue);
    const auto& all = report.scored.assessments;
    const bool nothing_applies = std::ranges::any_of(all, [](const Assessment& a) {
        return std::ranges::any_of(a.parameters, &ParameterAssessment::nothing_applied);
    });
    page.paragraph(
        "The level of each parameter today → its target. Bold: holds the overall level back, since "
        "a level needs all its practices.{} In brackets behind what blocks: the answer today.{}",
        nothing_applies ? " Nothing applies: held only because nothing up to this level applies."
                        : "",
        report.since && report.since->moves_parameters()
            ? fmt::format(" {}.", change_legend(*report.since))
            : "");
}

void method(MarkdownPage& page, const Report& report) {
    const auto& scored = report.scored;
    page.section("Method");
    for (const auto sentence : method_sentences()) page.line("{}", sentence);
    page.blank();
    for (const auto& a : scored.assessments) {
        const auto& source = a.rubric->source;
        Markdown from;
        if (!source.title.empty()) from += markdown(" Source: {}", source.title);
        if (!source.address.empty()) from += markdown(", {}", markdown_link(source.address));
        page.line("- {} (rubric {} {}), bar {}.{}", a.rubric->title, a.rubric->id,
                  a.rubric->version, word_for_points(a.bar), from);
        if (const auto words = publisher_words(a); !words.empty())
            page.line("  - {}", markdown_sentence(words));
        page.line("  - {}", markdown_sentence(index_sentence(a)));
    }
    page.blank();
    page.paragraph("To make this report again:");
    // On one line, and the first word is ours: nothing in it can end the block.
    page.paragraph("```sh\n{}\n```",
                   Markdown::trusted(visible(command_words(report, "markdown", false))));
}

}  // namespace

Markdown markdown_place(const Scored& scored, const Place& place) {
    const auto& name = scored.sheet.source->name;
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return is_word(c) || std::string_view("-._/").find(c) != std::string_view::npos;
    });
    const auto text = Markdown::of(fmt::format("{}:{}", name, place.line));
    return plain ? markdown("[{}]({}#L{})", text, Markdown::trusted(name), place.line) : text;
}

// An id is made of letters, digits and hyphens.
Markdown markdown_name(const Practice& practice) {
    return markdown("{} `{}`", deliverable_words(practice),
                    Markdown::trusted(std::string(practice.id)));
}

std::string write_markdown(const Report& report, const Style& style) {
    const auto& scored = report.scored;
    MarkdownPage page;
    heading(page, report);
    verdicts(page, report);
    if (style.brief) markdown_gates(page, report.gates);
    markdown_must_have(page, scored, !style.brief);
    profiles(page, report);
    markdown_first_steps(page, scored, !style.brief);
    markdown_roadmap(page, scored);
    if (!style.brief) {
        markdown_work(page, scored);
        if (report.since) {
            page.section("Changes since {}", when_words(report.since->before));
            markdown_changes(page, *report.since);
            page.blank();
        }
        markdown_remarks(page, report);
        markdown_answers(page, scored);
        method(page, report);
    }
    page.line("Written by {}.", made_by_words(scored));
    const auto text = page.take();
    return style.max_bytes ? markdown_cut(text, *style.max_bytes) : text;
}

}  // namespace mlops_assess
