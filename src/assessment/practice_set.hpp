#pragma once

#include "model/catalogue.hpp"

#include <algorithm>
#include <vector>

namespace mlops_assess {

/// Practices of one catalogue, a bit for each.
class PracticeSet {
  public:
    /// Empty, for indices below `size`.
    explicit PracticeSet(std::size_t size) : words_((size + 63) / 64) {}

    void insert(PracticeIndex practice) { words_[practice / 64] |= bit(practice); }
    bool contains(PracticeIndex practice) const {
        return (words_[practice / 64] & bit(practice)) != 0;
    }
    bool empty() const {
        return std::all_of(words_.begin(), words_.end(), [](auto word) { return word == 0; });
    }
    bool is_within(const PracticeSet& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if ((words_[i] & ~other.words_[i]) != 0) return false;
        return true;
    }
    PracticeSet& operator|=(const PracticeSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    PracticeSet& operator&=(const PracticeSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }

  private:
    static std::uint64_t bit(PracticeIndex practice) { return std::uint64_t{1} << practice % 64; }

    std::vector<std::uint64_t> words_;
};

/// These practices and all that imply one of them, through any number of links.
inline PracticeSet with_implying(const Catalogue& catalogue, PracticeSet practices) {
    for (auto at = catalogue.credit_order.end(); at != catalogue.credit_order.begin();) {
        const auto practice = *--at;
        if (!practices.contains(practice)) continue;
        for (const auto by : catalogue.practices[practice].implied_by) practices.insert(by);
    }
    return practices;
}

}  // namespace mlops_assess
