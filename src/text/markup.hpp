#pragma once

#include "text/safe.hpp"

#include <string>
#include <string_view>

/// Free text made harmless for XML and HTML.
namespace mlops_assess {

struct MarkupLanguage {
    /// Free text as inert XML or HTML text on one line; also between double quotes.
    static std::string escaped(std::string_view text);
};
/// XML, HTML or SVG.
using Markup = Safe<MarkupLanguage>;

/// `markup("<b>{}</b>", name)`: what is not markup already is escaped.
template <typename... Args>
Markup markup(FormatIn<MarkupLanguage, Args...> format, const Args&... args) {
    return safe<MarkupLanguage>(format, args...);
}

/// Whether a text is a web address that may become a link.
bool is_web_address(std::string_view text);

}  // namespace mlops_assess
