#include "writer/sarif_text.hpp"

#include "report/phrases.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <filesystem>

namespace mlops_assess {

std::string sarif_text(std::string_view text, std::size_t most) {
    constexpr std::string_view more = "...";
    // What escaping adds counts, too, so the limit holds for the result.
    std::string out;
    std::size_t used = 0;
    std::size_t fits = 0;
    const auto plain = visible(text);
    for (std::size_t i = 0; i < plain.size();) {
        const auto start = i;
        next_code_point(plain, i);
        std::string sign = plain.substr(start, i - start);
        if (sign == "[" || sign == "]" || sign == "\\") sign.insert(0, "\\");
        sign = sarif_braces(sign);
        used += count_code_points(sign);
        if (most > 0 && used > most) return out.substr(0, fits) + std::string(more);
        out += sign;
        if (used + more.size() <= most) fits = out.size();
    }
    return out;
}

std::string sarif_braces(std::string_view text) {
    std::string out;
    for (const char c : text) out.append(c == '{' || c == '}' ? 2 : 1, c);
    return out;
}

std::string sarif_uri(std::string_view typed, std::string_view path) {
    if (path == "<stdin>") return "stdin";
    const bool outside = typed.starts_with('/') && path.starts_with("../");
    const std::string out = outside ? "file://" : "";
    const auto whole = std::filesystem::path(typed).lexically_normal().string();
    return out + url_path(outside ? std::string_view(whole) : path);
}

std::string rule_name(std::string_view id) {
    std::string out;
    bool begins = true;
    for (const char c : id) {
        if (is_word(c)) out += begins ? with_capital(std::string(1, c)) : std::string(1, c);
        begins = !is_word(c);
    }
    return out;
}

std::string fingerprint(std::string_view text, int count) {
    return fmt::format("{:016x}:{}", fnv1a(text), count);
}

}  // namespace mlops_assess
