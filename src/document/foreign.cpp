#include "document/foreign.hpp"

#include "text/words.hpp"

#include <algorithm>
#include <optional>

namespace mlops_assess {
namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// `<!DOCTYPE html>`, `<svg …`, `<?xml …`; `<<` is YAML's merge key.
bool is_markup(std::string_view text) {
    return text.size() > 1 && text[0] == '<' &&
           (is_word(text[1]) || text[1] == '!' || text[1] == '?');
}

void report_markup(const SourceFile& file, std::size_t at, Diagnostics& diagnostics) {
    const auto begin = lower_case(std::string_view(file.text).substr(at, 200));
    const bool is_html = begin.starts_with("<!doctype html") || contains(begin, "<html");
    const auto* hint = "give the YAML file that it was made of";
    if (is_html && contains(file.text, "mlops-assess/answers/"))
        hint = "open it in a browser, answer there, and give the file that it saves";
    diagnostics.add(
        DiagnosticId::wrong_kind, file, file.place(at),
        is_html ? "this file is an HTML page, not YAML" : "this file is XML or HTML, not YAML",
        hint);
}

/// The separator of a table whose first two lines these are. A line of YAML that is not a key
/// begins with a sign.
std::optional<char> separator(std::string_view first, std::string_view second) {
    constexpr std::string_view signs = "#-{[%&!|>@`?*";
    if (first.empty() || contains(signs, first.substr(0, 1)) || contains(first, ": ") ||
        contains(first, ":\t") || first.ends_with(':'))
        return std::nullopt;
    for (const char each : {',', ';', '\t'}) {
        const auto columns = std::ranges::count(first, each);
        if (columns > 0 && std::ranges::count(second, each) >= columns) return each;
    }
    return std::nullopt;
}

}  // namespace

bool report_foreign(const SourceFile& file, Diagnostics& diagnostics) {
    const auto at = std::min(file.text.find_first_not_of(" \t\r\n"), file.text.size());
    if (is_markup(std::string_view(file.text).substr(at))) {
        report_markup(file, at, diagnostics);
        return true;
    }
    const auto header = file.line(1);
    if (!separator(header, file.line(2))) return false;
    const bool is_sheet =
        contains(header, "practice") && contains(header, "answer") && !contains(header, "rubric");
    diagnostics.add(DiagnosticId::wrong_kind, file, file.place(0),
                    "this file is a table (CSV), not YAML",
                    is_sheet ? "a sheet that is CSV ends its name in .csv: rename the file"
                             : "give the answer sheet; `mlops-assess init` writes one to fill in");
    return true;
}

}  // namespace mlops_assess
