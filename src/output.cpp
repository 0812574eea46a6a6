#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace mlops_assess {
namespace {

/// 0, or the errno.
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Devices and pipes cannot be replaced by a rename; they are written as they are.
bool is_special(const std::string& name) {
    struct stat about {};
    return ::stat(name.c_str(), &about) == 0 && !S_ISREG(about.st_mode);
}

int write_special(const std::string& name, std::string_view text) {
    const int file = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno;
    const int failure = write_all(file, text);
    return ::close(file) != 0 && failure == 0 ? errno : failure;
}

mode_t new_file_mode() {
    const auto mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

}  // namespace

std::string write_file(const std::string& name, std::string_view text, Existing existing) {
    if (is_special(name)) {
        const int failure = write_special(name, text);
        return failure == 0 ? "" : std::strerror(failure);
    }
    // Through a link, so that the link stays and what it points to is replaced.
    std::error_code no_matter;
    const auto real = std::filesystem::exists(name, no_matter)
                          ? std::filesystem::canonical(name, no_matter).string()
                          : name;
    std::string temporary = (real.empty() ? name : real) + ".XXXXXX";
    const int file = ::mkstemp(temporary.data());
    if (file < 0) return std::strerror(errno);
    int failure = write_all(file, text);
    struct stat about {};
    const auto mode = ::stat(name.c_str(), &about) == 0 ? about.st_mode & 07777U : new_file_mode();
    if (failure == 0 && ::fchmod(file, mode) != 0) failure = errno;
    if (::close(file) != 0 && failure == 0) failure = errno;
    const auto& target = real.empty() ? name : real;
    if (failure == 0 && existing == Existing::refuse) {
        if (::link(temporary.c_str(), target.c_str()) != 0) failure = errno;
        ::unlink(temporary.c_str());
    } else if (failure == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) {
        failure = errno;
    }
    if (failure != 0) ::unlink(temporary.c_str());
    return failure == 0 ? "" : std::strerror(failure);
}

bool same_file(const std::string& a, const std::string& b) {
    std::error_code failure;
    if (std::filesystem::equivalent(a, b, failure)) return true;
    const auto plain = [](const std::string& name) {
        std::error_code no_matter;
        return std::filesystem::weakly_canonical(name, no_matter);
    };
    return plain(a) == plain(b);
}

}  // namespace mlops_assess
