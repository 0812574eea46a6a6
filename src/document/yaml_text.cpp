#include "document/yaml_text.hpp"

#include "document/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlops_assess {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

/// Over blanks, line ends and comments.
std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == '#' && (at == 0 || is_space(text[at - 1])))
            while (at < text.size() && text[at] != '\n') ++at;
        else if (is_space(text[at]))
            ++at;
        else
            break;
    }
    return at;
}

std::size_t skip_properties(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == '!' || text[at] == '&')) {
        const bool verbatim = text.substr(at, 2) == "!<";
        // A tag ends at a quote, an anchor does not.
        const std::string_view ends = verbatim ? ">" : text[at] == '!' ? ",[]{}\"'" : ",[]{}";
        while (at < text.size() && !is_space(text[at]) &&
               ends.find(text[at]) == std::string_view::npos)
            ++at;
        if (verbatim && at < text.size() && text[at] == '>') ++at;
        at = skip_space(text, at);
    }
    return at;
}

/// Behind the closing quote; none where it is missing.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    for (std::size_t i = begin + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i + 1;
            ++i;
        }
    }
    return std::nullopt;
}

/// A plain scalar over several lines has its line ends folded in `value`.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
    if (text.substr(begin, value.size()) == value) return begin + value.size();
    auto at = begin;
    for (const char c : value) {
        if (is_space(c)) {
            at = skip_space(text, at);
        } else {
            if (at < text.size() && is_space(text[at])) at = skip_space(text, at);
            ++at;
        }
    }
    return std::min(at, text.size());
}

}  // namespace

ScalarSpan scalar_span(std::string_view text, std::size_t at, std::string_view value) {
    ScalarSpan span;
    span.begin = span.end = skip_properties(text, at);
    const char first = span.begin < text.size() ? text[span.begin] : '\0';
    if (first == '"' || first == '\'') {
        const auto end = end_of_quoted(text, span.begin);
        span.style = ScalarStyle::quoted;
        span.closed = end.has_value();
        span.end = end.value_or(text.size());
    } else if (first == '|' || first == '>') {
        span.style = ScalarStyle::block;
    } else {
        span.end = end_of_plain(text, span.begin, value);
    }
    return span;
}

std::optional<std::size_t> outdented_line(std::string_view text, const ScalarSpan& span,
                                          int column) {
    for (auto i = span.begin; i < span.end; ++i) {
        if (text[i] != '\n') continue;
        auto content = i + 1;
        while (content < span.end && is_blank(text[content])) ++content;
        const bool blank = content >= span.end || text[content] == '\n' || text[content] == '\r';
        if (!blank && static_cast<int>(content - i) - 1 <= column) return content;
    }
    return std::nullopt;
}

bool text_follows(std::string_view text, std::size_t end_of_quoted) {
    if (end_of_quoted >= text.size()) return false;
    constexpr std::string_view allowed = " \t\r\n,:]}";
    return allowed.find(text[end_of_quoted]) == std::string_view::npos;
}

bool colon_follows(std::string_view text, std::size_t end_of_key) {
    const auto at = skip_space(text, end_of_key);
    return at < text.size() && text[at] == ':';
}

bool report_tabs(const SourceFile& file, const std::vector<ScalarSpan>& scalars, bool blank_lines,
                 Diagnostics& diagnostics) {
    const std::string_view text = file.text;
    std::size_t found = 0;
    for (const auto start : file.line_starts) {
        auto at = start;
        while (at < text.size() && text[at] == ' ') ++at;
        if (at >= text.size() || text[at] != '\t') continue;
        const auto tab = at;
        while (at < text.size() && is_space(text[at]) && text[at] != '\n') ++at;
        if (!blank_lines && (at >= text.size() || text[at] == '\n')) continue;
        const auto next = std::partition_point(
            scalars.begin(), scalars.end(), [&](const ScalarSpan& s) { return s.begin < start; });
        if (next != scalars.begin()) {
            const auto& before = *(next - 1);
            if (before.style == ScalarStyle::block) continue;
            if (before.style == ScalarStyle::quoted && before.end > start) continue;
        }
        diagnostics.add(DiagnosticId::tab_indentation, file, file.place(tab),
                        "a tab indents this line",
                        "indent with spaces; YAML does not allow tabs there");
        if (++found == 10) break;
    }
    return found > 0;
}

std::optional<std::size_t> suspicious_quote(std::string_view text,
                                            const std::vector<ScalarSpan>& scalars,
                                            std::size_t at) {
    std::size_t from = 0;
    if (!scalars.empty()) {
        const auto& last = scalars.back();
        const auto token = text.substr(last.begin, last.end - last.begin);
        if (last.style == ScalarStyle::quoted && token.find('\n') != std::string_view::npos)
            return last.begin;
        from = last.end;
    }
    constexpr std::string_view before_a_token = " \t\n,[{:-";
    for (auto i = from; i < text.size() && i <= at; ++i) {
        const bool begins = i == 0 || before_a_token.find(text[i - 1]) != std::string_view::npos;
        if (text[i] == '#' && begins) {
            while (i < text.size() && text[i] != '\n') ++i;
        } else if (begins && (text[i] == '"' || text[i] == '\'')) {
            const auto end = end_of_quoted(text, i);
            if (!end) return i;
            if (text.substr(i, *end - i).find('\n') != std::string_view::npos) return i;
            i = *end - 1;
        }
    }
    return std::nullopt;
}

void report_directives(const SourceFile& file, Diagnostics& diagnostics) {
    const std::string_view text = file.text;
    constexpr auto npos = std::string_view::npos;
    std::size_t pending = npos;  // a directive that still waits for its `---`
    bool at_top = true;
    const auto complain = [&](std::size_t at) {
        diagnostics.add(DiagnosticId::directive, file, file.place(at),
                        "YAML readers pass over a line that begins with %",
                        "put the text in quotes or indent it; %YAML may stand at the top, with "
                        "--- in the next line");
    };
    for (const auto start : file.line_starts) {
        const auto line = text.substr(start, text.find('\n', start) - start);
        if (line.starts_with('%')) {
            if (!at_top || !line.starts_with("%YAML ")) return complain(start);
            pending = start;
            continue;
        }
        const auto content = line.find_first_not_of(" \t\r");
        if (content == npos || line[content] == '#') continue;
        if (pending != npos && !line.starts_with("---")) return complain(pending);
        pending = npos;
        at_top = false;
    }
    if (pending != npos) complain(pending);
}

bool report_text(const SourceFile& file, std::string_view text, std::size_t at,
                 Diagnostics& diagnostics) {
    const auto before = diagnostics.size();
    if (text.size() > most_text)
        diagnostics.add(
            DiagnosticId::too_long, file, file.place(at),
            fmt::format("this text has {} bytes; at most {} are allowed", text.size(), most_text),
            "keep the essence here and cite a document for the rest");
    if (text.find('\0') != std::string_view::npos)
        diagnostics.add(DiagnosticId::control_character, file, file.place(at),
                        "this text holds a NUL character", "remove it");
    return diagnostics.size() > before;
}

std::optional<std::size_t> too_many_brackets(std::string_view text) {
    constexpr int most = 2000;
    int open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == '{') ++open;
        if ((text[i] == ']' || text[i] == '}') && open > 0) --open;
        if (open > most) return i;
    }
    return std::nullopt;
}

}  // namespace mlops_assess
