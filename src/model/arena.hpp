#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mlops_assess {

using Text = std::string_view;

/// A view of items that somebody else owns; equal when the items are.
template <typename T>
class List : public std::span<const T> {
  public:
    using std::span<const T>::span;
    friend constexpr bool operator==(const List& a, const List& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
};
using Texts = List<Text>;

/// Owns everything that is loaded during one run. Models are plain views into it (or into the
/// tables embedded in the program), so copying them is free and nobody asks who frees what.
class Arena {
  public:
    Text text(Text source) {
        if (source.empty()) return {};
        auto* copy = static_cast<char*>(memory_.allocate(source.size(), 1));
        std::memcpy(copy, source.data(), source.size());
        return {copy, source.size()};
    }

    template <typename T>
    List<T> list(const std::vector<T>& source) {
        static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
        if (source.empty()) return {};
        auto* copy = static_cast<T*>(memory_.allocate(source.size() * sizeof(T), alignof(T)));
        std::uninitialized_copy(source.begin(), source.end(), copy);
        return {copy, source.size()};
    }

    template <typename T>
    const T& keep(const T& source) {
        return list(std::vector<T>{source}).front();
    }

  private:
    std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace mlops_assess
