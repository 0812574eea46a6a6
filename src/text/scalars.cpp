#include "text/scalars.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace mlops_assess {
namespace {

std::chrono::sys_days day(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t length) {
        return static_cast<int>(to_integer(iso.substr(at, length)).value_or(0));
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

}  // namespace

std::optional<std::int64_t> to_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = to_integer(text.substr(0, 4));
    const auto month = to_integer(text.substr(5, 2));
    const auto day = to_integer(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1) return false;
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    return *day <= days[*month - 1] + (leap && *month == 2 ? 1 : 0);
}

int days_between(std::string_view from, std::string_view to) {
    return static_cast<int>((day(to) - day(from)).count());
}

std::string day_of(std::int64_t seconds) {
    const std::chrono::year_month_day date = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string date_words(std::string_view iso) {
    constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
    if (iso.empty()) return {};
    const auto month = static_cast<std::size_t>(to_integer(iso.substr(5, 2)).value_or(1));
    return fmt::format("{} {} {}", to_integer(iso.substr(8, 2)).value_or(0), months[month - 1],
                       iso.substr(0, 4));
}

}  // namespace mlops_assess
