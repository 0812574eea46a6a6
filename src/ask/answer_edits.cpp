#include "ask/answer_edits.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

KeyPath path(Text practice, const char* key) { return {"answers", std::string(practice), key}; }

bool is_undated(const Answer& answer) { return answer.date.empty() && answer.is_given(); }

/// The sheet is of today. Answers without a day of their own were given on its day so far, and must
/// not grow younger with it.
void add_sheet_date(const AnswerSheet& sheet, Text given, const std::string& today,
                    std::vector<SheetEdit>& edits) {
    if (sheet.date == today) return;
    edits.push_back({{"date"}, today});
    if (sheet.date.empty()) return;
    for (const auto& answer : sheet.answers)
        if (is_undated(answer) && answer.practice != given)
            edits.push_back({path(answer.practice, "date"), std::string(sheet.date)});
}

}  // namespace

std::vector<SheetEdit> answer_edits(const AnswerSheet& sheet, Text practice, Rating rating,
                                    const std::string& today) {
    const auto* before = sheet.find(practice);
    std::vector<SheetEdit> edits;
    add_sheet_date(sheet, practice, today, edits);
    const auto said = rating == Rating::unanswered ? Text("unknown") : word(rating);
    edits.push_back({path(practice, "answer"), std::string(said)});
    edits.push_back({path(practice, "date"), today});
    if (before == nullptr) return edits;
    if (!before->confirmed_by.empty() && before->rating != rating)
        edits.push_back({path(practice, "confirmed_by"), {}, Put::remove});
    if (before->source == "scan") edits.push_back({path(practice, "source"), {}, Put::remove});
    return edits;
}

std::vector<SheetEdit> keep_edits(const AnswerSheet& sheet, Text practice,
                                  const std::string& today) {
    const auto* answer = sheet.find(practice);
    std::vector<SheetEdit> edits;
    if (answer == nullptr) return edits;
    add_sheet_date(sheet, practice, today, edits);
    edits.push_back({path(practice, "date"), today});
    if (answer->source == "scan") edits.push_back({path(practice, "source"), {}, Put::remove});
    return edits;
}

std::size_t undated_answers(const AnswerSheet& sheet, Text given) {
    return static_cast<std::size_t>(std::ranges::count_if(sheet.answers, [&](const Answer& answer) {
        return is_undated(answer) && answer.practice != given;
    }));
}

}  // namespace mlops_assess
