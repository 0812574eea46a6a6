#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

#include <algorithm>

/// The first page: where the team stands by each model, and the first things to do.
namespace mlops_assess {
namespace {

constexpr std::size_t most_first_steps = 3;

std::string numeral(const Assessment& a) {
    return a.possible.low < a.possible.high ? fmt::format("{}–{}", a.possible.low, a.possible.high)
                                            : fmt::format("{}", a.level);
}

/// All levels of a model by name, the highest on top.
std::string rungs(const Assessment& a, int target) {
    std::string out = "<ol class=\"rungs\" reversed>\n";
    for (int level = a.rubric->top(); level >= 0; --level) {
        const auto* state = level < a.level            ? "below"
                            : level == a.level         ? "now"
                            : level <= a.possible.high ? "possible"
                                                       : "above";
        std::vector<std::string> words;
        if (level == a.level) words.emplace_back("now");
        if (level > a.level && level <= a.possible.high) words.emplace_back("possible");
        if (level == target) words.emplace_back("target");
        out += fmt::format(
            "<li class=\"{}\"><span class=\"number\">{}</span> <span>{}</span> "
            "<span class=\"state\">{}</span></li>\n",
            state, level, xml_escaped(a.rubric->levels[static_cast<std::size_t>(level)].name),
            fmt::join(words, ", "));
    }
    return out + "</ol>\n";
}

/// How far the way to the next level is gone.
std::string towards(const Assessment& a) {
    if (!a.progress) return {};
    const auto* least = a.possible.low < a.possible.high ? "≥" : "";
    const auto percent = a.progress->percent();
    return fmt::format(
        "<p class=\"towards\">Towards level {}: {} of {} practices met, {}{}% of the points</p>\n"
        "<svg class=\"meter\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"1\"/>"
        "<rect class=\"done\" width=\"{}\" height=\"1\"/></svg>\n",
        a.level + 1, a.next.met, a.next.of, least, percent, percent);
}

std::string target_fact(const Assessment& a, const Roadmap& roadmap) {
    if (roadmap.target <= a.level) return fmt::format("Level {}, reached", roadmap.target);
    return fmt::format("Level {}, {} to go", roadmap.target,
                       counted(count_practices(roadmap), "practice"));
}

std::string verdict(const Report& report, std::size_t index) {
    const auto& a = report.assessments[index];
    auto out = fmt::format(
        "<article class=\"verdict {}\" aria-labelledby=\"verdict-{}\">\n<h3 id=\"verdict-{}\">{} "
        "{}</h3>\n<p class=\"level\"><span class=\"hidden\">Level</span> <span "
        "class=\"numeral\">{}</span> <span class=\"of\">of {}</span></p>\n"
        "<div class=\"meaning\">\n<p class=\"name\">{}</p>\n",
        model_class(index), index, index, html_mark(index), xml_escaped(a.rubric->title),
        numeral(a), a.rubric->top(), xml_escaped(with_capital(level_name(a))));
    out += towards(a) + "</div>\n" + rungs(a, report.roadmaps[index].target) +
           "<dl class=\"facts\">\n";
    if (!a.held_back_by.empty())
        out += html_fact("Held back by", xml_escaped(with_capital(held_back_by_words(a))));
    out += html_fact("Target", target_fact(a, report.roadmaps[index]));
    const auto evidenced = evidenced_words(report, a);
    out += html_fact("Evidence", evidenced.empty()
                                     ? "The same level counting only answers that cite evidence"
                                     : xml_escaped(with_capital(evidenced)));
    const auto possible = possible_words(a);
    if (!possible.empty() || report.count.open > 0)
        out += html_fact("Open answers", possible.empty() ? "They cannot change this level"
                                                          : xml_escaped(with_capital(possible)));
    out +=
        html_fact("Required", fmt::format("{} of {} practices answered", a.answered, a.applicable));
    if (a.recommended.of > 0)
        out += html_fact("Recommended", fmt::format("{} of {} practices met", a.recommended.met,
                                                    a.recommended.of));
    out += html_fact("Index", index_words(a.index_hundredths));
    return out + "</dl>\n</article>\n";
}

std::string step(const Report& report, const FirstStep& step) {
    const auto& a = report.assessments[step.assessment];
    const auto index = step.item.requirement->practice;
    const auto& about = practice(a, index);
    const auto* answer = a.practices[index].answer;
    std::vector<std::string> levels;
    for (const auto& need : step.counts_for) levels.push_back(model_level(need.model, need.level));
    auto out = fmt::format(
        "<li>\n<h3><a href=\"#{}\">{}</a></h3>\n<p class=\"where\">{} · {}</p>\n<p>{}</p>\n"
        "<dl class=\"facts\">\n",
        html_anchor(about), xml_escaped(about.deliverable),
        xml_escaped(a.rubric->catalogue->parameters[about.parameter].title),
        effort_word(about.effort), xml_sentence(about.statement));
    out += html_fact("Today", fmt::format("{}; needed: {}", today_words(a, index),
                                          word_for_points(step.item.needed)));
    out += html_fact("Done when", xml_sentence(about.success));
    if (answer != nullptr) out += html_fact("Owner", xml_escaped(answer->owner));
    out += html_fact("Counts for", join_words(levels));
    return out + "</dl>\n</li>\n";
}

}  // namespace

std::string html_verdicts(const Report& report) {
    std::string body = "<div class=\"verdicts\">\n";
    for (std::size_t i = 0; i < report.assessments.size(); ++i) body += verdict(report, i);
    return html_section("verdict", "Verdict", body + "</div>\n");
}

std::string html_first_steps(const Report& report) {
    auto body = fmt::format("<p class=\"lead\">{}</p>\n", xml_sentence(next_words(report)));
    const auto& steps = report.first_steps;
    if (!steps.empty()) body += "<ol class=\"steps\">\n";
    for (std::size_t i = 0; i < std::min(steps.size(), most_first_steps); ++i)
        body += step(report, steps[i]);
    if (!steps.empty()) body += "</ol>\n";
    if (report.next.open > 0)
        body += fmt::format(
            "<p>{} the <a href=\"#open\">open questions</a>: they may be met already.</p>\n",
            steps.empty() ? "Answer" : "Then answer");
    if (report.next.levels.empty() && misses_must_have(report))
        body += "<p>But see what you <a href=\"#must\">must do, whatever the target</a>.</p>\n";
    return html_section("first", "Do these first", body);
}

}  // namespace mlops_assess
