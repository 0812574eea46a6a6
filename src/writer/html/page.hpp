#pragma once

#include "text/markup.hpp"

/// What the pages of reports share.
namespace mlops_assess {

/// `portfolio` lays out many teams on top of what the report has.
enum class PageStyle { report, portfolio };

/// From the doctype to `</head>`: the title, the style sheets, and a policy that allows these and
/// nothing else.
Markup html_head(std::string_view title, PageStyle style);

/// A part of a page; without a body it is left out.
struct HtmlSection {
    std::string id;
    std::string heading;
    Markup body;
};
Markup html_sections(const std::vector<HtmlSection>& parts);

/// A part of the page that is as wide as it needs, and scrolls where the page is narrower.
Markup html_scroll(std::string_view label, const Markup& body);

}  // namespace mlops_assess
