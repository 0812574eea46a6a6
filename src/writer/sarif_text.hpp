#pragma once

#include <string>
#include <string_view>

/// Texts, addresses and fingerprints as SARIF has them.
namespace mlops_assess {

/// Free text as a SARIF message: brackets would begin a link, braces a placeholder. At most `most`
/// code points of the text, with `...` for the rest; 0 is no limit.
std::string sarif_text(std::string_view text, std::size_t most = 0);

/// Text with braces as a SARIF message has them.
std::string sarif_braces(std::string_view text);

/// A file's path from the working directory as an address; as `file:///…` where it lies outside and
/// was typed from the root.
std::string sarif_uri(std::string_view typed, std::string_view path);

/// `DataAutoGather` for `data-auto-gather`.
std::string rule_name(std::string_view id);

/// 16 hexadecimal digits that tell texts apart (FNV-1a), then which of several equal ones it is.
std::string fingerprint(std::string_view text, int count);

}  // namespace mlops_assess
