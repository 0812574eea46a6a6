#include "questionnaire/html_text.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace mlops_assess {

Markup html_value(std::string_view free) {
    Markup out;
    for (std::size_t i = 0; i < free.size();) {
        const auto start = i;
        const auto c = next_code_point(free, i);
        const auto bytes = free.substr(start, i - start);
        if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
            out += markup(" ");
        else if (c == ':' || visible(bytes) != bytes || begins_bracket_command(free.substr(start)))
            out += markup("&#x{:x};", static_cast<unsigned>(c));
        else
            out += Markup::of(bytes);
    }
    return out;
}

Markup fill(std::string_view page, const std::map<std::string_view, Markup>& parts) {
    std::string out;
    for (std::size_t at = 0; at < page.size();) {
        const auto open = std::min(page.find("{{", at), page.size());
        out += page.substr(at, open - at);
        if (open == page.size()) break;
        const auto close = page.find("}}", open);
        out += parts.at(page.substr(open + 2, close - open - 2)).str();
        at = close + 2;
    }
    return Markup::trusted(std::move(out));
}

}  // namespace mlops_assess
