#pragma once

#include "assessment/assessment.hpp"
#include "report/merged_sheet.hpp"

namespace mlops_assess {

/// How far raters agree, counted over practices that at least two of them answered.
struct Agreement {
    std::size_t compared = 0;
    std::size_t equal = 0;  ///< all answers are the same
    std::size_t close = 0;  ///< at most one step apart, and none is not-applicable

    /// Whole percents, floored; none where nothing is compared.
    std::optional<std::size_t> equal_percent() const { return percent(equal); }
    std::optional<std::size_t> close_percent() const { return percent(close); }

  private:
    std::optional<std::size_t> percent(std::size_t part) const {
        return compared == 0 ? std::nullopt : std::optional(100 * part / compared);
    }
};

struct ParameterAgreement {
    const Catalogue* catalogue;
    const Parameter* parameter;
    Agreement agreement;
};

/// A model by which the merged sheet is scored.
struct MergeModel {
    const Rubric* rubric;
    Points bar;
};

/// A level that depends on which answer is taken.
struct Effect {
    const Rubric* rubric;
    const Parameter* parameter;              ///< null: the overall level
    std::vector<std::optional<int>> levels;  ///< by answer given; none where not assessed
};

/// A question on which raters differ.
struct Disagreement {
    Opinions question;
    std::vector<Rating> given;  ///< at least two
    /// With all else as in the merged sheet; overall first, then by parameter.
    std::vector<Effect> effects;

    bool is_decisive() const { return !effects.empty(); }
};

/// Several raters' sheets of one team, and what they come to together.
struct Merge {
    std::vector<Rater> raters;
    MergeRules rules;
    std::vector<MergeModel> models;
    std::vector<Opinions> questions;  ///< in the order of the catalogues
    std::size_t practices = 0;        ///< of the loaded catalogues and others that a sheet names
    Agreement agreement;
    std::vector<ParameterAgreement> parameters;  ///< of the same catalogues
    std::vector<Disagreement> differences;       ///< decisive ones first, then by catalogue
    std::size_t decisive = 0;                    ///< the first so many of them
    std::vector<Opinions> alone;                 ///< answered by one rater only
    MergedSheet merged;

    const AnswerSheet& sheet() const { return merged.sheet; }
    const Answer& answer(const Opinions& question) const {
        return *merged.sheet.find(question.practice().id);
    }
};

/// At least two raters' sheets, loaded with these models. `bar` stands in place of the rubrics'.
Merge make_merge(std::vector<Rater> raters, const Models& models, std::optional<Points> bar,
                 const MergeRules& rules);

}  // namespace mlops_assess
