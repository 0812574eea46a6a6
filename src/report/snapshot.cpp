#include "report/snapshot.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

SnapshotParameter parameter_of(const Assessment& a, std::size_t index) {
    const auto& about = a.rubric->catalogue->parameters[index];
    const auto& p = a.parameters[index];
    SnapshotParameter parameter{std::string(about.id),
                                std::string(about.title),
                                p.assessed ? std::optional(p.level) : std::nullopt,
                                {}};
    for (int level = 1; level <= a.rubric->top(); ++level)
        for (const auto& requirement : a.rubric->cell(index, level).required) {
            const auto& state = a.practices[requirement.practice];
            const auto& practices = a.rubric->catalogue->practices;
            parameter.requirements.push_back(
                {std::string(practices[requirement.practice].id), level, a.needed(requirement),
                 state.rating, state.effective,
                 a.applies(requirement) ? std::optional(a.met(requirement)) : std::nullopt,
                 state.credited_by ? std::string(practices[*state.credited_by].id) : ""});
        }
    return parameter;
}

}  // namespace

const SnapshotParameter* SnapshotModel::find(std::string_view parameter) const {
    for (const auto& each : parameters)
        if (each.id == parameter) return &each;
    return nullptr;
}

const SnapshotModel* Snapshot::find(std::string_view rubric) const {
    for (const auto& each : models)
        if (each.rubric == rubric) return &each;
    return nullptr;
}

Snapshot snapshot_of(const Scored& scored) {
    Snapshot snapshot{scored.sheet.source->name,
                      std::string(scored.sheet.team),
                      std::string(scored.sheet.date),
                      {}};
    for (const auto& a : scored.assessments) {
        SnapshotModel model{std::string(a.rubric->id),
                            std::string(a.rubric->version),
                            std::string(a.rubric->catalogue->id),
                            std::string(a.rubric->catalogue->version),
                            a.bar,
                            a.rubric->top(),
                            a.level,
                            a.index_hundredths,
                            {}};
        for (std::size_t p = 0; p < a.parameters.size(); ++p)
            model.parameters.push_back(parameter_of(a, p));
        snapshot.models.push_back(std::move(model));
    }
    return snapshot;
}

}  // namespace mlops_assess
