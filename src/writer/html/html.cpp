#include "writer/html/html.hpp"

#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
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
    const auto facts = with_capital(scope_words(report.scored));
    const auto date = date_words(sheet.date);
    if (!date.empty() || !facts.empty())
        out += markup("<p class=\"lead\">{}{}{}</p>\n", date,
                      date.empty() || facts.empty() ? "" : " · ", facts);
    if (!sheet.summary.empty())
        out += markup("<p class=\"summary\">{}</p>\n", as_sentence(sheet.summary));
    out += markup("<dl class=\"facts\">\n");
    for (const auto& [name, text] : cover_facts(report.scored)) out += html_fact(name, text);
    return out + markup(
                     "<div><dt>Made by</dt><dd>{}: <code>{}</code></dd></div>\n</dl>\n"
                     "</header>\n",
                     made_by_words(report.scored), "mlops-assess score " + report.arguments);
}

Markup section(const HtmlSection& part) {
    return markup(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
        "{2}</section>\n",
        part.id, part.heading, part.body);
}

Markup sections(const std::vector<HtmlSection>& parts) {
    Markup out;
    for (const auto& part : parts)
        if (!part.body.empty()) out += section(part);
    return out;
}

/// Where what stands behind the first two pages is found.
Markup contents(const std::vector<HtmlSection>& parts) {
    Markup items;
    for (const auto& part : parts)
        if (!part.body.empty())
            items += markup("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.heading);
    return markup("<nav aria-label=\"Contents\">\n<p>In what follows:</p>\n<ol>\n{}</ol>\n</nav>\n",
                  items);
}

}  // namespace

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

Markup html_name(const Practice& practice, Linked linked) {
    auto name = Markup::of(deliverable_words(practice));
    if (linked == Linked::yes) name = markup("<a href=\"#{}\">{}</a>", html_anchor(practice), name);
    return markup("{} <code>{}</code>", name, practice.id);
}

std::string html_anchor(const Practice& practice) { return fmt::format("do-{}", practice.id); }

HtmlSection html_method(const Report& report) {
    Markup sentences;
    for (const auto sentence : method_sentences()) sentences += markup("{}\n", sentence);
    Markup models;
    for (const auto& a : report.scored.assessments) {
        models += markup("<li>{} (rubric {} {}), bar {}.", a.rubric->title, a.rubric->id,
                         a.rubric->version, word_for_points(a.bar));
        const auto& source = a.rubric->source;
        if (!source.title.empty()) models += markup(" Source: {}.", source.title);
        if (!source.address.empty()) models += markup(" {}", html_link(source.address));
        if (const auto words = publisher_words(a); !words.empty())
            models += markup("<br>{}", as_sentence(words));
        models += markup("</li>\n");
    }
    return {"method", "Method", markup("<p>{}</p>\n<ul>\n{}</ul>\n", sentences, models)};
}

std::string write_html(const Report& report, const Style& style) {
    const auto linked = style.brief ? Linked::no : Linked::yes;
    auto parts =
        sections({html_verdicts(report), html_must_have(report, linked), html_heat_maps(report),
                  html_first_steps(report, linked), html_profile(report)});
    if (!style.brief) {
        parts += sections({html_roadmap(report)});
        const std::vector<HtmlSection> rest = {
            html_steps(report),    html_open_questions(report), html_recommended(report),
            html_changes(report),  html_gates(report),          html_ahead(report),
            html_not_full(report), html_not_applicable(report), html_notices(report),
            html_answers(report),  html_method(report)};
        parts += contents(rest) + sections(rest);
    }
    const auto page = markup("{}<body>\n{}<main>\n{}</main>\n</body>\n</html>\n", head(report),
                             masthead(report), parts);
    return page.str();
}

}  // namespace mlops_assess
