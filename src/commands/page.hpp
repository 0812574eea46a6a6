#pragma once

#include "model/load.hpp"
#include "report/scored.hpp"
#include "text/layout.hpp"
#include "text/terminal_page.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

namespace mlops_assess {

/// A text in paragraphs and lists, fitted to a width.
class Page {
  public:
    explicit Page(const Style& style) : page_(style.width, style.color) {}

    void heading(std::string_view text) {
        if (page_.size() > 0) page_.blank();
        page_.strong(Shown::of(text));
    }
    void paragraph(std::string_view text) {
        if (!text.empty()) page_.paragraph(Shown::of(text));
    }
    void item(std::string_view text) { page_.paragraph(shown("  - "), Shown::of(text)); }
    /// A paragraph under a heading; neither where there is no text.
    void section(std::string_view name, std::string_view text) {
        if (!text.empty()) heading(name);
        paragraph(text);
    }
    void list(std::string_view name, Texts items) {
        if (!items.empty()) heading(name);
        for (const auto text : items) item(text);
    }
    void fact(std::string_view name, std::string_view text) {
        if (!text.empty()) page_.paragraph(pad(Shown::of(name), 16), Shown::of(text));
    }
    std::string take() { return page_.take(); }

  private:
    TerminalPage page_;
};

/// What a model, level, parameter, cell or practice is, or a word; all that is called so. False
/// when `what` is none of these.
bool explain_topic(Page& page, const Models& models, std::string_view what);
/// The same for a word of the reports, an answer, a source or a diagnostic.
bool explain_word(Page& page, const Models& models, std::string_view what);
/// What there is to explain.
void explain_all(Page& page, const Models& models);
/// The words among it.
void explain_all_words(Page& page, const Models& models);

/// Why a figure of this team is what it is: `google`, `google.ci`, `google.ci.2`, a practice, or
/// nothing for all models. False when `what` is none of these.
bool explain_answers(Page& page, const Scored& scored, std::string_view what);

}  // namespace mlops_assess
