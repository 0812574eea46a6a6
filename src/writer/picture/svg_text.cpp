#include "writer/picture/svg_text.hpp"

#include "text/unicode.hpp"

#include <fmt/format.h>
#include <cmath>

namespace mlops_assess {
namespace {

constexpr std::string_view ellipsis = "…";

/// The width of a character at font size 1, as in the widest of the usual fonts.
double character_width(char32_t c, std::string_view bytes) {
    constexpr std::string_view narrow = " !\"'()*,-./:;[\\]`fijlrtIJ|{}";
    constexpr std::string_view wide = "%@MWmw";
    constexpr std::string_view broad = "#&+<=>~ABCDEFGHKLNOPQRSTUVXYZ";
    if (c >= 0x80) return 1.1 * static_cast<double>(display_width(bytes)) / (c < 0x1100 ? 1 : 2);
    const auto ascii = static_cast<char>(c);
    if (narrow.find(ascii) != std::string_view::npos) return 0.46;
    if (wide.find(ascii) != std::string_view::npos) return 1.02;
    return broad.find(ascii) != std::string_view::npos ? 0.84 : 0.66;
}

/// As many whole characters of `text` as fit into `width`.
std::size_t bytes_that_fit(std::string_view text, double size, double width) {
    double used = 0;
    std::size_t fits = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        const auto c = next_code_point(text, i);
        used += size * character_width(c, text.substr(start, i - start));
        if (used > width) break;
        fits = i;
    }
    return fits;
}

std::string with_ellipsis(std::string_view line, double size, double width) {
    const auto room = width - svg_text_width(ellipsis, size);
    auto kept = line.substr(0, bytes_that_fit(line, size, room));
    while (kept.ends_with(' ')) kept.remove_suffix(1);
    return std::string(kept) + std::string(ellipsis);
}

}  // namespace

std::string svg_number(double value) {
    const auto hundredths = std::lround(value * 100);
    auto text = fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::labs(hundredths) / 100,
                            std::labs(hundredths) % 100);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

double svg_text_width(std::string_view text, double size) {
    double width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        const auto c = next_code_point(text, i);
        width += size * character_width(c, text.substr(start, i - start));
    }
    return width;
}

std::vector<std::string> svg_lines(std::string_view text, double size, double width,
                                   std::size_t most_lines) {
    const auto plain = visible(text);
    std::string_view rest = plain;
    std::vector<std::string> lines;
    while (!rest.empty() && lines.size() < most_lines) {
        const auto fits = bytes_that_fit(rest, size, width);
        if (fits == rest.size() || lines.size() + 1 == most_lines) break;
        auto end = rest.substr(0, fits + 1).find_last_of(' ');
        if (end == std::string_view::npos || end == 0) {
            std::size_t first = 0;
            next_code_point(rest, first);
            end = std::max(fits, first);
        }
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    if (rest.empty()) return lines;
    const bool whole = bytes_that_fit(rest, size, width) == rest.size();
    lines.push_back(whole ? std::string(rest) : with_ellipsis(rest, size, width));
    return lines;
}

}  // namespace mlops_assess
