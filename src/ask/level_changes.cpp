#include "ask/level_changes.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

std::string change_words(const LevelRange& before, const LevelRange& after) {
    if (after.low == after.high && before.low != before.high)
        return fmt::format("is level {}", after.low);
    if (after.low != before.low) return fmt::format("is now level {}", after.low);
    if (after.high != before.high) return fmt::format("is now at most level {}", after.high);
    return {};
}

}  // namespace

std::vector<std::string> level_changes(const Assessments& before, const Assessments& after) {
    std::vector<std::string> changes;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!before[i] || !after[i]) continue;
        const auto name = after[i]->rubric->label;
        for (std::uint32_t p = 0; p < after[i]->parameters.size(); ++p)
            if (const auto words = change_words(before[i]->parameters[p].possible,
                                                after[i]->parameters[p].possible);
                !words.empty())
                changes.push_back(fmt::format("{} {} {}", name, title(*after[i], p), words));
        if (const auto words = change_words(before[i]->possible, after[i]->possible);
            !words.empty())
            changes.push_back(fmt::format("{} overall {}", name, words));
    }
    return changes;
}

}  // namespace mlops_assess
