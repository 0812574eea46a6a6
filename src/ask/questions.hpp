#pragma once

#include "ask/dialogue.hpp"
#include "ask/step.hpp"

/// What stands on the screen when something is asked: one screen of 80 columns and 24 lines, as far
/// as can be.
namespace mlops_assess {

bool offers_not_applicable(const Practice& practice);

/// Says what the keys of a question about a practice do.
void show_keys(const Dialogue& dialogue, const Practice& practice, const AnswerSheet& sheet);

struct QuestionLook {
    bool meanings;  ///< with what the answers mean, as at the first question
    bool reviews;   ///< counts what is reviewed
    bool undated;   ///< the answer had no day before this sitting
};
void show_question(const Dialogue& dialogue, const Question& question, const Count& count,
                   const AnswerSheet& sheet, const QuestionLook& look);
/// All that there is to know of the practice, and all that the sheet says of it.
void show_more(const Dialogue& dialogue, const Practice& practice, const AnswerSheet& sheet);

/// What answers a question about the team.
std::string expected_words(const ContextQuestion& question);
void show_fact(const Dialogue& dialogue, const AboutTeam& about, const Count& count,
               const AnswerSheet& sheet);
void show_more(const Dialogue& dialogue, const AboutTeam& about);

/// `Advice: Microsoft 2, Google 1; your target: Microsoft 1.`
std::string advice_words(const AimAt& aim, const Models& models, const AnswerSheet& sheet);
/// Why these levels are advised.
void show_more(const Dialogue& dialogue, const AimAt& aim, const Models& models);

}  // namespace mlops_assess
