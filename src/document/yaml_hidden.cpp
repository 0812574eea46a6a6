#include "document/yaml_hidden.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace mlops_assess {
namespace {

constexpr char question_mark = '\xFF';
constexpr char backslash = '\xFE';
constexpr std::size_t escape_size = 6;  ///< of \uXXXX

bool is_blank_or_end(std::string_view text, std::size_t at) {
    return at >= text.size() ||
           std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos;
}

/// The code unit of the escape at `at`, whose backslash is `begin`.
std::optional<char32_t> code_unit(std::string_view text, std::size_t at, char begin) {
    if (text.size() < at + escape_size || text[at] != begin || text[at + 1] != 'u')
        return std::nullopt;
    const auto* digits = text.data() + at + 2;
    std::uint32_t unit = 0;
    const auto [end, failure] = std::from_chars(digits, digits + 4, unit, 16);
    return failure == std::errc() && end == digits + 4 ? std::optional<char32_t>(unit)
                                                       : std::nullopt;
}

/// The character of the pair of escapes at `at`.
std::optional<char32_t> surrogate_pair(std::string_view text, std::size_t at, char begin) {
    const auto high = code_unit(text, at, begin);
    const auto low = high ? code_unit(text, at + escape_size, begin) : std::nullopt;
    if (!low || *high < 0xD800 || *high > 0xDBFF || *low < 0xDC00 || *low > 0xDFFF)
        return std::nullopt;
    return 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00);
}

/// A question mark is an indicator only where a token begins, with a blank behind it: what lies
/// before decides the first. Everywhere else it is a character like any other, whatever the text
/// around it is. One that stands alone at the beginning of a line may be either and is left.
void hide_question_marks(std::string& text) {
    bool token_begins = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool ends = is_blank_or_end(text, i + 1);
        if (c == '\n' || c == '[' || c == '{' || c == ',' || (c == ':' && ends)) {
            token_begins = true;
        } else if (c == '?') {
            const bool before_bracket =
                !ends && std::string_view(",[]{}").find(text[i + 1]) != std::string_view::npos;
            if (token_begins && (ends || before_bracket)) continue;
            text[i] = question_mark;
            token_begins = false;
        } else if (c != ' ' && c != '\t' && c != '\r' && !(c == '-' && ends)) {
            token_begins = false;
        }
    }
}

void hide_surrogate_pairs(std::string& text) {
    for (auto at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
        if (surrogate_pair(text, at, '\\')) {
            text[at] = text[at + escape_size] = backslash;
            at += 2 * escape_size;
        } else {
            at += 2;  // what a backslash escapes is no beginning of an escape
        }
    }
}

std::string join_surrogates(std::string_view value) {
    std::string joined;
    for (std::size_t at = 0; at < value.size();) {
        const auto c = surrogate_pair(value, at, backslash);
        if (!c) {
            joined += value[at++];
            continue;
        }
        for (const unsigned shift : {18U, 12U, 6U, 0U})
            joined += static_cast<char>(shift == 18 ? 0xF0U | (*c >> shift)
                                                    : 0x80U | ((*c >> shift) & 0x3FU));
        at += 2 * escape_size;
    }
    return joined;
}

/// Gives U+0085 and U+00A0, of which only the last byte is there, their first.
std::string repair(std::string_view value) {
    std::string right;
    while (const auto at = find_invalid_utf8(value)) {
        right.append(value.substr(0, *at)).append({'\xC2', value[*at]});
        value.remove_prefix(*at + 1);
    }
    return right.append(value);
}

}  // namespace

std::string hide(std::string_view text) {
    std::string hidden(text);
    if (text.find('?') != std::string_view::npos) hide_question_marks(hidden);
    if (text.find("\\u") != std::string_view::npos) hide_surrogate_pairs(hidden);
    return hidden;
}

std::string reveal(std::string value, bool double_quoted) {
    std::replace(value.begin(), value.end(), question_mark, '?');
    if (double_quoted) return repair(join_surrogates(value));
    std::replace(value.begin(), value.end(), backslash, '\\');
    return value;
}

}  // namespace mlops_assess
