#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace mlops_assess {

/// Puts the items 0 to `count` - 1 in order: repeatedly the best of those whose predecessors are
/// all placed. Predecessors run in no circle; `better` is a strict weak order, and items that are
/// equally good keep their order.
std::vector<std::size_t> schedule(std::size_t count,
                                  const std::vector<std::vector<std::size_t>>& predecessors,
                                  const std::function<bool(std::size_t, std::size_t)>& better);

}  // namespace mlops_assess
