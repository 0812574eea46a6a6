#include "days.hpp"

#include <charconv>
#include <chrono>

namespace mlops_assess {
namespace {

std::chrono::sys_days day(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(iso.data() + at, iso.data() + at + length, value);
        return value;
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

}  // namespace

int days_between(std::string_view from, std::string_view to) {
    return static_cast<int>((day(to) - day(from)).count());
}

}  // namespace mlops_assess
