#include "text/markup.hpp"

#include "text/unicode.hpp"

namespace mlops_assess {

std::string MarkupLanguage::escaped(std::string_view text) {
    const auto plain = visible(text);
    std::string out;
    out.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size();) {
        const auto start = i;
        switch (next_code_point(plain, i)) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            // XML allows every character but these two.
            case 0xFFFE: out += "\\ufffe"; break;
            case 0xFFFF: out += "\\uffff"; break;
            default: out.append(plain, start, i - start);
        }
    }
    return out;
}

bool is_web_address(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\r\n") == std::string_view::npos && visible(text) == text;
}

}  // namespace mlops_assess
