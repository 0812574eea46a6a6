#include "commands/commands.hpp"

namespace mlops_assess {

std::string wrong_levels(std::string_view option, const std::vector<AskedLevel>& asked,
                         const Models& models) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [model, level] = asked[i];
        const auto* rubric = models.find(model);
        if (rubric == nullptr) {
            std::vector<std::string_view> names;
            for (const auto* each : models.rubrics) names.push_back(each->id);
            return fmt::format("{} {}={}: no such model is loaded; loaded: {}", option, model,
                               level, fmt::join(names, ", "));
        }
        if (level > rubric->top())
            return fmt::format("{} {}={}: its levels are 0 to {}", option, model, level,
                               rubric->top());
        for (std::size_t k = 0; k < i; ++k)
            if (asked[k].model == model) return fmt::format("{} {} is given twice", option, model);
    }
    return {};
}

std::vector<ModelLevel> model_levels(const std::vector<AskedLevel>& asked) {
    std::vector<ModelLevel> levels;
    for (const auto& [model, level] : asked) levels.push_back({model, level});
    return levels;
}

}  // namespace mlops_assess
