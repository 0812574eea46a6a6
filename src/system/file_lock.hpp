#pragma once

#include <string>

namespace mlops_assess {

/// While it lives, no other run of this program changes a file, which may be replaced meanwhile.
/// Waits for others, who hold theirs for a moment only. Where the file cannot be opened for
/// writing or its file system has no locks, it keeps nobody away.
class FileLock {
  public:
    explicit FileLock(const std::string& name);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Whether others held it for longer than seconds, so that this one does not hold.
    bool is_taken() const { return is_taken_; }

  private:
    int file_ = -1;
    bool is_taken_ = false;
};

}  // namespace mlops_assess
