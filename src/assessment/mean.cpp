#include "assessment/mean.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace mlops_assess {
namespace {

/// A whole number of any size, lowest digit first. A product of denominators may have hundreds of
/// decimal digits.
class Big {
  public:
    explicit Big(std::uint32_t value) : digits_{value} {}

    void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (auto& digit : digits_) {
            carry += std::uint64_t{digit} * factor;
            digit = static_cast<std::uint32_t>(carry);
            carry >>= 32U;
        }
        if (carry != 0) digits_.push_back(static_cast<std::uint32_t>(carry));
    }

    void add(const Big& other) {
        digits_.resize(std::max(digits_.size(), other.digits_.size()) + 1);
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < digits_.size(); ++i) {
            carry += digits_[i];
            if (i < other.digits_.size()) carry += other.digits_[i];
            digits_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32U;
        }
        while (digits_.size() > 1 && digits_.back() == 0) digits_.pop_back();
    }

    friend bool operator<=(const Big& a, const Big& b) {
        if (a.digits_.size() != b.digits_.size()) return a.digits_.size() < b.digits_.size();
        return !std::lexicographical_compare(b.digits_.rbegin(), b.digits_.rend(),
                                             a.digits_.rbegin(), a.digits_.rend());
    }

  private:
    std::vector<std::uint32_t> digits_;
};

Big times(Big value, std::uint32_t factor) {
    value.multiply(factor);
    return value;
}

}  // namespace

int floor_of_mean(const std::vector<Fraction>& parts, int count, int scale) {
    std::map<std::uint32_t, std::uint32_t> by_denominator;
    for (const auto& [part, of] : parts)
        by_denominator[static_cast<std::uint32_t>(of)] += static_cast<std::uint32_t>(part);

    Big sum(0);
    Big common(1);
    int bound = 1;
    for (const auto& [of, part] : by_denominator) {
        Big numerator = times(common, part);
        common.multiply(of);
        sum.multiply(of);
        sum.add(numerator);
        bound += static_cast<int>(part / of) + 1;
    }
    sum.multiply(static_cast<std::uint32_t>(scale));
    common.multiply(static_cast<std::uint32_t>(count));

    // The largest whole number that is not above sum / common.
    int low = 0;
    int high = bound * scale;
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (times(common, static_cast<std::uint32_t>(middle)) <= sum)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

}  // namespace mlops_assess
