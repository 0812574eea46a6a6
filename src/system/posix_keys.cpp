#include "system/terminal.hpp"

#include <termios.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace mlops_assess {
namespace {

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

std::optional<KeyMode> start_keys() {
    if (::tcgetattr(STDIN_FILENO, &usual_mode) != 0) return std::nullopt;
    if ((usual_mode.c_lflag & ICANON) == 0) return std::nullopt;
    keys_mode = usual_mode;
    keys_mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    keys_mode.c_cc[VMIN] = 1;
    keys_mode.c_cc[VTIME] = 0;
    std::atexit([] { set_mode(usual_mode); });
    for (const int signal : {SIGHUP, SIGQUIT, SIGTERM, SIGTSTP, SIGABRT})
        handle(signal, leave, SA_RESETHAND | SA_NODEFER);
    handle(SIGCONT, come_back, 0);
    set_mode(keys_mode);
    const auto key = [](int which) { return static_cast<char>(usual_mode.c_cc[which]); };
    return KeyMode{{key(VERASE), key(VWERASE), key(VKILL), key(VEOF)},
                   (usual_mode.c_lflag & ECHO) != 0};
}

}  // namespace mlops_assess
