#include "writer/formats.hpp"

#include "text/words.hpp"

namespace mlops_assess {
namespace {

constexpr Format all[] = {
    {"text", ".txt", "for the terminal: the verdict, the profile and what to do first", true,
     write_text},
    {"plain", "", "the same for screen readers: one sentence a line", false, write_plain},
    {"markdown", ".md", "the whole report, for a wiki, a pull request or a board", true,
     write_markdown},
    {"html", ".html", "the whole report as one page, to read, print or mail", true, write_html},
    {"svg", ".svg", "the radar alone, for a page or a slide", false, write_svg},
    {"json", ".json", "every figure, for programs; `schema report` describes it", false,
     write_json},
    {"sarif", ".sarif", "for code scanning: what is missing, at the lines of the sheet", false,
     write_sarif},
    {"junit", ".xml", "as test results: what makes a gate fail is a failure", false, write_junit},
    {"github", "", "annotations of a pull request: failed gates and gaps", false, write_github},
    {"csv", ".csv", "one row for every requirement, for spreadsheets", false, write_csv},
    {"ndjson", ".ndjson", "the same rows as JSON, one a line, for data tools", false, write_ndjson},
    {"badge", "", "the levels as a small SVG picture", false, write_badge},
    {"badge-json", "", "the levels for a badge by shields.io", false, write_badge_json},
};

}  // namespace

std::span<const Format> formats() { return all; }

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const auto& format : all) names.push_back(format.name);
    return names;
}

const Format* find_format(std::string_view word) {
    const auto lower = lower_case(word);
    for (const auto& format : all)
        if (format.name == lower || (!format.ending.empty() && format.ending.substr(1) == lower))
            return &format;
    return nullptr;
}

const Format* find_format_by_ending(std::string_view name) {
    const auto file = lower_case(name);
    for (const auto& format : all)
        if (!format.ending.empty() && file.ends_with(format.ending) &&
            file.size() > format.ending.size())
            return &format;
    return nullptr;
}

}  // namespace mlops_assess
