#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// What else a reader should know.
namespace mlops_assess {
namespace {

/// A list under a sentence; empty without items.
Markup list(std::string_view about, std::string_view kind, const Markup& items) {
    if (items.empty()) return {};
    return markup("<p>{}</p>\n<ul class=\"{}\">\n{}</ul>\n", about, kind, items);
}

Markup practices_of(const Report& report, std::string_view about,
                    std::vector<PracticeIndex> Assessment::*practices) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) {
        const auto& a = report.scored.assessments[i];
        if ((a.*practices).empty()) continue;
        body += markup("<h3>{} {}</h3>\n<ul class=\"columns\">\n", html_mark(i), a.rubric->label);
        for (const auto index : a.*practices)
            body += markup("<li>{}</li>\n", html_name(practice(a, index)));
        body += markup("</ul>\n");
    }
    return body.empty() ? body : markup("<p>{}</p>\n{}", about, body);
}

}  // namespace

HtmlSection html_open_questions(const Report& report) {
    Markup items;
    for (const auto& open : open_practices(report.scored)) {
        const auto& about = practice(report.scored.assessments[open.assessment], open.practice);
        items += markup("<li>{}", html_name(about));
        if (!about.deliverable.empty()) items += markup("<br>{}", as_sentence(about.statement));
        items += markup("</li>\n");
    }
    return {"open", "Open questions",
            list("Not answered yet, so neither met nor missing.", "columns", items)};
}

HtmlSection html_recommended(const Report& report) {
    Markup items;
    for (const auto& view : practice_views(report.scored))
        if (const auto words = unmet_recommendation(report.scored, view); !words.empty())
            items += markup("<li>{} <small>{}</small></li>\n", html_name(view.practice()), words);
    return {
        "recommended", "Recommended, not met",
        list("Recommended at the level in brackets, not required for it; some are a must do, or "
             "required at another level.",
             "columns", items)};
}

HtmlSection html_ahead(const Report& report) {
    return {"ahead", "Ahead",
            practices_of(report, "Met already, for levels beyond the next.", &Assessment::ahead)};
}

HtmlSection html_not_full(const Report& report) {
    return {"not-full", "Not full",
            practices_of(report, "Met, but not yet fully: these are the first to be lost.",
                         &Assessment::fragile)};
}

HtmlSection html_not_applicable(const Report& report) {
    Markup items;
    for (const auto* answer : report.scored.not_applicable)
        items += markup("<li>{} (line {}): {}</li>\n",
                        html_name(*find_practice(report.scored, answer->practice)),
                        answer->place.line, as_sentence(answer->note));
    return {"not-applicable", "Not applicable", list("Left out of every figure.", "notes", items)};
}

HtmlSection html_notices(const Report& report) {
    Markup items;
    for (const auto& notice : report.scored.notices)
        items += markup("<li>{}{}</li>\n", notice.message,
                        notice.place ? fmt::format(" (line {})", notice.place->line) : "");
    return {"notes", "Notes on the answers", list("How the sheet was read.", "notes", items)};
}

}  // namespace mlops_assess
