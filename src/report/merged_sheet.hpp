#pragma once

#include "model/load.hpp"

/// Several raters' sheets of one team made into one: contract, section 6.
namespace mlops_assess {

/// One person's or group's view of a team.
struct Rater {
    std::string name;  ///< no two raters have the same
    AnswerSheet sheet;
};

/// Names the raters after who answered, else after the file.
std::vector<Rater> name_raters(const std::vector<AnswerSheet>& sheets);

/// What one sheet says of a practice.
struct Opinion {
    std::size_t rater;
    const Answer* answer;
};

/// A practice that at least one sheet names, and all that they say of it, rater by rater.
struct Opinions {
    const Catalogue* catalogue;
    PracticeIndex index;
    std::vector<Opinion> opinions;

    const Practice& practice() const { return catalogue->practices[index]; }
    /// How many gave an answer; `unknown` is none.
    std::size_t answered() const;
    /// The answers given, each once: no, partially, mostly, fully, not-applicable.
    std::vector<Rating> given() const;
    /// What this rater's sheet says; null where it does not name the practice.
    const Answer* answer_of(std::size_t rater) const;
};

/// In the order of the catalogues; the shipped one comes last where it is not loaded.
std::vector<Opinions> questions_of(const std::vector<Rater>& raters, const Models& models);

struct RaterValue {
    std::size_t rater;
    std::string value;
};

/// What raters say differently of the team, so that the merged sheet does not say it.
struct LeftOut {
    std::string key;  ///< `scope`, `target.microsoft`, `tags.unit`
    std::vector<RaterValue> values;
};

/// A text that the merged sheet holds only in part.
struct CutText {
    Text practice;         ///< its id
    std::string_view key;  ///< `note`
    std::size_t most;      ///< bytes
};

struct MergeRules {
    bool lowest = false;                ///< where answers differ the lower one stands, else none
    std::size_t most_note = most_text;  ///< bytes of a note of the merged sheet
};

struct MergedSheet {
    AnswerSheet sheet;  ///< its answers have no place in a file
    std::vector<LeftOut> left_out;
    std::vector<CutText> cut;
    /// Practices whose answer no sheet gives a day, so that it counts as of the merged sheet's.
    std::vector<Text> undated;
};

/// The sheet that at least two raters' sheets come to.
MergedSheet merge_sheets(const std::vector<Rater>& raters, const std::vector<Opinions>& questions,
                         const Models& models, const MergeRules& rules);

}  // namespace mlops_assess
