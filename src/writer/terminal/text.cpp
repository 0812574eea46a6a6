#include "writer/terminal/text.hpp"

#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "writer/formats.hpp"

#include <algorithm>

/// The report for a terminal: the verdict, the profile, what to do first, what to distrust.
namespace mlops_assess {
namespace {

constexpr std::size_t most_label = 20;

void heading(TerminalPage& page, const Scored& scored) {
    page.heading(shown("{}", scored.sheet.team), shown("{}", date_words(scored.sheet.date)));
    const auto scope = scope_words(scored);
    page.paragraph(shown("{}{}{}.", with_capital(scope), scope.empty() ? "" : ". ",
                         count_words(scored.count)));
    page.blank();
}

Shown label(const Rubric& rubric) {
    std::string label(rubric.id.substr(0, most_label));
    for (auto& c : label)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return shown("{}", label);
}

/// How the parameters stand, and how much of it evidence backs.
std::string team_words(const Scored& scored, const Assessment& a) {
    std::vector<std::string> parts;
    for (auto& words : {ahead_words(a), evidenced_words(scored, a), confirmed_words(a)})
        if (!words.empty()) parts.push_back(words);
    return fmt::format("{}", fmt::join(parts, "; "));
}

void verdicts(TerminalPage& page, const Scored& scored) {
    for (const auto& words : out_of_scope_words(scored)) {
        page.paragraph(shown("{}", words));
        page.blank();
    }
    std::size_t indent = 0;
    for (const auto& a : scored.assessments)
        indent = std::max(indent, std::min(a.rubric->id.size(), most_label) + 2);
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) {
        const auto& a = scored.assessments[i];
        page.strong(shown("{}{}, {}", pad(label(*a.rubric), indent), level_words(a), level_name(a)),
                    {});
        for (const auto& words : {short_of_words(a), team_words(scored, a), possible_words(a),
                                  nothing_applied_words(a)})
            if (!words.empty()) page.paragraph(pad(Shown(), indent), shown("{}", words));
    }
    if (const auto words = decided_words(scored); !words.empty())
        page.paragraph(shown("{}", words));
    page.blank();
}

void method(TerminalPage& page, const Report& report) {
    std::vector<Text> bars;
    std::vector<std::string> rubrics;
    for (const auto& a : report.scored.assessments) {
        const auto bar = word_for_points(a.bar);
        if (std::find(bars.begin(), bars.end(), bar) == bars.end()) bars.push_back(bar);
        rubrics.push_back(fmt::format("{} {}", a.rubric->id, a.rubric->version));
    }
    page.paragraph(shown("Bar: {}. Level = weakest parameter. {} {}.", fmt::join(bars, ", "),
                         rubrics.size() == 1 ? "Rubric" : "Rubrics", fmt::join(rubrics, ", ")));
    page.paragraph(shown("Why? mlops-assess explain {} --answers {}", held_back_id(report.scored),
                         report.arguments));
    page.paragraph(shown("All: mlops-assess score {} -o report.md", report.arguments));
}

}  // namespace

std::string write_text(const Report& report, const Style& style) {
    if (style.plain) return write_plain(report);
    TerminalPage page(style.width, style.color);
    heading(page, report.scored);
    verdicts(page, report.scored);
    text_profile(page, report.scored, style.utf8);
    text_next(page, report.scored);
    text_remarks(page, report);
    method(page, report);
    return page.take();
}

}  // namespace mlops_assess
