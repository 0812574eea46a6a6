#include "questionnaire/live_standing.hpp"

#include "assessment/interview.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/markup.hpp"

namespace mlops_assess {
namespace {

Interview interview_of(const Models& models, const AnswerSheet& sheet) {
    std::vector<WantedModel> wanted;
    for (const auto* rubric : models.rubrics)
        wanted.push_back({rubric, rubric->bar, rubric->top()});
    Interview interview(std::move(wanted), Goal::parameter_levels);
    for (const auto& answer : sheet.answers) interview.answer(answer.practice, answer.rating);
    return interview;
}

/// A name that leads to its question.
Markup name(const Practice& about) {
    return markup("<a href=\"#{}_\">{}</a>", about.id, deliverable_words(about));
}

Markup verdict(const Assessment& a) {
    auto out = markup(
        "<section class=\"stand\" data-model=\"{}\">\n<h3>{}</h3>\n"
        "<p class=\"now\"><span class=\"numeral\">{}</span> <span class=\"of\">of {}</span></p>\n"
        "<p>{}</p>\n",
        a.rubric->id, a.rubric->label, range_words(a.possible), a.rubric->top(),
        as_sentence(reached_words(a)));
    for (const auto& words : {short_of_words(a), ahead_words(a)})
        if (!words.empty()) out += markup("<p class=\"soft\">{}</p>\n", as_sentence(words));
    if (!a.held_back_by.empty() && !is_blank(a))
        out += markup("<p class=\"soft\">{}</p>\n",
                      as_sentence("held back by " + held_back_by_words(a)));
    return out + markup("</section>\n");
}

Markup must_haves(const MustHaves& must) {
    if (must.lacking() == 0) return {};
    auto out = markup(
        "<section class=\"stand musts\">\n<h3>Must do, whatever the target</h3>\n"
        "<p class=\"soft\">{}</p>\n<ul>\n",
        as_sentence(lacking_words(must)));
    for (const auto& each : must.practices)
        if (each.lacks())
            out += markup("<li data-practice-name=\"{}\">{} <span class=\"soft\">{}</span></li>\n",
                          each.practice->id, name(*each.practice), must_have_word(each));
    return out + markup("</ul>\n</section>\n");
}

Markup steps(const Scored& scored) {
    auto out =
        markup("<section class=\"stand steps\">\n<h3>Next steps</h3>\n<p class=\"soft\">{}</p>\n",
               as_sentence(next_words(scored)));
    const auto first = scored.first_steps.first(first_steps_on_a_page);
    if (!first.empty()) out += markup("<ol>\n");
    for (const auto& step : first) {
        const auto& a = scored.assessments[step.assessment];
        const auto& about = practice(a, step.practice);
        out += markup("<li data-practice-name=\"{}\">{} <span class=\"soft\">{}</span></li>\n",
                      about.id, name(about), where_words(a, step.practice));
    }
    if (!first.empty()) out += markup("</ol>\n");
    return out + markup("</section>\n");
}

Markup panel(const Scored& scored, std::size_t deciding) {
    Markup out;
    for (const auto& words : out_of_scope_words(scored))
        out += markup("<p class=\"notice\"><b>Out of scope.</b> {}</p>\n", as_sentence(words));
    for (const auto& a : scored.assessments) out += verdict(a);
    if (deciding > 0)
        out += markup("<p class=\"stand soft\">At most {} can still change a level.</p>\n",
                      counted(deciding, "more answer"));
    else if (scored.count.open > 0)
        out += markup("<p class=\"stand soft\">No open question can change a level.</p>\n");
    return out + must_haves(scored.must_have) + steps(scored);
}

}  // namespace

LiveStanding live_standing(const Models& models, const Scored& scored) {
    auto deciding = interview_of(models, scored.sheet).deciding();
    auto shown = panel(scored, deciding.size()).str();
    return {badge_words(scored), std::move(shown), std::move(deciding)};
}

}  // namespace mlops_assess
