#include "report/merge.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

void count(const Opinions& question, Agreement& agreement) {
    if (question.answered() < 2) return;
    const auto given = question.given();
    const auto span = points(given.back()) - points(given.front());
    ++agreement.compared;
    if (given.size() == 1) ++agreement.equal;
    if (given.back() != Rating::not_applicable && span <= 1) ++agreement.close;
}

void count_all(Merge& merge, const Models& models) {
    for (const auto* catalogue : models.known_catalogues()) {
        std::vector<ParameterAgreement> rows;
        for (const auto& parameter : catalogue->parameters)
            rows.push_back({catalogue, &parameter, {}});
        bool is_named = catalogue != models.not_loaded();
        for (const auto& question : merge.questions) {
            if (question.catalogue != catalogue) continue;
            is_named = true;
            count(question, merge.agreement);
            count(question, rows[question.practice().parameter].agreement);
        }
        if (!is_named) continue;
        merge.practices += catalogue->practices.size();
        merge.parameters.insert(merge.parameters.end(), rows.begin(), rows.end());
    }
}

/// The levels that the merged sheet would have with other answers.
class WhatFollows {
  public:
    WhatFollows(const AnswerSheet& sheet, const MergeModel& model)
        : rubric_(*model.rubric), bar_(model.bar) {
        for (const auto& state : practice_states(*rubric_.catalogue, sheet)) {
            own_.push_back(state.own);
            applicable_.push_back(state.applicable());
        }
    }

    Levels with(PracticeIndex practice, Rating answer) const {
        auto own = own_;
        auto applicable = applicable_;
        own[practice] = points(answer);
        applicable[practice] = answer != Rating::not_applicable;
        return levels(rubric_, bar_, effective_points(*rubric_.catalogue, std::move(own)),
                      applicable);
    }

    void add_effects(PracticeIndex practice, const std::vector<Rating>& given,
                     std::vector<Effect>& effects) const {
        const auto& parameters = rubric_.catalogue->parameters;
        Effect overall{&rubric_, nullptr, {}};
        std::vector<Effect> by_parameter;
        for (const auto& parameter : parameters) by_parameter.push_back({&rubric_, &parameter, {}});
        for (const auto rating : given) {
            const auto levels = with(practice, rating);
            overall.levels.push_back(levels.overall);
            for (std::size_t p = 0; p < parameters.size(); ++p)
                by_parameter[p].levels.push_back(levels.parameters[p]);
        }
        by_parameter.insert(by_parameter.begin(), overall);
        for (auto& effect : by_parameter)
            if (std::ranges::adjacent_find(effect.levels, std::ranges::not_equal_to()) !=
                effect.levels.end())
                effects.push_back(std::move(effect));
    }

    bool asks(const Catalogue& catalogue) const { return rubric_.catalogue->id == catalogue.id; }

  private:
    const Rubric& rubric_;
    Points bar_;
    std::vector<Points> own_;
    std::vector<bool> applicable_;
};

void find_differences(Merge& merge) {
    std::vector<WhatFollows> by_model;
    for (const auto& model : merge.models) by_model.emplace_back(merge.sheet(), model);
    for (const auto& question : merge.questions) {
        if (question.answered() == 1) merge.alone.push_back(question);
        Disagreement difference{question, question.given(), {}};
        if (difference.given.size() < 2) continue;
        for (const auto& each : by_model)
            if (each.asks(*question.catalogue))
                each.add_effects(question.index, difference.given, difference.effects);
        merge.differences.push_back(std::move(difference));
    }
    const auto others =
        std::ranges::stable_partition(merge.differences, &Disagreement::is_decisive);
    merge.decisive = merge.differences.size() - others.size();
}

}  // namespace

Merge make_merge(std::vector<Rater> raters, const Models& models, std::optional<Points> bar,
                 const MergeRules& rules) {
    Merge merge;
    merge.raters = std::move(raters);
    merge.rules = rules;
    for (const auto* rubric : models.rubrics)
        merge.models.push_back({rubric, bar.value_or(rubric->bar)});
    merge.questions = questions_of(merge.raters, models);
    count_all(merge, models);
    merge.merged = merge_sheets(merge.raters, merge.questions, models, rules);
    find_differences(merge);
    return merge;
}

}  // namespace mlops_assess
