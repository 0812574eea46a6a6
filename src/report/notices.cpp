#include "report/notices.hpp"

#include "assessment/target.hpp"
#include "report/phrases.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <functional>

namespace mlops_assess {
namespace {

/// What the sheet says differently from how it counts.
void note_answers(const Assessment& a, std::vector<Notice>& notices) {
    const auto& practices = a.rubric->catalogue->practices;
    for (PracticeIndex i = 0; i < practices.size(); ++i) {
        const auto& state = a.practices[i];
        if (state.answer == nullptr) continue;
        if (state.answer->na_not_offered)
            notices.push_back({DiagnosticId::na_not_offered,
                               fmt::format("{}: not-applicable is not offered, so it counts as "
                                           "unanswered",
                                           name_words(practices[i])),
                               state.answer->place});
        if (state.answered() && state.effective > state.own)
            notices.push_back({DiagnosticId::credited,
                               fmt::format("{}: answered {}", name_words(practices[i]),
                                           answer_words(*a.rubric->catalogue, state)),
                               state.answer->place});
    }
}

/// `"pace: daily"`, as the sheet has it.
std::string fact_of(const ContextQuestion& question, const AnswerSheet& sheet) {
    return fmt::format("\"{}: {}\"", question.id, fact_words(*sheet.fact(question.id)));
}

/// Facts that do not fit the level that the answers lead to.
void note_contradictions(const Assessment& a, const AnswerSheet& sheet,
                         std::vector<Notice>& notices) {
    const auto& catalogue = *a.rubric->catalogue;
    for (const auto& rule : catalogue.contradictions) {
        const auto names = [&](List<ModelLevel> levels, int level, auto fits) {
            return std::any_of(levels.begin(), levels.end(), [&](const ModelLevel& each) {
                return each.model == a.rubric->id && fits(level, each.level);
            });
        };
        // Only what no open answer can change.
        const bool level_is_named = names(rule.at_least, a.possible.low, std::greater_equal<>()) ||
                                    names(rule.at_most, a.possible.high, std::less_equal<>());
        if (!level_is_named || rule.when.empty() || !all_hold(catalogue, rule.when, sheet))
            continue;
        const auto& question = catalogue.context[rule.when.front().question];
        notices.push_back({DiagnosticId::contradiction,
                           fmt::format("{} does not fit {}: {}", model_level(*a.rubric, a.level),
                                       fact_of(question, sheet), rule.because),
                           sheet.fact(question.id)->place});
    }
}

/// Not-applicable answers that the facts do not fit.
void note_contradicted_answers(const Catalogue& catalogue, const AnswerSheet& sheet,
                               std::vector<Notice>& notices) {
    for (const auto& rule : catalogue.contradictions) {
        if (rule.not_applicable.empty() || rule.when.empty() ||
            !all_hold(catalogue, rule.when, sheet))
            continue;
        const auto fact = fact_of(catalogue.context[rule.when.front().question], sheet);
        for (const auto index : rule.not_applicable) {
            const auto* answer = sheet.find(catalogue.practices[index].id);
            if (answer != nullptr && answer->rating == Rating::not_applicable)
                notices.push_back(
                    {DiagnosticId::contradiction,
                     fmt::format("{}: not-applicable does not fit {}: {}",
                                 name_words(catalogue.practices[index]), fact, rule.because),
                     answer->place});
        }
    }
}

/// Answers by a word that says less than `fully`, told once and together.
void note_yes(const AnswerSheet& sheet, std::vector<Notice>& notices) {
    std::size_t count = 0;
    std::optional<Place> first;
    for (const auto& answer : sheet.answers) {
        if (!answer.said_yes) continue;
        ++count;
        if (!first || answer.place < *first) first = answer.place;
    }
    if (count > 0)
        notices.push_back({DiagnosticId::said_yes,
                           fmt::format("{} {} yes or true, taken as fully",
                                       counted(count, "answer"), count == 1 ? "says" : "say"),
                           first});
}

/// Answers that no loaded rubric uses, told once and together.
void note_unused(const Models& models, const AnswerSheet& sheet,
                 const std::vector<PracticeSet>& used, std::vector<Notice>& notices) {
    std::vector<std::pair<Place, std::string>> unused;
    const auto add = [&](const Practice& practice) {
        const auto* answer = sheet.find(practice.id);
        if (answer != nullptr && answer->rating != Rating::unanswered)
            unused.emplace_back(answer->place, name_words(practice));
    };
    for (std::size_t c = 0; c < models.catalogues.size(); ++c) {
        const auto& catalogue = *models.catalogues[c];
        for (PracticeIndex i = 0; i < catalogue.practices.size(); ++i)
            if (!used[c].contains(i)) add(catalogue.practices[i]);
    }
    if (const auto* shipped = models.not_loaded())
        for (const auto& practice : shipped->practices) add(practice);
    if (unused.empty()) return;
    std::vector<std::string> names;
    for (const auto& [place, name] : unused) names.push_back(name);
    notices.push_back(
        {DiagnosticId::unused_answers,
         fmt::format("{} {} not used by the loaded rubrics: {}", unused.size(),
                     unused.size() == 1 ? "answer is" : "answers are", some_of(names)),
         unused.front().first});
}

}  // namespace

std::vector<PracticeSet> used_practices(const std::vector<const Catalogue*>& catalogues,
                                        const std::vector<Assessment>& assessments) {
    std::vector<PracticeSet> all;
    for (const auto* catalogue : catalogues) {
        PracticeSet used(catalogue->practices.size());
        for (const auto& a : assessments) {
            if (a.rubric->catalogue->id != catalogue->id) continue;
            for (const auto& cell : a.rubric->cells) {
                for (const auto& requirement : cell.required) used.insert(requirement.practice);
                for (const auto practice : cell.recommended) used.insert(practice);
            }
        }
        for (const auto& rule : catalogue->must_have)
            for (const auto practice : rule.practices) used.insert(practice);
        all.push_back(with_implying(*catalogue, std::move(used)));
    }
    return all;
}

std::vector<Notice> notices(const Models& models, const std::vector<Assessment>& assessments,
                            const AnswerSheet& sheet, const std::vector<PracticeSet>& used) {
    std::vector<Notice> notices;
    for (const auto* catalogue : models.catalogues)
        note_answers(*std::find_if(assessments.begin(), assessments.end(),
                                   [&](const Assessment& each) {
                                       return each.rubric->catalogue->id == catalogue->id;
                                   }),
                     notices);
    for (const auto& a : assessments) note_contradictions(a, sheet, notices);
    for (const auto* catalogue : models.catalogues)
        note_contradicted_answers(*catalogue, sheet, notices);
    note_yes(sheet, notices);
    note_unused(models, sheet, used, notices);
    return notices;
}

void tell_notices(const Scored& scored, Diagnostics& diagnostics) {
    for (const auto& notice : scored.notices)
        if (kind(notice.id).severity == Severity::notice)
            diagnostics.add(notice.id, *scored.sheet.source, notice.place, notice.message);
}

}  // namespace mlops_assess
