#include "system/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

namespace fs = std::filesystem;

/// Adds what stands directly in a folder; gives the folders in it.
std::vector<std::string> look_into(const std::string& folder, FolderFiles& found,
                                   Diagnostics& diagnostics) {
    std::vector<std::string> inner;
    std::error_code failure;
    fs::directory_iterator entries(folder, failure);
    for (const fs::directory_iterator end; !failure && entries != end; entries.increment(failure)) {
        const auto& entry = *entries;
        std::error_code no_matter;
        const bool is_link = entry.is_symlink(no_matter);
        const auto type = entry.status(no_matter).type();
        if (type == fs::file_type::directory) {
            if (!is_link && !entry.path().filename().string().starts_with('.'))
                inner.push_back(entry.path().string());
        } else if (type == fs::file_type::regular || type == fs::file_type::none ||
                   type == fs::file_type::not_found) {
            found.files.push_back(entry.path().string());
        } else {
            ++found.others;
        }
    }
    if (failure)
        diagnostics.add(DiagnosticId::unreadable_file, folder, std::nullopt,
                        fmt::format("cannot read this folder: {}", failure.message()),
                        "what it holds is missing in every figure");
    return inner;
}

}  // namespace

bool is_folder(const std::string& name) {
    std::error_code no_matter;
    return fs::is_directory(name, no_matter);
}

FolderFiles files_in(const std::string& folder, Diagnostics& diagnostics) {
    FolderFiles found;
    std::vector<std::string> waiting{folder};
    while (!waiting.empty()) {
        const auto next = std::move(waiting.back());
        waiting.pop_back();
        for (auto& inner : look_into(next, found, diagnostics)) waiting.push_back(std::move(inner));
    }
    std::ranges::sort(found.files);
    return found;
}

}  // namespace mlops_assess
