#include "model/catalogue_file.hpp"

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

namespace fs = std::filesystem;

/// Whether a name leads down from the folder it is taken relative to.
bool leads_down(const fs::path& name) {
    return !name.empty() && name.is_relative() &&
           std::find(name.begin(), name.end(), "..") == name.end();
}

/// Whether a file stands in a folder or below it once every symbolic link is followed.
bool is_below(const fs::path& file, const fs::path& folder) {
    std::error_code failure;
    const auto real_folder = fs::canonical(folder, failure);
    if (failure) return false;
    const auto real_file = fs::canonical(file, failure);
    return !failure &&
           std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end())
                   .first == real_folder.end();
}

}  // namespace

std::optional<std::string> catalogue_file(const Loading& rubric, const Node& named) {
    const auto refuse = [&](std::string_view message) {
        rubric.complain(DiagnosticId::catalogue_outside, named.at, std::string(message),
                        "copy the catalogue beside this file and name it, or write "
                        "`catalogue: mlops` for the shipped one");
        return std::nullopt;
    };
    const fs::path name(named.text);
    if (!leads_down(name))
        return refuse("the catalogue must stand in this file's folder or below it");
    const auto& own = rubric.source.name;
    const auto parent = own == "<stdin>" ? fs::path() : fs::path(own).parent_path();
    const auto file = parent / name;
    std::error_code failure;
    const auto status = fs::status(file, failure);
    // Who reads it tells of a file that is not there.
    if (!fs::exists(status)) return file.string();
    if (!fs::is_regular_file(status)) return refuse("the catalogue is not a regular file");
    if (!is_below(file, parent.empty() ? "." : parent))
        return refuse("a symbolic link leads from this catalogue out of this file's folder");
    return file.string();
}

}  // namespace mlops_assess
