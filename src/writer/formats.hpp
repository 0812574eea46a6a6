#pragma once

#include "report/report.hpp"

namespace mlops_assess {

/// How a report for people may look; files and pipes get the defaults.
struct Style {
    int width = 80;
    bool utf8 = true;
    bool color = false;
    bool brief = false;  ///< of text, Markdown and HTML: what a first look needs
    std::optional<std::size_t> max_bytes = {};  ///< of Markdown; whole sections are left out
};

struct Format {
    std::string_view name;
    std::string_view ending;  ///< of file names that mean this format, with the dot; empty: none
    std::string_view about;
    bool can_be_brief;
    std::string (*write)(const Report& report, const Style& style);
};

/// The one table of formats.
std::span<const Format> formats();
std::vector<std::string_view> format_names();
/// By its name or its ending without the dot, whatever the case; null for any other word.
const Format* find_format(std::string_view word);
const Format* find_format_by_ending(std::string_view file);

std::string write_text(const Report& report, const Style& style);
std::string write_plain(const Report& report, const Style& style);
std::string write_markdown(const Report& report, const Style& style);
std::string write_html(const Report& report, const Style& style);
std::string write_svg(const Report& report, const Style& style);
std::string write_json(const Report& report, const Style& style);
std::string write_sarif(const Report& report, const Style& style);
std::string write_junit(const Report& report, const Style& style);
std::string write_github(const Report& report, const Style& style);
std::string write_csv(const Report& report, const Style& style);
std::string write_ndjson(const Report& report, const Style& style);
std::string write_badge(const Report& report, const Style& style);
std::string write_badge_json(const Report& report, const Style& style);

}  // namespace mlops_assess
