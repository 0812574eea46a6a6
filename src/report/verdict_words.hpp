#pragma once

#include "report/scored.hpp"

/// What a team has reached in each model, how far it is, and how sure that is: in words that all
/// reports share. Free text in them is raw: each writer makes it harmless in its own way.
namespace mlops_assess {

/// `7 to do, 1 open`; `nothing to do`.
std::string to_do_words(std::size_t gaps, std::size_t open);

/// Whether the sheet says nothing that the model asks about.
bool is_blank(const Assessment& a);

/// `level 2 of 4`; `below level 1 of 2`; `not answered yet`.
std::string level_words(const Assessment& a);
/// The level's name; below the first level that of the level to come.
std::string level_name(const Assessment& a);
/// `level 2 of 4, Automated training`; of a blank sheet only that it is blank.
std::string headline_words(const Assessment& a);
/// `short of 3: 7 to do, 1 open; of 4: 14 to do, 1 open`; empty at the top.
std::string short_of_words(const Assessment& a);
/// `3 of 8 parameters stand at 3`: those that are further than the whole; empty at the top and
/// where none is.
std::string ahead_words(const Assessment& a);
/// What is met already of what the levels beyond the next ask for: `4 of 8 of Microsoft 4`; empty
/// where they are none, or nothing is met.
std::string met_later_words(const Assessment& a);
/// The parameters that keep the team at its level; empty at the top. More than these are counted.
std::string held_back_by_words(const Assessment& a, std::size_t most_named = 5);

/// `option`, `sheet` or `next`.
Text target_source_id(TargetSource source);
/// Who set a target: `set in the answer sheet`; empty where nobody did.
std::string_view target_source_words(TargetSource source);
/// `Your targets are set in the answer sheet.`; empty where not all are.
std::string targets_set_words(const Scored& scored);
/// `your target 3: 7 to do, 1 open`, or that it is reached; says where the target comes from.
std::string target_words(const Scored& scored, std::size_t assessment);
/// `advised: level 0 is enough`; `advised: 3` where the target is no higher; empty where the facts
/// decide no level.
std::string advised_words(const Scored& scored, std::size_t assessment);
/// `Advice from your facts: Microsoft 3, Google 1 (your targets).`; empty where the facts decide
/// none.
std::string advice_words(const Scored& scored);

/// What the level is when only answers with evidence count, or how many cite any; empty when that
/// is the same. Says that evidence is cited, not that anyone checked it.
std::string evidenced_words(const Scored& scored, const Assessment& a);
/// `41 of 80 answers are confirmed`; empty where none is.
std::string confirmed_words(const Assessment& a);
/// What the open answers can still change; empty when they cannot change the overall level.
std::string possible_words(const Assessment& a);
/// The same, or that open questions cannot change the level; empty where none is open.
std::string open_words(const Scored& scored, const Assessment& a);
/// That open questions cannot change any overall level; empty where they can, and where none is
/// open.
std::string decided_words(const Scored& scored);
/// What the model's own publisher asks gives another level; empty where it gives the same.
std::string publisher_words(const Assessment& a);
/// `CD stands at 2 only since nothing applies there`; empty where no parameter does.
std::string nothing_applied_words(const Assessment& a);
/// A model that is not made for the team, and the rule that says so.
struct OutOfScope {
    const Rubric* rubric;
    const ScopeRule* rule;
};
/// Which models are not made for the team and why, a text for each reason.
std::vector<std::string> out_of_scope_words(std::span<const OutOfScope> rules);
std::vector<std::string> out_of_scope_words(const Scored& scored);
/// Which models these are, in one line; empty where none.
std::string short_out_of_scope_words(const Scored& scored);
/// `Ages and waivers count by 24 November 2026.`; empty where nothing depended on today.
std::string day_words(const Scored& scored);

}  // namespace mlops_assess
