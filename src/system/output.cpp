#include "system/output.hpp"

#include "system/streams.hpp"
#include "text/unicode.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace mlops_assess {
namespace {

/// Devices and pipes cannot be replaced by a rename; they are written as they are.
bool is_special(const std::string& name) {
    struct stat about {};
    return ::stat(name.c_str(), &about) == 0 && !S_ISREG(about.st_mode);
}

/// A terminal, /dev/null and the like, which nothing can be lost in.
bool is_device(const std::string& name) {
    struct stat about {};
    return ::stat(name.c_str(), &about) == 0 && S_ISCHR(about.st_mode);
}

int write_special(const std::string& name, const Writing& writing) {
    const int file = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno;
    const int failure = write_parts(file, writing);
    return ::close(file) != 0 && failure == 0 ? errno : failure;
}

std::string not_written(const NewFile& file, std::string_view why) {
    return fmt::format("{}: error: cannot write this file: {}", visible(file.name), why);
}

}  // namespace

bool is_there(const std::string& name) {
    std::error_code no_matter;
    return std::filesystem::exists(std::filesystem::symlink_status(name, no_matter));
}

std::string write_new_files(const std::vector<NewFile>& files, bool force) {
    for (const auto& file : files) {
        if (!force && is_there(file.name))
            return fmt::format("{}: error: this file exists; --force replaces it",
                               visible(file.name));
        if (const auto wrong = obstacle(file.name); !wrong.empty()) return not_written(file, wrong);
    }
    for (const auto& file : files) {
        const auto wrong =
            write_file(file.name, file.text, force ? Existing::replace : Existing::refuse);
        if (!wrong.empty()) return not_written(file, wrong);
    }
    return {};
}

std::string path_from_here(const std::string& name) {
    const std::filesystem::path path(name);
    std::error_code failure;
    const auto here = std::filesystem::current_path(failure);
    if (failure || name == "<stdin>") return path.lexically_normal().string();
    return (here / path).lexically_normal().lexically_relative(here).string();
}

std::string write_file(const std::string& name, std::string_view text, Existing existing) {
    return write_file(
        name, [text](const Emit& emit) { emit(text); }, existing);
}

std::string write_file(const std::string& name, const Writing& writing, Existing existing) {
    if (is_special(name)) {
        const int failure = write_special(name, writing);
        return failure == 0 ? "" : std::strerror(failure);
    }
    Replacement file(name);
    auto failure = file.write(writing);
    return failure.empty() ? file.take_name(existing) : failure;
}

bool same_file(const std::string& a, const std::string& b) {
    namespace fs = std::filesystem;
    std::error_code no_matter;
    if (fs::equivalent(a, b, no_matter)) return true;
    const auto plain = [](const std::string& name) {
        std::error_code failure;
        return fs::weakly_canonical(fs::absolute(behind_links(name), failure), failure);
    };
    return plain(a) == plain(b);
}

std::string clash(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs) {
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto& output = outputs[i];
        if (output == "-") return "-o -: stdout has its report already; use -f";
        for (const auto& input : inputs)
            if (same_file(output, input == "-" ? "/dev/stdin" : input) && !is_device(output))
                return fmt::format("-o {} would replace the input {}", output,
                                   input == "-" ? "<stdin>" : input);
        if (same_file(output, "/dev/stdout") && !is_device(output))
            return fmt::format("-o {} is where stdout goes; use -f", output);
        for (std::size_t k = 0; k < i; ++k)
            if (same_file(output, outputs[k]) && !is_device(output))
                return fmt::format("-o {} is asked for twice", output);
    }
    return {};
}

}  // namespace mlops_assess
