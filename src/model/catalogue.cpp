#include "model/catalogue.hpp"

namespace mlops_assess {

std::optional<PracticeIndex> Catalogue::find(Text practice) const {
    for (PracticeIndex i = 0; i < practices.size(); ++i)
        if (practices[i].id == practice) return i;
    return std::nullopt;
}

std::optional<std::uint32_t> Catalogue::find_parameter(Text parameter) const {
    for (std::uint32_t i = 0; i < parameters.size(); ++i)
        if (parameters[i].id == parameter) return i;
    return std::nullopt;
}

}  // namespace mlops_assess
