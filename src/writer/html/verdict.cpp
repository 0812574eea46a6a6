#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// The first page: where the team stands by each model, and the first things to do.
namespace mlops_assess {
namespace {

std::string_view class_of(RungState state) {
    switch (state) {
        case RungState::below: return "below";
        case RungState::now: return "now";
        case RungState::possible: return "possible";
        case RungState::above: return "above";
    }
    return {};
}

/// All levels of a model by name, the highest on top.
Markup rungs(const Assessment& a, const Roadmap& roadmap) {
    auto out = markup("<ol class=\"rungs\" reversed>\n");
    for (int level = a.rubric->top(); level >= 0; --level) {
        const auto state = rung_state(a, level);
        std::vector<std::string_view> words;
        if (state == RungState::now || state == RungState::possible)
            words.push_back(class_of(state));
        if (roadmap.aims_at(level)) words.emplace_back("target");
        out += markup(
            "<li class=\"{}\"><span class=\"number\">{}</span> <span>{}</span> "
            "<span class=\"state\">{}</span></li>\n",
            class_of(state), level, a.rubric->levels[static_cast<std::size_t>(level)].name,
            fmt::join(words, ", "));
    }
    return out + markup("</ol>\n");
}

/// How far the way to the next level is gone.
Markup towards(const Assessment& a) {
    if (!a.progress) return {};
    const auto percent = a.progress->percent();
    return markup(
        "<p class=\"towards\">Towards level {}: {} of {} practices met, {}{}% of the points</p>\n"
        "<svg class=\"meter\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"1\"/>"
        "<rect class=\"done\" width=\"{}\" height=\"1\"/></svg>\n",
        a.level + 1, a.next.met, a.next.of, at_least_sign(a.possible), percent, percent);
}

std::string target_fact(const Roadmap& roadmap) {
    if (roadmap.reached) return fmt::format("Level {}, reached", roadmap.target);
    return fmt::format("Level {}, {} to go", roadmap.target,
                       counted(roadmap.practices(), "practice"));
}

Markup verdict(const Report& report, std::size_t index) {
    const auto& a = report.scored.assessments[index];
    auto out = markup(
        "<article class=\"verdict {}\" aria-labelledby=\"verdict-{}\">\n<h3 id=\"verdict-{}\">{} "
        "{}</h3>\n<p class=\"level\"><span class=\"hidden\">Level</span> <span "
        "class=\"numeral\">{}</span> <span class=\"of\">of {}</span></p>\n"
        "<div class=\"meaning\">\n<p class=\"name\">{}</p>\n",
        model_class(index), index, index, html_mark(index), a.rubric->title,
        range_words(a.possible), a.rubric->top(), with_capital(level_name(a)));
    out += markup("{}</div>\n{}<dl class=\"facts\">\n", towards(a),
                  rungs(a, report.scored.roadmaps[index]));
    if (!a.held_back_by.empty())
        out += html_fact("Held back by", with_capital(held_back_by_words(a)));
    out += html_fact("Target", target_fact(report.scored.roadmaps[index]));
    const auto evidenced = evidenced_words(report.scored, a);
    out += html_fact("Evidence", evidenced.empty()
                                     ? "The same level counting only answers that cite evidence"
                                     : with_capital(evidenced));
    const auto possible = possible_words(a);
    if (!possible.empty() || report.scored.count.open > 0)
        out += html_fact("Open answers", possible.empty() ? "They cannot change this level"
                                                          : with_capital(possible));
    out +=
        html_fact("Required", fmt::format("{} of {} practices answered", a.answered, a.applicable));
    if (a.recommended.of > 0)
        out += html_fact("Recommended", fmt::format("{} of {} practices met", a.recommended.met,
                                                    a.recommended.of));
    out += html_fact("Index", index_words(a.index_hundredths));
    return out + markup("</dl>\n</article>\n");
}

Markup step(const Report& report, const FirstStep& step) {
    const auto& a = report.scored.assessments[step.assessment];
    const auto index = step.practice;
    const auto& about = practice(a, index);
    const auto* answer = a.practices[index].answer;
    std::vector<std::string> levels;
    for (const auto& need : step.counts_for)
        levels.push_back(model_level(*need.rubric, need.level));
    auto out = markup(
        "<li>\n<h3><a href=\"#{}\">{}</a></h3>\n<p class=\"where\">{} · {}</p>\n<p>{}</p>\n"
        "<dl class=\"facts\">\n",
        html_anchor(about), about.deliverable,
        a.rubric->catalogue->parameters[about.parameter].title, effort_word(about.effort),
        as_sentence(about.statement));
    out += html_fact("Today", fmt::format("{}; needed: {}", today_words(a, index),
                                          word_for_points(step.needed)));
    out += html_fact("Done when", as_sentence(about.success));
    if (answer != nullptr) out += html_fact("Owner", answer->owner);
    out += html_fact("Counts for", join_words(levels));
    return out + markup("</dl>\n</li>\n");
}

}  // namespace

Markup html_verdicts(const Report& report) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) body += verdict(report, i);
    return html_section("verdict", "Verdict", markup("<div class=\"verdicts\">\n{}</div>\n", body));
}

Markup html_first_steps(const Report& report) {
    auto body = markup("<p class=\"lead\">{}</p>\n", as_sentence(next_words(report.scored)));
    const auto steps = report.scored.first_steps.first(first_steps_on_a_page);
    if (!steps.empty()) body += markup("<ol class=\"steps\">\n");
    for (const auto& each : steps) body += step(report, each);
    if (!steps.empty()) body += markup("</ol>\n");
    if (report.scored.next.open > 0)
        body +=
            markup("<p>{} the <a href=\"#open\">open questions</a>: they may be met already.</p>\n",
                   steps.empty() ? "Answer" : "Then answer");
    if (only_must_haves_miss(report.scored))
        body +=
            markup("<p>But see what you <a href=\"#must\">must do, whatever the target</a>.</p>\n");
    return html_section("first", "Do these first", body);
}

}  // namespace mlops_assess
