#include "writer/terminal/text.hpp"

#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"

#include <algorithm>

/// The report for a terminal: the verdict, what must be done, the profile, what to do first, what
/// to distrust.
namespace mlops_assess {
namespace {

void method(TerminalPage& page, const Report& report) {
    std::vector<Text> bars;
    std::vector<std::string> rubrics;
    for (const auto& a : report.scored.assessments) {
        const auto bar = word_for_points(a.bar);
        if (std::find(bars.begin(), bars.end(), bar) == bars.end()) bars.push_back(bar);
        rubrics.push_back(fmt::format("{} {}", a.rubric->id, a.rubric->version));
        if (const auto words = publisher_words(a); !words.empty())
            page.paragraph(shown("{}", words));
    }
    if (const auto words = day_words(report.scored); !words.empty())
        page.paragraph(shown("{}", words));
    page.paragraph(shown("A practice is met from \"{}\" on. {} {}.", fmt::join(bars, "\", \""),
                         rubrics.size() == 1 ? "Rubric" : "Rubrics", fmt::join(rubrics, ", ")));
    page.paragraph(shown("Why? mlops-assess explain {} --answers {}", held_back_id(report.scored),
                         report.arguments));
    page.paragraph(shown("All: mlops-assess score {} -o report.md", arguments_words(report)));
}

}  // namespace

std::string first_words(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 6;
    const auto named = std::span(names).first(std::min(names.size(), most_named));
    return fmt::format(
        "{}{}", fmt::join(named, "; "),
        names.size() > most_named ? fmt::format("; and {} more", names.size() - most_named) : "");
}

std::string write_text(const Report& report, const Style& style) {
    TerminalPage page(style.width, style.color);
    if (style.brief) {
        text_brief(page, report, signs(style));
        return page.take();
    }
    text_heading(page, report.scored);
    text_verdicts(page, report, signs(style));
    text_must_have(page, report.scored);
    text_profile(page, report, style.utf8);
    text_next(page, report.scored);
    text_remarks(page, report);
    method(page, report);
    return page.take();
}

}  // namespace mlops_assess
