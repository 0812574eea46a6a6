#include "ask/questions.hpp"

#include "model/load.hpp"
#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t most_lines = 24;
constexpr std::size_t lines_below = 1;  ///< the prompt

/// What a question says, a part for each thing. The last parts that may be left out are, until the
/// rest fits.
class Screen {
  public:
    explicit Screen(const Dialogue& dialogue) : dialogue_(dialogue), width_(dialogue.width()) {}

    void add(std::string_view first, std::string_view text) {
        parts_.push_back({hang(first, visible(text), width_), {}, false});
    }
    /// What `?` tells, too.
    void add_optional(std::string_view first, std::string_view text) {
        parts_.push_back({hang(first, visible(text), width_), {}, true});
    }
    void add_heading(std::string_view text) {
        parts_.push_back({hang("", visible(text), width_), std::string(text), false});
    }
    void add_lines(std::string lines) { parts_.push_back({std::move(lines), {}, false}); }
    void add_blank() { parts_.push_back({"\n", {}, false}); }
    /// At most two lines of a text that may be long.
    void add_cut(std::string_view first, std::string_view text, bool optional) {
        constexpr std::string_view more = " ... (? shows all)";
        const auto most = 2 * (width_ - first.size()) - more.size() - 10;
        auto shown = visible(text);
        std::ranges::replace(shown, '\n', ' ');
        if (display_width(shown) > most) shown = cut_at_word(shown, most) + std::string(more);
        parts_.push_back({hang(first, shown, width_), {}, optional});
    }

    void print() {
        for (auto part = parts_.rbegin(); part != parts_.rend() && lines() > most_lines; ++part)
            if (part->is_optional) part->text.clear();
        dialogue_.blank();
        for (const auto& part : parts_)
            if (part.heading.empty())
                dialogue_.show(part.text);
            else
                dialogue_.heading(part.heading);
    }

  private:
    struct Part {
        std::string text;
        std::string heading;  ///< as it is given; empty where it is none
        bool is_optional;
    };

    std::size_t lines() const {
        std::ptrdiff_t count = 1;
        for (const auto& part : parts_) count += std::ranges::count(part.text, '\n');
        return static_cast<std::size_t>(count) + lines_below;
    }

    static std::string cut_at_word(const std::string& text, std::size_t width) {
        auto shorter = cut(text, width);
        const auto blank = shorter.find_last_of(' ');
        return blank == std::string::npos ? shorter : shorter.substr(0, blank);
    }

    const Dialogue& dialogue_;
    std::size_t width_;
    std::vector<Part> parts_;
};

std::string count_words(const Count& count, bool reviews) {
    const auto done = reviews ? "reviewed" : "answered so far";
    if (count.left == 0) return fmt::format("{} {}, none left.", count.answered, done);
    return fmt::format("{} {}, {}{} left.", count.answered, done, reviews ? "" : "at most ",
                       count.left);
}

std::string header_words(const Question& question) {
    const auto& parameter = question.rubric->catalogue->parameters[question.parameter];
    const auto level =
        question.level > 0 ? ", " + model_level(*question.rubric, question.level) : "";
    return fmt::format("{}{} ({})", parameter.title, level, question.practice->id);
}

/// Why a practice is asked that the level does not require itself.
std::string reason_words(const Question& question, const AnswerSheet& sheet) {
    const auto& contained = *question.contained;
    const auto name = deliverable_words(contained);
    const auto* answer = sheet.find(contained.id);
    if (answer == nullptr || !answer->is_given())
        return fmt::format("it contains \"{}\"; if you do this, that is not asked.", name);
    return fmt::format(
        "it contains \"{}\", where you said {}; if you do this, that counts as done.", name,
        word(answer->rating));
}

/// The words, each with what it means: for any practice, or also where it does not apply.
std::string meanings(std::size_t width, bool whole) {
    std::string lines;
    for (const auto& each : answer_words()) {
        const bool is_na = each.rating == Rating::not_applicable;
        if (is_na && !whole) continue;
        lines += hang(
            fmt::format("  {}  {:<{}}", is_na ? 'x' : each.word[0], each.word, whole ? 15 : 10),
            each.meaning, width);
    }
    return lines + hang(whole ? "  " : "", "Where two fit, the lower one counts.", width);
}

void add_answer(Screen& screen, const AnswerSheet& sheet, const Answer& answer,
                const QuestionLook& look) {
    const auto day = look.undated ? "" : date_words(sheet.day_of(answer));
    if (answer.is_given())
        screen.add("  Now    ", fmt::format("{}{}{} (line {})", word(answer.rating),
                                            day.empty() ? ", no date" : ", " + day,
                                            answer.source == "scan" ? ", found by scan" : "",
                                            answer.place.line));
    if (!answer.note.empty()) screen.add_cut("  Note   ", answer.note, look.meanings);
    if (!answer.owner.empty()) screen.add_optional("  Owner  ", answer.owner);
    if (!answer.confirmed_by.empty()) screen.add_optional("  Confirmed by ", answer.confirmed_by);
    if (!answer.evidence.empty())
        screen.add_cut("  Proof  ", fmt::format("{}", fmt::join(answer.evidence, ", ")),
                       look.meanings);
}

/// Words with commas between, none of them broken.
std::string listed(std::string_view first, const std::vector<std::string>& words,
                   std::size_t width) {
    std::string lines;
    std::string line(first);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = words[i] + (i + 1 < words.size() ? "," : "");
        if (line.size() + 1 + word.size() > width) {
            lines += line + "\n";
            line = std::string(first.size(), ' ');
        }
        line += (line.ends_with(' ') ? "" : " ") + word;
    }
    return lines + line + "\n";
}

std::string keys(const Practice& practice, const AnswerSheet& sheet, std::size_t width) {
    std::vector<std::string> words = {"n no", "p partially", "m mostly", "f fully"};
    if (offers_not_applicable(practice)) words.emplace_back("x not applicable");
    words.insert(words.end(),
                 {"u unknown", "s skip", "b back", "e evidence", "t note", "o owner", "? explain"});
    if (sheet.has_answer(practice.id)) words.emplace_back("Enter keep");
    words.emplace_back("q quit");
    return listed("  Keys   ", words, width);
}

std::string fact_value(const Fact& fact) {
    if (fact.kind == ContextKind::boolean) return fact.boolean ? "yes" : "no";
    return fact_words(fact);
}

}  // namespace

bool offers_not_applicable(const Practice& practice) { return !practice.not_applicable.empty(); }

void show_keys(const Dialogue& dialogue, const Practice& practice, const AnswerSheet& sheet) {
    dialogue.show(keys(practice, sheet, dialogue.width()));
}

void show_question(const Dialogue& dialogue, const Question& question, const Count& count,
                   const AnswerSheet& sheet, const QuestionLook& look) {
    const auto& practice = *question.practice;
    const auto* answer = sheet.find(practice.id);
    Screen screen(dialogue);
    if (look.meanings) {
        screen.add("", "What the answers mean; ? says it again:");
        screen.add_lines(meanings(dialogue.width(), false));
        screen.add_blank();
    }
    screen.add("", count_words(count, look.reviews));
    screen.add("", header_words(question));
    screen.add_heading(practice.statement);
    if (question.contained != nullptr) screen.add("  Asked since ", reason_words(question, sheet));
    if (!practice.contrast.empty()) screen.add("  Mind   ", practice.contrast);
    if (!practice.success.empty()) screen.add("  Fully  ", practice.success);
    if (offers_not_applicable(practice))
        screen.add("  N/a    ", "when " + std::string(practice.not_applicable));
    if (!practice.why.empty()) screen.add_optional("  Why    ", practice.why);
    if (answer != nullptr) add_answer(screen, sheet, *answer, look);
    screen.add_lines(keys(practice, sheet, dialogue.width()));
    screen.print();
}

void show_more(const Dialogue& dialogue, const Practice& practice, const AnswerSheet& sheet) {
    dialogue.show(meanings(dialogue.width(), true));
    if (!practice.why.empty()) dialogue.hanging("  Why: ", practice.why);
    if (!practice.guidance.empty()) dialogue.hanging("  How: ", practice.guidance);
    if (!practice.deliverable.empty()) dialogue.hanging("  Deliver: ", practice.deliverable);
    for (const auto example : practice.evidence) dialogue.hanging("  Evidence could be: ", example);
    if (const auto* answer = sheet.find(practice.id)) {
        if (!answer->note.empty()) dialogue.hanging("  Your note: ", answer->note);
        if (!answer->owner.empty()) dialogue.hanging("  Owner: ", answer->owner);
        if (!answer->confirmed_by.empty())
            dialogue.hanging("  Confirmed by: ", answer->confirmed_by);
        for (const auto evidence : answer->evidence)
            dialogue.hanging("  Your evidence: ", evidence);
    }
}

std::string expected_words(const ContextQuestion& question) {
    switch (question.kind) {
        case ContextKind::boolean: return "y yes, n no";
        case ContextKind::number: return "a whole number";
        case ContextKind::one_of: break;
    }
    std::string words;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        words += fmt::format("{}{} {}", i == 0 ? "" : ", ", i + 1, question.options[i]);
    return words;
}

void show_fact(const Dialogue& dialogue, const AboutTeam& about, const Count& count,
               const AnswerSheet& sheet) {
    const auto& question = about.question();
    Screen screen(dialogue);
    screen.add("", "About the team: " + count_words(count, false));
    screen.add_heading(question.text);
    const auto* fact = sheet.fact(question.id);
    if (fact != nullptr) screen.add("  Now    ", fact_value(*fact));
    screen.add("  Answer ", expected_words(question));
    screen.add("  Keys   ", fmt::format("Enter {}, a to skip all, b back, ? explain, q quit",
                                        fact != nullptr ? "keep" : "skip"));
    screen.print();
}

void show_more(const Dialogue& dialogue, const AboutTeam& about) {
    std::vector<std::string> models;
    for (const auto* rubric : about.stakes.advice) models.emplace_back(rubric->label);
    if (!models.empty())
        dialogue.say(fmt::format("The level to aim at depends on it, for {}.", join_words(models)));
    if (about.stakes.must_haves)
        dialogue.say("What must be done whatever the level depends on it.");
    if (about.stakes.scope) dialogue.say("Whether these maturity models suit you depends on it.");
    dialogue.say("No level that you reach depends on it. Skip what you do not know.");
    dialogue.hanging("  Answer ", expected_words(about.question()));
}

std::string advice_words(const AimAt& aim, const Models& models, const AnswerSheet& sheet) {
    std::vector<std::string> advised;
    std::vector<std::string> stated;
    for (const auto& advice : aim.advices) {
        const auto& rubric = *models.find(advice.model);
        advised.push_back(model_level(rubric, advice.level.low));
        for (const auto& target : sheet.target)
            if (target.model == rubric.id) stated.push_back(model_level(rubric, target.level));
    }
    auto words = fmt::format("Advice: {}", fmt::join(advised, ", "));
    if (!stated.empty()) words += fmt::format("; your target so far: {}", fmt::join(stated, ", "));
    return words + ".";
}

void show_more(const Dialogue& dialogue, const AimAt& aim, const Models& models) {
    for (const auto& advice : aim.advices) {
        dialogue.say(
            fmt::format("{}, since:", model_level(*models.find(advice.model), advice.level.low)));
        for (const auto* rule : advice.reasons) dialogue.hanging("  - ", rule->because);
    }
    dialogue.say(
        "The roadmap leads to the levels that you aim at. They can be changed at any time.");
}

}  // namespace mlops_assess
