#pragma once

#include "model/answers.hpp"
#include "model/sheet_edit.hpp"

#include <string>
#include <vector>

/// What an answer changes in its sheet. `today` is an ISO date.
namespace mlops_assess {

/// An answer is given: its word and its day. Where the word is another than before, nobody has
/// confirmed it yet. It is a person's, so no machine's draft any more.
std::vector<SheetEdit> answer_edits(const AnswerSheet& sheet, Text practice, Rating rating,
                                    const std::string& today);

/// An answer is kept: it is of today, and a person's.
std::vector<SheetEdit> keep_edits(const AnswerSheet& sheet, Text practice,
                                  const std::string& today);

/// How many answers but the given one have no day of their own, and count as of the sheet's.
std::size_t undated_answers(const AnswerSheet& sheet, Text given);

}  // namespace mlops_assess
