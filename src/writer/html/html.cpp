#include "writer/html/html.hpp"

#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"
#include "writer/html/html_style.hpp"
#include "writer/picture/chart.hpp"

/// The whole report as one page: no script, no network, nothing but itself.
namespace mlops_assess {
namespace {

/// As much of the team's name as a tab and a list of bookmarks can show.
Markup page_title(Text team) {
    std::size_t width = 58;
    auto title = Markup::of(cut(visible(team), width));
    while (count_code_points(title.str()) > 58) title = Markup::of(cut(visible(team), --width));
    return title;
}

Markup head(const Report& report) {
    return markup(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>Maturity of {}</title>\n<style>{}</style>\n</head>\n",
        html_policy(), page_title(report.scored.sheet.team), html_style());
}

Markup masthead(const Report& report) {
    const auto& sheet = report.scored.sheet;
    auto out =
        markup("<header class=\"masthead\">\n<p class=\"kind\">MLOps maturity</p>\n<h1>{}</h1>\n",
               sheet.team);
    const auto scope = with_capital(scope_words(report.scored));
    const auto date = date_words(report.scored.sheet.date);
    if (!date.empty() || !scope.empty())
        out += markup("<p class=\"lead\">{}{}{}</p>\n", date,
                      date.empty() || scope.empty() ? "" : " · ", scope);
    out += markup("<p>{}. Answers: {}.", count_words(report.scored.count), sheet.source->name);
    if (!sheet.tags.empty()) {
        std::vector<std::string> tags;
        for (const auto& tag : sheet.tags)
            tags.push_back(fmt::format("{}: {}", tag.key, tag.value));
        out += markup(" Tags: {}.", fmt::join(tags, " · "));
    }
    return out + markup("</p>\n</header>\n");
}

}  // namespace

Markup html_section(std::string_view id, std::string_view heading, const Markup& body) {
    return markup(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
        "{2}</section>\n",
        id, heading, body);
}

Markup html_scroll(std::string_view label, const Markup& body) {
    return markup("<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\">\n{}</section>\n",
                  label, body);
}

Markup html_link(std::string_view text) {
    return is_web_address(text)
               ? markup("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", text)
               : Markup::of(text);
}

Markup html_item(bool lacks) { return lacks ? markup("<li class=\"lacks\">") : markup("<li>"); }

Markup html_fact(std::string_view name, std::string_view value) {
    if (value.empty()) return {};
    return markup("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

Markup html_mark(std::size_t assessment) {
    return markup("<span class=\"mark {}\" aria-hidden=\"true\">{}</span>", model_class(assessment),
                  model_mark(assessment));
}

std::string html_anchor(const Practice& practice) { return fmt::format("do-{}", practice.id); }

Markup html_method(const Report& report) {
    Markup sentences;
    for (const auto sentence : method_sentences()) sentences += markup("{}\n", sentence);
    Markup models;
    for (const auto& a : report.scored.assessments) {
        models += markup("<li>{} (rubric {} {}), bar {}.", a.rubric->title, a.rubric->id,
                         a.rubric->version, word_for_points(a.bar));
        const auto& source = a.rubric->source;
        if (!source.title.empty()) models += markup(" Source: {}.", source.title);
        if (!source.address.empty()) models += markup(" {}", html_link(source.address));
        models += markup("</li>\n");
    }
    return html_section(
        "method", "Method",
        markup("<p>{}</p>\n<ul>\n{}</ul>\n<p>Written by mlops-assess {}: <code>{}</code></p>\n",
               sentences, models, MLOPS_ASSESS_VERSION, "mlops-assess score " + report.arguments));
}

std::string write_html(const Report& report, const Style&) {
    Markup parts;
    for (const auto part :
         {html_verdicts, html_first_steps, html_profile, html_roadmap, html_milestones,
          html_changes, html_gates, html_lists, html_answers, html_method})
        parts += part(report);
    const auto page = markup("{}<body>\n{}<main>\n{}</main>\n</body>\n</html>\n", head(report),
                             masthead(report), parts);
    return page.str();
}

}  // namespace mlops_assess
