#pragma once

#include "text/markdown_text.hpp"

#include <utility>

namespace mlops_assess {

/// A Markdown document, line by line.
class MarkdownPage {
  public:
    template <typename... Args>
    void line(FormatIn<MarkdownLanguage, Args...> format, const Args&... args) {
        text_ += markdown(format, args...).str();
        text_ += '\n';
    }
    void blank() { text_ += '\n'; }
    template <typename... Args>
    void paragraph(FormatIn<MarkdownLanguage, Args...> format, const Args&... args) {
        line(format, args...);
        blank();
    }
    template <typename... Args>
    void section(FormatIn<MarkdownLanguage, Args...> title, const Args&... args) {
        paragraph("## {}", markdown(title, args...));
    }

    /// All of it, without blank lines at its end.
    std::string take() {
        while (text_.ends_with("\n\n")) text_.pop_back();
        return std::move(text_);
    }

    /// All of it as it is: more is to follow.
    std::string take_part() { return std::exchange(text_, {}); }

  private:
    std::string text_;
};

}  // namespace mlops_assess
