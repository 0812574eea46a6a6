#pragma once

#include "model/load.hpp"

namespace mlops_assess {

/// The shipped models alone.
Models shipped_models();

/// The models of a run: shipped ids and files, in the order given; both shipped ones when none is
/// asked for. Differences between them that cannot stand together are reported.
Models load_models(const std::vector<std::string>& names, const FileReader& read,
                   Diagnostics& diagnostics);

/// Whether a `--rubric` names a file rather than a shipped rubric.
bool is_file_name(std::string_view rubric);

}  // namespace mlops_assess
