#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess {

/// The candidate that `word` was most likely meant to be; empty where none is near. Of equally
/// near ones the first.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// What stands between curly quotes, as word processors set them; else the word as it is.
std::string_view without_curly_quotes(std::string_view word);

/// `did you mean "…"?`, or an empty text.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace mlops_assess
