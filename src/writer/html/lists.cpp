#include "report/phrases.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// What else a reader should know, and every answer.
namespace mlops_assess {
namespace {

Markup open_questions(const Report& report) {
    Markup items;
    for (const auto& open : open_practices(report.scored)) {
        const auto& about = practice(report.scored.assessments[open.assessment], open.practice);
        items += markup("<li>{} <code>{}</code></li>\n", as_sentence(about.statement), about.id);
    }
    if (items.empty()) return {};
    return html_section(
        "open", "Open questions",
        markup("<p>Not answered yet, so neither met nor missing.</p>\n<ul>\n{}</ul>\n", items));
}

Markup must_have(const Report& report) {
    Markup body;
    std::string reason;
    for (const auto& state : report.scored.must_have.practices) {
        auto because = reason_words(state);
        if (because != reason)
            body += markup("{}<p>{}</p>\n<ul class=\"states\">\n",
                           body.empty() ? body : markup("</ul>\n"), as_sentence(because));
        reason = std::move(because);
        body += markup("{}<b>{}</b> {} <code>{}</code></li>\n", html_item(state.lacks()),
                       with_capital(std::string(must_have_word(state))),
                       as_sentence(state.practice->statement), state.practice->id);
    }
    if (body.empty()) return {};
    return html_section("must", "Must do, whatever the target", body + markup("</ul>\n"));
}

Markup practices_of(const Report& report, std::string_view id, std::string_view heading,
                    std::string_view about, std::vector<PracticeIndex> Assessment::*list) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) {
        const auto& a = report.scored.assessments[i];
        if ((a.*list).empty()) continue;
        body += markup("<h3>{} {}</h3>\n<ul class=\"columns\">\n", html_mark(i), a.rubric->label);
        for (const auto index : a.*list)
            body += markup("<li>{} <code>{}</code></li>\n",
                           as_sentence(practice(a, index).statement), practice(a, index).id);
        body += markup("</ul>\n");
    }
    if (body.empty()) return {};
    return html_section(id, heading, markup("<p>{}</p>\n{}", about, body));
}

Markup not_applicable(const Report& report) {
    Markup items;
    for (const auto* answer : report.scored.not_applicable)
        items += markup("<li><code>{}</code> (line {}): {}</li>\n", answer->practice,
                        answer->place.line, as_sentence(answer->note));
    if (items.empty()) return {};
    return html_section("not-applicable", "Not applicable", markup("<ul>\n{}</ul>\n", items));
}

Markup notices(const Report& report) {
    Markup items;
    for (const auto& notice : report.scored.notices)
        items += markup("<li>{}{}</li>\n", notice.message,
                        notice.place ? fmt::format(" (line {})", notice.place->line) : "");
    if (items.empty()) return {};
    return html_section("notes", "Notes on the answers", markup("<ul>\n{}</ul>\n", items));
}

Markup answer_row(const Assessment& a, const Requirement& requirement, int level) {
    const auto& state = a.practices[requirement.practice];
    const auto& about = practice(a, requirement.practice);
    Markup said;
    std::vector<Markup> evidence;
    if (const auto* answer = state.answer; answer != nullptr) {
        if (!answer->note.empty()) said = markup("<br>{}", as_sentence(answer->note));
        for (const auto text : answer->evidence) evidence.push_back(html_link(text));
        if (!answer->date.empty()) evidence.push_back(Markup::of(date_words(answer->date)));
    }
    return markup(
        "<tr><td data-name=\"Level\">{}</td><td data-name=\"Practice\">{} <code>{}</code></td>"
        "<td data-name=\"Needed\">{}</td><td data-name=\"Answer\"><b>{}</b>: {}{}</td>"
        "<td data-name=\"Evidence\">{}</td></tr>\n",
        level, as_sentence(about.statement), about.id, word_for_points(a.needed(requirement)),
        with_capital(std::string(met_word(a, requirement))), today_words(a, requirement.practice),
        said, evidence.empty() ? markup("none") : joined(evidence, markup("<br>")));
}

Markup answers_of(const Assessment& a, std::size_t index, std::uint32_t parameter) {
    const auto& p = a.parameters[parameter];
    const auto name = fmt::format("{}: {}", a.rubric->label, title(a, parameter));
    auto table = markup(
        "<table class=\"answers\">\n<caption class=\"hidden\">Requirements of {}</caption>\n<thead>"
        "\n<tr><th scope=\"col\">Level</th><th scope=\"col\">Practice</th><th "
        "scope=\"col\">Needed</th><th scope=\"col\">Answer</th><th scope=\"col\">Evidence</th>"
        "</tr>\n</thead>\n<tbody>\n",
        name);
    for (int level = 1; level <= a.rubric->top(); ++level) {
        const auto& required = a.rubric->cell(parameter, level).required;
        if (required.empty())
            table += markup(
                "<tr><td data-name=\"Level\">{}</td><td colspan=\"4\">Nothing new</td></tr>\n",
                level);
        for (const auto& requirement : required) table += answer_row(a, requirement, level);
    }
    return markup("<details>\n<summary>{} {}, {}</summary>\n{}</tbody>\n</table>\n</details>\n",
                  html_mark(index), name,
                  p.assessed ? fmt::format("level {}", level_range(p)) : level_range(p), table);
}

}  // namespace

Markup html_lists(const Report& report) {
    return open_questions(report) + must_have(report) +
           practices_of(report, "ahead", "Ahead", "Met already, for levels beyond the next.",
                        &Assessment::ahead) +
           practices_of(report, "fragile", "Fragile",
                        "Met, but not yet fully: these give way first.", &Assessment::fragile) +
           not_applicable(report) + notices(report);
}

Markup html_answers(const Report& report) {
    auto body =
        markup("<p class=\"unopened\">This browser prints only the tables that are open.</p>\n");
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i)
        for (std::uint32_t p = 0; p < report.scored.assessments[i].parameters.size(); ++p)
            body += answers_of(report.scored.assessments[i], i, p);
    return html_section("answers", "All answers", body);
}

}  // namespace mlops_assess
