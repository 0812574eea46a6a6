#pragma once

#include "commands/run.hpp"
#include "writer/formats.hpp"

namespace mlops_assess {

/// A file to be written and its format.
struct Output {
    std::string file;
    const Format* format;
};

/// `-o`, repeatable.
Option output_option(std::vector<std::string>& to);

/// The files that `-o` names: `json:report`, `report.md`. Their formats are among those named.
Checked<std::vector<Output>> read_outputs(const std::vector<std::string>& asked,
                                          const std::vector<std::string_view>& formats);

/// Writes a file in place of an earlier one. Whether it did; else why not is told.
bool write_output(const Run& run, const std::string& file, const Writing& writing);

}  // namespace mlops_assess
