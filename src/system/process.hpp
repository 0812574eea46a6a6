#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace mlops_assess {

/// What the program's exit status means.
enum class ExitStatus {
    done = 0,
    gate_failed = 1,
    usage = 2,
    unusable = 3,  ///< input that cannot be used, or output that cannot be written
    internal = 4,
    interrupted = 130,
};

/// Reads at most `size` bytes to `buffer`. How many, 0 at the end, or a negative errno.
using Intake = std::function<long(char* buffer, std::size_t size)>;

/// Writes all of a text. 0, or the errno of what went wrong.
using Sink = std::function<int(std::string_view)>;

/// A stream that people may be looking at.
struct Terminal {
    bool is_terminal = false;
    int width = 80;    ///< cells, 60 to 120
    bool utf8 = true;  ///< whether it shows more than ASCII
};

/// Everything that the program sees of its surroundings.
struct Surroundings {
    Intake in;
    Sink out;
    Sink err;
    Terminal out_terminal;
    Terminal err_terminal;
    std::function<int()> err_width;  ///< of the window behind `err`, as it is now
    /// From now on Ctrl-C makes `in` give -EINTR, and a terminal cuts no line that is typed.
    std::function<void()> start_dialogue;
    std::function<const char*(const char*)> environment;  ///< as std::getenv
    std::function<std::int64_t()> clock;                  ///< seconds since 1970, UTC
};

}  // namespace mlops_assess
