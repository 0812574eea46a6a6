#pragma once

#include "document/diagnostic.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What the raw text of a YAML file says where yaml-cpp says nothing: where a scalar ends, whether
/// its quote was closed, whether a colon stands behind a key, which lines a tab indents.
namespace mlops_assess {

enum class ScalarStyle { plain, quoted, block };

/// Where a scalar stands in the text: from its first character, behind tags and anchors, to the
/// end of its token. Of a block scalar (`|`, `>`) only the beginning is known.
struct ScalarSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    ScalarStyle style = ScalarStyle::plain;
    bool closed = true;  ///< of a quoted scalar: its closing quote is there
};

ScalarSpan scalar_span(std::string_view text, std::size_t at, std::string_view value);

/// The first line inside a quoted scalar that is not indented deeper than `column` (from 0).
std::optional<std::size_t> outdented_line(std::string_view text, const ScalarSpan& span,
                                          int column);

/// Whether something stands directly behind a closing quote that may not stand there.
bool text_follows(std::string_view text, std::size_t end_of_quoted);

bool colon_follows(std::string_view text, std::size_t end_of_key);

/// Reports every line that a tab indents, outside of texts that may hold tabs; lines with nothing
/// but a tab only if wanted.
bool report_tabs(const SourceFile& file, const std::vector<ScalarSpan>& scalars, bool blank_lines,
                 Diagnostics& diagnostics);

/// Reports a line that begins with `%`: yaml-cpp drops it wherever it stands.
void report_directives(const SourceFile& file, Diagnostics& diagnostics);

/// Reports a text as it is read, its escapes resolved, that is too long or holds a NUL. Whether it
/// does.
bool report_text(const SourceFile& file, std::string_view text, std::size_t at,
                 Diagnostics& diagnostics);

/// The place from which more brackets are open than any file needs. yaml-cpp would take gigabytes
/// before it gave up.
std::optional<std::size_t> too_many_brackets(std::string_view text);

/// Of a file that does not parse beyond `at`: the quote that may be the reason.
std::optional<std::size_t> suspicious_quote(std::string_view text,
                                            const std::vector<ScalarSpan>& scalars, std::size_t at);

}  // namespace mlops_assess
