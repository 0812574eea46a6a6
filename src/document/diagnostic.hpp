#pragma once

#include "document/diagnostic_kinds.hpp"
#include "document/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// A defect of an input file (never of the team), at its place, with the way out.
struct Diagnostic {
    Severity severity = Severity::error;
    DiagnosticId id{};
    std::string file;  ///< as the user typed it
    std::optional<Place> place;
    std::string message;             ///< one sentence, lower case, without full stop
    std::string hint = {};           ///< the remedy, where there is one
    SourcePointer source = nullptr;  ///< where the excerpt comes from
};

/// Collects the diagnostics of one run.
class Diagnostics {
  public:
    /// Severity comes from the id's kind.
    void add(DiagnosticId id, const SourceFile& source, std::optional<Place> place,
             std::string message, std::string hint = {});
    /// For a file without an excerpt to show.
    void add(DiagnosticId id, std::string file, std::optional<Place> place, std::string message,
             std::string hint = {});

    void append(const Diagnostics& others);

    bool has_errors() const;
    bool empty() const { return items_.empty(); }
    /// How many were found; of very many only the first found are kept.
    std::size_t size() const { return items_.size() + dropped_; }
    void make_warnings_errors();

    /// By file, line, column; each distinct diagnostic once.
    std::vector<Diagnostic> sorted() const;

  private:
    std::vector<Diagnostic> items_;
    std::size_t dropped_ = 0;
};

/// `file:line:column: error: message [id]`, then the line, a caret and the hint.
/// At most `most_shown` of them, then how many more there are.
std::string print(const std::vector<Diagnostic>& diagnostics, bool color);

inline constexpr std::size_t most_shown = 50;

}  // namespace mlops_assess
