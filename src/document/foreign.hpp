#pragma once

#include "document/diagnostic.hpp"

namespace mlops_assess {

/// Tells of a file that is a page or a table and no YAML at all: what YAML makes of it would help
/// nobody. Whether it is one.
bool report_foreign(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace mlops_assess
