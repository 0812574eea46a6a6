#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// What else a reader should know, and every answer.
namespace mlops_assess {
namespace {

std::string open_questions(const Report& report) {
    std::string items;
    for (const auto& open : open_practices(report.scored)) {
        const auto& about = practice(report.scored.assessments[open.assessment], open.practice);
        items +=
            fmt::format("<li>{} <code>{}</code></li>\n", xml_sentence(about.statement), about.id);
    }
    if (items.empty()) return {};
    return html_section(
        "open", "Open questions",
        "<p>Not answered yet, so neither met nor missing.</p>\n<ul>\n" + items + "</ul>\n");
}

std::string must_have(const Report& report) {
    std::string body;
    Text reason;
    for (const auto& state : report.scored.must_have.practices) {
        if (state.because != reason)
            body += fmt::format("{}<p>{}</p>\n<ul class=\"states\">\n",
                                body.empty() ? "" : "</ul>\n", xml_sentence(state.because));
        reason = state.because;
        body += fmt::format("<li{}><b>{}</b> {} <code>{}</code></li>\n",
                            state.lacks() ? " class=\"lacks\"" : "",
                            with_capital(std::string(must_have_word(state))),
                            xml_sentence(state.practice->statement), state.practice->id);
    }
    if (body.empty()) return {};
    return html_section("must", "Must do, whatever the target", body + "</ul>\n");
}

std::string practices_of(const Report& report, std::string_view id, std::string_view heading,
                         std::string_view about, std::vector<PracticeIndex> Assessment::*list) {
    std::string body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) {
        const auto& a = report.scored.assessments[i];
        if ((a.*list).empty()) continue;
        body += fmt::format("<h3>{} {}</h3>\n<ul class=\"columns\">\n", html_mark(i),
                            xml_escaped(model_word(a.rubric->id)));
        for (const auto index : a.*list)
            body += fmt::format("<li>{} <code>{}</code></li>\n",
                                xml_sentence(practice(a, index).statement), practice(a, index).id);
        body += "</ul>\n";
    }
    if (body.empty()) return {};
    return html_section(id, heading, fmt::format("<p>{}</p>\n{}", about, body));
}

std::string not_applicable(const Report& report) {
    std::string items;
    for (const auto* answer : report.scored.not_applicable)
        items += fmt::format("<li><code>{}</code> (line {}): {}</li>\n", answer->practice,
                             answer->place.line, xml_sentence(answer->note));
    if (items.empty()) return {};
    return html_section("not-applicable", "Not applicable", "<ul>\n" + items + "</ul>\n");
}

std::string notices(const Report& report) {
    std::string items;
    for (const auto& notice : report.scored.notices)
        items += fmt::format("<li>{}{}</li>\n", xml_escaped(notice.message),
                             notice.place ? fmt::format(" (line {})", notice.place->line) : "");
    if (items.empty()) return {};
    return html_section("notes", "Notes on the answers", "<ul>\n" + items + "</ul>\n");
}

std::string answer_row(const Assessment& a, const Requirement& requirement, int level) {
    const auto& state = a.practices[requirement.practice];
    const auto& about = practice(a, requirement.practice);
    std::string said;
    std::vector<std::string> evidence;
    if (const auto* answer = state.answer; answer != nullptr) {
        if (!answer->note.empty()) said = fmt::format("<br>{}", xml_sentence(answer->note));
        for (const auto text : answer->evidence) evidence.push_back(html_link(text));
        if (!answer->date.empty()) evidence.push_back(date_words(answer->date));
    }
    return fmt::format(
        "<tr><td data-name=\"Level\">{}</td><td data-name=\"Practice\">{} <code>{}</code></td>"
        "<td data-name=\"Needed\">{}</td><td data-name=\"Answer\"><b>{}</b>: {}{}</td>"
        "<td data-name=\"Evidence\">{}</td></tr>\n",
        level, xml_sentence(about.statement), about.id, word_for_points(a.needed(requirement)),
        with_capital(std::string(met_word(a, requirement))), today_words(a, requirement.practice),
        said, evidence.empty() ? "none" : fmt::format("{}", fmt::join(evidence, "<br>")));
}

std::string answers_of(const Assessment& a, std::size_t index, std::uint32_t parameter) {
    const auto& p = a.parameters[parameter];
    const auto name =
        xml_escaped(fmt::format("{}: {}", model_word(a.rubric->id), title(a, parameter)));
    auto table = fmt::format(
        "<table class=\"answers\">\n<caption class=\"hidden\">Requirements of {}</caption>\n<thead>"
        "\n<tr><th scope=\"col\">Level</th><th scope=\"col\">Practice</th><th "
        "scope=\"col\">Needed</th><th scope=\"col\">Answer</th><th scope=\"col\">Evidence</th>"
        "</tr>\n</thead>\n<tbody>\n",
        name);
    for (int level = 1; level <= a.rubric->top(); ++level) {
        const auto& required = a.rubric->cell(parameter, level).required;
        if (required.empty())
            table += fmt::format(
                "<tr><td data-name=\"Level\">{}</td><td colspan=\"4\">Nothing new</td></tr>\n",
                level);
        for (const auto& requirement : required) table += answer_row(a, requirement, level);
    }
    table += "</tbody>\n</table>\n";
    return fmt::format("<details>\n<summary>{} {}, {}</summary>\n{}</details>\n", html_mark(index),
                       name, p.assessed ? fmt::format("level {}", level_range(p)) : level_range(p),
                       table);
}

}  // namespace

std::string html_lists(const Report& report) {
    return open_questions(report) + must_have(report) +
           practices_of(report, "ahead", "Ahead", "Met already, for levels beyond the next.",
                        &Assessment::ahead) +
           practices_of(report, "fragile", "Fragile",
                        "Met, but not yet fully: these give way first.", &Assessment::fragile) +
           not_applicable(report) + notices(report);
}

std::string html_answers(const Report& report) {
    std::string body =
        "<p class=\"unopened\">This browser prints only the tables that are "
        "open.</p>\n";
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i)
        for (std::uint32_t p = 0; p < report.scored.assessments[i].parameters.size(); ++p)
            body += answers_of(report.scored.assessments[i], i, p);
    return html_section("answers", "All answers", body);
}

}  // namespace mlops_assess
