#include "commands/page.hpp"

#include "model/dotted.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"

#include <algorithm>

/// The arithmetic behind a team's figures, so that a reader can redo it by hand.
namespace mlops_assess {
namespace {

std::string where(const PracticeState& state) {
    return state.answer != nullptr ? fmt::format(", line {}", state.answer->place.line)
                                   : ", not in the sheet";
}

/// `fully (3), line 12`, with what credits it.
std::string points_words(const Assessment& a, PracticeIndex index) {
    const auto& state = a.practices[index];
    auto words = fmt::format("{} ({}){}", word(state.rating), state.own, where(state));
    if (state.credited_by)
        words += fmt::format("; counts as {} ({}) through {}", word_for_points(state.effective),
                             state.effective, practice(a, *state.credited_by).id);
    return words;
}

void explain_requirement(Page& page, const Assessment& a, const Requirement& requirement) {
    const auto& id = practice(a, requirement.practice).id;
    if (!a.applies(requirement)) {
        page.item(fmt::format("left out  {}: not applicable{}", id,
                              where(a.practices[requirement.practice])));
        return;
    }
    page.item(fmt::format("{}  {}: {}; needed: {} ({})",
                          a.met(requirement) ? "met     " : "not met ", id,
                          points_words(a, requirement.practice),
                          word_for_points(a.needed(requirement)), a.needed(requirement)));
}

void explain_cell(Page& page, const Assessment& a, std::size_t parameter, int level) {
    const auto& cell = a.rubric->cell(parameter, level);
    page.heading(
        fmt::format("Level {}: {}", level, a.rubric->levels[static_cast<std::size_t>(level)].name));
    if (level == 0) page.item("the floor; it requires nothing");
    if (level > 0 && cell.required.empty()) page.item("nothing new; reached with the level below");
    for (const auto& requirement : cell.required) explain_requirement(page, a, requirement);
}

/// `release-registry 3 + release-continuous 1 = 4 of 2 x 3 = 6 points: 66 %`.
std::string progress_words(const Assessment& a, std::size_t parameter, int level) {
    std::string terms;
    int count = 0;
    for (const auto& requirement : a.rubric->cell(parameter, level).required) {
        if (!a.applies(requirement)) continue;
        terms +=
            fmt::format("{}{} {}", terms.empty() ? "" : " + ", practice(a, requirement.practice).id,
                        a.practices[requirement.practice].effective);
        ++count;
    }
    const auto& progress = a.cell(parameter, level).progress;
    return fmt::format("{} = {} points of {} x 3 = {}: {} %, rounded down", terms, progress.points,
                       count, progress.of, progress.percent());
}

std::string ids(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    std::vector<Text> names;
    for (const auto index : practices) names.push_back(practice(a, index).id);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// What unanswered practices and missing evidence leave open of a level.
void uncertainty(Page& page, const Assessment& a, const auto& figures) {
    page.fact("possible", fmt::format("{} to {}, with every unanswered practice as no, or as fully",
                                      figures.possible.low, figures.possible.high));
    if (!figures.deciding.empty()) page.fact("decided by", ids(a, figures.deciding));
    page.fact("evidenced", fmt::format("level {}, with answers above partially that cite no "
                                       "counted evidence taken as partially",
                                       figures.evidenced_level));
}

void explain_parameter(Page& page, const Assessment& a, std::uint32_t parameter) {
    const auto& p = a.parameters[parameter];
    const auto& about = a.rubric->catalogue->parameters[parameter];
    if (!p.assessed) {
        page.heading(fmt::format("{}.{}  {}: not assessed", a.rubric->id, about.id, about.title));
        page.paragraph("None of its requirements applies, so it is left out of every figure.");
        return;
    }
    page.heading(fmt::format("{}.{}  {}: level {} of {}", a.rubric->id, about.id, about.title,
                             p.level, a.rubric->top()));
    page.paragraph(p.level == a.rubric->top()
                       ? "Every requirement that applies is met."
                       : fmt::format("Every requirement up to level {} that applies is met; of "
                                     "level {} {} of {} are.",
                                     p.level, p.level + 1, p.next.met, p.next.of));
    for (int level = 1; level <= std::min(p.level + 1, a.rubric->top()); ++level)
        explain_cell(page, a, parameter, level);
    if (p.nothing_applied)
        page.paragraph(
            fmt::format("Nothing up to level {} applies here, so it holds that level for "
                        "want of anything to meet.",
                        p.level));
    page.heading("Figures");
    if (p.progress) page.fact("progress", progress_words(a, parameter, p.level + 1));
    uncertainty(page, a, p);
}

/// The level by what the publisher's own requirements ask.
void publisher(Page& page, const Assessment& a) {
    if (!a.publisher_level) return;
    std::size_t of = 0;
    std::size_t all = 0;
    for (const auto& cell : a.rubric->cells)
        for (const auto& requirement : cell.required) {
            ++all;
            of += is_publishers(requirement) ? 1 : 0;
        }
    page.fact("publisher's", fmt::format("level {}, by the {} of {} requirements that the model's "
                                         "publisher makes (published or interpreted)",
                                         *a.publisher_level, of, all));
}

/// The figures of a model beside its index.
void explain_figures(Page& page, const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    if (a.progress)
        page.fact("progress", fmt::format("{} of {} points of all level-{} requirements: {} %",
                                          a.progress->points, a.progress->of, a.level + 1,
                                          a.progress->percent()));
    page.fact("short of", short_of_words(a));
    page.fact("target", target_words(scored, index));
    page.fact("advised", advised_words(scored, index));
    uncertainty(page, a, a);
    if (a.deciding_all.size() > a.deciding.size())
        page.fact("range decided by", ids(a, a.deciding_all));
    publisher(page, a);
    page.fact("confirmed", confirmed_words(a));
    page.fact("completeness", fmt::format("{} of {} required practices that apply have an answer",
                                          a.answered, a.applicable));
    page.fact("recommended", fmt::format("{} of {} recommended practices that apply are met",
                                         a.recommended.met, a.recommended.of));
    page.fact("bar", word_for_points(a.bar));
}

void explain_overall(Page& page, const Scored& scored, std::size_t index) {
    const auto& a = scored.assessments[index];
    page.heading(fmt::format("{}  {}: {}", a.rubric->id, a.rubric->title, level_words(a)));
    if (const auto* rule = scored.out_of_scope[index])
        page.paragraph(fmt::format("Out of scope: {}", rule->because));
    page.paragraph("The overall level is the lowest level of a parameter.");
    std::string sum;
    int assessed = 0;
    for (std::uint32_t i = 0; i < a.parameters.size(); ++i) {
        const auto& p = a.parameters[i];
        const auto& id = a.rubric->catalogue->parameters[i].id;
        if (!p.assessed) {
            page.item(fmt::format("{}: not assessed, left out", id));
            continue;
        }
        auto part = std::to_string(p.level);
        if (p.progress && p.progress->points > 0)
            part += fmt::format(" {}/{}", p.progress->points, p.progress->of);
        page.item(fmt::format("{}: level {}{}{}", id, p.level,
                              p.progress ? fmt::format(", {} of {} points to the next",
                                                       p.progress->points, p.progress->of)
                                         : ", the top",
                              a.holds_back(i) ? "; holds the overall level back" : ""));
        sum += fmt::format("{}{}", sum.empty() ? "" : " + ", part);
        ++assessed;
    }
    page.heading("Figures");
    page.fact("index", fmt::format("({}) / {} = {}, rounded down; an index, never a level", sum,
                                   assessed, index_words(a.index_hundredths)));
    explain_figures(page, scored, index);
}

void explain_practice(Page& page, const Scored& scored, const Catalogue& catalogue,
                      PracticeIndex index) {
    const auto& about = catalogue.practices[index];
    page.heading(std::string(about.id));
    page.paragraph(about.statement);
    bool is_first = true;
    for (const auto& a : scored.assessments) {
        if (a.rubric->catalogue->id != catalogue.id) continue;
        if (is_first) {
            page.heading("Answer");
            page.item(points_words(a, index));
            for (const auto by : about.implied_by)
                page.item(
                    fmt::format("contained in {}: {}", practice(a, by).id, points_words(a, by)));
            page.heading("Requirements");
            is_first = false;
        }
        for (int level = 1; level <= a.rubric->top(); ++level)
            for (const auto& requirement : a.rubric->cell(about.parameter, level).required)
                if (requirement.practice == index)
                    page.item(fmt::format("{}: {}, needed: {} ({})", model_level(*a.rubric, level),
                                          !a.applies(requirement) ? "left out"
                                          : a.met(requirement)    ? "met"
                                                                  : "not met",
                                          word_for_points(a.needed(requirement)),
                                          a.needed(requirement)));
    }
}

/// `google`, `google.ci`, `google.ci.2`. False for anything else; a level of a model has no figure.
bool explain_dotted(Page& page, const Scored& scored, std::string_view what) {
    std::vector<const Rubric*> rubrics;
    for (const auto& a : scored.assessments) rubrics.push_back(a.rubric);
    const auto found = find_dotted(rubrics, what);
    if (!found || (found->level && !found->parameter)) return false;
    const auto& a = scored.assessments[found->rubric];
    if (!found->parameter)
        explain_overall(page, scored, found->rubric);
    else if (found->level)
        explain_cell(page, a, *found->parameter, *found->level);
    else
        explain_parameter(page, a, *found->parameter);
    return true;
}

}  // namespace

bool explain_answers(Page& page, const Scored& scored, std::string_view what) {
    if (what.empty()) {
        for (std::size_t i = 0; i < scored.assessments.size(); ++i)
            explain_overall(page, scored, i);
        return true;
    }
    bool explained = explain_dotted(page, scored, what);
    for (const auto* catalogue : scored.catalogues) {
        if (const auto index = find_practice(*catalogue, what)) {
            explain_practice(page, scored, *catalogue, *index);
            explained = true;
        }
        if (const auto parameter = find_parameter(*catalogue, what)) {
            for (const auto& a : scored.assessments)
                if (a.rubric->catalogue->id == catalogue->id)
                    explain_parameter(page, a, *parameter);
            explained = true;
        }
    }
    return explained;
}

}  // namespace mlops_assess
