#include "writer/html/html.hpp"

#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"
#include "writer/html/html_style.hpp"
#include "writer/picture/chart.hpp"

/// The whole report as one page: no script, no network, nothing but itself.
namespace mlops_assess {
namespace {

/// As much of the team's name as a tab and a list of bookmarks can show.
std::string page_title(Text team) {
    std::size_t width = 58;
    auto title = xml_escaped(cut(visible(team), width));
    while (count_code_points(title) > 58) title = xml_escaped(cut(visible(team), --width));
    return title;
}

std::string head(const Report& report) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>Maturity of {}</title>\n<style>{}</style>\n</head>\n",
        html_policy(), page_title(report.sheet.team), html_style());
}

std::string masthead(const Report& report) {
    const auto& sheet = report.sheet;
    std::string out = "<header class=\"masthead\">\n<p class=\"kind\">MLOps maturity</p>\n";
    out += fmt::format("<h1>{}</h1>\n", xml_escaped(sheet.team));
    const auto scope = with_capital(scope_words(report));
    const auto date = date_words(report.date);
    if (!date.empty() || !scope.empty())
        out += fmt::format("<p class=\"lead\">{}{}{}</p>\n", date,
                           date.empty() || scope.empty() ? "" : " · ", xml_escaped(scope));
    out += fmt::format("<p>{}. Answers: {}.", count_words(report.count),
                       xml_escaped(sheet.source->name));
    if (!sheet.tags.empty()) {
        std::vector<std::string> tags;
        for (const auto& tag : sheet.tags)
            tags.push_back(xml_escaped(fmt::format("{}: {}", tag.key, tag.value)));
        out += fmt::format(" Tags: {}.", fmt::join(tags, " · "));
    }
    return out + "</p>\n</header>\n";
}

}  // namespace

std::string html_section(std::string_view id, std::string_view heading, std::string_view body) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
        "{2}</section>\n",
        id, heading, body);
}

std::string html_scroll(std::string_view label, std::string_view body) {
    return fmt::format(
        "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\">\n{}</section>\n", label, body);
}

std::string html_link(std::string_view text) {
    const auto shown = xml_escaped(text);
    return is_web_address(text)
               ? fmt::format("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", shown)
               : shown;
}

std::string html_fact(std::string_view name, std::string_view value) {
    if (value.empty()) return {};
    return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

std::string html_mark(std::size_t assessment) {
    return fmt::format("<span class=\"mark {}\" aria-hidden=\"true\">{}</span>",
                       model_class(assessment), model_mark(assessment));
}

std::string html_anchor(const Practice& practice) { return fmt::format("do-{}", practice.id); }

std::string html_method(const Report& report) {
    std::string body = "<p>";
    for (const auto sentence : method_sentences()) body += xml_escaped(sentence) + "\n";
    body += "</p>\n<ul>\n";
    for (const auto& a : report.assessments) {
        body += fmt::format("<li>{} (rubric {} {}), bar {}.", xml_escaped(a.rubric->title),
                            a.rubric->id, xml_escaped(a.rubric->version), word_for_points(a.bar));
        const auto& source = a.rubric->source;
        if (!source.title.empty()) body += fmt::format(" Source: {}.", xml_escaped(source.title));
        if (!source.address.empty()) body += fmt::format(" {}", html_link(source.address));
        body += "</li>\n";
    }
    body += fmt::format("</ul>\n<p>Written by mlops-assess {}: <code>{}</code></p>\n",
                        MLOPS_ASSESS_VERSION, xml_escaped(report.command));
    return html_section("method", "Method", body);
}

std::string write_html(const Report& report, const Style&) {
    auto page = head(report) + "<body>\n" + masthead(report) + "<main>\n";
    for (const auto part :
         {html_verdicts, html_first_steps, html_profile, html_roadmap, html_milestones,
          html_changes, html_gates, html_lists, html_answers, html_method})
        page += part(report);
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace mlops_assess
