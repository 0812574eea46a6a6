#pragma once

#include <string_view>

namespace mlops_assess {

/// Days from one ISO date to another; negative when `to` is the earlier one.
int days_between(std::string_view from, std::string_view to);

}  // namespace mlops_assess
