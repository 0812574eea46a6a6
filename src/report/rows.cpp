#include "report/rows.hpp"

namespace mlops_assess {
namespace {

std::optional<bool> is_met(const PracticeState& state, Points needed) {
    if (!state.applicable()) return std::nullopt;
    return state.effective >= needed;
}

Row row_of_model(const Scored& scored, std::size_t assessment, int level, PracticeIndex practice,
                 const Requirement* requirement) {
    const auto& a = scored.assessments[assessment];
    const auto& state = a.practices[practice];
    const auto kind = requirement != nullptr ? RowKind::requirement : RowKind::recommendation;
    const auto needed = requirement != nullptr ? a.needed(*requirement) : a.bar;
    return {kind,
            a.rubric->catalogue,
            practice,
            state,
            &scored,
            assessment,
            level,
            needed,
            requirement,
            nullptr,
            is_met(state, needed)};
}

void add_model(std::vector<Row>& rows, const Scored& scored, std::size_t assessment) {
    const auto& rubric = *scored.assessments[assessment].rubric;
    for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
        for (int level = 0; level <= rubric.top(); ++level) {
            const auto& cell = rubric.cell(p, level);
            for (const auto& requirement : cell.required)
                rows.push_back(
                    row_of_model(scored, assessment, level, requirement.practice, &requirement));
            for (const auto practice : cell.recommended)
                rows.push_back(row_of_model(scored, assessment, level, practice, nullptr));
        }
}

Row row_of_view(const Scored& scored, const PracticeView& view) {
    Row row{RowKind::other, view.catalogue, view.index, view.state, &scored, {}, {}, {},
            nullptr,        nullptr,        {}};
    if (view.must_have == nullptr) return row;
    row.kind = RowKind::must_have;
    row.must_have = view.must_have;
    row.needed = view.must_have->needed;
    row.met = is_met(view.state, view.must_have->needed);
    return row;
}

}  // namespace

Text row_kind_id(RowKind kind) {
    switch (kind) {
        case RowKind::requirement: return "requirement";
        case RowKind::recommendation: return "recommendation";
        case RowKind::must_have: return "must-have";
        case RowKind::other: return "other";
    }
    return {};
}

std::span<const Text> Row::sources() const {
    if (requirement != nullptr && !requirement->sources.empty()) return requirement->sources;
    if (must_have != nullptr && !must_have->sources.empty()) return must_have->sources;
    return practice().sources;
}

std::vector<Row> rows(const Scored& scored) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i) add_model(rows, scored, i);
    const auto views = practice_views(scored);
    for (const auto& view : views)
        if (view.must_have != nullptr) rows.push_back(row_of_view(scored, view));
    for (const auto& view : views)
        if (!view.is_asked_for()) rows.push_back(row_of_view(scored, view));
    return rows;
}

}  // namespace mlops_assess
