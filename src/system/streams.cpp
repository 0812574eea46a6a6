#include "system/streams.hpp"

#include <unistd.h>
#include <cerrno>

namespace mlops_assess {

int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            wait_until_ready(file, Ready::to_write);
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
            wait_until_ready(file, Ready::to_read);
        } else if (errno != EINTR) {
            return -errno;
        }
    }
}

}  // namespace mlops_assess
