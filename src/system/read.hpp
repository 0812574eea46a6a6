#pragma once

#include "document/diagnostic.hpp"
#include "system/process.hpp"

namespace mlops_assess {

/// Tells that a file is larger than it may be. `-` stands for the input.
void add_too_large(const std::string& name, std::size_t limit, Diagnostics& diagnostics);

/// The files of one run.
class Files {
  public:
    /// `-` stands for `input`.
    explicit Files(Intake input) : input_(std::move(input)) {}

    /// Reads a whole file, at most `limit` bytes, and checks that it is text: UTF-8 with at most
    /// one byte order mark at its start, no control characters but tab and line ends, no lone
    /// carriage return. Null, with diagnostics, when it is not.
    SourcePointer read(const std::string& name, std::size_t limit, Diagnostics& diagnostics);

  private:
    Intake input_;
};

}  // namespace mlops_assess
