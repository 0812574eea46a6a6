#include "system/keyboard.hpp"

#include "system/terminal.hpp"
#include "text/unicode.hpp"

#include <termios.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
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

/// The terminal as it was, and as it is while questions are asked: for the handlers of signals.
struct termios usual_mode {};
struct termios keys_mode {};

void set_mode(const struct termios& mode) {
    // Out of the background this would stop the program, and the terminal is not ours there.
    if (::tcgetpgrp(STDIN_FILENO) == ::getpgrp()) ::tcsetattr(STDIN_FILENO, TCSANOW, &mode);
}

void handle(int signal, void (*handler)(int), int flags) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) return;
    action = {};
    action.sa_handler = handler;
    action.sa_flags = flags | SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

/// Gives the terminal back and lets the signal do what it does without a handler. It may only stop
/// the program, or not even that.
void leave(int signal) {
    const int before = errno;
    set_mode(usual_mode);
    ::raise(signal);
    handle(signal, leave, SA_RESETHAND | SA_NODEFER);
    set_mode(keys_mode);
    errno = before;
}

void come_back(int /*signal*/) {
    const int before = errno;
    set_mode(keys_mode);
    errno = before;
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

void Keyboard::start() {
    if (is_on_ || ::tcgetattr(STDIN_FILENO, &usual_mode) != 0) return;
    if ((usual_mode.c_lflag & ICANON) == 0) return;
    is_on_ = true;
    echoes_ = (usual_mode.c_lflag & ECHO) != 0;
    const auto key = [](int which) { return static_cast<char>(usual_mode.c_cc[which]); };
    editor_ = LineEditor({key(VERASE), key(VWERASE), key(VKILL), key(VEOF)});
    keys_mode = usual_mode;
    keys_mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    keys_mode.c_cc[VMIN] = 1;
    keys_mode.c_cc[VTIME] = 0;
    std::atexit([] { set_mode(usual_mode); });
    for (const int signal : {SIGHUP, SIGQUIT, SIGTERM, SIGTSTP, SIGABRT})
        handle(signal, leave, SA_RESETHAND | SA_NODEFER);
    handle(SIGCONT, come_back, 0);
    set_mode(keys_mode);
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
