#include "text/layout.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// The offset behind the character at `at` and all without a width of their own that follow it.
std::size_t behind_character(std::string_view text, std::size_t at) {
    next_code_point(text, at);
    for (auto next = at; next < text.size(); at = next) {
        next_code_point(text, next);
        if (display_width(text.substr(at, next - at)) > 0) break;
    }
    return at;
}

/// The offset behind as many characters as fit into `width` cells.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    std::size_t used = 0;
    while (end < text.size()) {
        const auto next = behind_character(text, end);
        used += display_width(text.substr(end, next - end));
        if (used > width) break;
        end = next;
    }
    return end;
}

}  // namespace

std::string pad(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

Shown pad(const Shown& text, std::size_t width) { return Shown::trusted(pad(text.str(), width)); }

std::string cut(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    constexpr std::string_view more = "...";
    auto shortened = text.substr(0, fitting(text, width > more.size() ? width - more.size() : 0));
    while (shortened.ends_with(' ')) shortened.remove_suffix(1);
    return std::string(shortened) + std::string(more);
}

Shown cut(const Shown& text, std::size_t width) { return Shown::trusted(cut(text.str(), width)); }

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    constexpr std::string_view more = " …";
    constexpr std::size_t needed = 2;  // cells
    const auto fits = fitting(text, width > needed ? width - needed : 0);
    const auto blank = text.substr(0, fits + 1).find_last_of(' ');
    auto kept = text.substr(0, blank == std::string_view::npos || blank == 0 ? fits : blank);
    while (kept.ends_with(' ')) kept.remove_suffix(1);
    return std::string(kept) + std::string(more);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    const auto end_line = [&] {
        if (!line.empty()) lines.push_back(std::move(line));
        line.clear();
        used = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto start = text.find_first_not_of(' ', at);
        if (start == std::string_view::npos) break;
        auto word = text.substr(start, text.find(' ', start) - start);
        at = start + word.size();
        auto cells = display_width(word);
        if (!line.empty() && used + 1 + cells > width) end_line();
        const bool address = word.find("://") != std::string_view::npos;
        if (cells > width && !address) {
            // Where a word is broken a line must not begin like a CI command.
            std::string_view escape;
            for (auto fits = fitting(word, width); fits < word.size();) {
                const auto part = std::max(fits, behind_character(word, 0));
                line.append(escape).append(word.substr(0, part));
                end_line();
                word.remove_prefix(part);
                escape = word.starts_with("::") ? "\\" : "";
                fits = fitting(word, width - escape.size());
            }
            line = escape;
            cells = escape.size() + display_width(word);
        } else if (!line.empty()) {
            line += ' ', ++used;
        }
        line += word;
        used += cells;
    }
    end_line();
    return lines;
}

std::vector<Shown> wrap(const Shown& text, std::size_t width) {
    std::vector<Shown> lines;
    for (auto& line : wrap(text.str(), width)) lines.push_back(Shown::trusted(std::move(line)));
    return lines;
}

std::string hang(std::string_view first, std::string_view text, std::size_t width) {
    const auto indent = display_width(first);
    std::string out;
    for (const auto& line : wrap(text, width > indent + 20 ? width - indent : 20)) {
        out += out.empty() ? std::string(first) : std::string(indent, ' ');
        out += line + "\n";
    }
    return out.empty() ? std::string(first) + "\n" : out;
}

}  // namespace mlops_assess
