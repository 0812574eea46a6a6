#include "assessment/target.hpp"
#include "report/scored.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

MustHavePractice::State state_of(const PracticeState& practice, Points needed) {
    if (!practice.applicable()) return MustHavePractice::State::not_applicable;
    if (practice.effective >= needed) return MustHavePractice::State::met;
    return practice.answered() ? MustHavePractice::State::missing : MustHavePractice::State::open;
}

/// Why each practice is called for, by its index; empty where no rule does.
std::vector<std::string> reasons(const Catalogue& catalogue, const AnswerSheet& sheet) {
    std::vector<std::string> because(catalogue.practices.size());
    for (const auto& rule : catalogue.must_have) {
        if (!all_hold(catalogue, rule.when, sheet)) continue;
        for (const auto practice : rule.practices) {
            if (!because[practice].empty()) because[practice] += ' ';
            because[practice] += rule.because;
        }
    }
    return because;
}

}  // namespace

MustHaves must_haves(const std::vector<const Catalogue*>& catalogues,
                     const std::vector<Assessment>& assessments, const AnswerSheet& sheet,
                     std::optional<Points> bar) {
    const auto needed = bar.value_or(points(Rating::mostly));
    MustHaves found;
    for (const auto* catalogue : catalogues) {
        const auto a = std::find_if(
            assessments.begin(), assessments.end(),
            [&](const Assessment& each) { return each.rubric->catalogue->id == catalogue->id; });
        const auto because = reasons(*catalogue, sheet);
        for (PracticeIndex i = 0; i < because.size(); ++i) {
            if (because[i].empty()) continue;
            const auto& practice = catalogue->practices[i];
            const auto state = state_of(a->practices[i], needed);
            found.practices.push_back({&practice, because[i], state});
            if (state != MustHavePractice::State::not_applicable) ++found.applicable;
            if (state == MustHavePractice::State::missing) found.missing.emplace_back(practice.id);
            if (state == MustHavePractice::State::open) found.open.emplace_back(practice.id);
        }
    }
    return found;
}

}  // namespace mlops_assess
