#pragma once

#include "document/yaml.hpp"

namespace mlops_assess {

/// An answer sheet as the tree that the loader takes: CSV where the file's name ends in `.csv`,
/// else YAML. Nothing, with diagnostics, when it is neither.
std::shared_ptr<const Document> parse_sheet(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace mlops_assess
