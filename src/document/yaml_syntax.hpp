#pragma once

#include "document/yaml_text.hpp"

#include <string>

namespace mlops_assess {

/// Reports that yaml-cpp gave up at an offset, with a message of its own, behind these scalars. A
/// tab or an open quote before it is the likelier culprit.
void report_syntax_error(const SourceFile& file, const std::vector<ScalarSpan>& scalars,
                         std::size_t at, const std::string& message, Diagnostics& diagnostics);

}  // namespace mlops_assess
