#pragma once

#include "system/keyboard.hpp"
#include "system/process.hpp"

#include <optional>

namespace mlops_assess {

/// The streams, terminals and environment of this process. From here on a reader that goes away
/// and a file that grows too large are errors of writing, not signals.
Surroundings this_process();

/// The width of a window, 0 for none, else of COLUMNS, else 80; at least 60, at most 120.
int width_for(int window, const char* columns);

/// The terminal behind standard input hands over its keys one by one, from now until the program
/// ends, is ended or stopped by a signal that it can catch. None where it is no terminal, or one
/// whose keys are read already.
std::optional<KeyMode> start_keys();

}  // namespace mlops_assess
