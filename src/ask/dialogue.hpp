#pragma once

#include "system/process.hpp"

#include <optional>
#include <string>

namespace mlops_assess {

/// How a dialogue ended before its time.
enum class Ending { end_of_input, interrupted, no_lines };

/// Questions and answers, line by line, on any kind of terminal or pipe. People read stderr.
class Dialogue {
  public:
    /// From here on Ctrl-C ends the dialogue, not the program.
    Dialogue(const Surroundings& surroundings, bool color)
        : surroundings_(surroundings), color_(color) {
        surroundings.start_dialogue();
    }
    Dialogue(const Surroundings&& surroundings, bool color) = delete;

    /// Text wrapped to the window as it is now; `first` begins it, further lines are indented.
    void say(std::string_view text) const { hanging("", text); }
    void hanging(std::string_view first, std::string_view text) const;
    void heading(std::string_view text) const;
    void blank() const { surroundings_.err("\n"); }
    /// Lines as they are.
    void show(std::string_view lines) const { surroundings_.err(lines); }
    /// Of the window, as it is now.
    std::size_t width() const { return static_cast<std::size_t>(surroundings_.err_width()); }

    /// What is typed behind a prompt, without blanks around it. None at the end of the input or of
    /// patience: then ended() says which.
    std::optional<std::string> ask(std::string_view prompt);
    /// The same for a text that goes into a sheet.
    std::optional<std::string> ask_text(std::string_view prompt);
    Ending ended() const { return ended_; }

  private:
    std::optional<std::string> read_line();
    bool was_too_long_ = false;  ///< the line that was read last, of which only the end is left

    const Surroundings& surroundings_;
    bool color_;
    std::string buffer_;
    bool at_end_ = false;
    Ending ended_ = Ending::end_of_input;
};

}  // namespace mlops_assess
