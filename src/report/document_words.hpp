#pragma once

#include "report/practices.hpp"
#include "report/report.hpp"

/// Words that the reports of many pages share, where those for a terminal are too short. Free text
/// in them is raw: each writer makes it harmless in its own way.
namespace mlops_assess {

struct NamedText {
    std::string_view name;
    std::string text;
};

/// Who answered, what was assessed, how much was answered: for the head of a report.
std::vector<NamedText> cover_facts(const Scored& scored);
/// `mlops-assess 1.0.0, rubrics microsoft 2.0.0 and google 2.0.0`.
std::string made_by_words(const Scored& scored);
/// What follows `mlops-assess score` for the same report: `answers.yaml --baseline old.yaml`.
std::string arguments_words(const Report& report);
/// The command that makes a report again: `mlops-assess score answers.yaml -f html`.
std::string command_words(const Report& report, std::string_view format, bool brief);

/// The headline's name alone; below the first level it is not reached yet.
std::string reached_words(const Assessment& a);
/// What a reader must know beside the level: how far, what holds back, target, evidence.
std::vector<NamedText> verdict_facts(const Report& report, std::size_t assessment);
/// What is missing for the next level, by name, and what is open: `Way back; Staging; and 3
/// more; open: Chart`, or `2 open`. Empty at the top.
std::string missing_next_words(const Assessment& a);

/// `Microsoft: index 2.80, 29 of 37 recommended practices met.`
std::string index_sentence(const Assessment& a);

/// `Must do, whatever the target: 1 of 6 missing, 2 not answered`.
std::string must_have_heading(const MustHaves& must);
/// Must-haves that lack, called for by the same rules.
struct MustHaveGroup {
    std::string because;
    std::string sources;  ///< by title
    std::vector<const MustHavePractice*> practices;
};
std::vector<MustHaveGroup> lacking_must_haves(const Scored& scored);
/// The names of those that are met or do not apply: `Met: Way back. Not applicable: Certificate.`
std::string other_must_haves(const MustHaves& must);

/// What a first step is for: `must do, whatever the target`, `needed first for Alarm`, `counts for
/// Microsoft 3`.
std::string purpose_words(const Scored& scored, const FirstStep& step);
/// `owner Ana, due 31 March 2027`; empty where the sheet names neither.
std::string owner_words(const Assessment& a, PracticeIndex index);
/// `in Monitoring, takes weeks, owner Ana, due 31 March 2027`.
std::string where_words(const Assessment& a, PracticeIndex index);
/// All that a person needs to take a step on. Only what the catalogue and the sheet say; why
/// and how where `full`.
std::vector<NamedText> step_facts(const Assessment& a, PracticeIndex index, Points needed,
                                  const std::vector<Need>& needs, bool full);

/// The sources that a model's requirements cite, in the catalogue's order.
std::vector<const Source*> cited_sources(const Rubric& rubric);
/// What `published`, `from notes` and so on mean; empty where no model says it of what it asks.
std::string basis_legend(const Scored& scored);

/// The titles of sources, without subtitles.
std::string source_words(const Catalogue& catalogue, std::span<const Text> sources);

/// What keeps a parameter from its next level: what is missing, and how many are open.
std::vector<std::string> blocking_words(const Assessment& a, std::uint32_t parameter);

/// What a model asks of a practice and whether it is met, and who says so.
struct AskedWords {
    std::string what;    ///< `required at 3 (fully), not met`; `recommended at 2, met`
    std::string ground;  ///< `published (First source)`; may be empty
    std::string basis;   ///< `published`; may be empty
};
std::vector<AskedWords> asked_words(const Scored& scored, const PracticeView& view,
                                    std::size_t assessment);
/// Owner, dates and who confirmed it: `owner Ana`, `due 31 March 2027`.
std::vector<std::string> answer_remarks(const Answer& answer);
/// Which levels recommend a practice that is not met, and what was answered; empty where none.
std::string unmet_recommendation(const Scored& scored, const PracticeView& view);

}  // namespace mlops_assess
