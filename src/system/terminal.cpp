#include "system/terminal.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace mlops_assess {

int width_for(int window, const char* columns) {
    constexpr int least_width = 60;
    constexpr int usual_width = 80;
    constexpr int most_width = 120;
    int width = window;
    if (width == 0 && columns != nullptr)
        std::from_chars(columns, columns + std::strlen(columns), width);
    return width <= 0 ? usual_width : std::clamp(width, least_width, most_width);
}

}  // namespace mlops_assess
