#pragma once

#include <optional>
#include <string>
#include <vector>

/// Reads CSV to the letter of RFC 4180: CRLF after each record, quotes only around whole fields.
/// None when the text breaks a rule.
std::optional<std::vector<std::vector<std::string>>> parse_csv(const std::string& text);
