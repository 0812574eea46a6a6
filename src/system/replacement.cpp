#include "system/replacement.hpp"

#include "system/disk.hpp"
#include "system/streams.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace mlops_assess {
namespace {

namespace fs = std::filesystem;

std::string told(int failure) { return failure == 0 ? "" : std::strerror(failure); }

std::string folder_of(const std::string& name) {
    const auto folder = fs::path(name).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// What may not be written is not replaced either, though its folder would allow it.
std::string read_only(const std::string& target) {
    const int failure = denied(target, W_OK);
    if (failure == 0 || failure == ENOENT) return {};
    struct stat about {};
    if (failure == EACCES && ::stat(target.c_str(), &about) == 0)
        return "it is read-only for you; name another file or let chmod make it writable";
    return told(failure);
}

/// Owner, group and mode of the file that is replaced. Where its group cannot be kept, the members
/// of any group and all others get what both had: nobody gets more than before.
int take_rights(int file, const struct stat& old) {
    struct stat now {};
    if (::fstat(file, &now) != 0) return errno;
    auto mode = old.st_mode & 07777U;
    const bool has_group = now.st_gid == old.st_gid;
    const bool is_same = has_group && now.st_uid == old.st_uid;
    if (!is_same && ::fchown(file, old.st_uid, old.st_gid) != 0) {
        mode &= ~static_cast<mode_t>(S_ISUID | S_ISGID);
        if (!has_group && ::fchown(file, static_cast<uid_t>(-1), old.st_gid) != 0) {
            const auto both = (mode >> 3U) & mode & 07U;
            mode = (mode & ~077U) | both << 3U | both;
        }
    }
    return ::fchmod(file, mode) != 0 ? errno : 0;
}

/// A name that is lost by a power cut leads to the file as it was: no failure.
void folder_reaches_disk(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    reach_disk(file);
    ::close(file);
}

}  // namespace

std::string behind_links(const std::string& name) {
    constexpr int most_links = 40;  // as the kernel follows
    std::error_code no_matter;
    fs::path path = name;
    for (int i = 0; i < most_links && fs::is_symlink(path, no_matter); ++i)
        path = path.parent_path() / fs::read_symlink(path, no_matter);
    return path.string();
}

std::string obstacle(const std::string& name) {
    const auto target = behind_links(name);
    struct stat about {};
    if (::stat(target.c_str(), &about) == 0 && !S_ISREG(about.st_mode)) return {};
    if (auto wrong = read_only(target); !wrong.empty()) return wrong;
    const auto folder = folder_of(target);
    const int failure = denied(folder, W_OK | X_OK);
    return failure == 0 ? "" : told(failure);
}

Replacement::Replacement(const std::string& name) : target_(behind_links(name)) {}

Replacement::~Replacement() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::string Replacement::write(std::string_view text) {
    return write([text](const Emit& emit) { emit(text); });
}

std::string Replacement::write(const Writing& writing) {
    struct stat old {};
    const bool is_there = ::stat(target_.c_str(), &old) == 0;
    if (is_there && !S_ISREG(old.st_mode)) return "it is no regular file";
    if (auto wrong = read_only(target_); !wrong.empty()) return wrong;
    auto temporary = (fs::path(target_).parent_path() / ".mlops-assess.XXXXXX").string();
    const int file = ::mkstemp(temporary.data());
    if (file < 0) return told(errno);
    temporary_ = temporary;
    int failure = write_parts(file, writing);
    if (failure == 0 && is_there)
        failure = take_rights(file, old);
    else if (failure == 0 && ::fchmod(file, new_file_mode()) != 0)
        failure = errno;
    if (failure == 0) failure = reach_disk(file);
    if (::close(file) != 0 && failure == 0) failure = errno;
    return told(failure);
}

std::string Replacement::take_name(Existing existing) {
    int failure = 0;
    if (existing == Existing::refuse && ::link(temporary_.c_str(), target_.c_str()) != 0)
        failure = errno;
    // A file system without hard links cannot promise more than a look before the rename.
    const bool has_no_links =
        failure != 0 && failure != EEXIST && ::access(target_.c_str(), F_OK) != 0;
    if (existing == Existing::replace || has_no_links) {
        failure = ::rename(temporary_.c_str(), target_.c_str()) != 0 ? errno : 0;
        if (failure == 0) temporary_.clear();
    }
    if (failure == 0) folder_reaches_disk(folder_of(target_));
    return told(failure);
}

}  // namespace mlops_assess
