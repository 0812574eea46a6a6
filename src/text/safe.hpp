#pragma once

#include <fmt/format.h>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mlops_assess {

/// Text of a language (HTML, Markdown, a terminal) in which all free text is harmless already. It
/// is made by formatting only: an argument that is not such text itself is escaped, so what is not
/// escaped does not compile. `Language::escaped` says how.
template <typename Language>
class Safe {
  public:
    Safe() = default;

    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    Safe& operator+=(const Safe& more) {
        text_ += more.text_;
        return *this;
    }
    friend Safe operator+(Safe a, const Safe& b) { return std::move(a += b); }

    /// Free text, escaped.
    static Safe of(std::string_view free) { return trusted(Language::escaped(free)); }
    /// What is known to be of the language: made by our own code or by a library, never free text.
    static Safe trusted(std::string text) {
        Safe safe;
        safe.text_ = std::move(text);
        return safe;
    }

  private:
    std::string text_;
};

template <typename... Args>
std::string formatted(fmt::string_view format, const Args&... args) {
    return fmt::vformat(format, fmt::make_format_args(args...));
}

/// How an argument of a format stands in it.
template <typename Language, typename T>
decltype(auto) in_language(const T& value) {
    if constexpr (std::same_as<T, Safe<Language>>)
        return (value.str());
    else if constexpr (std::is_arithmetic_v<T> && !std::same_as<T, char>)
        return value;
    else if constexpr (std::convertible_to<const T&, std::string_view>)
        return Language::escaped(value);
    else
        return Language::escaped(fmt::to_string(value));
}

/// A format, checked when compiling. It may hold markup; the arguments are escaped.
template <typename Language, typename... Args>
using FormatIn = fmt::format_string<decltype(in_language<Language>(
    std::declval<const std::type_identity_t<Args>&>()))...>;

/// What each language's own function (`html`, `markdown`, …) does.
template <typename Language, typename... Args>
Safe<Language> safe(fmt::string_view format, const Args&... args) {
    return Safe<Language>::trusted(formatted(format, in_language<Language>(args)...));
}

template <typename Language>
Safe<Language> joined(const std::vector<Safe<Language>>& parts, const Safe<Language>& between) {
    Safe<Language> all;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) all += between;
        all += parts[i];
    }
    return all;
}

}  // namespace mlops_assess
