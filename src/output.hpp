#pragma once

#include <string>
#include <string_view>

namespace mlops_assess {

enum class Existing { replace, refuse };

/// Writes a file whole or not at all: to a temporary one in the same folder, then renamed. An
/// empty text, or why it could not be written.
std::string write_file(const std::string& name, std::string_view text, Existing existing);

/// Whether both names lead to the same file, by whatever path or link.
bool same_file(const std::string& a, const std::string& b);

}  // namespace mlops_assess
