#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// A place in a file: line and column from 1, columns in code points.
struct Place {
    int line = 0;
    int column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// A file as it was read: valid UTF-8 without byte order mark, and the name that the user typed.
/// Whoever refers to it keeps it: documents, sheets, diagnostics that quote it.
struct SourceFile : std::enable_shared_from_this<SourceFile> {
    std::string name;
    std::string text;
    int first_line = 1;  ///< of a text that is a part of the file: the line at which it begins
    std::vector<std::size_t> line_starts;
    std::vector<std::size_t> block_starts;  ///< code points before every 4096th byte

    /// The place of the byte at `offset`; the end of the text for anything beyond it.
    Place place(std::size_t offset) const;
    /// The text of a line (from `first_line`) without its line end; empty where there is none.
    std::string_view line(int number) const;
};

using SourcePointer = std::shared_ptr<const SourceFile>;

/// Notes where the lines of `text` begin.
SourcePointer make_source(std::string name, std::string text, int first_line = 1);

}  // namespace mlops_assess
