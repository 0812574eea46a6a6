#pragma once

#include "ask/step.hpp"

#include <algorithm>

namespace mlops_assess {

/// All questions that one can go back to, of earlier sittings too, in the order of their answers;
/// and where one is.
class Trail {
  public:
    explicit Trail(std::vector<Step> earlier) : steps_(std::move(earlier)), at_(steps_.size()) {}

    /// The question gone back to; null where a new one is to be asked.
    const Step* here() const { return at_ < steps_.size() ? &steps_[at_] : nullptr; }

    /// False where nothing was before.
    bool back() {
        if (at_ == 0) return false;
        --at_;
        return true;
    }
    void forward() { at_ = std::min(at_ + 1, steps_.size()); }
    /// Back to where one was before one went back.
    void to_end() { at_ = steps_.size(); }
    /// What was asked last.
    void add(Step step) {
        steps_.push_back(std::move(step));
        to_end();
    }

  private:
    std::vector<Step> steps_;
    std::size_t at_;
};

}  // namespace mlops_assess
