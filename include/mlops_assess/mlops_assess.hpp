#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// mlops-assess for other programs. `score` and `validate` take texts in memory: they read and
/// write no files, look at no clock and no environment, and give the same bytes for the same texts.
/// All three may be called from several threads at once.
namespace mlops {

/// A file that need not exist: its name as messages tell it, and its text in UTF-8. An answer sheet
/// whose name ends in `.csv` is taken for CSV.
struct File {
    std::string name;
    std::string text;
};

/// The rubrics to score by. None named: those that are shipped.
struct Rubrics {
    /// Shipped ids, `microsoft` or `google`, or names in `files`; these have a `/` or end in
    /// `.yaml` or `.yml`.
    std::vector<std::string> names;
    /// The rubrics named, and the catalogues that these name: as paths relative to the rubric.
    std::vector<File> files;
};

struct Outcome {
    bool usable = false;      ///< false: `diagnostics` says why
    std::string document;     ///< empty when not usable
    std::string diagnostics;  ///< errors, warnings and notices, as the program prints them
};

/// Scores an answer sheet of at most 1 MiB by rubrics of at most 8 MiB each. `format` is one of
/// `list formats`: text, markdown, html, svg, json, …
Outcome score(const File& sheet, std::string_view format, const Rubrics& rubrics = {});

/// Checks an answer sheet, catalogue, rubric or list of waivers; its `schema:` says which. The
/// document is a line on what it holds.
Outcome validate(const File& file, const Rubrics& rubrics = {});

/// Streams of a run.
struct Streams {
    /// Fills at most `size` bytes: how many, 0 at the end, or a negative errno.
    std::function<long(char* buffer, std::size_t size)> in;
    /// Each takes all of a text: 0, or an errno.
    std::function<int(std::string_view text)> out;
    std::function<int(std::string_view text)> err;
};

/// The whole program: arguments without its name, files from the disk. Its exit status: 0, 1 for a
/// failed gate, 2 for a wrong command line, 3 for unusable files, 4 for a fault of its own.
int run(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace mlops
