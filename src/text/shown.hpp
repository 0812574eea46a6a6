#pragma once

#include "text/safe.hpp"
#include "text/unicode.hpp"

/// Free text made harmless for a terminal.
namespace mlops_assess {

struct ShownLanguage {
    static std::string escaped(std::string_view text) { return visible(text); }
};
/// A line of a terminal in which nothing moves the cursor or starts a command.
using Shown = Safe<ShownLanguage>;

}  // namespace mlops_assess

template <>
struct fmt::formatter<mlops_assess::Shown> : formatter<std::string_view> {
    template <typename Context>
    auto format(const mlops_assess::Shown& text, Context& context) const {
        return formatter<std::string_view>::format(text.str(), context);
    }
};

namespace mlops_assess {

/// `shown("{}: {}", name, note)`. Escaped is the line as a whole, since a command may begin where
/// two texts meet; what is shown already stays as it is.
template <typename... Args>
Shown shown(fmt::format_string<Args...> format, const Args&... args) {
    return Shown::of(formatted(format, args...));
}

/// The text in a colour or bold, by the number of an escape sequence (`1`, `33;1`), where the
/// terminal takes that; ready to be written.
inline std::string painted(const Shown& text, std::string_view code, bool color) {
    return color && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text.str();
}

}  // namespace mlops_assess
