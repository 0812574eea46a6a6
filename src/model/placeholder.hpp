#pragma once

#include <string_view>

namespace mlops_assess {

/// What `init` writes for a team without a name, and what no sheet may be scored with.
inline constexpr std::string_view placeholder_team = "<name of your team>";

}  // namespace mlops_assess
