#include "system/terminal.hpp"

#include "system/streams.hpp"

#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>

namespace mlops_assess {
namespace {

int width_of(int file, bool is_terminal) {
    struct winsize window {};
    const bool has_window = is_terminal && ::ioctl(file, TIOCGWINSZ, &window) == 0;
    return width_for(has_window ? window.ws_col : 0, std::getenv("COLUMNS"));
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

void wait_until_ready(int file, Ready ready) {
    struct pollfd wait {
        file, static_cast<short>(ready == Ready::to_read ? POLLIN : POLLOUT), 0
    };
    ::poll(&wait, 1, -1);
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
                if (!keyboard->is_on()) keyboard->start(start_keys());
            },
            [](const char* name) -> const char* { return std::getenv(name); },
            [] { return static_cast<std::int64_t>(std::time(nullptr)); }};
}

}  // namespace mlops_assess
