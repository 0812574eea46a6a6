#pragma once

#include "ask/step.hpp"
#include "model/load.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mlops_assess {

/// What a sitting asks.
struct Scope {
    bool overall = false;                  ///< until the overall levels are exact
    bool full = false;                     ///< every practice
    bool review = false;                   ///< what is answered already
    std::set<Text> parameters = {};        ///< only these; empty: all, unless there are practices
    std::vector<Question> practices = {};  ///< these first, also where they are answered
    std::vector<ModelLevel> only = {};     ///< only what these levels need; empty: all

    bool is_named() const { return !parameters.empty() || !practices.empty(); }
};

/// The question about a practice, for its own sake; none for one of no loaded catalogue.
std::optional<Question> question_about(const Models& models, Text id);

/// What is asked next, by what the sheet says and what was passed over in this sitting.
class Agenda {
  public:
    Agenda(const Models& models, Scope scope, std::string today, const AnswerSheet& begin);
    Agenda(const Models&& models, Scope scope, std::string today, const AnswerSheet&) = delete;

    const Scope& scope() const { return scope_; }
    const std::vector<WantedModel>& models() const { return wanted_; }

    /// What the sheet answered before this sitting, in the order in which one goes back over it.
    std::vector<Step> earlier(const AnswerSheet& sheet) const;

    /// None where the sitting is at its end.
    std::optional<Step> next(const AnswerSheet& sheet);
    Count count(const Step& step, const AnswerSheet& sheet) const;

    /// It was asked, which a named or reviewed practice and whether to go on are once in a sitting.
    void take(const Step& step);
    /// Not to be asked again in this sitting.
    void pass(const Step& step);
    /// A fact is another now, and with it what may be advised; perhaps which models suit the team.
    void take_fact(bool scope_changed);

    /// Whether anything that was passed over is still as it was.
    bool passed_any(const AnswerSheet& sheet) const;
    bool asks_rest() const;
    /// Facts on which something depends and that nobody has said, nor said that they are not known.
    std::vector<AboutTeam> unsaid_facts(const AnswerSheet& sheet) const;
    /// All levels that the facts decide.
    std::vector<Advice> advices(const AnswerSheet& sheet) const;
    /// Whether an answer had no day of any kind before this sitting, and has none of its own now.
    bool is_undated(Text practice, const AnswerSheet& sheet) const;

  private:
    std::optional<Step> next_about_team(const AnswerSheet& sheet);
    std::optional<Step> next_practice(const AnswerSheet& sheet);
    std::vector<Question> to_review(const AnswerSheet& sheet) const;
    std::vector<Question> named() const;
    std::size_t questions_left(const AnswerSheet& sheet) const;
    std::vector<AboutTeam> open_facts(const AnswerSheet& sheet) const;
    bool offers(const std::vector<Advice>& advices, const AnswerSheet& sheet) const;
    std::vector<const Rubric*> rubrics() const;
    void take_answers(const AnswerSheet& sheet);
    bool wants(const Question& question) const;

    const Models& models_;
    Scope scope_;
    std::string today_;
    std::vector<WantedModel> wanted_;
    Interview interview_;
    std::set<Text> asked_;  ///< practices that were named, or reviewed
    std::set<Text> passed_facts_;
    std::set<std::string> undated_;  ///< answers that had no day of any kind at the beginning
    std::set<std::size_t> agreed_;   ///< kinds of steps that are settled for this sitting
    std::set<Text> taken_;           ///< practices whose answers the interview knows
    bool facts_changed_ = false;
};

}  // namespace mlops_assess
