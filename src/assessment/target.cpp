#include "assessment/target.hpp"

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// Facts by question; none where the sheet does not state it.
using Facts = std::vector<std::optional<Fact>>;

bool applies(const TargetRule& rule, const Facts& facts) {
    return std::all_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
        const auto& fact = facts[condition.question];
        return fact && holds(condition, *fact);
    });
}

/// The highest level that the rules ask of a model, up to the first final one. -1 when none does.
int asked_level(const Catalogue& catalogue, const Facts& facts, Text model) {
    int level = -1;
    for (const auto& rule : catalogue.targets) {
        if (!applies(rule, facts)) continue;
        for (const auto& asked : rule.at_least)
            if (asked.model == model) level = std::max(level, asked.level);
        if (rule.final) break;
    }
    return level;
}

bool named(const Condition& condition, Text option) {
    return std::find(condition.any_of.begin(), condition.any_of.end(), option) !=
           condition.any_of.end();
}

/// One fact for every way in which the rules can tell answers to a question apart.
std::vector<Fact> answers_told_apart(const Catalogue& catalogue, std::uint32_t index) {
    const auto& question = catalogue.context[index];
    std::vector<Fact> facts;
    const auto add = [&](bool boolean, std::int64_t number, Text option) {
        facts.push_back({question.id, question.kind, {}, boolean, number, option});
    };
    switch (question.kind) {
        case ContextKind::boolean:
            add(false, 0, {});
            add(true, 0, {});
            break;
        case ContextKind::one_of: {
            std::set<std::vector<bool>> told_apart;
            for (const auto option : question.options) {
                std::vector<bool> met;
                for (const auto& rule : catalogue.targets)
                    for (const auto& condition : rule.when)
                        if (condition.question == index) met.push_back(named(condition, option));
                if (told_apart.insert(met).second) add(false, 0, option);
            }
            break;
        }
        case ContextKind::number: {
            std::set<std::int64_t> numbers = {0};
            for (const auto& rule : catalogue.targets)
                for (const auto& condition : rule.when) {
                    if (condition.question != index) continue;
                    if (condition.at_least) numbers.insert(*condition.at_least);
                    if (condition.at_most) numbers.insert(*condition.at_most + 1);
                }
            for (const auto number : numbers) add(false, number, {});
            break;
        }
    }
    return facts;
}

/// Every way to answer the open questions, as the level that it leads to.
struct Outcomes {
    std::vector<std::uint32_t> questions;
    std::vector<std::size_t> answers;  ///< how many each question has
    std::vector<int> levels;           ///< the first question changes fastest
};

/// None when there are too many ways to walk through.
std::optional<Outcomes> all_outcomes(const Catalogue& catalogue, Facts facts, Text model) {
    constexpr std::size_t most_ways = 1'000'000;
    std::set<std::uint32_t> open;
    for (const auto& rule : catalogue.targets)
        for (const auto& condition : rule.when)
            if (!facts[condition.question]) open.insert(condition.question);
    Outcomes outcomes;
    std::vector<std::vector<Fact>> choices;
    std::size_t count = 1;
    for (const auto question : open) {
        outcomes.questions.push_back(question);
        choices.push_back(answers_told_apart(catalogue, question));
        outcomes.answers.push_back(choices.back().size());
        count *= choices.back().size();
        if (count > most_ways) return std::nullopt;
    }
    for (std::size_t way = 0; way < count; ++way) {
        auto rest = way;
        for (std::size_t q = 0; q < choices.size(); ++q) {
            facts[outcomes.questions[q]] = choices[q][rest % choices[q].size()];
            rest /= choices[q].size();
        }
        outcomes.levels.push_back(std::max(asked_level(catalogue, facts, model), 0));
    }
    return outcomes;
}

/// The questions of which two answers, all else equal, lead to different levels.
std::vector<std::uint32_t> deciding(const Outcomes& outcomes) {
    std::vector<std::uint32_t> questions;
    std::size_t stride = 1;
    for (std::size_t q = 0; q < outcomes.questions.size(); ++q) {
        const auto answers = outcomes.answers[q];
        bool decides = false;
        for (std::size_t way = 0; way < outcomes.levels.size() && !decides; ++way)
            decides = (way / stride) % answers != 0 &&
                      outcomes.levels[way] != outcomes.levels[way - stride];
        if (decides) questions.push_back(outcomes.questions[q]);
        stride *= answers;
    }
    return questions;
}

/// With very many open questions: bounds that surely hold, and every question that might matter.
Advice bounds(const Catalogue& catalogue, const Facts& facts, Text model) {
    std::set<std::uint32_t> open;
    int high = 0;
    bool may_end = false;
    for (const auto& rule : catalogue.targets) {
        const bool excluded =
            std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
                const auto& fact = facts[condition.question];
                return fact && !holds(condition, *fact);
            });
        if (excluded) continue;
        for (const auto& asked : rule.at_least)
            if (asked.model == model) high = std::max(high, asked.level);
        for (const auto& condition : rule.when)
            if (!facts[condition.question]) open.insert(condition.question);
        may_end = may_end || (rule.final && !applies(rule, facts));
        if (rule.final && applies(rule, facts)) break;
    }
    const int low = may_end ? 0 : std::max(asked_level(catalogue, facts, model), 0);
    return {model, {low, high}, {}, {open.begin(), open.end()}};
}

/// Whether a rule asks for this level of a model; for any where none is given.
bool asks(const TargetRule& rule, Text model, std::optional<int> level = {}) {
    return std::any_of(rule.at_least.begin(), rule.at_least.end(), [&](const ModelLevel& m) {
        return m.model == model && m.level == level.value_or(m.level);
    });
}

bool is_advised_on(const Catalogue& catalogue, Text model) {
    return std::any_of(catalogue.targets.begin(), catalogue.targets.end(),
                       [&](const TargetRule& rule) { return asks(rule, model); });
}

Facts facts_of(const Catalogue& catalogue, const AnswerSheet& sheet) {
    Facts facts;
    for (const auto& question : catalogue.context) {
        const auto* fact = sheet.fact(question.id);
        facts.push_back(fact != nullptr ? std::optional(*fact) : std::nullopt);
    }
    return facts;
}

}  // namespace

bool holds(const Condition& condition, const Fact& fact) {
    switch (fact.kind) {
        case ContextKind::boolean: return fact.boolean == condition.boolean;
        case ContextKind::number:
            return fact.number >= condition.at_least.value_or(fact.number) &&
                   fact.number <= condition.at_most.value_or(fact.number);
        case ContextKind::one_of: return named(condition, fact.option);
    }
    return false;
}

bool all_hold(const Catalogue& catalogue, List<Condition> when, const AnswerSheet& sheet) {
    return std::all_of(when.begin(), when.end(), [&](const Condition& condition) {
        const auto* fact = sheet.fact(catalogue.context[condition.question].id);
        return fact != nullptr && holds(condition, *fact);
    });
}

std::optional<Advice> advise(const Catalogue& catalogue, const AnswerSheet& sheet, Text model) {
    if (!is_advised_on(catalogue, model)) return std::nullopt;
    const auto facts = facts_of(catalogue, sheet);
    Advice advice{model, {}, {}, {}};
    if (const auto outcomes = all_outcomes(catalogue, facts, model)) {
        const auto [low, high] =
            std::minmax_element(outcomes->levels.begin(), outcomes->levels.end());
        advice.level = {*low, *high};
        advice.deciding = deciding(*outcomes);
    } else {
        advice = bounds(catalogue, facts, model);
    }
    for (const auto& rule : catalogue.targets) {
        if (!applies(rule, facts)) continue;
        if (asks(rule, model, advice.level.low)) advice.reasons.push_back(&rule);
        if (rule.final) break;
    }
    return advice;
}

std::vector<IdleFact> idle_facts(const Catalogue& catalogue, const AnswerSheet& sheet,
                                 const std::vector<Advice>& advices) {
    const auto facts = facts_of(catalogue, sheet);
    const auto reads = [](const TargetRule& rule, std::uint32_t question) {
        return std::ranges::count(rule.when, question, &Condition::question) > 0;
    };
    std::vector<IdleFact> idle;
    for (std::uint32_t q = 0; q < facts.size(); ++q) {
        if (!facts[q]) continue;
        const bool in_a_reason = std::ranges::any_of(advices, [&](const Advice& advice) {
            return std::ranges::any_of(advice.reasons,
                                       [&](const auto* rule) { return reads(*rule, q); });
        });
        if (in_a_reason) continue;
        auto why = IdleFact::Why::no_rule;
        for (const auto& rule : catalogue.targets) {
            if (!reads(rule, q)) continue;
            if (why == IdleFact::Why::no_rule) why = IdleFact::Why::no_match;
            if (applies(rule, facts)) why = IdleFact::Why::exceeded;
        }
        idle.push_back({q, why});
    }
    return idle;
}

std::optional<int> advised_level(const Catalogue& catalogue, const AnswerSheet& sheet, Text model) {
    if (sheet.context.empty() || !is_advised_on(catalogue, model)) return std::nullopt;
    const auto level = bounds(catalogue, facts_of(catalogue, sheet), model).level;
    return level.open() ? std::nullopt : std::optional(level.low);
}

const ScopeRule* out_of_scope(const Rubric& rubric, const AnswerSheet& sheet) {
    for (const auto& rule : rubric.out_of_scope)
        if (all_hold(*rubric.catalogue, rule.when, sheet)) return &rule;
    return nullptr;
}

}  // namespace mlops_assess
