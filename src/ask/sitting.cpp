#include "ask/sitting.hpp"
#include "text/unicode.hpp"

#include "document/shape.hpp"
#include "report/phrases.hpp"

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

bool offers_not_applicable(const Practice& practice) { return !practice.not_applicable.empty(); }

/// What may be typed, in the order of the prompt.
std::string keys_words(const Practice& practice) {
    return fmt::format(
        "n no, p partially, m mostly, f fully, {}u unknown, s skip, b back, e evidence, t note, "
        "o owner, ? more, q quit",
        offers_not_applicable(practice) ? "x not applicable, " : "");
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
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

std::string change_words(const LevelRange& before, const LevelRange& after) {
    if (after.low == after.high && before.low != before.high)
        return fmt::format("is level {}", after.low);
    if (after.low != before.low) return fmt::format("is now level {}", after.low);
    if (after.high != before.high) return fmt::format("is now at most level {}", after.high);
    return {};
}

}  // namespace

Sitting::Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, Scope scope)
    : dialogue_(dialogue),
      file_(file),
      scope_(std::move(scope)),
      wanted_(wanted_models(models, scope_)),
      interview_(wanted_, scope_.overall ? Goal::overall_levels : Goal::parameter_levels) {
    interview_.only(scope_.parameter);
    take_answers();
}

void Sitting::take_answers() {
    for (const auto& question : asked_)
        interview_.answer(question.practice->id, Rating::unanswered);
    for (const auto& answer : file_.sheet().answers)
        interview_.answer(answer.practice, answer.rating);
}

bool Sitting::hold() {
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
        dialogue_.say(fmt::format(
            "{}: level {} of {}; {} of {} practices answered.", model_word(model.rubric->id),
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
        const auto key = lower(*line);
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
    if (scope_.parameter.empty() && scope_.only.empty()) return "Every level is exact now.";
    return "No further question can change a level that you asked for.";
}

std::size_t Sitting::to_come() const {
    if (scope_.full) return interview_.open().size();
    const auto deciding = interview_.at_most();
    return deciding > 0 ? deciding : interview_.rest().size();
}

void Sitting::show(const Question& question) const {
    const auto& practice = *question.practice;
    const auto& parameter = question.rubric->catalogue->parameters[practice.parameter];
    const auto with_this = std::max<std::size_t>(to_come(), 1);
    dialogue_.blank();
    dialogue_.say(
        with_this == 1
            ? fmt::format("Question {}, the last one needed.", asked_.size() + 1)
            : fmt::format("Question {}, at most {} more.", asked_.size() + 1, with_this - 1));
    dialogue_.say(fmt::format(
        "{}{} ({})", parameter.title,
        question.level > 0 ? ", " + model_level(question.rubric->id, question.level) : "",
        practice.id));
    dialogue_.heading(practice.statement);
    dialogue_.hanging("  Why: ", practice.why);
    for (const auto& each : answer_words()) {
        const bool is_na = each.rating == Rating::not_applicable;
        if (is_na && !offers_not_applicable(practice)) continue;
        auto meaning = std::string(each.meaning);
        if (is_na) meaning = fmt::format("when {}", practice.not_applicable);
        if (each.rating == Rating::fully)
            meaning = fmt::format("for all live models: {}", practice.success);
        dialogue_.hanging(fmt::format("  {}  {:<15}", is_na ? 'x' : each.word[0], each.word),
                          meaning);
    }
    show_answer(practice);
}

/// What the sheet says today.
void Sitting::show_answer(const Practice& practice) const {
    const auto* answer = file_.sheet().find(practice.id);
    if (answer == nullptr) return;
    if (answer->rating != Rating::unanswered)
        dialogue_.hanging("  Today: ",
                          fmt::format("{} (line {})", word(answer->rating), answer->place.line));
    if (!answer->note.empty()) dialogue_.hanging("  Note: ", answer->note);
    if (!answer->owner.empty()) dialogue_.hanging("  Owner: ", answer->owner);
    for (const auto evidence : answer->evidence) dialogue_.hanging("  Evidence: ", evidence);
}

void Sitting::show_more(const Practice& practice) const {
    if (!practice.guidance.empty()) dialogue_.hanging("  How: ", practice.guidance);
    dialogue_.hanging("  Deliver: ", practice.deliverable);
    for (const auto example : practice.evidence)
        dialogue_.hanging("  Evidence could be: ", example);
    dialogue_.say("Where two answers fit, the lower one counts.");
    dialogue_.hanging("Keys: ", keys_words(practice));
}

Sitting::Outcome Sitting::ask(const Question& question) {
    const auto& practice = *question.practice;
    show(question);
    const auto prompt = fmt::format("Answer n p m f{} u, or s b e t o ? q >",
                                    offers_not_applicable(practice) ? " x" : "");
    for (;;) {
        const auto line = dialogue_.ask(prompt);
        if (!line) return Outcome::stop;
        const auto key = lower(*line);
        if (key == "q") return Outcome::stop;
        if (key == "b") return Outcome::back;
        if (key == "?" || key == "h") {
            show_more(practice);
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
    tell_change(before);
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

std::vector<std::optional<Assessment>> Sitting::assessments() const {
    std::vector<std::optional<Assessment>> all;
    for (const auto& model : wanted_) all.push_back(assess(*model.rubric, file_.sheet(), {}));
    return all;
}

/// What an answer made of the levels.
void Sitting::tell_change(const std::vector<std::optional<Assessment>>& before) const {
    const auto after = assessments();
    std::vector<std::string> changes;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!before[i] || !after[i]) continue;
        const auto name = model_word(after[i]->rubric->id);
        for (std::uint32_t p = 0; p < after[i]->parameters.size(); ++p)
            if (const auto words = change_words(before[i]->parameters[p].possible,
                                                after[i]->parameters[p].possible);
                !words.empty())
                changes.push_back(fmt::format("{} {} {}", name, title(*after[i], p), words));
        if (const auto words = change_words(before[i]->possible, after[i]->possible);
            !words.empty())
            changes.push_back(fmt::format("{} overall {}", name, words));
    }
    dialogue_.say(changes.empty() ? "Saved." : fmt::format("Saved. {}.", fmt::join(changes, ", ")));
}

}  // namespace mlops_assess
