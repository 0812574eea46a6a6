#include "report/practices.hpp"

namespace mlops_assess {
namespace {

/// Adds what one model asks of its catalogue's practices.
void add_model(std::vector<PracticeView>& views, std::size_t first, const Scored& scored,
               std::size_t assessment) {
    const auto& rubric = *scored.assessments[assessment].rubric;
    for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
        for (int level = 0; level <= rubric.top(); ++level) {
            const auto& cell = rubric.cell(p, level);
            for (const auto& requirement : cell.required)
                views[first + requirement.practice].required_by.push_back(
                    {assessment, level, &requirement});
            for (const auto practice : cell.recommended)
                views[first + practice].recommended_by.push_back({assessment, level});
        }
}

}  // namespace

std::vector<PracticeView> practice_views(const Scored& scored) {
    std::vector<PracticeView> views;
    for (const auto* catalogue : scored.catalogues) {
        const auto first = views.size();
        std::vector<std::size_t> models;
        for (std::size_t i = 0; i < scored.assessments.size(); ++i)
            if (scored.assessments[i].rubric->catalogue->id == catalogue->id) models.push_back(i);
        for (PracticeIndex i = 0; i < catalogue->practices.size(); ++i)
            views.push_back(
                {catalogue, i, scored.assessments[models.front()].practices[i], {}, {}, nullptr});
        for (const auto model : models) add_model(views, first, scored, model);
        for (const auto& must : scored.must_have.practices)
            if (scored.assessments[must.assessment].rubric->catalogue->id == catalogue->id)
                views[first + must.index].must_have = &must;
    }
    if (scored.not_loaded == nullptr) return views;
    const auto states = practice_states(*scored.not_loaded, scored.sheet);
    for (PracticeIndex i = 0; i < states.size(); ++i)
        if (states[i].answer != nullptr)
            views.push_back({scored.not_loaded, i, states[i], {}, {}, nullptr});
    return views;
}

bool is_lacking(const PracticeState& state, Points needed) {
    return state.applicable() && state.effective < needed;
}

Text standing_word(const PracticeState& state, Points needed) {
    if (!state.applicable()) return "n/a";
    if (!is_lacking(state, needed)) return "met";
    return state.answered() ? "not met" : "open";
}

}  // namespace mlops_assess
