#include "system/keyboard.hpp"

#include "system/streams.hpp"
#include "text/unicode.hpp"

#include <unistd.h>
#include <algorithm>
#include <cstring>

namespace mlops_assess {
namespace {

/// A line that is longer goes on to the reader in parts; what went on can no longer be erased.
constexpr std::size_t most_editable = std::size_t{64} << 10U;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

/// Cells of a character as it was shown: a tab as a blank, a control character as ^X.
std::size_t cells(std::string_view character) {
    if (character == "\t") return 1;
    return is_control(character[0]) ? 2 : display_width(character);
}

}  // namespace

std::string LineEditor::erase() {
    std::size_t width = 0;
    while (!line_.empty() && width == 0) {  // signs that stand over another go with it
        auto begin = line_.size() - 1;
        while (begin > 0 && (static_cast<unsigned char>(line_[begin]) & 0xC0U) == 0x80) --begin;
        width = cells(std::string_view(line_).substr(begin));
        line_.erase(begin);
    }
    std::string shown;
    for (; width > 0; --width) shown += "\b \b";
    return shown;
}

std::string LineEditor::erase_word() {
    std::string shown;
    while (!line_.empty() && is_space(line_.back())) shown += erase();
    while (!line_.empty() && !is_space(line_.back())) shown += erase();
    return shown;
}

std::string LineEditor::add(char c) {
    line_ += c;
    if (line_.size() > most_editable) {
        lines_ += line_;
        line_.clear();
    }
    if (c == '\t') return " ";
    return is_control(c) ? std::string{'^', static_cast<char>(c ^ 0x40)} : std::string{c};
}

std::string LineEditor::type(std::string_view typed) {
    std::string shown;
    for (const char c : typed) {
        const auto is = [c](char key) { return key != '\0' && c == key; };
        if (c == '\n' || c == '\r') {
            lines_ += line_ + '\n';
            line_.clear();
            shown += '\n';
        } else if (is(keys_.erase) || c == '\b' || c == 0x7F) {
            shown += erase();
        } else if (is(keys_.erase_word)) {
            shown += erase_word();
        } else if (is(keys_.erase_line)) {
            while (!line_.empty()) shown += erase();
        } else if (is(keys_.end)) {
            is_ended_ = is_ended_ || line_.empty();
        } else {
            shown += add(c);
        }
    }
    return shown;
}

long LineEditor::read(char* buffer, std::size_t size) {
    const auto count = std::min(size, lines_.size());
    std::memcpy(buffer, lines_.data(), count);
    lines_.erase(0, count);
    return static_cast<long>(count);
}

void Keyboard::start(std::optional<KeyMode> mode) {
    if (!mode) return;
    is_on_ = true;
    echoes_ = mode->echoes;
    editor_ = LineEditor(mode->keys);
}

long Keyboard::read(const Intake& typed, char* buffer, std::size_t size) {
    if (!is_on_) return typed(buffer, size);
    while (!editor_.has_input()) {
        char keys[4096];
        const long got = typed(keys, sizeof keys);
        if (got <= 0) return got;
        const auto shown = editor_.type({keys, static_cast<std::size_t>(got)});
        // What people type shows where they type it, wherever stderr goes.
        if (echoes_ && write_all(STDIN_FILENO, shown) != 0) write_all(STDERR_FILENO, shown);
    }
    return editor_.read(buffer, size);
}

}  // namespace mlops_assess
