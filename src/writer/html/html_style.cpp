#include "writer/html/html_style.hpp"

#include "html_style_text.hpp"

namespace mlops_assess {
namespace {

constexpr unsigned digit(char c) {
    return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0');
}

/// The bytes that hexadecimal digits stand for, as Base64.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    // Three hexadecimal digits are two of Base64.
    for (std::size_t i = 0; i < hex.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t k = i; k < i + 3; ++k)
            bits = bits * 16 + (k < hex.size() ? digit(hex[k]) : 0);
        out += letters[bits / 64];
        out += letters[bits % 64];
    }
    while (out.size() * 3 > hex.size() * 2 + 2) out.pop_back();
    while (out.size() % 4 != 0) out += '=';
    return out;
}

}  // namespace

// The style sheet is our own file.
Markup html_style() { return Markup::trusted(std::string(html_style_text)); }

Markup html_policy() {
    return markup(
        "default-src 'none'; style-src 'sha256-{}'; img-src 'none'; base-uri 'none'; "
        "form-action 'none'",
        base64_of_hex(html_style_sha256));
}

}  // namespace mlops_assess
