#include "ask/question_text.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// What the sheet says today.
void show_answer(const Dialogue& dialogue, const Practice& practice, const AnswerSheet& sheet) {
    const auto* answer = sheet.find(practice.id);
    if (answer == nullptr) return;
    if (answer->rating != Rating::unanswered)
        dialogue.hanging("  Today: ",
                         fmt::format("{} (line {})", word(answer->rating), answer->place.line));
    if (!answer->note.empty()) dialogue.hanging("  Note: ", answer->note);
    if (!answer->owner.empty()) dialogue.hanging("  Owner: ", answer->owner);
    for (const auto evidence : answer->evidence) dialogue.hanging("  Evidence: ", evidence);
}

}  // namespace

bool offers_not_applicable(const Practice& practice) { return !practice.not_applicable.empty(); }

std::string keys_words(const Practice& practice) {
    return fmt::format(
        "n no, p partially, m mostly, f fully, {}u unknown, s skip, b back, e evidence, t note, "
        "o owner, ? more, q quit",
        offers_not_applicable(practice) ? "x not applicable, " : "");
}

void show_question(const Dialogue& dialogue, const Question& question, std::size_t number,
                   std::size_t more, const AnswerSheet& sheet) {
    const auto& practice = *question.practice;
    const auto& parameter = question.rubric->catalogue->parameters[practice.parameter];
    dialogue.blank();
    dialogue.say(more == 0 ? fmt::format("Question {}, the last one needed.", number)
                           : fmt::format("Question {}, at most {} more.", number, more));
    dialogue.say(
        fmt::format("{}{} ({})", parameter.title,
                    question.level > 0 ? ", " + model_level(*question.rubric, question.level) : "",
                    practice.id));
    dialogue.heading(practice.statement);
    if (!practice.why.empty()) dialogue.hanging("  Why: ", practice.why);
    for (const auto& each : answer_words()) {
        const bool is_na = each.rating == Rating::not_applicable;
        if (is_na && !offers_not_applicable(practice)) continue;
        auto meaning = std::string(each.meaning);
        if (is_na) meaning = fmt::format("when {}", practice.not_applicable);
        if (each.rating == Rating::fully)
            meaning = practice.success.empty()
                          ? "for all live models, routinely"
                          : fmt::format("for all live models: {}", practice.success);
        dialogue.hanging(fmt::format("  {}  {:<15}", is_na ? 'x' : each.word[0], each.word),
                         meaning);
    }
    show_answer(dialogue, practice, sheet);
}

void show_more(const Dialogue& dialogue, const Practice& practice) {
    if (!practice.guidance.empty()) dialogue.hanging("  How: ", practice.guidance);
    if (!practice.deliverable.empty()) dialogue.hanging("  Deliver: ", practice.deliverable);
    for (const auto example : practice.evidence) dialogue.hanging("  Evidence could be: ", example);
    dialogue.say("Where two answers fit, the lower one counts.");
    dialogue.hanging("Keys: ", keys_words(practice));
}

}  // namespace mlops_assess
