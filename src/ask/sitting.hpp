#pragma once

#include "assessment/assessment.hpp"
#include "assessment/interview.hpp"

#include "ask/dialogue.hpp"
#include "ask/level_changes.hpp"
#include "ask/sheet_file.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mlops_assess {

/// What a sitting asks.
struct Scope {
    bool overall = false;                  ///< until the overall levels are exact
    bool full = false;                     ///< every practice
    std::set<Text> parameters = {};        ///< only these; empty: all, unless there are practices
    std::vector<Question> practices = {};  ///< these first, also where they are answered
    std::vector<ModelLevel> only;          ///< only what these levels need; empty: all
};

/// One sitting: questions about practices, answers, and the file that they go to.
class Sitting {
  public:
    Sitting(Dialogue& dialogue, SheetFile& file, const Models& models, Scope scope);
    Sitting(Dialogue& dialogue, SheetFile& file, const Models&& models, Scope scope) = delete;

    /// False when it was stopped before its end.
    bool hold();
    void tell_result() const;
    /// Whether no answer failed to reach the file.
    bool saved_all() const { return saved_all_; }

  private:
    /// What became of a question.
    enum class Outcome { answered, passed, back, stop };

    template <typename Next>
    bool ask_all(Next next);
    bool ask_named();
    bool ask_rest();
    std::string end_words() const;
    std::size_t to_come() const;

    Outcome ask(const Question& question);
    std::optional<Outcome> answer(const Practice& practice, Rating rating);
    std::optional<std::string> ask_reason(const Practice& practice);
    bool say_more(const Practice& practice, char key);
    bool save(const std::vector<SheetEdit>& edits);
    /// The interview knows what the file says, whoever wrote it.
    void take_answers();

    Assessments assessments() const;

    Dialogue& dialogue_;
    SheetFile& file_;
    Scope scope_;
    std::vector<WantedModel> wanted_;
    Interview interview_;
    std::vector<Question> asked_;
    bool saved_all_ = true;
};

}  // namespace mlops_assess
