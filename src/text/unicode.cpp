#include "text/unicode.hpp"

#include "text/characters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlops_assess {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Length of the sequence that a lead byte announces; 0 for a byte that cannot lead.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_bidirectional_control(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

const CharacterRun& run_of(char32_t c) {
    const auto runs = character_runs();
    return *std::prev(std::upper_bound(
        runs.begin(), runs.end(), c,
        [](char32_t sought, const CharacterRun& run) { return sought < run.first; }));
}

/// Cells of one character above ASCII.
std::size_t cells(char32_t c) { return run_of(c).cells; }

bool is_pictographic(char32_t c) { return run_of(c).is_pictographic; }

}  // namespace

bool begins_bracket_command(std::string_view text) {
    return text.starts_with("##[") || text.starts_with("##vso[");
}

std::size_t count_code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (const char byte : utf8) count += is_continuation(byte) ? 0 : 1;
    return count;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto length = sequence_length(lead);
        if (length == 0 || i + length > text.size()) return i;
        for (std::size_t k = 1; k < length; ++k)
            if (!is_continuation(text[i + k])) return i;
        const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0x80U;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return i;
        i += length;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
    const auto lead = static_cast<unsigned char>(utf8[offset]);
    const auto length = sequence_length(lead);
    if (length == 1) {
        ++offset;
        return lead;
    }
    if (length == 0 || find_invalid_utf8(utf8.substr(offset, length))) {
        ++offset;
        return 0xFFFD;
    }
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && offset + k < utf8.size(); ++k)
        value = (value << 6U) | (static_cast<unsigned char>(utf8[offset + k]) & 0x3FU);
    offset += length;
    return value;
}

bool is_blank_character(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();)
        if (!is_blank_character(next_code_point(text, i))) return false;
    return true;
}

std::size_t display_width(std::string_view utf8) {
    constexpr char32_t emoji_selector = 0xFE0F;
    std::size_t width = 0;
    char32_t last = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        if (static_cast<unsigned char>(utf8[i]) < 0x80) {
            last = static_cast<unsigned char>(utf8[i++]);
            ++width;
            continue;
        }
        const auto c = next_code_point(utf8, i);
        if (c == emoji_selector)
            width += is_pictographic(last) && cells(last) == 1 ? 1 : 0;
        else
            width += cells(c);
        last = c;
    }
    return width;
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool word_begins = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        const auto c = next_code_point(text, i);
        const auto bytes = text.substr(start, i - start);
        if (word_begins && text.substr(start, 2) == "::") out += '\\';
        word_begins = is_blank_character(c);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            out += ' ';
        else if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        else if (c == 0xFFFD && bytes.size() == 1)  // a byte of an argument that is not UTF-8
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0]));
        else if (is_bidirectional_control(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
                 c == 0xFFFE || c == 0xFFFF)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += bytes;
        if (begins_bracket_command(text.substr(start))) out += '\\';
    }
    return out;
}

std::string shell_word(std::string_view word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:@%+";
    if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos)
        return std::string(word);
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string escape_invisible(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    const auto is_plain = [](char byte) {
        return static_cast<unsigned char>(byte) < 0x7F && byte != '#';
    };
    for (std::size_t i = 0; i < json.size();) {
        const auto begin = json.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = std::find_if_not(begin, json.end(), is_plain);
        out.append(begin, end);
        i += static_cast<std::size_t>(end - begin);
        if (i == json.size()) break;
        const auto start = i;
        const auto c = next_code_point(json, i);
        const bool plain = c == '#' && !begins_bracket_command(json.substr(start));
        if ((c <= 0x9F && !plain) || is_bidirectional_control(c) || c == 0x2028 || c == 0x2029)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += json.substr(start, i - start);
    }
    return out;
}

}  // namespace mlops_assess
