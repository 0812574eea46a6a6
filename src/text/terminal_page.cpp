#include "text/terminal_page.hpp"

#include "text/layout.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

Shown trimmed(const Shown& text) {
    return Shown::trusted(text.str().substr(0, text.str().find_last_not_of(' ') + 1));
}

}  // namespace

std::size_t TerminalPage::lines() const {
    return static_cast<std::size_t>(std::ranges::count(out_, '\n'));
}

void TerminalPage::line(const Shown& text, std::span<const Paint> paints) {
    auto row = trimmed(text).str();
    for (const auto& [sign, code] : paints)
        for (auto at = row.find(sign); at != std::string::npos; at = row.find(sign, at)) {
            auto end = at;
            while (row.compare(end, sign.size(), sign) == 0) end += sign.size();
            const auto run = painted(Shown::trusted(row.substr(at, end - at)), code, color_);
            row.replace(at, end - at, run);
            at += run.size();
        }
    out_ += row + "\n";
}

void TerminalPage::strong(const Shown& text, const Shown& right) {
    const auto left = trimmed(text);
    return display_width(left.str()) > width_ ? heading(left, right) : ends(left, right);
}

void TerminalPage::heading(const Shown& text, const Shown& right) {
    const auto lines = wrap(text, width_);
    for (std::size_t i = 0; i < lines.size(); ++i)
        ends(lines[i], i + 1 == lines.size() ? right : Shown());
}

void TerminalPage::paragraph(const Shown& first, const Shown& text) {
    out_ += hang(first.str(), text.str(), width_);
}

void TerminalPage::labelled(const Shown& label, std::size_t column, const Shown& text) {
    const auto lines = hang(pad(label.str(), column), text.str(), width_);
    out_ += bold(label) + lines.substr(label.str().size());
}

void TerminalPage::ends(const Shown& left, const Shown& right) {
    auto used = display_width(left.str()) + display_width(right.str());
    out_ += bold(left);
    if (!right.empty() && used + 2 > width_) {
        blank();
        used = display_width(right.str());
    }
    if (!right.empty()) out_ += std::string(width_ - std::min(used, width_), ' ') + right.str();
    blank();
}

}  // namespace mlops_assess
