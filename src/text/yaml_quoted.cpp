#include "text/yaml_quoted.hpp"

#include "text/unicode.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::string yaml_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        const auto c = next_code_point(text, i);
        if (c == '"' || c == '\\')
            out += {'\\', static_cast<char>(c)};
        else if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || begins_bracket_command(text.substr(start)))
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        else if (visible(text.substr(start, i - start)) != text.substr(start, i - start))
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += text.substr(start, i - start);
    }
    return out + "\"";
}

std::string yaml_key(std::string_view id) {
    const bool is_null = id == "null" || id == "Null" || id == "NULL";
    return is_null ? yaml_quoted(id) : std::string(id);
}

}  // namespace mlops_assess
