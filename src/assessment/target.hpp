#pragma once

#include "assessment/assessment.hpp"

namespace mlops_assess {

/// The level that a team is advised to aim at, by its catalogue's rules and its context.
struct Advice {
    Text model;
    LevelRange level;  ///< over all answers to the questions that are still open
    std::vector<const TargetRule*> reasons;  ///< the rules that ask for the low end
    std::vector<std::uint32_t> deciding;     ///< open questions that can change the level
};

/// Advice for one model. None when no rule of the catalogue names it.
std::optional<Advice> advise(const Catalogue& catalogue, const AnswerSheet& sheet, Text model);

/// A stated fact that moves no advice.
struct IdleFact {
    enum class Why {
        no_rule,   ///< no rule asks about it
        no_match,  ///< no rule asks for anything because of it, as the other facts are
        exceeded,  ///< other facts ask for more
    };
    std::uint32_t question;
    Why why;
};

/// The stated facts that no reason of any of these advices rests on, in catalogue order.
std::vector<IdleFact> idle_facts(const Catalogue& catalogue, const AnswerSheet& sheet,
                                 const std::vector<Advice>& advices);

/// The same level, if the facts settle it beyond doubt: found without a search, so now and then
/// none where `advise` finds one.
std::optional<int> advised_level(const Catalogue& catalogue, const AnswerSheet& sheet, Text model);

/// Why a model is not made for the team; none where it is.
const ScopeRule* out_of_scope(const Rubric& rubric, const AnswerSheet& sheet);

/// Whether a fact meets a condition on its question.
bool holds(const Condition& condition, const Fact& fact);
/// Whether the sheet states facts that meet all conditions.
bool all_hold(const Catalogue& catalogue, List<Condition> when, const AnswerSheet& sheet);

}  // namespace mlops_assess
