#pragma once

#include "report/scored.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

namespace mlops_assess {

/// A text in paragraphs and lists, fitted to a width.
class Page {
  public:
    explicit Page(const Style& style)
        : width_(static_cast<std::size_t>(style.width)), color_(style.color) {}

    void heading(const std::string& text) {
        if (!out_.empty()) out_ += '\n';
        const auto shown = visible(text);
        out_ += color_ ? fmt::format("\x1b[1m{}\x1b[0m\n", shown) : shown + "\n";
    }
    void paragraph(std::string_view text) {
        if (!text.empty()) out_ += hang("", visible(text), width_);
    }
    void item(std::string_view text) { out_ += hang("  - ", visible(text), width_); }
    void list(std::string_view name, Texts items) {
        if (items.empty()) return;
        heading(std::string(name));
        for (const auto text : items) item(text);
    }
    void fact(std::string_view name, std::string_view text) {
        if (!text.empty()) out_ += hang(pad(name, 16), visible(text), width_);
    }
    std::string take() { return std::move(out_); }

  private:
    std::size_t width_;
    bool color_;
    std::string out_;
};

/// Why a figure of this team is what it is: `google`, `google.ci`, `google.ci.2`, a practice, or
/// nothing for all models. False when `what` is none of these.
bool explain_answers(Page& page, const Scored& scored, std::string_view what);

}  // namespace mlops_assess
