#include "report/markup.hpp"

#include "report/phrases.hpp"
#include "unicode.hpp"

namespace mlops_assess {

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : visible(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

bool is_web_address(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\r\n") == std::string_view::npos && visible(text) == text;
}

std::string xml_sentence(std::string_view text) { return xml_escaped(sentence(text)); }

}  // namespace mlops_assess
