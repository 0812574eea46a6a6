#include "model/dotted.hpp"

#include "text/scalars.hpp"

namespace mlops_assess {
namespace {

std::optional<int> find_level(const Rubric& rubric, Text text) {
    const auto number = to_integer(text);
    if (!number || *number < 0 || *number > rubric.top()) return std::nullopt;
    return static_cast<int>(*number);
}

}  // namespace

std::optional<Dotted> find_dotted(std::span<const Rubric* const> rubrics, Text id) {
    const auto dot = id.find('.');
    const auto rubric = std::find_if(rubrics.begin(), rubrics.end(), [&](const auto* each) {
        return each->id == id.substr(0, dot);
    });
    if (rubric == rubrics.end()) return std::nullopt;
    Dotted found{static_cast<std::size_t>(rubric - rubrics.begin())};
    if (dot == Text::npos) return found;
    const auto rest = id.substr(dot + 1);
    if (found.level = find_level(**rubric, rest); found.level) return found;
    const auto second = rest.find('.');
    found.parameter = (*rubric)->catalogue->find_parameter(rest.substr(0, second));
    if (!found.parameter) return std::nullopt;
    if (second == Text::npos) return found;
    found.level = find_level(**rubric, rest.substr(second + 1));
    return found.level ? std::optional(found) : std::nullopt;
}

}  // namespace mlops_assess
