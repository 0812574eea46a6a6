#pragma once

#include "document/diagnostic.hpp"
#include "system/process.hpp"
#include "system/records.hpp"

namespace mlops_assess {

/// The bytes of a file, at most `limit`, as text: UTF-8 with at most one byte order mark at its
/// start, no control characters but tab and line ends, no lone carriage return. Null, with
/// diagnostics, when they are not.
SourcePointer text_file(const std::string& name, std::string bytes, std::size_t limit,
                        Diagnostics& diagnostics);

/// A line of the input as text, in the same way; a byte order mark is a mistake here.
SourcePointer text_record(const Record& record, Diagnostics& diagnostics);

/// Tells by its errno why a file cannot be read.
void add_unreadable(const std::string& name, int failure, Diagnostics& diagnostics);

/// Tells that a file is larger than it may be. `-` stands for the input.
void add_too_large(const std::string& name, std::size_t limit, Diagnostics& diagnostics);

/// The files of one run.
class Files {
  public:
    /// `-` stands for `input`.
    explicit Files(Intake input) : input_(std::move(input)) {}

    /// Reads a whole file, as `text_file` takes it. Null, with diagnostics, when it cannot.
    SourcePointer read(const std::string& name, std::size_t limit, Diagnostics& diagnostics);

  private:
    Intake input_;
};

}  // namespace mlops_assess
