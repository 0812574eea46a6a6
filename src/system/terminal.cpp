#include "system/terminal.hpp"

#include "system/keyboard.hpp"

#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>

namespace mlops_assess {
namespace {

constexpr int least_width = 60;
constexpr int usual_width = 80;
constexpr int most_width = 120;

/// The window's width, else COLUMNS, else 80.
int width_of(int file, bool is_terminal) {
    struct winsize window {};
    int width = 0;
    if (is_terminal && ::ioctl(file, TIOCGWINSZ, &window) == 0) width = window.ws_col;
    const char* columns = std::getenv("COLUMNS");
    if (width == 0 && columns != nullptr)
        std::from_chars(columns, columns + std::strlen(columns), width);
    return width <= 0 ? usual_width : std::clamp(width, least_width, most_width);
}

Terminal terminal(int file) {
    const bool is_terminal = ::isatty(file) == 1;
    // What is piped or saved has the same characters everywhere; only a terminal's locale counts.
    const bool utf8 = !is_terminal || std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
    return {is_terminal, width_of(file, is_terminal), utf8};
}

/// Both ends of a pipe that becomes readable when the user interrupts; -1 until that is heeded.
int interrupt_pipe[2] = {-1, -1};

void heed_interrupts() {
    if (interrupt_pipe[0] >= 0 || ::pipe2(interrupt_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
    // Not restarting: Ctrl-C takes back what is typed, and the read that waits for it must end.
    struct sigaction action {};
    action.sa_handler = [](int) {
        const int before = errno;
        [[maybe_unused]] const auto no_matter = ::write(interrupt_pipe[1], "", 1);
        errno = before;
    };
    ::sigaction(SIGINT, &action, nullptr);
}

/// Waits until standard input can be read; false when the user interrupted.
bool await_input() {
    struct pollfd wait[] = {{STDIN_FILENO, POLLIN, 0}, {interrupt_pipe[0], POLLIN, 0}};
    while (::poll(wait, 2, -1) < 0 && errno == EINTR) continue;
    return wait[1].revents == 0;
}

/// As an Intake.
long read_standard_input(char* buffer, std::size_t size) {
    if (interrupt_pipe[0] < 0) return read_some(STDIN_FILENO, buffer, size);
    for (;;) {
        if (!await_input()) return -EINTR;
        const auto got = ::read(STDIN_FILENO, buffer, size);
        if (got >= 0) return got;
        if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) return -errno;
    }
}

/// A closed standard stream would give its number to the next file that is opened, and what is
/// meant for people would end up there. In its place stands one that fails when it is used.
void occupy_standard_streams() {
    int file = ::open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO) file = ::open("/dev/null", O_RDONLY);
    if (file >= 0) ::close(file);
}

}  // namespace

int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            struct pollfd wait {
                file, POLLOUT, 0
            };
            ::poll(&wait, 1, -1);
            continue;
        }
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_parts(int file, const Writing& writing) {
    int failure = 0;
    writing([&](std::string_view part) {
        if (failure == 0) failure = write_all(file, part);
    });
    return failure;
}

long read_some(int file, char* buffer, std::size_t size) {
    for (;;) {
        const auto got = ::read(file, buffer, size);
        if (got >= 0) return got;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // Whoever gave us this stream made it non-blocking; its end is not reached.
            struct pollfd wait {
                file, POLLIN, 0
            };
            ::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return -errno;
        }
    }
}

Surroundings this_process() {
    occupy_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // so that a file over the limit can be cleaned up
    // Only the character set: the locale's decimal comma must not reach a report.
    std::setlocale(LC_CTYPE, "");
    const auto keyboard = std::make_shared<Keyboard>();
    return {[=](char* buffer, std::size_t size) {
                return keyboard->read(read_standard_input, buffer, size);
            },
            [](std::string_view text) { return write_all(STDOUT_FILENO, text); },
            [](std::string_view text) { return write_all(STDERR_FILENO, text); },
            terminal(STDOUT_FILENO),
            terminal(STDERR_FILENO),
            [] { return width_of(STDERR_FILENO, ::isatty(STDERR_FILENO) == 1); },
            [=] {
                heed_interrupts();
                keyboard->start();
            },
            [](const char* name) -> const char* { return std::getenv(name); },
            [] { return static_cast<std::int64_t>(std::time(nullptr)); }};
}

}  // namespace mlops_assess
