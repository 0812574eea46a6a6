#include "report/must_have.hpp"

#include "assessment/target.hpp"

#include <algorithm>
#include <map>

namespace mlops_assess {
namespace {

using State = MustHavePractice::State;

State state_of(const PracticeState& practice, Points needed) {
    if (!practice.applicable()) return State::not_applicable;
    if (practice.effective >= needed) return State::met;
    return practice.answered() ? State::missing : State::open;
}

void add_once(std::vector<Text>& texts, Text text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

/// Every unmet requirement of a practice, lowest level first.
std::vector<Need> unmet(const std::vector<Assessment>& assessments, const Catalogue& catalogue,
                        PracticeIndex practice) {
    std::vector<Need> needs;
    const auto parameter = catalogue.practices[practice].parameter;
    for (const auto& a : assessments) {
        if (a.rubric->catalogue->id != catalogue.id) continue;
        for (int n = 1; n <= a.rubric->top(); ++n)
            for (const auto& requirement : a.rubric->cell(parameter, n).required)
                if (requirement.practice == practice && a.applies(requirement) &&
                    !a.met(requirement))
                    needs.push_back({a.rubric, n, a.needed(requirement), requirement.basis});
    }
    return needs;
}

/// The must-haves of one catalogue, in its order.
std::vector<MustHavePractice> called_for(const Catalogue& catalogue, const AnswerSheet& sheet,
                                         const std::vector<Assessment>& assessments,
                                         std::size_t assessment, Points needed) {
    std::map<PracticeIndex, MustHavePractice> found;
    for (const auto& rule : catalogue.must_have) {
        if (!all_hold(catalogue, rule.when, sheet)) continue;
        for (const auto index : rule.practices) {
            auto& must = found[index];
            add_once(must.because, rule.because);
            for (const auto source : rule.sources) add_once(must.sources, source);
        }
    }
    std::vector<MustHavePractice> practices;
    for (auto& [index, must] : found) {
        must.assessment = assessment;
        must.index = index;
        must.practice = &catalogue.practices[index];
        must.needed = needed;
        must.state = state_of(assessments[assessment].practices[index], needed);
        must.also = unmet(assessments, catalogue, index);
        practices.push_back(std::move(must));
    }
    return practices;
}

/// The lacking must-haves of one catalogue and what they need first, stage by stage.
class MustPlan {
  public:
    MustPlan(const Assessment& a, std::size_t assessment, Points needed)
        : a_(a),
          practices_(a.rubric->catalogue->practices),
          assessment_(assessment),
          needed_(needed) {}

    void add(PracticeIndex must) { step(must).must_have = true; }

    std::vector<MustStep> steps() {
        std::vector<MustStep> steps;
        for (const auto& [practice, unused] : found_)
            if (found_.at(practice).must_have) name_first(practice, practice);
        for (auto& [practice, step] : found_) {
            step.stage = stage(practice);
            steps.push_back(step);
        }
        std::stable_sort(steps.begin(), steps.end(),
                         [](const auto& x, const auto& y) { return x.stage < y.stage; });
        return steps;
    }

  private:
    MustStep& step(PracticeIndex practice) {
        const auto [at, is_new] = found_.try_emplace(practice);
        if (is_new) {
            at->second = {assessment_, practice, needed_, false, !a_.practices[practice].answered(),
                          {},          1};
            for (const auto before : lacking_before(practice)) step(before);
        }
        return at->second;
    }

    std::vector<PracticeIndex> lacking_before(PracticeIndex practice) const {
        std::vector<PracticeIndex> before;
        for (const auto each : practices_[practice].after)
            if (a_.practices[each].applicable() && a_.practices[each].effective < needed_)
                before.push_back(each);
        return before;
    }

    void name_first(PracticeIndex practice, PracticeIndex must) {
        for (const auto before : lacking_before(practice)) {
            auto& names = found_.at(before).first_for;
            if (!names.empty() && names.back() == must) continue;  // must by must, so it is last
            names.push_back(must);
            name_first(before, must);
        }
    }

    /// `after` runs in no circle, so this ends.
    int stage(PracticeIndex practice) {
        auto& known = stages_[practice];
        if (known == 0) {
            int last = 0;
            for (const auto before : lacking_before(practice)) last = std::max(last, stage(before));
            stages_[practice] = last + 1;
        }
        return stages_[practice];
    }

    const Assessment& a_;
    List<Practice> practices_;
    std::size_t assessment_;
    Points needed_;
    std::map<PracticeIndex, MustStep> found_;
    std::map<PracticeIndex, int> stages_;
};

}  // namespace

MustHaves must_haves(const std::vector<const Catalogue*>& catalogues,
                     const std::vector<Assessment>& assessments, const AnswerSheet& sheet,
                     std::optional<Points> bar) {
    const auto needed = bar.value_or(points(Rating::mostly));
    MustHaves all;
    for (const auto* catalogue : catalogues) {
        const auto a = std::find_if(
            assessments.begin(), assessments.end(),
            [&](const Assessment& each) { return each.rubric->catalogue->id == catalogue->id; });
        const auto assessment = static_cast<std::size_t>(a - assessments.begin());
        MustPlan plan(*a, assessment, needed);
        for (auto& must : called_for(*catalogue, sheet, assessments, assessment, needed)) {
            if (must.lacks()) plan.add(must.index);
            all.applicable += must.state != State::not_applicable ? 1 : 0;
            all.missing += must.state == State::missing ? 1 : 0;
            all.open += must.state == State::open ? 1 : 0;
            all.practices.push_back(std::move(must));
        }
        const auto steps = plan.steps();
        all.steps.insert(all.steps.end(), steps.begin(), steps.end());
    }
    return all;
}

}  // namespace mlops_assess
