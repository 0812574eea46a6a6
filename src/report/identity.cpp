#include "report/identity.hpp"

#include "text/words.hpp"

#include <fmt/format.h>
#include <filesystem>

namespace mlops_assess {

std::string Identity::category(std::string_view rubric) const {
    return fmt::format("mlops-assess/{}/{}/", rubric, name);
}

std::string Identity::class_of(std::string_view part) const {
    return fmt::format("{}.{}", name, part);
}

Identity identity_of(std::string_view team, std::string_view path) {
    auto normal = std::filesystem::path(path).lexically_normal().string();
    const auto hash = fnv1a(fmt::format("{}\n{}", team, normal));
    auto name = fmt::format("{}-{:08x}", team_slug(team), hash >> 32U);
    return {std::move(normal), std::move(name)};
}

}  // namespace mlops_assess
