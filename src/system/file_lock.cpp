#include "system/file_lock.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

namespace mlops_assess {
namespace {

constexpr int most_tries = 1000;
constexpr int pause = 10;  // milliseconds

/// Whether a name no longer leads to an open file: another one took its place.
bool was_replaced(int file, const std::string& name) {
    struct stat held {};
    struct stat named {};
    return ::fstat(file, &held) == 0 && ::stat(name.c_str(), &named) == 0 &&
           (held.st_dev != named.st_dev || held.st_ino != named.st_ino);
}

}  // namespace

FileLock::FileLock(const std::string& name) {
    for (int i = 0; i < most_tries; ++i) {
        file_ = ::open(name.c_str(), O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
        if (file_ < 0) return;
        const bool is_held = ::flock(file_, LOCK_EX | LOCK_NB) == 0;
        if (!is_held && errno != EWOULDBLOCK && errno != EINTR) return;
        if (is_held && !was_replaced(file_, name)) return;
        ::close(file_);
        file_ = -1;
        if (!is_held) ::poll(nullptr, 0, pause);
    }
    is_taken_ = true;
}

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace mlops_assess
