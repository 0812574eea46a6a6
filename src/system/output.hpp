#pragma once

#include "system/replacement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// Writes a file whole or not at all, by a Replacement; devices and pipes as they are. An empty
/// text, or why it could not be written.
std::string write_file(const std::string& name, std::string_view text, Existing existing);
std::string write_file(const std::string& name, const Writing& writing, Existing existing);

/// Whether both names lead to the same file, by whatever path or link.
bool same_file(const std::string& a, const std::string& b);

/// A file's path from the working directory, lexically normal; `<stdin>` stays.
std::string path_from_here(const std::string& name);

/// What is wrong with writing these files in one run that reads those; empty when nothing is.
std::string clash(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs);

}  // namespace mlops_assess
