#pragma once

#include "text/safe.hpp"

#include <string>
#include <string_view>

/// Free text made harmless for Markdown.
namespace mlops_assess {

struct MarkdownLanguage {
    /// Free text as inert Markdown on one line: no markup, no mention, no reference to an issue.
    static std::string escaped(std::string_view text);
};
using Markdown = Safe<MarkdownLanguage>;

/// `markdown("**{}**", name)`: what is not Markdown already is escaped.
template <typename... Args>
Markdown markdown(FormatIn<MarkdownLanguage, Args...> format, const Args&... args) {
    return safe<MarkdownLanguage>(format, args...);
}

/// An address as a link where it is plainly one, else escaped.
Markdown markdown_link(std::string_view text);

/// A text as a sentence, whether or not it ends like one. The full stop comes after escaping, so
/// that `42` does not become `42\.`.
Markdown markdown_sentence(std::string_view text);

/// At most `most` bytes of a document: whole sections (`##`) are left out, the last first, and a
/// last line says which.
std::string markdown_cut(const std::string& document, std::size_t most);

}  // namespace mlops_assess
