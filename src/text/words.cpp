#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {

std::string join_words(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
        out += words[i];
    }
    return out;
}

std::string some_of(const std::vector<std::string>& words) {
    constexpr std::size_t most = 3;
    const auto shown = std::min(words.size(), most);
    auto out =
        fmt::format("{}", fmt::join(words.begin(), words.begin() + std::ptrdiff_t(shown), ", "));
    if (words.size() > shown) out += fmt::format(" and {} more", words.size() - shown);
    return out;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string with_capitals(std::string_view text) {
    std::string capitals(text);
    for (auto& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

std::string as_sentence(std::string_view text) {
    auto out = with_capital(std::string(text));
    if (!out.empty() && out.back() != '.' && out.back() != '!' && out.back() != '?') out += '.';
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string team_slug(std::string_view text) {
    std::string out;
    for (const char c : lower_case(text)) {
        if (is_word(c))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (out.ends_with('-')) out.pop_back();
    return out;
}

std::string file_words(std::string_view typed) {
    auto name = typed;
    while (name.starts_with("./")) {
        name.remove_prefix(2);
        name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
    }
    // Standard input, an option, or nothing at all.
    return std::string(name.empty() || name.starts_with('-') ? typed : name);
}

std::string url_path(std::string_view path) {
    std::string out;
    for (const char c : path) {
        if (is_word(c) || std::string_view("-._~/").find(c) != std::string_view::npos)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace mlops_assess
