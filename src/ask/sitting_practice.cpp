#include "ask/answer_edits.hpp"
#include "ask/questions.hpp"
#include "ask/sitting.hpp"
#include "document/shape.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <utility>

/// A sitting's questions about practices.
namespace mlops_assess {
namespace {

std::optional<Rating> rating_of(std::string_view key) {
    if (key == "n") return Rating::no;
    if (key == "p") return Rating::partially;
    if (key == "m") return Rating::mostly;
    if (key == "f") return Rating::fully;
    if (key == "x") return Rating::not_applicable;
    if (key == "u") return Rating::unanswered;
    // Enter is no answer, though an empty one in a sheet is.
    return key.empty() ? std::nullopt : rating_from_word(key);
}

KeyPath path(const Practice& practice, const char* key) {
    return {"answers", std::string(practice.id), key};
}

/// Typed for a text, a key of the dialogue is no text.
bool is_key(std::string_view text) { return text == "b" || text == "q" || text == "?"; }

}  // namespace

StepOutcome Sitting::ask(const Question& question) {
    const auto& practice = *question.practice;
    show_question(dialogue_, question, agenda_.count(question, file_.sheet()), file_.sheet(),
                  {!std::exchange(explained_, true), agenda_.scope().review,
                   agenda_.is_undated(practice.id, file_.sheet())});
    for (;;) {
        const auto line = dialogue_.ask("Answer >");
        if (!line) return StepOutcome::stop;
        const auto key = lower_case(*line);
        if (key == "q") return StepOutcome::stop;
        if (key == "b") return StepOutcome::back;
        if (key == "?" || key == "h") {
            show_more(dialogue_, practice, file_.sheet());
        } else if (key == "e" || key == "t" || key == "o") {
            if (!say_more(practice, key[0])) return StepOutcome::stop;
        } else if (key == "s") {
            dialogue_.say("Skipped.");
            return StepOutcome::passed;
        } else if (key.empty() && file_.sheet().has_answer(practice.id)) {
            return keep(practice);
        } else if (const auto rating = rating_of(key)) {
            if (*rating == Rating::not_applicable && !offers_not_applicable(practice)) {
                dialogue_.say(
                    "Not applicable is not offered here: this practice applies to every team. "
                    "Answer n, p, m or f; u if nobody knows.");
                continue;
            }
            if (const auto outcome = answer(practice, *rating)) return *outcome;
        } else {
            if (!key.empty()) dialogue_.say(fmt::format("\"{}\" is no key here.", *line));
            show_keys(dialogue_, practice, file_.sheet());
        }
    }
}

/// A review makes an answer one of today; otherwise it stays as it is.
StepOutcome Sitting::keep(const Practice& practice) {
    if (!agenda_.scope().review) return StepOutcome::forward;
    const auto changes = [&](const AnswerSheet& sheet) {
        return keep_edits(sheet, practice.id, today_);
    };
    if (!save_answer(practice, changes)) return StepOutcome::passed;
    dialogue_.say("Kept.");
    return trail_.here() != nullptr ? StepOutcome::forward : StepOutcome::done;
}

/// None when no answer came of it.
std::optional<StepOutcome> Sitting::answer(const Practice& practice, Rating rating) {
    std::string reason;
    if (rating == Rating::not_applicable) {
        const auto said = ask_reason(practice);
        if (!said) return StepOutcome::stop;
        const auto* before = file_.sheet().find(practice.id);
        if (said->empty() && (before == nullptr || is_blank(before->note))) {
            dialogue_.say("Not applicable needs a reason. Nothing was changed.");
            return std::nullopt;
        }
        if (is_key(*said)) {
            dialogue_.say("Nothing was changed.");
            return std::nullopt;
        }
        reason = *said;
    }
    const auto edits = [&](const AnswerSheet& sheet) {
        auto all = answer_edits(sheet, practice.id, rating, today_);
        if (!reason.empty()) all.push_back({path(practice, "note"), reason, Put::text});
        return all;
    };
    const auto before = assessments();
    if (!save_answer(practice, edits)) return StepOutcome::passed;
    const auto changes = level_changes(before, assessments());
    dialogue_.say(changes.empty() ? "Saved." : fmt::format("Saved. {}.", fmt::join(changes, ", ")));
    return rating == Rating::unanswered ? StepOutcome::passed : StepOutcome::done;
}

/// Why a practice is not applicable; empty to keep the note. None at the end of the input.
std::optional<std::string> Sitting::ask_reason(const Practice& practice) {
    const auto* before = file_.sheet().find(practice.id);
    const bool has_note = before != nullptr && !is_blank(before->note);
    dialogue_.hanging("Legitimate when: ", practice.not_applicable);
    return dialogue_.ask_text(has_note ? "Reason (Enter keeps the note, b back) >"
                                       : "Reason (b back) >");
}

/// Evidence, note or owner. False at the end of the input.
bool Sitting::say_more(const Practice& practice, char key) {
    const auto prompt = key == 'e'   ? "Evidence, a link or a file >"
                        : key == 't' ? "Note >"
                                     : "Owner >";
    const auto text = dialogue_.ask_text(prompt);
    if (!text) return false;
    if (text->empty() || is_key(*text)) {
        dialogue_.say("Nothing was changed.");
        return true;
    }
    std::vector<SheetEdit> edits = {{path(practice, "answer"), "unknown", Put::start}};
    if (key == 'e')
        edits.push_back({path(practice, "evidence"), *text, Put::item});
    else
        edits.push_back({path(practice, key == 't' ? "note" : "owner"), *text, Put::text});
    if (save(edits)) dialogue_.say("Saved. The question still waits for its answer.");
    return true;
}

/// Saves an answer of today, and tells what becomes of answers without a day when the sheet gets
/// today's.
bool Sitting::save_answer(const Practice& practice, const SheetFile::Changes& changes) {
    const auto undated = undated_answers(file_.sheet(), practice.id);
    const auto so_far = std::string(file_.sheet().date);
    if (!save(changes)) return false;
    if (so_far > today_)
        dialogue_.say(fmt::format("The sheet was dated {}, after today; it is of today now.",
                                  date_words(so_far)));
    if (undated == 0 || so_far == today_) return true;
    if (so_far.empty())
        dialogue_.say(
            fmt::format("The sheet had no date. Answers without one ({}) count as of today "
                        "from now on.",
                        undated));
    else
        dialogue_.say(
            fmt::format("The sheet is of today now; {} without a date got that of the "
                        "sheet so far, {}.",
                        counted(undated, "answer"), date_words(so_far)));
    return true;
}

bool Sitting::save(const std::vector<SheetEdit>& edits) {
    return save([&](const AnswerSheet&) { return edits; });
}

bool Sitting::save(const SheetFile::Changes& changes) {
    const auto wrong = file_.save(changes);
    if (wrong.empty()) return true;
    saved_all_ = false;
    dialogue_.say(fmt::format("Not saved: {}: {}.", file_.name(), wrong));
    return false;
}

Assessments Sitting::assessments() const {
    Assessments all;
    for (const auto& model : agenda_.models())
        all.push_back(assess(*model.rubric, file_.sheet(), {}));
    return all;
}

}  // namespace mlops_assess
