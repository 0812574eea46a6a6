#pragma once

#include <string>
#include <string_view>

namespace mlops_assess {

/// A text as a YAML scalar on one line, in double quotes, that any reader takes for the same text
/// and no CI service for a command.
std::string yaml_quoted(std::string_view text);

/// An id as the key of a map: as it is, unless YAML would take it for nothing.
std::string yaml_key(std::string_view id);

}  // namespace mlops_assess
