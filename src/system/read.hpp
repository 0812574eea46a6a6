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

/// Tells that a file is not the one that was read a moment before.
void add_changed(const std::string& name, Diagnostics& diagnostics);

/// The files of one run.
class Files {
  public:
    /// `-` stands for `input`.
    explicit Files(Intake input) : input_(std::move(input)) {}

    /// The bytes of a whole file, one more than `limit` at most so that an excess shows. None, with
    /// diagnostics, when it cannot be read, or changes while it is.
    std::optional<std::string> bytes(const std::string& name, std::size_t limit,
                                     Diagnostics& diagnostics);
    /// The same, as `text_file` takes it. Null, with diagnostics, when it cannot.
    SourcePointer read(const std::string& name, std::size_t limit, Diagnostics& diagnostics);

  private:
    Intake input_;
};

}  // namespace mlops_assess
