#pragma once

#include <string>
#include <string_view>

/// What YAML 1.2 allows and yaml-cpp 0.7 cannot read: a question mark in a plain text in brackets,
/// and the escaped halves of a surrogate pair. Both are hidden from it behind bytes that valid
/// UTF-8 never has, so every offset stays; in the texts that it gives they are put back.
namespace mlops_assess {

/// `text` as yaml-cpp is to see it, of the same length.
std::string hide(std::string_view text);

/// A scalar of the hidden text as it was meant. `double_quoted` scalars have their surrogate pairs
/// made one character, and U+0085 and U+00A0, which yaml-cpp unescapes to single bytes, made UTF-8.
std::string reveal(std::string value, bool double_quoted);

}  // namespace mlops_assess
