#pragma once

#include "system/process.hpp"
#include "system/replacement.hpp"

namespace mlops_assess {

/// The streams, terminals and environment of this process. From here on a reader that goes away
/// and a file that grows too large are errors of writing, not signals.
Surroundings this_process();

/// Writes all of a text. 0, or the errno.
int write_all(int file, std::string_view text);

/// The same, part by part; what comes behind a failure is dropped.
int write_parts(int file, const Writing& writing);

/// read(2) that waits: as an Intake.
long read_some(int file, char* buffer, std::size_t size);

}  // namespace mlops_assess
