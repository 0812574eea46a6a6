#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <ranges>
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
    /// The items of a temporary would be gone before the list is used.
    template <typename Range>
        requires(!std::is_base_of_v<std::span<const T>, std::remove_cvref_t<Range>> &&
                 !std::ranges::borrowed_range<Range>)
    List(Range&&) = delete;
    friend constexpr bool operator==(const List& a, const List& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
};
using Texts = List<Text>;

/// Owns what is loaded from a file. Models and sheets are plain views into it (or into the tables
/// embedded in the program) and hold it, so copying them is cheap and the last one frees it.
class Arena {
  public:
    Text text(Text source) {
        if (source.empty()) return {};
        auto* copy = static_cast<char*>(take(source.size(), 1));
        std::memcpy(copy, source.data(), source.size());
        return {copy, source.size()};
    }

    template <typename T>
    List<T> list(const std::vector<T>& source) {
        static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
        if (source.empty()) return {};
        auto* copy = static_cast<T*>(take(source.size() * sizeof(T), alignof(T)));
        std::uninitialized_copy(source.begin(), source.end(), copy);
        return {copy, source.size()};
    }

    template <typename T>
    const T& keep(const T& source) {
        return list(std::vector<T>{source}).front();
    }

  private:
    void* take(std::size_t size, std::size_t alignment) {
        if (std::align(alignment, size, free_, left_) == nullptr) {
            left_ = std::max(size, 2 * blocks_.size() * least_block + least_block);
            free_ = blocks_.emplace_back(new std::byte[left_]).get();
        }
        auto* taken = free_;
        free_ = static_cast<std::byte*>(free_) + size;
        left_ -= size;
        return taken;
    }

    static constexpr std::size_t least_block = 1024;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;  ///< each larger than the one before
    void* free_ = nullptr;
    std::size_t left_ = 0;
};

/// Shared by all values that view it.
using Memory = std::shared_ptr<Arena>;
inline Memory new_memory() { return std::make_shared<Arena>(); }

}  // namespace mlops_assess
