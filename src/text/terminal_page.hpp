#pragma once

#include "text/shown.hpp"

#include <span>

namespace mlops_assess {

/// A sign that has a colour wherever it stands in a line.
struct Paint {
    std::string_view sign;
    std::string_view code;  ///< as `painted` takes it
};

/// Lines for a terminal, fitted to its width. Widths are cells.
class TerminalPage {
  public:
    TerminalPage(int width, bool color) : width_(static_cast<std::size_t>(width)), color_(color) {}

    std::size_t width() const { return width_; }
    std::size_t size() const { return out_.size(); }
    std::size_t lines() const;

    void blank() { out_ += '\n'; }
    /// A line as it is, without the blanks at its end.
    void line(const Shown& text, std::span<const Paint> paints = {});
    /// The same in bold, broken only where it is too wide; `right` stands at the end of the line,
    /// or below where there is no room.
    void strong(const Shown& text, const Shown& right = {});
    /// The same with its words a blank apart.
    void heading(const Shown& text, const Shown& right = {});
    /// Lines that fit; behind `first` they are indented as deep.
    void paragraph(const Shown& text) { paragraph({}, text); }
    void paragraph(const Shown& first, const Shown& text);
    /// A paragraph behind a bold label that takes `column` cells.
    void labelled(const Shown& label, std::size_t column, const Shown& text);

    std::string take() { return std::move(out_); }

  private:
    void ends(const Shown& left, const Shown& right);
    std::string bold(const Shown& text) const { return painted(text, "1", color_); }

    std::size_t width_;
    bool color_;
    std::string out_;
};

}  // namespace mlops_assess
