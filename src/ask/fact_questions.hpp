#pragma once

#include "ask/dialogue.hpp"
#include "ask/sheet_file.hpp"

namespace mlops_assess {

/// The questions about the team, as far as its sheet does not answer them.
class FactQuestions {
  public:
    FactQuestions(Dialogue& dialogue, SheetFile& file, const Models& models)
        : dialogue_(dialogue), file_(file), models_(models) {}
    FactQuestions(Dialogue& dialogue, SheetFile& file, const Models&& models) = delete;

    /// False when they were stopped before their end.
    bool ask();
    /// Whether no answer failed to reach the file.
    bool saved_all() const { return saved_all_; }

  private:
    enum class Outcome { done, back, skip_all, stop };
    Outcome ask(const ContextQuestion& question);

    Dialogue& dialogue_;
    SheetFile& file_;
    const Models& models_;
    bool saved_all_ = true;
};

}  // namespace mlops_assess
