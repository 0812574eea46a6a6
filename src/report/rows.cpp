#include "report/rows.hpp"

namespace mlops_assess {
namespace {

Standing standing(const Assessment& a, const Requirement& requirement) {
    if (!a.applies(requirement)) return Standing::not_applicable;
    if (a.met(requirement)) return Standing::met;
    return a.practices[requirement.practice].answered() ? Standing::gap : Standing::open;
}

}  // namespace

std::vector<Row> rows(const Scored& scored) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) {
        const auto& a = scored.assessments[i];
        const int target = scored.roadmaps[i].target;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            for (int level = 0; level <= a.rubric->top(); ++level)
                for (const auto& requirement : a.rubric->cell(p, level).required)
                    rows.push_back({&a, target, p, level, &requirement, standing(a, requirement)});
    }
    return rows;
}

}  // namespace mlops_assess
