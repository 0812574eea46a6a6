#pragma once

#include "report/merge.hpp"

/// Words about raters' sheets that several formats share. Free text in them is raw: each writer
/// makes it harmless in its own way.
namespace mlops_assess {

/// `Ana, Ben and c.yaml`.
std::string rater_names(const Merge& merge);
/// `62 of 80 practices are answered by at least two raters, 5 by one only.`
std::string coverage_words(const Merge& merge);
/// `Levels are by Microsoft (met from mostly on) and Google (met from mostly on).`
std::string models_words(const Merge& merge);
/// `66 %`; empty where nothing is compared.
std::string percent_words(const std::optional<std::size_t>& percent);

/// `unknown` or the answer's word, as a sheet has it.
Text sheet_word(Rating rating);
/// What an answer means to a person, wherever it is given.
Text meaning(Rating rating);
/// What it means for this practice; empty where the catalogue does not say.
std::string meaning_here(const Practice& practice, Rating rating);
/// The answers that raters differ between anywhere.
std::vector<Rating> answers_in_doubt(const Merge& merge);

/// `Microsoft: 0 with no, 1 with partially or fully`; of a parameter `Microsoft, People: …`.
std::string effect_words(const Disagreement& difference, const Effect& effect);
/// What the merged sheet says where raters differ.
Text outcome_words(const Merge& merge);

/// `context.users: Ana and Ben say 40; Cem says 50`.
std::string left_out_words(const Merge& merge, const LeftOut& left_out);
/// The same with long values shortened.
std::string left_out_in_short(const Merge& merge, const LeftOut& left_out);
/// `No sheet gives these answers a day, so they count as of 20 November 2026: certified, staged.`
std::string undated_words(const Merge& merge);
/// Which texts the merged sheet holds only in part, one line for each key: `note of ci-auto-build,
/// ci-package and 3 more: cut at 16384 bytes`.
std::vector<std::string> cut_words(const Merge& merge);

}  // namespace mlops_assess
