#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers and dates as texts.
namespace mlops_assess {

/// A whole number in decimal digits; none for anything else.
std::optional<std::int64_t> to_integer(std::string_view text);

/// Whether a text is a day that there is, as YYYY-MM-DD.
bool is_date(std::string_view text);

/// Days from one ISO date to another; negative when `to` is the earlier one.
int days_between(std::string_view from, std::string_view to);

/// The day of a time in seconds since 1970 (UTC), as ISO date. Years 1970 to 9999.
std::string day_of(std::int64_t seconds);

/// `20 November 2026`; empty for an empty text.
std::string date_words(std::string_view iso);

}  // namespace mlops_assess
