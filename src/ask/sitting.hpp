#pragma once

#include "ask/agenda.hpp"
#include "ask/dialogue.hpp"
#include "ask/level_changes.hpp"
#include "ask/sheet_file.hpp"
#include "ask/trail.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mlops_assess {

/// One sitting: questions about the team and its practices, answers, and the file that they go to.
class Sitting {
  public:
    /// `today` is an ISO date.
    Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, Scope scope,
            const std::string& today);
    Sitting(Dialogue& dialogue, SheetFile& file, const Models&& models, Scope scope,
            const std::string& today) = delete;

    enum class End {
        complete,  ///< nothing is left to ask
        declined,  ///< no model is made for the team, which left it at that
        stopped,
    };
    End hold();
    /// The levels, a line for each model.
    void tell_result() const;
    /// Whether no answer failed to reach the file.
    bool saved_all() const { return saved_all_; }

  private:
    StepOutcome ask(const Step& step);
    StepOutcome ask(const AboutTeam& about);
    StepOutcome ask(const AimAt& aim);
    StepOutcome ask(const GoOn&);
    StepOutcome ask(const AskRest& rest);
    StepOutcome ask(const Question& question);

    void begin() const;
    void take(const Step& step, StepOutcome outcome);
    std::string end_words() const;
    std::vector<OutOfScope> out_of_scope_now() const;

    bool skip_facts(const AboutTeam& asked);
    std::optional<StepOutcome> answer(const Practice& practice, Rating rating);
    StepOutcome keep(const Practice& practice);
    std::optional<std::string> ask_reason(const Practice& practice);
    bool say_more(const Practice& practice, char key);
    bool save_answer(const Practice& practice, const SheetFile::Changes& changes);
    std::optional<StepOutcome> ask_yes(std::string_view prompt, std::string_view wrong);
    bool save(const std::vector<SheetEdit>& edits);
    bool save(const SheetFile::Changes& changes);

    Assessments assessments() const;

    Dialogue& dialogue_;
    SheetFile& file_;
    const Models& models_;
    std::string today_;
    Agenda agenda_;
    Trail trail_;
    bool explained_ = false;  ///< what the answers mean
    bool declined_ = false;
    bool saved_all_ = true;
};

}  // namespace mlops_assess
