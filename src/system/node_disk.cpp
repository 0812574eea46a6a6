#include "system/disk.hpp"

#include <emscripten.h>
#include <cerrno>

/// What Emscripten makes up, or leaves out, asked of Node.
namespace mlops_assess {
namespace {

// clang-format off
EM_JS(int, node_mask, (), {
    return process.umask();
})

EM_JS(int, node_denied, (const char* path, int how), {
    try {
        require('fs').accessSync(UTF8ToString(path), how);
        return 0;
    } catch (problem) {
        return { EACCES: 1, EPERM: 1, EROFS: 2, ENOENT: 3, ENOTDIR: 4, ELOOP: 5 }[problem.code] || 6;
    }
})

EM_JS(int, node_sync, (int file), {
    try {
        require('fs').fsyncSync(FS.getStream(file).nfd);
        return 0;
    } catch (problem) {
        return problem.code === 'ENOSPC' ? 1 : problem.code === 'EINVAL' || problem.code === 'ENOTSUP' ? 0 : 2;
    }
})
// clang-format on

}  // namespace

mode_t new_file_mode() { return 0666 & ~static_cast<mode_t>(node_mask()); }

int denied(const std::string& path, int how) {
    constexpr int failures[] = {0, EACCES, EROFS, ENOENT, ENOTDIR, ELOOP, EIO};
    return failures[node_denied(path.c_str(), how)];
}

int reach_disk(int file) {
    constexpr int failures[] = {0, ENOSPC, EIO};
    return failures[node_sync(file)];
}

}  // namespace mlops_assess
