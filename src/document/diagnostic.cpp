#include "document/diagnostic.hpp"

#include "text/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace mlops_assess {
namespace {

auto position(const Diagnostic& d) {
    return std::tuple(std::string_view(d.file), d.place.value_or(Place{}), word(d.id),
                      std::string_view(d.message), std::string_view(d.hint));
}

std::string_view paint(Severity severity) {
    switch (severity) {
        case Severity::error: return "1;31";
        case Severity::warning: return "1;33";
        case Severity::notice: return "1;36";
    }
    return {};
}

/// The line with a caret below the column. A long line is cut around the caret.
std::string excerpt(const SourceFile& source, Place place) {
    constexpr std::size_t before_most = 60;
    constexpr std::size_t most = 100;
    const auto line = source.line(place.line);
    std::size_t caret = 0;
    for (int column = 1; column < place.column && caret < line.size(); ++column)
        next_code_point(line, caret);

    auto start = caret > before_most ? caret - before_most : 0;
    while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) --start;
    auto end = std::min(line.size(), start + most);
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;

    const auto before =
        shown("{}{}", start > 0 ? "..." : "", Shown::of(line.substr(start, caret - start)));
    const auto after = Shown::of(line.substr(caret, end - caret));
    const auto margin = fmt::format("{:>5} | ", place.line);
    return fmt::format("{}\n{:>{}}{:>{}}\n",
                       shown("{}{}{}{}", margin, before, after, end < line.size() ? "..." : ""),
                       "| ", margin.size(), "^", display_width(before.str()) + 1);
}

}  // namespace

void Diagnostics::add(DiagnosticId id, const SourceFile& source, std::optional<Place> place,
                      std::string message, std::string hint) {
    const auto before = items_.size();
    add(id, source.name, place, std::move(message), std::move(hint));
    if (items_.size() > before) items_.back().source = source.shared_from_this();
}

void Diagnostics::add(DiagnosticId id, std::string file, std::optional<Place> place,
                      std::string message, std::string hint) {
    constexpr std::size_t most_kept = 50'000;
    if (items_.size() >= most_kept) {
        ++dropped_;
        return;
    }
    items_.push_back(
        {kind(id).severity, id, std::move(file), place, std::move(message), std::move(hint)});
}

void Diagnostics::append(const Diagnostics& others) {
    items_.insert(items_.end(), others.items_.begin(), others.items_.end());
    dropped_ += others.dropped_;
}

bool Diagnostics::has_errors() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const auto& d) { return d.severity == Severity::error; });
}

void Diagnostics::make_warnings_errors() {
    for (auto& d : items_)
        if (d.severity == Severity::warning) d.severity = Severity::error;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    auto items = items_;
    std::stable_sort(items.begin(), items.end(),
                     [](const auto& a, const auto& b) { return position(a) < position(b); });
    items.erase(
        std::unique(items.begin(), items.end(),
                    [](const auto& a, const auto& b) { return position(a) == position(b); }),
        items.end());
    return items;
}

std::string print(const std::vector<Diagnostic>& diagnostics, bool color) {
    std::string out;
    std::size_t printed = 0;
    for (const auto& d : diagnostics) {
        if (printed == most_shown) break;
        ++printed;
        auto place = shown("{}:", d.file.empty() ? "\"\"" : d.file);
        if (d.place) place += shown("{}:{}:", d.place->line, d.place->column);
        out += fmt::format("{} {}{}\n", place,
                           painted(shown("{}:", word(d.severity)), paint(d.severity), color),
                           shown(" {} [{}]", d.message, word(d.id)));
        // A notice tells what was done with a right input; its line needs no looking at.
        if (d.source != nullptr && d.place && d.severity != Severity::notice)
            out += excerpt(*d.source, *d.place);
        if (!d.hint.empty()) out += fmt::format("{}\n", shown("        {}", d.hint));
    }
    if (printed < diagnostics.size())
        out += fmt::format("and {} more\n", diagnostics.size() - printed);
    return out;
}

}  // namespace mlops_assess
