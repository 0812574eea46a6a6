#include "document/yaml_syntax.hpp"

#include "document/yaml_hidden.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

/// yaml-cpp's terse messages in words that help.
struct Explanation {
    std::string_view contains;
    std::string_view message;
    std::string_view hint;
};
constexpr Explanation explanations[] = {
    {"illegal map value", "a colon that does not belong here",
     "put a text with a colon in quotes, write a space after the colon of a key, and check the "
     "indentation of this line and the one before"},
    {"end of map not found", "this line does not fit the indentation of the lines around it",
     "start it in the same column as its neighbours"},
    {"end of sequence not found", "this line does not fit the list around it",
     "start every dash of a list in the same column"},
    {"end of map flow not found", "this brace { is not closed, or a comma is missing",
     "close it with }, and put a comma between the entries"},
    {"end of sequence flow not found", "this bracket [ is not closed, or a comma is missing",
     "close it with ], and put a comma between the items"},
    {"referenced anchor is not defined", "aliases (*name) are not supported",
     "write the value out where it is used, or put a text that begins with * in quotes"},
    {"illegal EOF in scalar", "this quote is never closed", "close it at the end of the text"},
    {"invalid unicode", "an escape (\\u…) that is no character",
     "write the character itself; of a pair \\ud83d\\ude00 both halves are needed"},
    {"unknown escape character", "an unknown escape (\\…) in double quotes",
     "double the backslash, or use single quotes"},
    {"unknown token", "a character that YAML does not allow here",
     "put a text that begins with @, ` or % in quotes"},
    {"illegal block entry", "a dash that does not belong here",
     "put a text that begins with a dash in quotes, and check the indentation"},
    {"bad file", "nested too deep", "look for a bracket or brace too many"},
};

DiagnosticId id_of(std::string_view message) {
    if (message.find("anchor is not defined") != std::string_view::npos) return DiagnosticId::alias;
    if (message.find("illegal EOF in scalar") != std::string_view::npos)
        return DiagnosticId::unclosed_quote;
    if (message.find("bad file") != std::string_view::npos) return DiagnosticId::too_deep;
    return DiagnosticId::syntax;
}

/// An opening one: the closing one of a pair is an apostrophe, too.
bool has_curly_quote(std::string_view line) {
    for (const auto* quote : {"\u2018", "\u201a", "\u201c", "\u201e"})
        if (line.find(quote) != std::string_view::npos) return true;
    return false;
}

}  // namespace

void report_syntax_error(const SourceFile& file, const std::vector<ScalarSpan>& scalars,
                         std::size_t at, const std::string& message, Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return;  // what follows is most likely a consequence
    report_directives(file, diagnostics);
    if (diagnostics.has_errors()) return;
    if (report_tabs(file, scalars, true, diagnostics)) return;
    at = std::min(at, file.text.size());
    // The place of such an escape is behind it.
    if (message.find("invalid unicode") != std::string::npos) at = file.text.rfind('\\', at - 1);
    const auto quote = suspicious_quote(file.text, scalars, at);
    if (!quote && at < file.text.size() && file.text[at] == '?') {
        diagnostics.add(DiagnosticId::syntax, file, file.place(at),
                        "a question mark that does not belong here",
                        "put a text with a question mark in quotes");
        return;
    }
    std::string hint;
    auto id = id_of(message);
    if (id == DiagnosticId::unclosed_quote) {
        diagnostics.add(id, file, file.place(quote.value_or(at)), "this quote is never closed",
                        "close it at the end of the text");
        return;
    }
    const auto* known = std::find_if(
        std::begin(explanations), std::end(explanations),
        [&](const Explanation& e) { return message.find(e.contains) != std::string::npos; });
    const bool is_known = known != std::end(explanations);
    if (quote)
        hint = fmt::format("the quote in line {} may not be closed where it should be",
                           file.place(*quote).line);
    else if (is_known)
        hint = known->hint;
    if (has_curly_quote(file.line(file.place(at).line)))
        hint =
            "the quotes in this line are curly, as word processors set them; write straight ones";
    diagnostics.add(
        id, file, file.place(at),
        is_known ? std::string(known->message) : "not valid YAML: " + reveal(message, false), hint);
}

}  // namespace mlops_assess
