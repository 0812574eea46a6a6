#include "document/source.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace mlops_assess {

namespace {

constexpr std::size_t block = 4096;

/// Code points before `offset`. Counting starts at the block, not at the line, so that a file of
/// one long line takes no longer than any other.
std::size_t code_points_before(const SourceFile& file, std::size_t offset) {
    const auto start = offset / block;
    return file.block_starts[start] + count_code_points(std::string_view(file.text).substr(
                                          start * block, offset - start * block));
}

}  // namespace

SourcePointer make_source(std::string name, std::string text, int first_line) {
    auto file = std::make_shared<SourceFile>();
    file->name = std::move(name);
    file->text = std::move(text);
    file->first_line = first_line;
    file->line_starts = {0};
    const std::string_view all = file->text;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == '\n') file->line_starts.push_back(i + 1);
    std::size_t points = 0;
    for (std::size_t i = 0; i <= all.size(); i += block) {
        file->block_starts.push_back(points);
        points += count_code_points(all.substr(i, block));
    }
    return file;
}

Place SourceFile::place(std::size_t offset) const {
    offset = std::min(offset, text.size());
    const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
    const auto column = code_points_before(*this, offset) - code_points_before(*this, *(after - 1));
    const auto before = static_cast<int>(after - line_starts.begin()) - 1;
    return {first_line + before, static_cast<int>(column) + 1};
}

std::string_view SourceFile::line(int number) const {
    if (number < first_line) return {};
    const auto index = static_cast<std::size_t>(number - first_line);
    if (index >= line_starts.size()) return {};
    const auto start = line_starts[index];
    const auto end = index + 1 < line_starts.size() ? line_starts[index + 1] : text.size();
    auto line = std::string_view(text).substr(start, end - start);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

}  // namespace mlops_assess
