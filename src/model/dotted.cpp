#include "model/dotted.hpp"

#include "text/scalars.hpp"
#include "text/words.hpp"

namespace mlops_assess {
namespace {

/// Where what is called so stands; `id_of` gives the id of one.
template <typename All, typename IdOf>
std::optional<std::uint32_t> find_typed(const All& all, Text typed, IdOf id_of) {
    const auto find = [&](auto is_meant) -> std::optional<std::uint32_t> {
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (is_meant(id_of(all[i]))) return i;
        return std::nullopt;
    };
    const auto same = find([&](Text id) { return id == typed; });
    return same ? same
                : find([lower = lower_case(typed)](Text id) { return lower_case(id) == lower; });
}

constexpr auto id_of_each = [](const auto& each) { return each.id; };

std::optional<int> find_level(const Rubric& rubric, Text text) {
    const auto number = to_integer(text);
    if (!number || *number < 0 || *number > rubric.top()) return std::nullopt;
    return static_cast<int>(*number);
}

}  // namespace

std::optional<PracticeIndex> find_practice(const Catalogue& catalogue, Text typed) {
    return find_typed(catalogue.practices, typed, id_of_each);
}

std::optional<std::uint32_t> find_parameter(const Catalogue& catalogue, Text typed) {
    return find_typed(catalogue.parameters, typed, id_of_each);
}

std::optional<Dotted> find_dotted(std::span<const Rubric* const> rubrics, Text id) {
    const auto dot = id.find('.');
    const auto index =
        find_typed(rubrics, id.substr(0, dot), [](const Rubric* each) { return each->id; });
    if (!index) return std::nullopt;
    const auto& rubric = *rubrics[*index];
    Dotted found{*index};
    if (dot == Text::npos) return found;
    const auto rest = id.substr(dot + 1);
    if (found.level = find_level(rubric, rest); found.level) return found;
    const auto second = rest.find('.');
    found.parameter = find_parameter(*rubric.catalogue, rest.substr(0, second));
    if (!found.parameter) return std::nullopt;
    if (second == Text::npos) return found;
    found.level = find_level(rubric, rest.substr(second + 1));
    return found.level ? std::optional(found) : std::nullopt;
}

}  // namespace mlops_assess
