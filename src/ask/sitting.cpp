#include "ask/sitting.hpp"

#include "ask/question_text.hpp"
#include "document/shape.hpp"
#include "report/phrases.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::vector<WantedModel> wanted_models(const Models& models, const Scope& scope) {
    std::vector<WantedModel> wanted;
    for (const auto* rubric : models.rubrics) {
        if (scope.only.empty()) wanted.push_back({rubric, rubric->bar, rubric->top()});
        for (const auto& [model, level] : scope.only)
            if (model == rubric->id) wanted.push_back({rubric, rubric->bar, level});
    }
    return wanted;
}

std::optional<Question> first(const std::vector<Question>& questions) {
    return questions.empty() ? std::nullopt : std::optional(questions.front());
}

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

}  // namespace

Sitting::Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, Scope scope)
    : dialogue_(dialogue),
      file_(file),
      scope_(std::move(scope)),
      wanted_(wanted_models(models, scope_)),
      interview_(wanted_, scope_.overall ? Goal::overall_levels : Goal::parameter_levels) {
    interview_.only(scope_.parameters);
    take_answers();
}

void Sitting::take_answers() {
    for (const auto& question : asked_)
        interview_.answer(question.practice->id, Rating::unanswered);
    for (const auto& answer : file_.sheet().answers)
        interview_.answer(answer.practice, answer.rating);
}

bool Sitting::hold() {
    if (!ask_named()) return false;
    if (!scope_.practices.empty() && scope_.parameters.empty()) return true;
    if (scope_.full) {
        if (!ask_all([&] { return first(interview_.open()); })) return false;
        dialogue_.blank();
        dialogue_.say("That was the last open question.");
        return true;
    }
    if (!ask_all([&] { return interview_.next(); })) return false;
    return ask_rest();
}

void Sitting::tell_result() const {
    for (const auto& model : wanted_) {
        const auto a = assess(*model.rubric, file_.sheet(), {});
        if (!a) continue;
        const auto& [low, high] = a->possible;
        dialogue_.say(
            fmt::format("{}: level {} of {}; {} of {} practices answered.", model.rubric->label,
                        low == high ? std::to_string(low) : fmt::format("{} to {}", low, high),
                        model.rubric->top(), a->answered, a->applicable));
    }
}

template <typename Next>
bool Sitting::ask_all(Next next) {
    std::optional<Question> again;
    for (;;) {
        const auto question = again ? again : next();
        if (!question) return true;
        again.reset();
        switch (ask(*question)) {
            case Outcome::answered:
            case Outcome::passed: asked_.push_back(*question); break;
            case Outcome::back:
                again = asked_.empty() ? question : asked_.back();
                if (asked_.empty())
                    dialogue_.say("This is the first question.");
                else
                    asked_.pop_back();
                interview_.unpass(again->practice->id);
                break;
            case Outcome::stop: return false;
        }
    }
}

/// The practices that were named, whatever is known of them.
bool Sitting::ask_named() {
    return ask_all([&]() -> std::optional<Question> {
        for (const auto& question : scope_.practices)
            if (std::ranges::none_of(asked_, [&](const Question& each) {
                    return each.practice == question.practice;
                }))
                return question;
        return std::nullopt;
    });
}

/// What is left in the cells of the next levels.
bool Sitting::ask_rest() {
    const auto rest = interview_.rest();
    dialogue_.blank();
    dialogue_.say(end_words());
    if (rest.empty() || scope_.overall) return true;
    dialogue_.say(fmt::format("To make the progress and the next milestones exact: {}.",
                              counted(rest.size(), "question")));
    for (;;) {
        const auto line = dialogue_.ask("Go on? y yes, n no >");
        if (!line) return false;
        const auto key = lower_case(*line);
        if (key.empty() || key == "n" || key == "no" || key == "q") return true;
        if (key == "y" || key == "yes") break;
        dialogue_.say("Please type y or n.");
    }
    return ask_all([&] { return first(interview_.rest()); });
}

std::string Sitting::end_words() const {
    if (interview_.passed_any())
        return "No further question can change a level. What you skipped stays open.";
    if (scope_.overall) return "The overall levels are exact now.";
    if (scope_.parameters.empty() && scope_.only.empty()) return "Every level is exact now.";
    return "No further question can change a level that you asked for.";
}

std::size_t Sitting::to_come() const {
    if (scope_.parameters.empty() && asked_.size() < scope_.practices.size())
        return scope_.practices.size() - asked_.size();
    if (scope_.full) return interview_.open().size();
    const auto deciding = interview_.at_most();
    return deciding > 0 ? deciding : interview_.rest().size();
}

Sitting::Outcome Sitting::ask(const Question& question) {
    const auto& practice = *question.practice;
    show_question(dialogue_, question, asked_.size() + 1, std::max<std::size_t>(to_come(), 1) - 1,
                  file_.sheet());
    const auto prompt = fmt::format("Answer n p m f{} u, or s b e t o ? q >",
                                    offers_not_applicable(practice) ? " x" : "");
    for (;;) {
        const auto line = dialogue_.ask(prompt);
        if (!line) return Outcome::stop;
        const auto key = lower_case(*line);
        if (key == "q") return Outcome::stop;
        if (key == "b") return Outcome::back;
        if (key == "?" || key == "h") {
            show_more(dialogue_, practice);
        } else if (key == "e" || key == "t" || key == "o") {
            if (!say_more(practice, key[0])) return Outcome::stop;
        } else if (key == "s") {
            interview_.pass(practice.id);
            dialogue_.say("Skipped.");
            return Outcome::passed;
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
            dialogue_.hanging("Keys: ", keys_words(practice));
        }
    }
}

/// None when no answer came of it.
std::optional<Sitting::Outcome> Sitting::answer(const Practice& practice, Rating rating) {
    const auto word_in_file = rating == Rating::unanswered ? "unknown" : word(rating);
    std::vector<SheetEdit> edits = {{path(practice, "answer"), std::string(word_in_file)}};
    if (rating == Rating::not_applicable) {
        const auto reason = ask_reason(practice);
        if (!reason) return Outcome::stop;
        const auto* today = file_.sheet().find(practice.id);
        if (!reason->empty()) {
            edits.push_back({path(practice, "note"), *reason, Put::text});
        } else if (today == nullptr || is_blank(today->note)) {
            dialogue_.say("Not applicable needs a reason. Nothing was changed.");
            return std::nullopt;
        }
    }
    const auto before = assessments();
    if (!save(edits)) {
        interview_.pass(practice.id);
        return Outcome::passed;
    }
    const auto changes = level_changes(before, assessments());
    dialogue_.say(changes.empty() ? "Saved." : fmt::format("Saved. {}.", fmt::join(changes, ", ")));
    if (rating != Rating::unanswered) return Outcome::answered;
    interview_.pass(practice.id);
    return Outcome::passed;
}

/// Why a practice is not applicable; empty to keep the note. None at the end of the input.
std::optional<std::string> Sitting::ask_reason(const Practice& practice) {
    const auto* today = file_.sheet().find(practice.id);
    const bool has_note = today != nullptr && !is_blank(today->note);
    dialogue_.hanging("Legitimate when: ", practice.not_applicable);
    return dialogue_.ask_text(has_note ? "Reason (Enter keeps the note) >" : "Reason >");
}

/// Evidence, note or owner. False at the end of the input.
bool Sitting::say_more(const Practice& practice, char key) {
    const auto prompt = key == 'e'   ? "Evidence, a link or a file >"
                        : key == 't' ? "Note >"
                                     : "Owner >";
    const auto text = dialogue_.ask_text(prompt);
    if (!text) return false;
    if (text->empty()) {
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

bool Sitting::save(const std::vector<SheetEdit>& edits) {
    const auto wrong = file_.save(edits);
    take_answers();
    if (wrong.empty()) return true;
    saved_all_ = false;
    dialogue_.say(fmt::format("Not saved: {}: {}.", file_.name(), wrong));
    return false;
}

Assessments Sitting::assessments() const {
    Assessments all;
    for (const auto& model : wanted_) all.push_back(assess(*model.rubric, file_.sheet(), {}));
    return all;
}

}  // namespace mlops_assess
