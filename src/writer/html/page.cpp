#include "writer/html/page.hpp"

#include "embedded.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

/// As much of a title as a tab and a list of bookmarks can show.
Markup page_title(std::string_view text) {
    constexpr std::size_t most = 70;
    std::size_t width = most;
    auto title = Markup::of(cut(visible(text), width));
    while (count_code_points(title.str()) > most) title = Markup::of(cut(visible(text), --width));
    return title;
}

// The style sheets are our own files.
Markup style_sheet(std::string_view text) {
    return markup("<style>{}</style>\n", Markup::trusted(std::string(text)));
}

Markup section(const HtmlSection& part) {
    return markup(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
        "{2}</section>\n",
        part.id, part.heading, part.body);
}

}  // namespace

Markup html_head(std::string_view title, PageStyle style) {
    auto sheets = style_sheet(html_style_text);
    auto hashes = markup("'{}'", html_style_text_hash);
    if (style == PageStyle::portfolio) {
        sheets += style_sheet(portfolio_style_text);
        hashes += markup(" '{}'", portfolio_style_text_hash);
    }
    return markup(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; "
        "img-src 'none'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>{}</title>\n{}</head>\n",
        hashes, page_title(title), sheets);
}

Markup html_sections(const std::vector<HtmlSection>& parts) {
    Markup out;
    for (const auto& part : parts)
        if (!part.body.empty()) out += section(part);
    return out;
}

Markup html_scroll(std::string_view label, const Markup& body) {
    return markup("<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\">\n{}</section>\n",
                  label, body);
}

}  // namespace mlops_assess
