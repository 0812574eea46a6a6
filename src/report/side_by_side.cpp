#include "report/side_by_side.hpp"

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

Relation relation_of(const std::vector<Side>& sides) {
    for (const auto& side : sides)
        if (side.scored.sheet.team != sides.front().scored.sheet.team) return Relation::teams;
    return sides.size() == 2 ? Relation::change : Relation::trend;
}

LevelTable table_of(const std::vector<Side>& sides, std::size_t model) {
    const auto& rubric = *sides.front().scored.assessments[model].rubric;
    LevelTable table{&rubric, {}, {}, {}, {}};
    for (const auto& parameter : rubric.catalogue->parameters)
        table.rows.push_back({&parameter, {}});
    for (const auto& side : sides) {
        const auto& a = side.scored.assessments[model];
        table.levels.push_back(a.level);
        table.indices.push_back(a.index_hundredths);
        const auto levels = parameter_levels(a);
        for (std::size_t p = 0; p < levels.size(); ++p) table.rows[p].levels.push_back(levels[p]);
    }
    const int next = *std::ranges::max_element(table.levels) + 1;
    if (next > rubric.top()) return table;
    for (const auto& side : sides)
        table.short_of.push_back(short_of(side.scored.assessments[model], next));
    return table;
}

void add_differences(const std::vector<Side>& sides, const Catalogue& catalogue,
                     std::vector<Difference>& differences) {
    for (const auto& practice : catalogue.practices) {
        Difference difference{&practice, {}, false};
        std::set<Rating> given;
        for (const auto& side : sides) {
            const auto* answer = side.scored.sheet.find(practice.id);
            difference.answers.push_back(answer != nullptr ? answer->rating : Rating::unanswered);
            if (difference.answers.back() != Rating::unanswered)
                given.insert(difference.answers.back());
        }
        difference.contrary = given.size() > 1;
        const auto& answers = difference.answers;
        if (std::any_of(answers.begin(), answers.end(),
                        [&](Rating each) { return each != answers.front(); }))
            differences.push_back(std::move(difference));
    }
}

}  // namespace

SideBySide side_by_side(std::vector<Side> sides) {
    SideBySide all{relation_of(sides), {}, {}, {}, {}};
    if (all.relation == Relation::trend)
        std::stable_sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
            return a.scored.sheet.date < b.scored.sheet.date;
        });
    for (const auto& side : sides) all.sides.push_back(note_of(side));
    const auto& scored = sides.front().scored;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        all.tables.push_back(table_of(sides, i));
    for (const auto* catalogue : scored.catalogues)
        add_differences(sides, *catalogue, all.differences);
    if (all.relation != Relation::teams) all.moved = compare(sides.front(), sides.back());
    return all;
}

}  // namespace mlops_assess
