#include "ask/sitting.hpp"

#include "ask/questions.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {

Sitting::Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, Scope scope,
                 const std::string& today)
    : dialogue_(dialogue),
      file_(file),
      models_(models),
      today_(today),
      agenda_(models, std::move(scope), today, file.sheet()),
      trail_(agenda_.earlier(file.sheet())) {}

Sitting::End Sitting::hold() {
    begin();
    for (;;) {
        const auto* again = trail_.here();
        const auto step = again != nullptr ? std::optional(*again) : agenda_.next(file_.sheet());
        if (!step) break;
        const auto outcome = ask(*step);
        if (outcome == StepOutcome::stop) return declined_ ? End::declined : End::stopped;
        take(*step, outcome);
    }
    dialogue_.blank();
    dialogue_.say(end_words());
    return End::complete;
}

std::vector<OutOfScope> Sitting::out_of_scope_now() const {
    std::vector<OutOfScope> out;
    for (const auto* rubric : models_.rubrics)
        if (const auto* rule = out_of_scope(*rubric, file_.sheet())) out.push_back({rubric, rule});
    return out;
}

/// What is to be known before the first question.
void Sitting::begin() const {
    const auto out = out_of_scope_now();
    const bool is_asked = out.size() == models_.rubrics.size() && !agenda_.scope().is_named();
    if (!out.empty() && !is_asked) dialogue_.blank();
    if (!is_asked)
        for (const auto& words : out_of_scope_words(out)) dialogue_.say(words);
}

void Sitting::take(const Step& step, StepOutcome outcome) {
    const bool was_again = trail_.here() != nullptr;
    switch (outcome) {
        case StepOutcome::back:
            if (!trail_.back()) dialogue_.say("This is the first question.");
            return;
        case StepOutcome::forward:
            if (was_again) return trail_.forward();
            break;
        case StepOutcome::passed:
            agenda_.pass(step);
            if (was_again) return trail_.forward();
            break;
        case StepOutcome::done:
        case StepOutcome::stop: break;
    }
    if (was_again) return trail_.to_end();
    agenda_.take(step);
    // What only asks whether to go on is nothing to go back to.
    if (std::holds_alternative<GoOn>(step) || std::holds_alternative<AskRest>(step)) return;
    trail_.add(step);
}

std::string Sitting::end_words() const {
    const auto& scope = agenda_.scope();
    const bool passed = agenda_.passed_any(file_.sheet());
    if (scope.review && passed) return "That was all. What you skipped keeps its date.";
    if (scope.review && file_.sheet().answers.empty()) return "Nothing is answered yet.";
    if (scope.review) return "Every answer that was asked for is of today.";
    if (agenda_.asks_rest()) return "That was all; the progress is exact, too.";
    if (!scope.practices.empty() && scope.parameters.empty()) return "That was all you named.";
    if (scope.full) return "That was the last open question.";
    if (passed) return "No further question can change a level. What you skipped stays open.";
    if (scope.overall) return "The overall levels are exact now.";
    if (!scope.is_named() && scope.only.empty()) return "Every level is exact now.";
    return "No further question can change a level that you asked for.";
}

void Sitting::tell_result() const {
    for (const auto& model : agenda_.models()) {
        const auto a = assess(*model.rubric, file_.sheet(), {});
        if (!a) continue;
        auto words = fmt::format("{}: {}", model.rubric->label, level_words(*a));
        if (a->possible.open() && !is_blank(*a))
            words += fmt::format(", up to {} with the open answers", a->possible.high);
        if (!a->short_of.empty() && !is_blank(*a)) {
            const auto& [level, gaps, open] = a->short_of.front();
            words += fmt::format(
                "; short of {}: {}", level,
                to_do_words(static_cast<std::size_t>(gaps), static_cast<std::size_t>(open)));
        }
        dialogue_.say(words + ".");
    }
}

StepOutcome Sitting::ask(const Step& step) {
    return std::visit([&](const auto& each) { return ask(each); }, step);
}

/// Whether to go on, which Enter denies. `wrong` is said to another key, which it may name.
std::optional<StepOutcome> Sitting::ask_yes(std::string_view prompt, std::string_view wrong) {
    for (;;) {
        const auto line = dialogue_.ask(fmt::format("{} y yes, Enter no, b back >", prompt));
        if (!line) return StepOutcome::stop;
        const auto key = lower_case(*line);
        if (key == "y" || key == "yes") return StepOutcome::done;
        if (key == "b") return StepOutcome::back;
        if (key.empty() || key == "n" || key == "no" || key == "q") return std::nullopt;
        dialogue_.say(fmt::format(fmt::runtime(wrong), *line));
    }
}

StepOutcome Sitting::ask(const GoOn&) {
    dialogue_.blank();
    for (const auto& words : out_of_scope_words(out_of_scope_now())) dialogue_.say(words);
    const auto outcome = ask_yes("Go on all the same?", "\"{}\" is no answer here. Answer y or n.");
    declined_ = !outcome;
    return outcome.value_or(StepOutcome::stop);
}

StepOutcome Sitting::ask(const AskRest& rest) {
    dialogue_.blank();
    dialogue_.say(end_words());
    dialogue_.say(fmt::format("To make the progress and the next milestones exact: {}.",
                              counted(rest.questions, "question")));
    return ask_yes("Go on?", "Please type y or n.").value_or(StepOutcome::stop);
}

StepOutcome Sitting::ask(const AimAt& offered) {
    // The facts may be others since it was offered.
    const AimAt aim{trail_.here() != nullptr ? agenda_.advices(file_.sheet()) : offered.advices};
    if (aim.advices.empty()) return StepOutcome::passed;
    const bool has_target = std::ranges::any_of(aim.advices, [&](const Advice& advice) {
        return std::ranges::count(file_.sheet().target, advice.model, &ModelLevel::model) > 0;
    });
    dialogue_.blank();
    dialogue_.heading(advice_words(aim, models_, file_.sheet()));
    for (;;) {
        const auto line = dialogue_.ask(fmt::format(
            "Aim at {}? {}, b back, ? why, q quit >", aim.advices.size() == 1 ? "this" : "these",
            has_target ? "y yes, Enter no" : "Enter yes, n no"));
        if (!line) return StepOutcome::stop;
        const auto key = lower_case(*line);
        if (key == "q") return StepOutcome::stop;
        if (key == "b") return StepOutcome::back;
        if (key == "n" || key == "no" || (key.empty() && has_target)) {
            dialogue_.say("The targets stay as they are.");
            return StepOutcome::done;
        }
        if (key == "y" || key == "yes" || key.empty()) {
            std::vector<SheetEdit> edits;
            for (const auto& advice : aim.advices)
                edits.push_back(
                    {{"target", std::string(advice.model)}, std::to_string(advice.level.low)});
            if (save(edits)) dialogue_.say("Saved.");
            return StepOutcome::done;
        }
        if (key == "?" || key == "h")
            show_more(dialogue_, aim, models_);
        else
            dialogue_.say(fmt::format("\"{}\" is no answer here. Answer y or n.", *line));
    }
}

}  // namespace mlops_assess
