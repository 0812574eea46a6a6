#pragma once

#include <sys/types.h>
#include <string>

namespace mlops_assess {

/// The mode of a file that is made, as the user's mask has it.
mode_t new_file_mode();

/// What the user may do with a path, `how` as for access(2): 0, or the errno that says why not.
int denied(const std::string& path, int how);

/// Brings what was written to the disk. 0, or the errno.
int reach_disk(int file);

}  // namespace mlops_assess
