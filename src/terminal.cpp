#include "terminal.hpp"

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
    return {[](char* buffer, std::size_t size) { return read_some(STDIN_FILENO, buffer, size); },
            [](std::string_view text) { return write_all(STDOUT_FILENO, text); },
            [](std::string_view text) { return write_all(STDERR_FILENO, text); },
            terminal(STDOUT_FILENO),
            terminal(STDERR_FILENO),
            [](const char* name) -> const char* { return std::getenv(name); }};
}

}  // namespace mlops_assess
