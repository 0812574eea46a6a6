#pragma once

#include "document/diagnostic.hpp"

namespace mlops_assess {

/// What a folder holds, at any depth, by the bytes of the paths. Folders whose name begins with a
/// dot and links to folders are passed over.
struct FolderFiles {
    std::vector<std::string> files;  ///< regular ones, links to such, and links that lead nowhere
    std::size_t others = 0;          ///< pipes, devices, sockets: never opened
};

/// Folders that cannot be read are told; what else there is, is found.
FolderFiles files_in(const std::string& folder, Diagnostics& diagnostics);

bool is_folder(const std::string& name);

}  // namespace mlops_assess
