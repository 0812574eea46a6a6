#pragma once

#include "system/replacement.hpp"

#include <cstddef>
#include <string_view>

namespace mlops_assess {

/// Writes all of a text. 0, or the errno.
int write_all(int file, std::string_view text);

/// The same, part by part; what comes behind a failure is dropped.
int write_parts(int file, const Writing& writing);

/// read(2) that waits: as an Intake.
long read_some(int file, char* buffer, std::size_t size);

enum class Ready { to_read, to_write };

/// Waits as long as a stream that does not block would block.
void wait_until_ready(int file, Ready ready);

}  // namespace mlops_assess
