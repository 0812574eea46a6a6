#pragma once

#include <vector>

namespace mlops_assess {

/// Both at least 0, `of` at least 1.
struct Fraction {
    int part;
    int of;
};

/// The sum of `parts`, divided by `count`, times `scale`, rounded down. Exact for any number of
/// parts: floating point would show 1.99 for 2 now and then.
int floor_of_mean(const std::vector<Fraction>& parts, int count, int scale);

}  // namespace mlops_assess
