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

struct NewFile {
    std::string name;
    std::string text;
};

/// Whether something has that name, be it a link that leads nowhere.
bool is_there(const std::string& name);

/// Writes all of them, or none if that shows before. Where a file exists that is refused without
/// `force`. What went wrong, as a line for people; empty when nothing did.
std::string write_new_files(const std::vector<NewFile>& files, bool force);

/// Whether both names lead to the same file, by whatever path or link.
bool same_file(const std::string& a, const std::string& b);

/// A file's path from the working directory, lexically normal; `<stdin>` stays.
std::string path_from_here(const std::string& name);

/// What is wrong with writing these files in one run that reads those; empty when nothing is.
std::string clash(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs);

}  // namespace mlops_assess
