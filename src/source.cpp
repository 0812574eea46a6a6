#include "mlops_assess/source.hpp"

#include "unicode.hpp"

#include <algorithm>

namespace mlops_assess {

SourceFile make_source(std::string name, std::string text) {
    SourceFile file{std::move(name), std::move(text), {0}};
    for (std::size_t i = 0; i < file.text.size(); ++i)
        if (file.text[i] == '\n') file.line_starts.push_back(i + 1);
    return file;
}

Place SourceFile::place(std::size_t offset) const {
    offset = std::min(offset, text.size());
    const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
    const auto start = *(after - 1);
    const auto before = std::string_view(text).substr(start, offset - start);
    return {static_cast<int>(after - line_starts.begin()),
            static_cast<int>(count_code_points(before)) + 1};
}

std::string_view SourceFile::line(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > line_starts.size()) return {};
    const auto index = static_cast<std::size_t>(number) - 1;
    const auto start = line_starts[index];
    const auto end = index + 1 < line_starts.size() ? line_starts[index + 1] : text.size();
    auto line = std::string_view(text).substr(start, end - start);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

}  // namespace mlops_assess
