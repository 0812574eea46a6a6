#pragma once

#include "report/scored.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"

/// Words and sentences that several reports share. Free text in them is raw: each writer makes it
/// harmless in its own way.
namespace mlops_assess {

/// The word of a rubric for a basis; empty when not given.
Text basis_id(Basis basis);
/// Who asks for a requirement, as a reader sees it; empty when not given.
Text basis_words(Basis basis);

Text effort_word(Effort effort);  ///< days, weeks, months
/// What a practice is called: what there is when it is done; where the catalogue does not say, its
/// statement without the full stop.
Text deliverable_words(const Practice& practice);
/// `Alarm (alarmed)`: where the id helps to find it.
std::string name_words(const Practice& practice);
/// What is true when a practice is done; the statement where the catalogue does not say.
Text success_words(const Practice& practice);
/// ` Done when: …` as a sentence behind others; empty where the catalogue does not say.
std::string done_when_words(const Practice& practice);
/// `2 take days, 8 take weeks`.
std::string effort_words(const EffortCount& count);

/// The value of a fact: `true`, `40`, `daily`.
std::string fact_words(const Fact& fact);
/// The facts of the context that reports show: `40 live models, regulated`; may be empty.
std::string scope_words(const Scored& scored);
/// `91 answered, 3 n/a, 3 open`.
std::string count_words(const AnswerCount& count);

/// `Microsoft 3`.
std::string model_level(const Rubric& rubric, int level);

/// What the next milestones ask for: `your targets, Microsoft 3 and Google 1: 10 to do, 1 open`.
std::string next_words(const Scored& scored);
/// `8 take weeks, 2 take months; 4 count for both`; with open questions or must-haves `12 in all:
/// …`; empty where nothing is to do.
std::string next_effort_words(const Scored& scored);
/// A practice of a loaded catalogue or of the shipped one; null for an unknown id.
const Practice* find_practice(const Scored& scored, Text id);

/// `2`, or `1–3` where open answers can change it.
std::string range_words(const LevelRange& range, std::string_view dash = "–");
/// The same of a parameter, or that it is not assessed.
std::string level_range(const ParameterAssessment& p);
/// `≥` before figures that open answers can raise; empty where they cannot.
std::string_view at_least_sign(const LevelRange& range);
/// What an unmet requirement means, in a few words.
std::string missing_words(const Assessment& a, const Requirement& requirement);
/// The answer to a practice, and what it counts as where another practice contains it, by name and
/// id.
std::string answer_words(const Catalogue& catalogue, const PracticeState& state);
std::string answer_words(const Assessment& a, PracticeIndex index);
/// Every level that asks for an item of a milestone, the milestone's own first.
std::vector<Need> needs(const Assessment& a, const Milestone& milestone, const RoadmapItem& item);
/// `Microsoft 3 (published)`.
std::string need_words(const Need& need);
/// Whether a practice that the context calls for is met; `missing`, `not answered yet`.
Text must_have_word(const MustHavePractice& practice);
/// `2 of 6 missing, 1 not answered`; empty where none lacks.
std::string lacking_words(const MustHaves& must);
/// Why a practice is needed whatever the target.
std::string reason_words(const MustHavePractice& practice);
/// Whether every target is reached, and yet something that the context calls for is missing.
bool only_must_haves_miss(const Scored& scored);

/// The assessments whose rubrics use a catalogue.
std::vector<std::size_t> assessments_of(const Scored& scored, const Catalogue& catalogue);
/// An unanswered practice of a roadmap, by an assessment that asks for it.
struct OpenPractice {
    std::size_t assessment;
    PracticeIndex practice;
};
/// All of them, each once.
std::vector<OpenPractice> open_practices(const Scored& scored);
/// The other unanswered practices, which no target needs.
std::vector<const Practice*> open_beyond_targets(const Scored& scored);

/// How the figures come about, sentence by sentence.
std::span<const Text> method_sentences();

/// `met`, `not met` or `n/a`.
Text met_word(const Assessment& a, const Requirement& requirement);
/// `Microsoft 2 of 4 · Google 0–1 of 2`, a range where open answers can still change the level; at
/// level 0 how much of level 1 is met.
std::string badge_words(const Scored& scored);
/// The first thing that holds a team back, as `explain` takes it: `google.ci`.
std::string held_back_id(const Scored& scored);

/// `2.48`.
std::string index_words(int hundredths);

Text title(const Assessment& a, std::uint32_t parameter);
const Practice& practice(const Assessment& a, PracticeIndex index);
const Practice& practice(const Assessment& a, const RoadmapItem& item);

}  // namespace mlops_assess
