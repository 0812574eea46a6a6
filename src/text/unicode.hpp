#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mlops_assess {

std::size_t count_code_points(std::string_view utf8);

/// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values
/// above U+10FFFF are not), or none.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The code point at `offset` of valid UTF-8; `offset` moves behind it. Of other text, U+FFFD for
/// the one byte at `offset`.
char32_t next_code_point(std::string_view utf8, std::size_t& offset);

/// White space of any kind, and characters that show nothing.
bool is_blank_character(char32_t c);
/// Whether nothing else stands in a text.
bool is_blank(std::string_view text);

/// Cells that a text takes on a terminal: 2 for wide characters and for those that U+FE0F makes
/// emoji, 0 for combining ones, 1 where the width is ambiguous or unknown.
std::size_t display_width(std::string_view utf8);

/// Whether a CI service would take a command from here, wherever in a line it stands: `##[error]`,
/// `##vso[task.…]`.
bool begins_bracket_command(std::string_view text);

/// `text` with everything harmless made of what could move a cursor, turn the reading direction
/// or start a CI command: control characters as `\x1b`, bidirectional controls as `\u202e`, `::`
/// where it begins a word as `\::`, `##[` as `#\#[`. Tabs and line ends become blanks.
std::string visible(std::string_view text);

/// A word as a shell takes it: quoted where it must be.
std::string shell_word(std::string_view word);

/// JSON text in which DEL, C1 and bidirectional controls, which JSON lets stand, are escaped, and
/// the first sign of `##[`, which CI services take for a command anywhere in a line.
std::string escape_invisible(std::string_view json);

}  // namespace mlops_assess
