#pragma once

#include "model/answers.hpp"

#include <map>
#include <set>
#include <vector>

namespace mlops_assess {

/// A model whose levels an interview is to find out.
struct WantedModel {
    const Rubric* rubric;
    Points bar;
    int level;  ///< levels above this one are of no interest
};

/// What to ask next, and for the sake of which cell.
struct Question {
    const Practice* practice;
    const Rubric* rubric;
    std::size_t parameter;
    int level;  ///< 0 where it is for the sake of no single cell
    /// What the cell requires, where that is not the practice itself but one that it contains.
    const Practice* contained = nullptr;
};

/// When an interview is done.
enum class Goal {
    parameter_levels,  ///< every parameter's level is exact, and so the overall ones are
    overall_levels,
};

/// Finds the shortest way through a questionnaire. An open practice is asked only if it can still
/// change a level: if for some answers (no to fully) to the other open ones, `no` here gives
/// another level than `fully`. Parameter by parameter, the lowest level first; where only the
/// overall levels count, level by level. In a cell each requirement, and then what implies it;
/// before it, what implies it and would be asked for the same cell anyway.
class Interview {
  public:
    Interview(std::vector<WantedModel> models, Goal goal)
        : models_(std::move(models)), goal_(goal) {}

    /// Only what concerns the levels of these parameters; of all when there are none.
    void only(std::set<Text> parameters) { only_ = std::move(parameters); }

    void answer(Text practice, Rating rating) { ratings_[practice] = rating; }
    /// Not to be asked again.
    void pass(Text practice) { passed_.insert(practice); }
    const std::set<Text>& passed() const { return passed_; }

    /// None when no practice that may be asked can change a level.
    std::optional<Question> next() const;
    /// The ids of the practices that can change a level now and may be asked: at most so many are
    /// to come.
    std::set<Text> deciding() const;

    /// Open practices that can change the progress of a parameter to its next level, and so what
    /// the next milestone holds.
    std::vector<Question> rest() const;

    /// Every open practice that may be asked and to whose points an answer can add, by parameter.
    std::vector<Question> open() const;

  private:
    std::map<Text, Rating> ratings_;
    std::set<Text> passed_;
    std::vector<WantedModel> models_;
    Goal goal_;
    std::set<Text> only_;

    friend class Inquiry;
};

}  // namespace mlops_assess
