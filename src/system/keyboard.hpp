#pragma once

#include "system/process.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mlops_assess {

/// Lines made of the keys of a terminal that hands over every one at once.
class LineEditor {
  public:
    /// The keys with a meaning; '\0' for one that is not there.
    struct Keys {
        char erase = '\b';
        char erase_word = '\0';
        char erase_line = '\0';
        char end = '\0';  ///< of the input, in an empty line
    };
    explicit LineEditor(Keys keys) : keys_(keys) {}

    /// What the terminal is to show for what was typed.
    std::string type(std::string_view typed);

    /// Whether a line or the end of the input was typed.
    bool has_input() const { return is_ended_ || !lines_.empty(); }
    /// As an Intake, without the line that is not finished.
    long read(char* buffer, std::size_t size);

  private:
    std::string erase();
    std::string erase_word();
    std::string add(char c);

    Keys keys_;
    std::string line_;
    std::string lines_;
    bool is_ended_ = false;
};

/// What a terminal's keys mean, and whether it showed what was typed.
struct KeyMode {
    LineEditor::Keys keys;
    bool echoes = false;
};

/// Standard input while questions are asked. A terminal that makes its own lines cuts them at 4,095
/// bytes without a word, so its keys are read one by one.
class Keyboard {
  public:
    /// `mode`: of the terminal that hands over its keys; none where it makes its own lines.
    void start(std::optional<KeyMode> mode);
    bool is_on() const { return is_on_; }
    /// As an Intake; `typed` gives the keys.
    long read(const Intake& typed, char* buffer, std::size_t size);

  private:
    bool is_on_ = false;
    bool echoes_ = false;
    LineEditor editor_{{}};
};

}  // namespace mlops_assess
