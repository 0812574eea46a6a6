#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text and numbers in drawings. No font is known, so widths are estimated, rather too wide.
namespace mlops_assess {

/// A coordinate with at most two decimals.
std::string svg_number(double value);

/// The room that a line of text takes at a font size.
double svg_text_width(std::string_view text, double size);

/// Free text made visible and broken into at most `most_lines` lines of at most `width`; "…"
/// stands for what is cut off.
std::vector<std::string> svg_lines(std::string_view text, double size, double width,
                                   std::size_t most_lines);

}  // namespace mlops_assess
