#include "writer/html/html.hpp"

#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "writer/formats.hpp"
#include "writer/picture/chart.hpp"

/// The whole report as one page: no script, no network, nothing but itself.
namespace mlops_assess {
namespace {

/// Parts that share the foot of their printed pages.
struct Chapter {
    std::string_view css_class;
    std::vector<HtmlSection> sections;
};

/// Where what stands behind the first two pages is found.
Markup contents(const std::vector<Chapter>& chapters) {
    Markup items;
    for (const auto& chapter : chapters)
        for (const auto& part : chapter.sections)
            if (!part.body.empty())
                items += markup("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.heading);
    return markup(
        "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n"
        "<ol>\n{}</ol>\n</nav>\n",
        items);
}

Markup written(const std::vector<Chapter>& chapters) {
    Markup out;
    for (const auto& chapter : chapters)
        if (const auto parts = html_sections(chapter.sections); !parts.empty())
            out += markup("<div class=\"chapter {}\">\n{}</div>\n", chapter.css_class, parts);
    return out;
}

/// All that stands behind the first two pages.
std::vector<Chapter> appendix(const Report& report) {
    return {{"steps-chapter", {html_blocks(report), html_steps(report)}},
            {"lists-chapter",
             {html_open_questions(report), html_changes(report), html_gates(report),
              html_recommended(report), html_ahead(report), html_not_full(report),
              html_not_applicable(report), html_notices(report)}},
            {"answers-chapter", {html_answers(report)}},
            {"method-chapter", {html_texts(report), html_method(report)}}};
}

}  // namespace

Markup html_link(std::string_view text) {
    return is_web_address(text)
               ? markup("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", text)
               : Markup::of(text);
}

Markup html_item(bool lacks) { return lacks ? markup("<li class=\"lacks\">") : markup("<li>"); }

Markup html_fact(std::string_view name, const Markup& value) {
    if (value.empty()) return {};
    return markup("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

Markup html_fact(std::string_view name, std::string_view value) {
    return html_fact(name, Markup::of(value));
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
        Markup cited;
        for (const auto* each : cited_sources(*a.rubric))
            cited += markup("<li>{}{}{}</li>\n", each->title, each->address.empty() ? "" : ", ",
                            html_link(each->address));
        if (!cited.empty()) models += markup("<br>Cited:\n<ul>\n{}</ul>\n", cited);
        models += markup("</li>\n");
    }
    return {"method", "Method", markup("<p>{}</p>\n<ul>\n{}</ul>\n", sentences, models)};
}

std::string write_html(const Report& report, const Style& style) {
    const auto linked = style.brief ? Linked::no : Linked::yes;
    auto parts = html_sections({html_verdicts(report), html_must_have(report, linked),
                           html_heat_maps(report), html_first_steps(report, linked)});
    parts += markup("<div class=\"second\">\n{}</div>\n",
                    html_sections({html_roadmap(report, linked), html_profile(report)}));
    if (style.brief) {
        parts += markup(
            "<p class=\"rest\">Every step in full, every practice with its answer, and the method "
            "stand in the whole report: <code>{}</code></p>\n",
            command_words(report, "html", false));
    } else {
        const auto chapters = appendix(report);
        parts += contents(chapters) + written(chapters);
    }
    const auto page = markup("{}<body>\n{}<main>\n{}</main>\n</body>\n</html>\n", html_head(fmt::format("Maturity of {}", report.scored.sheet.team), PageStyle::report),
                             html_masthead(report, linked), parts);
    return page.str();
}

}  // namespace mlops_assess
