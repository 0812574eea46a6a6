#pragma once

#include "system/process.hpp"

#include <optional>
#include <string>

namespace mlops_assess {

/// One line of a stream of records, without its line end.
struct Record {
    int line;  ///< from 1
    std::string text;
    bool is_too_long = false;  ///< the text was passed over, and is empty here
};

/// The lines of a stream, one at a time and none kept. It is read only where no whole line is
/// waiting, so that the intake is the place to do what must be done before a wait.
class Records {
  public:
    /// A line of more than `most` bytes is too long.
    Records(Intake intake, std::size_t most) : intake_(std::move(intake)), most_(most) {}

    /// The next line that is not blank. None at the end, and where reading fails.
    std::optional<Record> next();

    /// The errno of what ended the stream; 0 where it came to its end.
    int failure() const { return failure_; }

  private:
    std::optional<Record> line();
    bool fill();

    Intake intake_;
    std::size_t most_;
    std::string waiting_;  ///< what was read and not handed out, from `at_`
    std::size_t at_ = 0;
    int lines_ = 0;
    bool at_end_ = false;
    int failure_ = 0;
};

}  // namespace mlops_assess
