#include "text/suggest.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`, case and the kind of
/// separator apart.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto plain = [](char c) { return c == '_' || c == ' ' ? '-' : lower(c); };
    std::vector<std::size_t> two_up(b.size() + 1);
    std::vector<std::size_t> up(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) up[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto x = plain(a[i - 1]);
            const auto y = plain(b[j - 1]);
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (x == y ? 0U : 1U)});
            if (i > 1 && j > 1 && x == plain(b[j - 2]) && plain(a[i - 2]) == y)
                row[j] = std::min(row[j], two_up[j - 2] + 1);
        }
        std::swap(two_up, up);
        std::swap(up, row);
    }
    return up[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    if (word.empty() || word.size() > 100) return best;
    auto least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto candidate : candidates) {
        const auto distance = edit_distance(word, candidate);
        if (distance < least && distance < candidate.size()) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::string_view without_curly_quotes(std::string_view word) {
    constexpr std::size_t size = 3;  // bytes of each
    const auto is_quote = [](std::string_view sign) {
        return sign >= "\u2018" && sign <= "\u201f";
    };
    if (word.size() < 2 * size || !is_quote(word.substr(0, size)) ||
        !is_quote(word.substr(word.size() - size)))
        return word;
    return word.substr(size, word.size() - 2 * size);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (const auto bare = without_curly_quotes(word); bare != word) {
        const auto best = nearest(bare, candidates);
        if (!best.empty()) return fmt::format("write \"{}\", with straight quotes or none", best);
    }
    const auto best = nearest(word, candidates);
    return best.empty() ? std::string() : fmt::format("did you mean \"{}\"?", best);
}

}  // namespace mlops_assess
