#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/words.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// The first page: where the team stands by each model, what it must do, what to do first.
namespace mlops_assess {
namespace {

/// How far the way to the next level is gone.
Markup towards(const Assessment& a) {
    if (!a.progress || is_blank(a)) return {};
    const auto percent = a.progress->percent();
    return markup(
        "<p class=\"towards\">To level {}: {} of {} met; bar: {}{}% of points</p>\n"
        "<svg class=\"meter\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"1\"/>"
        "<rect class=\"done\" width=\"{}\" height=\"1\"/></svg>\n",
        a.level + 1, a.next.met, counted(static_cast<std::size_t>(a.next.of), "practice"),
        at_least_sign(a.possible), percent, percent);
}

Markup verdict(const Report& report, std::size_t index) {
    const auto& a = report.scored.assessments[index];
    auto out = markup(
        "<article class=\"verdict {}\" aria-labelledby=\"verdict-{}\">\n<h3 id=\"verdict-{}\">{} "
        "{}</h3>\n<p class=\"level\"><span class=\"hidden\">Level</span> <span "
        "class=\"numeral\">{}</span> <span class=\"of\">of {}</span></p>\n"
        "<div class=\"meaning\">\n<p class=\"name\">{}</p>\n{}</div>\n<dl class=\"facts\">\n",
        model_class(index), index, index, html_mark(index), a.rubric->title,
        range_words(a.possible), a.rubric->top(), reached_words(a), towards(a));
    for (const auto& [name, text] : verdict_facts(report, index)) out += html_fact(name, text);
    if (a.progress && !is_blank(a))
        out += html_fact(fmt::format("Missing for {}", a.level + 1),
                         as_sentence(missing_next_words(a)));
    return out + markup("</dl>\n</article>\n");
}

/// How many must-haves that lack the first page tells in full, before it only names the rest.
constexpr std::size_t most_must_haves = 5;

Markup must_item(const Scored& scored, const MustHavePractice& must, Linked linked) {
    const auto& a = scored.assessments[must.assessment];
    return markup(
        "<li class=\"lacks\"><b>{}</b> <span class=\"where\">{}. Today: {}; needed: {}"
        "</span></li>\n",
        html_name(*must.practice, linked), where_words(a, must.index),
        answer_words(*a.rubric->catalogue, a.practices[must.index]), word_for_points(must.needed));
}

Markup step(const Scored& scored, const FirstStep& step, Linked linked) {
    const auto& a = scored.assessments[step.assessment];
    const auto& about = practice(a, step.practice);
    auto out = markup("<li>\n<h3>{}</h3>\n<p class=\"where\">{}</p>\n", html_name(about, linked),
                      where_words(a, step.practice));
    out += markup("<dl class=\"facts\">\n");
    out += html_fact("Today",
                     fmt::format("{}; needed: {}",
                                 answer_words(*a.rubric->catalogue, a.practices[step.practice]),
                                 word_for_points(step.needed)));
    if (!about.success.empty()) out += html_fact("Done when", as_sentence(about.success));
    out += html_fact("For", as_sentence(purpose_words(scored, step)));
    return out + markup("</dl>\n</li>\n");
}

}  // namespace

HtmlSection html_verdicts(const Report& report) {
    const auto& scored = report.scored;
    Markup body;
    for (const auto& words : out_of_scope_words(scored))
        body += markup("<p class=\"callout\"><b>Out of scope.</b> {}</p>\n", as_sentence(words));
    body += markup("<div class=\"verdicts\">\n");
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) body += verdict(report, i);
    body += markup("</div>\n");
    return {"verdict", "Verdict", body};
}

HtmlSection html_must_have(const Report& report, Linked linked) {
    const auto& must = report.scored.must_have;
    Markup body;
    std::size_t told = 0;
    for (const auto& [because, sources, practices] : lacking_must_haves(report.scored)) {
        body += markup("<p>{}", as_sentence(because));
        if (!sources.empty()) body += markup(" <small>{}</small>", sources);
        body += markup("</p>\n<ul class=\"states\">\n");
        std::vector<Markup> rest;
        for (const auto* each : practices)
            if (told++ < most_must_haves)
                body += must_item(report.scored, *each, linked);
            else
                rest.push_back(html_name(*each->practice, linked));
        if (!rest.empty())
            body += markup("<li class=\"lacks\">{}</li>\n", joined(rest, markup("; ")));
        body += markup("</ul>\n");
    }
    if (const auto others = other_must_haves(must); body.empty() && !others.empty())
        body = markup("<p>{}</p>\n", others);
    return {"must", must_have_heading(must), body};
}

HtmlSection html_first_steps(const Report& report, Linked linked) {
    const auto& scored = report.scored;
    auto body = markup("<p class=\"lead\">{} <small>{}</small></p>\n",
                       as_sentence(next_words(scored)), as_sentence(next_effort_words(scored)));
    const auto steps = scored.first_steps.first(first_steps_on_a_page);
    if (!steps.empty()) body += markup("<ol class=\"steps\">\n");
    for (const auto& each : steps) body += step(scored, each, linked);
    if (!steps.empty()) body += markup("</ol>\n");
    if (scored.next.open > 0 && linked == Linked::yes)
        body +=
            markup("<p>{} the <a href=\"#open\">open questions</a>: they may be met already.</p>\n",
                   steps.empty() ? "Answer" : "Then answer");
    return {"first", "Do these first", body};
}

}  // namespace mlops_assess
