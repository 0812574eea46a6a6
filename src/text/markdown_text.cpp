#include "text/markdown_text.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {

std::string MarkdownLanguage::escaped(std::string_view text) {
    constexpr std::string_view special = "\\`*_[]<>|~$#";
    const auto plain = visible(text);
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool word_next = i + 1 < plain.size() && is_word(plain[i + 1]);
        const bool begins = out.empty();
        if ((c == '@' || c == '#') && word_next) {
            out += c == '#' ? "\\#" : "@";
            out += "<!-- -->";
        } else {
            const bool entity = c == '&' && i + 1 < plain.size() && plain[i + 1] != ' ';
            if (special.find(c) != std::string_view::npos || entity ||
                (begins && (c == '-' || c == '+' || c == '=' || c == ':')))
                out += '\\';
            out += c;
        }
    }
    // A number with a dot at the start would make a list.
    std::size_t digits = 0;
    while (digits < out.size() && out[digits] >= '0' && out[digits] <= '9') ++digits;
    if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, "\\");
    return out;
}

Markdown markdown_link(std::string_view text) {
    const bool address = text.starts_with("https://") || text.starts_with("http://");
    const bool safe = std::all_of(text.begin(), text.end(), [](char c) {
        return is_word(c) || std::string_view("-._~:/?#=&%+,").find(c) != std::string_view::npos;
    });
    return address && safe ? Markdown::trusted(fmt::format("<{}>", text)) : Markdown::of(text);
}

Markdown markdown_sentence(std::string_view text) {
    return Markdown::trusted(as_sentence(Markdown::of(text).str()));
}

std::string markdown_cut(const std::string& document, std::size_t most) {
    if (document.size() <= most) return document;
    constexpr std::string_view mark = "\n## ";
    auto kept = document;
    std::vector<std::string> names;
    std::string last_line;
    while (kept.size() + last_line.size() > most) {
        const auto begin = kept.rfind(mark);
        if (begin == std::string::npos) {
            kept.clear();
            break;
        }
        const auto name = begin + mark.size();
        names.insert(names.begin(), kept.substr(name, kept.find('\n', name) - name));
        kept.resize(begin + 1);
        last_line =
            fmt::format("Left out to keep within {} bytes: {}.\n", most, fmt::join(names, ", "));
        // Many long names would not fit either.
        if (last_line.size() > most / 2)
            last_line = fmt::format("{} sections are left out to keep within {} bytes.\n",
                                    names.size(), most);
    }
    return kept.empty() ? fmt::format("This report has more than {} bytes.\n", most)
                        : kept + last_line;
}

}  // namespace mlops_assess
