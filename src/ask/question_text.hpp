#pragma once

#include "assessment/interview.hpp"

#include "ask/dialogue.hpp"

#include <cstddef>
#include <string>

/// How a question about a practice is put.
namespace mlops_assess {

bool offers_not_applicable(const Practice& practice);

/// What may be typed, in the order of the prompt.
std::string keys_words(const Practice& practice);

/// The question, what every answer means, and what the sheet says today. `number` counts from 1;
/// `more` may follow.
void show_question(const Dialogue& dialogue, const Question& question, std::size_t number,
                   std::size_t more, const AnswerSheet& sheet);

/// What helps with an answer.
void show_more(const Dialogue& dialogue, const Practice& practice);

}  // namespace mlops_assess
