#include "mlops_assess/assessment.hpp"
#include "mlops_assess/interview.hpp"

#include "ask/sheet_file.hpp"
#include "commands/commands.hpp"
#include "output.hpp"
#include "placeholder.hpp"
#include "report/phrases.hpp"
#include "shape.hpp"
#include "suggest.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

constexpr std::string_view keys_words =
    "n no, p partially, m mostly, f fully, x not applicable, u unknown, s skip, b back, "
    "e evidence, t note, o owner, ? more, q quit";

/// What became of a question.
enum class Outcome { answered, passed, back, stop };

/// One sitting: questions, answers, and the file that they go to.
class Sitting {
  public:
    Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, const AskOptions& options)
        : dialogue_(dialogue),
          file_(file),
          models_(models),
          options_(options),
          wanted_(wanted_models()),
          interview_(wanted_, options.overall ? Goal::overall_levels : Goal::parameter_levels) {
        interview_.only(options.parameter);
        for (const auto& answer : file.sheet().answers)
            interview_.answer(answer.practice, answer.rating);
    }

    /// False when it was stopped before its end.
    bool hold() {
        if (options_.parameter.empty() && !ask_context()) return false;
        if (options_.full) return ask_all([&] { return first(interview_.open()); });
        if (!ask_all([&] { return interview_.next(); })) return false;
        return ask_rest();
    }

    void tell_result() const {
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

    bool saved_all() const { return saved_all_; }

  private:
    std::vector<WantedModel> wanted_models() const {
        std::vector<WantedModel> wanted;
        for (const auto* rubric : models_.rubrics) {
            if (options_.only.empty()) wanted.push_back({rubric, rubric->bar, rubric->top()});
            for (const auto& [model, level] : options_.only)
                if (model == rubric->id) wanted.push_back({rubric, rubric->bar, level});
        }
        return wanted;
    }

    static std::optional<Question> first(const std::vector<Question>& questions) {
        return questions.empty() ? std::nullopt : std::optional(questions.front());
    }

    // ---- Facts about the team

    bool ask_context() {
        std::vector<const ContextQuestion*> questions;
        for (const auto* catalogue : models_.catalogues)
            for (const auto& question : catalogue->context)
                if (file_.sheet().fact(question.id) == nullptr) questions.push_back(&question);
        for (std::size_t i = 0; i < questions.size();) {
            dialogue_.blank();
            dialogue_.heading(fmt::format("About the team, {} of {}", i + 1, questions.size()));
            switch (ask_fact(*questions[i])) {
                case Outcome::answered: ++i; break;
                case Outcome::back: i -= i > 0 ? 1 : 0; break;
                case Outcome::passed: i = skip_facts_ ? questions.size() : i + 1; break;
                case Outcome::stop: return false;
            }
        }
        return true;
    }

    static std::string expected(const ContextQuestion& question) {
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

    Outcome ask_fact(const ContextQuestion& question) {
        dialogue_.say(question.text);
        dialogue_.say(fmt::format("({}; Enter skips, a skips all of these, b back, q quit)",
                                  expected(question)));
        for (;;) {
            const auto line = dialogue_.ask(">");
            if (!line || *line == "q") return Outcome::stop;
            if (*line == "b") return Outcome::back;
            skip_facts_ = *line == "a";
            if (skip_facts_ || line->empty() || *line == "s") return Outcome::passed;
            const auto value = fact_word(question, *line);
            if (value.empty()) {
                dialogue_.say(
                    fmt::format("\"{}\" is no answer here. {}.", *line, expected(question)));
                continue;
            }
            const auto put = question.kind == ContextKind::one_of ? Put::text : Put::word;
            return save({{{"context", std::string(question.id)}, value, put}}) ? Outcome::answered
                                                                               : Outcome::passed;
        }
    }

    /// The answer as it stands in a file; empty where it is none.
    static std::string fact_word(const ContextQuestion& question, const std::string& line) {
        const auto number = to_integer(line);
        switch (question.kind) {
            case ContextKind::boolean:
                if (line == "y" || line == "yes" || line == "true") return "true";
                return line == "n" || line == "no" || line == "false" ? "false" : "";
            case ContextKind::number:
                return number && *number >= 0 && *number <= 1'000'000'000 ? std::to_string(*number)
                                                                          : "";
            case ContextKind::one_of: break;
        }
        for (std::size_t i = 0; i < question.options.size(); ++i)
            if (line == question.options[i] || number == static_cast<std::int64_t>(i + 1))
                return std::string(question.options[i]);
        return {};
    }

    // ---- Practices

    template <typename Next>
    bool ask_all(Next next) {
        std::vector<Question> asked;
        std::optional<Question> again;
        for (;;) {
            const auto question = again ? again : next();
            if (!question) return true;
            again.reset();
            switch (ask(*question)) {
                case Outcome::answered:
                case Outcome::passed: asked.push_back(*question); break;
                case Outcome::back:
                    again = asked.empty() ? question : asked.back();
                    if (asked.empty())
                        dialogue_.say("This is the first question.");
                    else
                        asked.pop_back();
                    interview_.unpass(again->practice->id);
                    break;
                case Outcome::stop: return false;
            }
        }
    }

    /// What is left in the cells of the next levels.
    bool ask_rest() {
        const auto rest = interview_.rest();
        dialogue_.blank();
        dialogue_.say(interview_.passed_any()
                          ? "There is nothing more to ask in this sitting."
                          : fmt::format("{} exact now.", options_.overall ? "The overall levels are"
                                                                          : "Every level is"));
        if (rest.empty() || options_.overall) return true;
        dialogue_.say(fmt::format("{} more would make the progress and the next milestones exact.",
                                  counted(rest.size(), "question")));
        const auto line = dialogue_.ask("Go on? y yes, Enter no >");
        if (!line || (*line != "y" && *line != "yes")) return line.has_value();
        return ask_all([&] { return first(interview_.rest()); });
    }

    std::size_t to_come() const {
        if (options_.full) return interview_.open().size();
        const auto deciding = interview_.at_most();
        return deciding > 0 ? deciding : interview_.rest().size();
    }

    void show(const Question& question) const {
        const auto& practice = *question.practice;
        const auto to_come = this->to_come();
        const auto& parameter = question.rubric->catalogue->parameters[practice.parameter];
        dialogue_.blank();
        dialogue_.heading(fmt::format(
            "{}{} ({})  question {}, at most {} to come", parameter.title,
            question.level > 0 ? ", " + model_level(question.rubric->id, question.level) : "",
            practice.id, count_ + 1, to_come));
        dialogue_.heading(practice.statement);
        dialogue_.hanging("  Why: ", practice.why);
        show_answer(practice);
        for (const auto& each : answer_words()) {
            if (each.rating == Rating::unanswered) continue;
            const bool is_na = each.rating == Rating::not_applicable;
            if (is_na && practice.not_applicable.empty()) continue;
            auto meaning = std::string(is_na ? practice.not_applicable : each.meaning);
            if (each.rating == Rating::fully)
                meaning = fmt::format("for all live models: {}", practice.success);
            dialogue_.hanging(fmt::format("  {}  {:<15}", is_na ? 'x' : each.word[0], each.word),
                              meaning);
        }
    }

    /// What the sheet says today.
    void show_answer(const Practice& practice) const {
        const auto* answer = file_.sheet().find(practice.id);
        if (answer == nullptr) return;
        if (answer->rating != Rating::unanswered)
            dialogue_.hanging(
                "  Today: ", fmt::format("{} (line {})", word(answer->rating), answer->place.line));
        if (!answer->note.empty()) dialogue_.hanging("  Note: ", answer->note);
        if (!answer->owner.empty()) dialogue_.hanging("  Owner: ", answer->owner);
        for (const auto evidence : answer->evidence) dialogue_.hanging("  Evidence: ", evidence);
    }

    void show_more(const Practice& practice) const {
        if (!practice.guidance.empty()) dialogue_.hanging("  How: ", practice.guidance);
        dialogue_.hanging("  Deliver: ", practice.deliverable);
        dialogue_.say("  Evidence could be:");
        for (const auto example : practice.evidence) dialogue_.hanging("    - ", example);
        dialogue_.say("Where two answers fit, the lower one counts.");
        dialogue_.hanging("Keys: ", keys_words);
    }

    Outcome ask(const Question& question) {
        const auto& practice = *question.practice;
        show(question);
        for (;;) {
            const auto line = dialogue_.ask("n p m f x u s b e t o ? q >");
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
                return Outcome::passed;
            } else if (const auto rating = rating_of(key)) {
                if (*rating == Rating::not_applicable && practice.not_applicable.empty()) {
                    dialogue_.say(
                        "Not applicable is not offered here: this practice applies to every team. "
                        "Answer n, p, m or f; u if nobody knows.");
                    continue;
                }
                if (const auto outcome = answer(practice, *rating)) return *outcome;
            } else {
                dialogue_.say(fmt::format("\"{}\" is no key here.", *line));
                dialogue_.hanging("Keys: ", keys_words);
            }
        }
    }

    static std::string lower(std::string text) {
        for (auto& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    }

    static std::optional<Rating> rating_of(std::string_view key) {
        if (key == "n") return Rating::no;
        if (key == "p") return Rating::partially;
        if (key == "m") return Rating::mostly;
        if (key == "f") return Rating::fully;
        if (key == "x") return Rating::not_applicable;
        if (key == "u") return Rating::unanswered;
        // Enter is no answer, though an empty one in a sheet is.
        return key.empty() ? std::nullopt : rating_from_word(key);
    }

    static KeyPath path(const Practice& practice, const char* key) {
        return {"answers", std::string(practice.id), key};
    }

    /// None when no answer came of it.
    std::optional<Outcome> answer(const Practice& practice, Rating rating) {
        const auto word_in_file = rating == Rating::unanswered ? "unknown" : word(rating);
        std::vector<SheetEdit> edits = {{path(practice, "answer"), std::string(word_in_file)}};
        if (rating == Rating::not_applicable) {
            const auto* today = file_.sheet().find(practice.id);
            const bool has_note = today != nullptr && !is_blank(today->note);
            dialogue_.hanging("Legitimate when: ", practice.not_applicable);
            const auto reason =
                dialogue_.ask(has_note ? "Reason (Enter keeps the note) >" : "Reason >");
            if (!reason) return Outcome::stop;
            if (!reason->empty()) {
                edits.push_back({path(practice, "note"), *reason, Put::text});
            } else if (!has_note) {
                dialogue_.say("Not applicable needs a reason. Nothing was changed.");
                return std::nullopt;
            }
        }
        const auto before = assessments();
        ++count_;
        if (!save(edits)) {
            interview_.pass(practice.id);
            return Outcome::passed;
        }
        interview_.answer(practice.id, rating);
        tell_change(before);
        if (rating != Rating::unanswered) return Outcome::answered;
        interview_.pass(practice.id);
        return Outcome::passed;
    }

    /// Evidence, note or owner. False at the end of the input.
    bool say_more(const Practice& practice, char key) {
        const auto prompt = key == 'e'   ? "Evidence, a link or a file >"
                            : key == 't' ? "Note >"
                                         : "Owner >";
        const auto text = dialogue_.ask(prompt);
        if (!text) return false;
        if (text->empty()) {
            dialogue_.say("Nothing was changed.");
            return true;
        }
        std::vector<SheetEdit> edits;
        if (file_.sheet().find(practice.id) == nullptr)
            edits.push_back({path(practice, "answer"), "unknown"});
        if (key == 'e')
            edits.push_back({path(practice, "evidence"), *text, Put::item});
        else
            edits.push_back({path(practice, key == 't' ? "note" : "owner"), *text, Put::text});
        if (save(edits)) dialogue_.say("Saved.");
        return true;
    }

    bool save(const std::vector<SheetEdit>& edits) {
        const auto wrong = file_.save(edits);
        if (wrong.empty()) return true;
        saved_all_ = false;
        dialogue_.say(fmt::format("Not saved: {}: {}.", file_.name(), wrong));
        return false;
    }

    std::vector<std::optional<Assessment>> assessments() const {
        std::vector<std::optional<Assessment>> all;
        for (const auto& model : wanted_) all.push_back(assess(*model.rubric, file_.sheet(), {}));
        return all;
    }

    /// What an answer made of the levels.
    void tell_change(const std::vector<std::optional<Assessment>>& before) const {
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
        dialogue_.say(changes.empty() ? "Saved."
                                      : fmt::format("Saved: {}.", fmt::join(changes, ", ")));
    }

    static std::string change_words(const LevelRange& before, const LevelRange& after) {
        if (after.low == after.high && before.low != before.high)
            return fmt::format("is level {}", after.low);
        if (after.low != before.low) return fmt::format("is now level {}", after.low);
        if (after.high != before.high) return fmt::format("is now at most level {}", after.high);
        return {};
    }

    Dialogue& dialogue_;
    SheetFile& file_;
    const Models& models_;
    const AskOptions& options_;
    std::vector<WantedModel> wanted_;
    Interview interview_;
    bool skip_facts_ = false;
    bool saved_all_ = true;
    int count_ = 0;
};

/// A name that a sheet may have; none at the end of the input.
std::optional<std::string> ask_team(Dialogue& dialogue) {
    for (;;) {
        auto name = dialogue.ask("Name of the team >");
        if (!name) return name;
        if (name->empty() || *name == placeholder_team)
            dialogue.say("A sheet needs the name of the team that it is about.");
        else if (name->size() > most_text)
            dialogue.say(fmt::format("At most {} bytes.", most_text));
        else
            return name;
    }
}

ExitStatus end_early(const Dialogue& dialogue) {
    return dialogue.ended() == Ending::interrupted ? ExitStatus::interrupted : ExitStatus::done;
}

std::string wrong_options(const AskOptions& options, const Models& models) {
    if (options.answers == "-") return "ask saves its answers in a file; name one";
    if (auto wrong = wrong_levels("--for", options.only, models); !wrong.empty()) return wrong;
    if (options.parameter.empty()) return {};
    std::vector<std::string_view> names;
    for (const auto* catalogue : models.catalogues)
        for (const auto& parameter : catalogue->parameters) names.push_back(parameter.id);
    if (std::find(names.begin(), names.end(), options.parameter) != names.end()) return {};
    auto hint = did_you_mean(options.parameter, names);
    if (hint.empty()) hint = fmt::format("parameters: {}", fmt::join(names, ", "));
    return fmt::format("--only: unknown parameter \"{}\"; {}", options.parameter, hint);
}

}  // namespace

ExitStatus run_ask(Run& run, const AskOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models_or_tell(status);
    if (!models) return status;
    if (const auto wrong = wrong_options(options, *models); !wrong.empty())
        return run.usage_error(wrong);

    auto dialogue = run.dialogue();
    std::error_code no_matter;
    const auto kind = std::filesystem::symlink_status(options.answers, no_matter).type();
    if (kind == std::filesystem::file_type::not_found) {
        dialogue.say(fmt::format("{} is not there yet; it will be made.", options.answers));
        const auto team = ask_team(dialogue);
        if (!team) return end_early(dialogue);
        InitOptions init;
        init.output = options.answers;
        init.team = team;
        init.only = options.only;
        if (status = run_init(run, init); status != ExitStatus::done) return status;
    }
    SheetFile file(options.answers, *models);
    if (!file.open(run.diagnostics)) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    if (!file.has_team()) {
        const auto team = ask_team(dialogue);
        if (!team) return end_early(dialogue);
        if (const auto wrong = file.save({{{"team"}, *team, Put::text}}); !wrong.empty()) {
            run.tell(fmt::format("{}: error: {}", visible(options.answers), wrong));
            return ExitStatus::unusable;
        }
    }
    for (const auto& [id, line] : file.stale())
        dialogue.say(fmt::format("{}:{}: no catalogue has the practice \"{}\"; it stays as it is.",
                                 options.answers, line, id));
    dialogue.say(fmt::format("{}. Every answer is saved at once; q or the end of the input stops.",
                             file.sheet().team));

    Sitting sitting(dialogue, file, *models, options);
    const bool completed = sitting.hold();
    dialogue.blank();
    sitting.tell_result();
    dialogue.say(fmt::format("Next: mlops-assess score {}", shell_word(options.answers)));
    if (!sitting.saved_all()) return ExitStatus::unusable;
    return completed ? ExitStatus::done : end_early(dialogue);
}

}  // namespace mlops_assess
