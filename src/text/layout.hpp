#pragma once

#include "text/shown.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Fitting text into columns. Widths are cells of a terminal.
namespace mlops_assess {

/// `text` with blanks up to `width`; never shortened.
std::string pad(std::string_view text, std::size_t width);
Shown pad(const Shown& text, std::size_t width);

/// At most `width` cells of `text`; `...` stands for what was cut off.
std::string cut(std::string_view text, std::size_t width);
Shown cut(const Shown& text, std::size_t width);

/// At most `width` cells of running text, cut behind a word where it has any; `…` stands for what
/// was cut off.
std::string shortened(std::string_view text, std::size_t width);

/// `text` broken at blanks into lines of at most `width`. A longer word gets a line of its own,
/// or several; an address stays whole.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
std::vector<Shown> wrap(const Shown& text, std::size_t width);

/// Lines of at most `width`: the first begins with `first`, the others are indented as deep.
std::string hang(std::string_view first, std::string_view text, std::size_t width);

}  // namespace mlops_assess
