#include "assessment/fact_interview.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// The open questions on which a rule hangs; none where a stated fact rules it out.
std::vector<std::uint32_t> open_questions(const Catalogue& catalogue, List<Condition> when,
                                          const AnswerSheet& sheet) {
    std::vector<std::uint32_t> open;
    for (const auto& condition : when) {
        const auto* fact = sheet.fact(catalogue.context[condition.question].id);
        if (fact == nullptr)
            open.push_back(condition.question);
        else if (!holds(condition, *fact))
            return {};
    }
    return open;
}

}  // namespace

std::vector<FactStakes> deciding_facts(const Catalogue& catalogue,
                                       std::span<const Rubric* const> rubrics,
                                       const AnswerSheet& sheet) {
    std::vector<FactStakes> all;
    for (std::uint32_t i = 0; i < catalogue.context.size(); ++i) all.push_back({i});
    for (const auto* rubric : rubrics) {
        if (rubric->catalogue != &catalogue || out_of_scope(*rubric, sheet) != nullptr) continue;
        for (const auto& rule : rubric->out_of_scope)
            for (const auto question : open_questions(catalogue, rule.when, sheet))
                all[question].scope = true;
        if (const auto advice = advise(catalogue, sheet, rubric->id))
            for (const auto question : advice->deciding) all[question].advice.push_back(rubric);
    }
    for (const auto& rule : catalogue.must_have)
        for (const auto question : open_questions(catalogue, rule.when, sheet))
            all[question].must_haves = true;
    std::erase_if(all, [](const FactStakes& each) {
        return each.advice.empty() && !each.scope && !each.must_haves;
    });
    return all;
}

}  // namespace mlops_assess
