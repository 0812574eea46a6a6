#include "writer/markdown/markdown.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
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
    if (!scored.sheet.date.empty()) page.paragraph("{}", date_words(scored.sheet.date));
    const auto scope = scope_words(scored);
    page.paragraph("{}{}{}. Answers: {}.", scope, scope.empty() ? "" : ". ",
                   count_words(scored.count), sheet.source->name);
    if (sheet.tags.empty()) return;
    std::vector<Markdown> tags;
    for (const auto& tag : sheet.tags)
        tags.push_back(Markdown::of(fmt::format("{}: {}", tag.key, tag.value)));
    page.paragraph("Tags: {}.", joined(tags, markdown(" · ")));
}

void verdict(MarkdownPage& page, const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    std::vector<Markdown> parts = {
        markdown("**{}: {}** ({})", a.rubric->title, level_words(a), level_name(a))};
    for (const auto& words :
         {short_of_words(a), ahead_words(a),
          evidenced_words(scored, a), confirmed_words(a), possible_words(a),
          nothing_applied_words(a), target_words(scored, index), advised_words(scored, index),
          "Index " + index_words(a.index_hundredths)})
        if (!words.empty()) parts.push_back(Markdown::of(with_capital(words)));
    parts.push_back(markdown("{} of {} required practices answered", a.answered, a.applicable));
    if (a.recommended.of > 0)
        parts.push_back(
            markdown("{} of {} recommended practices met", a.recommended.met, a.recommended.of));
    page.line("- {}.", joined(parts, markdown(". ")));
}

void verdicts(MarkdownPage& page, const Scored& scored) {
    page.section("Verdict");
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) verdict(page, scored, i);
    if (const auto words = decided_words(scored); !words.empty()) page.line("- {}", words);
    page.blank();
}

Markdown level_cell(const Assessment& a, std::uint32_t parameter, const Roadmap::Aim& aim) {
    auto cell = Markdown::of(level_range(a.parameters[parameter]));
    if (aim.higher) cell += markdown(" → {}", aim.level);
    return a.holds_back(parameter) ? markdown("**{}**", cell) : cell;
}

void profile(MarkdownPage& page, const Scored& scored, const Catalogue& catalogue) {
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
        std::vector<Markdown> blocking;
        for (const auto i : models) {
            const auto& a = scored.assessments[i];
            row += markdown(" {} |", level_cell(a, p, scored.roadmaps[i].aims[p]));
            std::vector<Markdown> words;
            for (const auto* requirement : a.parameters[p].blocking)
                words.push_back(Markdown::of(missing_words(a, *requirement)));
            if (!words.empty())
                blocking.push_back(markdown("{}: {}",
                                            model_level(*a.rubric, a.parameters[p].level + 1),
                                            joined(words, markdown("; "))));
        }
        page.line("| {} |{} {} |", catalogue.parameters[p].title, row,
                  joined(blocking, markdown("<br>")));
    }
    page.blank();
}

void method(MarkdownPage& page, const Scored& scored) {
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
    }
    page.blank();
    page.line("Written by mlops-assess " MLOPS_ASSESS_VERSION ".");
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

std::string write_markdown(const Report& report, const Style& style) {
    const auto& scored = report.scored;
    MarkdownPage page;
    heading(page, report);
    verdicts(page, scored);
    page.section("Profile");
    for (const auto* catalogue : scored.catalogues) profile(page, scored, *catalogue);
    page.paragraph("Bold: holds the overall level back. The arrow points to the target.");
    markdown_work(page, scored);
    if (report.since) {
        page.section("Changes since {}", when_words(report.since->before));
        markdown_changes(page, *report.since);
        page.blank();
    }
    markdown_remarks(page, report);
    markdown_answers(page, scored);
    method(page, scored);
    const auto text = page.take();
    return style.max_bytes ? markdown_cut(text, *style.max_bytes) : text;
}

}  // namespace mlops_assess
