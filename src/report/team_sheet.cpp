#include "report/team_sheet.hpp"

#include "text/words.hpp"

#include <map>

namespace mlops_assess {
namespace {

std::int16_t small(int number) { return static_cast<std::int16_t>(number); }

Figures overall_figures(const Assessment& a) {
    Figures figures{true,
                    a.short_of.empty(),
                    small(a.level),
                    small(a.possible.low),
                    small(a.possible.high),
                    small(a.evidenced_level),
                    0,
                    0};
    if (a.short_of.empty()) return figures;
    figures.gaps = small(a.short_of.front().gaps);
    figures.open = small(a.short_of.front().open);
    return figures;
}

Figures parameter_figures(const Assessment& a, const ParameterAssessment& p) {
    if (!p.assessed) return {};
    Figures figures{true,
                    !p.progress.has_value(),
                    small(p.level),
                    small(p.possible.low),
                    small(p.possible.high),
                    small(p.evidenced_level),
                    0,
                    0};
    for (const auto* requirement : p.blocking)
        ++(a.practices[requirement->practice].answered() ? figures.gaps : figures.open);
    return figures;
}

/// The practices that `short_of` counts for the next level.
std::vector<Lacking> lacking(const Assessment& a) {
    std::map<PracticeIndex, bool> open;
    for (std::size_t p = 0; p < a.parameters.size(); ++p)
        for (int level = 1; level <= std::min(a.level + 1, a.rubric->top()); ++level)
            for (const auto& requirement : a.rubric->cell(p, level).required)
                if (a.applies(requirement) && !a.met(requirement))
                    open[requirement.practice] = !a.practices[requirement.practice].answered();
    std::vector<Lacking> all;
    for (const auto& [practice, is_open] : open) all.push_back({practice, is_open});
    return all;
}

ModelFigures model_figures(const Assessment& a, bool in_scope, int target, Arena& arena) {
    std::vector<Figures> parameters;
    for (const auto& each : a.parameters) parameters.push_back(parameter_figures(a, each));
    return {in_scope,           overall_figures(a),     target,
            a.index_hundredths, arena.list(parameters), arena.list(lacking(a))};
}

}  // namespace

Text TeamSheet::tag(Text key) const {
    for (const auto& tag : tags)
        if (tag.key == key) return tag.value;
    return {};
}

TeamSheet team_sheet(const Scored& scored, std::string_view file, Arena& arena) {
    const auto& sheet = scored.sheet;
    std::vector<Tag> tags;
    for (const auto& tag : sheet.tags) tags.push_back({arena.text(tag.key), arena.text(tag.value)});
    std::vector<ModelFigures> models;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        models.push_back(model_figures(scored.assessments[i], scored.out_of_scope[i] == nullptr,
                                       scored.roadmaps[i].target, arena));
    std::vector<LackingMustHave> must_have;
    for (const auto& each : scored.must_have.practices)
        if (each.lacks())
            must_have.push_back({each.practice, each.state == MustHavePractice::State::open});
    return {arena.text(file),         arena.text(sheet.team),
            arena.text(sheet.date),   sheet.date_place.value_or(Place{sheet.source->first_line, 1}),
            arena.list(tags),         arena.list(models),
            arena.list(must_have),    static_cast<int>(scored.must_have.applicable),
            fnv1a(sheet.source->text)};
}

}  // namespace mlops_assess
