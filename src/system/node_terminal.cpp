#include "system/terminal.hpp"

#include "system/streams.hpp"

#include <emscripten.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>

#include "text/words.hpp"

/// The terminal as Node sees it. A script that waits for a key hears no signal and no change of the
/// window, so keys arrive raw, Ctrl-C among them, and the window is measured when asked.
namespace mlops_assess {
namespace {

// clang-format off
EM_JS(int, node_is_terminal, (int file), {
    return require('tty').isatty(file) ? 1 : 0;
})

EM_JS(int, node_window_width, (int file), {
    const stream = file === 1 ? process.stdout : process.stderr;
    if (stream._refreshSize) stream._refreshSize();
    return stream.columns || 0;
})

EM_JS(void, node_set_raw, (int raw), {
    process.stdin.setRawMode(raw !== 0);
})

EM_JS(void, node_signal, (const char* name), {
    process.kill(process.pid, UTF8ToString(name));
})

EM_JS(void, node_sleep, (int milliseconds), {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
})

EM_JS(int, node_is_windows, (), {
    return process.platform === 'win32' ? 1 : 0;
})
// clang-format on

/// Whether what the user's locale encodes is UTF-8, as setlocale(3) would find it.
bool has_utf8_locale() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const auto locale = lower_case(value);
        return locale.find("utf-8") != std::string::npos ||
               locale.find("utf8") != std::string::npos;
    }
    return node_is_windows() != 0;
}

int width_of(int file, bool is_terminal) {
    return width_for(is_terminal ? node_window_width(file) : 0, std::getenv("COLUMNS"));
}

Terminal terminal(int file) {
    const bool is_terminal = node_is_terminal(file) != 0;
    return {is_terminal, width_of(file, is_terminal), !is_terminal || has_utf8_locale()};
}

constexpr char interrupt = '\x03';
constexpr char stop = '\x1A';
constexpr char quit = '\x1C';

void raise_as_usual(const char* signal) {
    node_set_raw(0);
    node_signal(signal);
    node_set_raw(1);
}

/// The keys that a terminal would have made signals of are heeded; the others stay. Whether the
/// user interrupted.
bool heed_keys(std::string& keys) {
    std::string others;
    for (const char key : keys) {
        if (key == interrupt) return true;
        if (key == stop)
            raise_as_usual("SIGTSTP");
        else if (key == quit)
            raise_as_usual("SIGQUIT");
        else
            others += key;
    }
    keys = others;
    return false;
}

/// As an Intake: the keys that were typed.
long read_keys(char* buffer, std::size_t size) {
    for (;;) {
        const long got = read_some(STDIN_FILENO, buffer, size);
        if (got <= 0) return got;
        std::string keys(buffer, static_cast<std::size_t>(got));
        if (heed_keys(keys)) return -EINTR;
        std::memcpy(buffer, keys.data(), keys.size());
        if (!keys.empty()) return static_cast<long>(keys.size());
    }
}

}  // namespace

std::optional<KeyMode> start_keys() {
    if (node_is_terminal(STDIN_FILENO) == 0) return std::nullopt;
    node_set_raw(1);
    std::atexit([] { node_set_raw(0); });
    constexpr LineEditor::Keys usual{'\x7F', '\x17', '\x15', '\x04'};
    return KeyMode{usual, true};
}

void wait_until_ready(int /*file*/, Ready /*ready*/) {
    constexpr int a_moment = 5;  // milliseconds; Node has no poll(2)
    node_sleep(a_moment);
}

Surroundings this_process() {
    const auto keyboard = std::make_shared<Keyboard>();
    return {[=](char* buffer, std::size_t size) {
                return keyboard->is_on() ? keyboard->read(read_keys, buffer, size)
                                         : read_some(STDIN_FILENO, buffer, size);
            },
            [](std::string_view text) { return write_all(STDOUT_FILENO, text); },
            [](std::string_view text) { return write_all(STDERR_FILENO, text); },
            terminal(STDOUT_FILENO),
            terminal(STDERR_FILENO),
            [] { return width_of(STDERR_FILENO, node_is_terminal(STDERR_FILENO) != 0); },
            [=] {
                if (!keyboard->is_on()) keyboard->start(start_keys());
            },
            [](const char* name) -> const char* { return std::getenv(name); },
            [] { return static_cast<std::int64_t>(std::time(nullptr)); }};
}

}  // namespace mlops_assess
