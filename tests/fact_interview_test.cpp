#include "assessment/fact_interview.hpp"

#include "model/shipped.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

#include <algorithm>
#include <iostream>
#include <random>
#include <set>

using namespace mlops_assess;

namespace {

constexpr unsigned seed = 20261126;

/// Answers to a question on both sides of every bound of the catalogue.
std::vector<Fact> answers_to(const Catalogue& catalogue, std::uint32_t index) {
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
        case ContextKind::number:
            for (const auto number : {0, 1, 2, 3, 4, 5, 6}) add(false, number, {});
            break;
        case ContextKind::one_of:
            for (const auto option : question.options) add(false, 0, option);
            break;
    }
    return facts;
}

/// All that facts can change, as words to compare.
std::set<std::string> outcome(const Workshop& shop, const AnswerSheet& sheet) {
    const auto& catalogue = *shop.microsoft().catalogue;
    std::set<std::string> said;
    for (const auto* rubric : {&shop.microsoft(), &shop.google()}) {
        const auto id = std::string(rubric->id);
        if (out_of_scope(*rubric, sheet) != nullptr) {
            said.insert(id + " is out of scope");
            continue;
        }
        const auto advice = advise(catalogue, sheet, rubric->id);
        said.insert(id + " " + std::to_string(advice->level.low));
    }
    for (std::size_t i = 0; i < catalogue.must_have.size(); ++i)
        if (all_hold(catalogue, catalogue.must_have[i].when, sheet))
            said.insert("must " + std::to_string(i));
    return said;
}

}  // namespace

TEST_CASE("facts are asked as long as something hangs on them, and no longer", "[fact_interview]") {
    std::cout << "fact_interview: seed " << seed << "\n";
    std::mt19937 random(seed);
    Workshop shop;
    const auto& catalogue = *shop.microsoft().catalogue;
    const std::vector<const Rubric*> rubrics = {&shop.microsoft(), &shop.google()};
    std::vector<std::size_t> counts;
    for (int i = 0; i < 40; ++i) {
        auto sheet = shop.sheet("team: T\nanswers: {}\n");
        std::vector<Fact> whole;
        for (std::uint32_t q = 0; q < catalogue.context.size(); ++q) {
            const auto all = answers_to(catalogue, q);
            whole.push_back(all[random() % all.size()]);
        }
        std::vector<Fact> said;
        std::set<std::uint32_t> asked;
        for (;;) {
            sheet.context = shop.arena.list(said);
            const auto open = deciding_facts(catalogue, rubrics, sheet);
            if (open.empty()) break;
            CAPTURE(i, catalogue.context[open.front().question].id);
            REQUIRE(asked.insert(open.front().question).second);
            said.push_back(whole[open.front().question]);
        }
        counts.push_back(asked.size());
        const auto found = outcome(shop, sheet);
        // Whatever the others are: nothing changes.
        for (int other = 0; other < 20; ++other) {
            auto all = said;
            for (std::uint32_t q = 0; q < catalogue.context.size(); ++q) {
                if (asked.contains(q)) continue;
                const auto answers = answers_to(catalogue, q);
                all.push_back(answers[random() % answers.size()]);
            }
            sheet.context = shop.arena.list(all);
            REQUIRE(outcome(shop, sheet) == found);
        }
    }
    std::ranges::sort(counts);
    std::cout << "fact_interview: facts asked of " << catalogue.context.size() << ": median "
              << counts[counts.size() / 2] << ", worst " << counts.back() << "\n";
    CHECK(counts.back() < catalogue.context.size());
}

TEST_CASE("a fact that is asked can change something", "[fact_interview]") {
    std::mt19937 random(seed + 1);
    Workshop shop;
    const auto& catalogue = *shop.microsoft().catalogue;
    const std::vector<const Rubric*> rubrics = {&shop.microsoft(), &shop.google()};
    for (int i = 0; i < 15; ++i) {
        auto sheet = shop.sheet("team: T\nanswers: {}\n");
        std::vector<Fact> said;
        for (std::uint32_t q = 0; q < catalogue.context.size(); ++q) {
            const auto all = answers_to(catalogue, q);
            const auto drawn = all[random() % all.size()];
            if (random() % 3 != 0) said.push_back(drawn);
        }
        sheet.context = shop.arena.list(said);
        for (const auto& stakes : deciding_facts(catalogue, rubrics, sheet)) {
            CAPTURE(i, catalogue.context[stakes.question].id);
            bool differs = false;
            for (int attempt = 0; attempt < 4000 && !differs; ++attempt) {
                auto all = said;
                for (std::uint32_t q = 0; q < catalogue.context.size(); ++q) {
                    const auto answers = answers_to(catalogue, q);
                    const bool is_said = std::ranges::any_of(said, [&](const Fact& fact) {
                        return fact.question == catalogue.context[q].id;
                    });
                    if (!is_said && q != stakes.question)
                        all.push_back(answers[random() % answers.size()]);
                }
                std::set<std::set<std::string>> outcomes;
                for (const auto& answer : answers_to(catalogue, stakes.question)) {
                    all.push_back(answer);
                    sheet.context = shop.arena.list(all);
                    outcomes.insert(outcome(shop, sheet));
                    all.pop_back();
                }
                differs = outcomes.size() > 1;
            }
            CHECK(differs);
        }
    }
}

TEST_CASE("what is not known stays open and is told from what was not asked", "[fact_interview]") {
    Workshop shop;
    const auto& sheet = shop.sheet("team: T\ncontext: {purpose: ~, regulated: }\nanswers: {}\n");
    CHECK(sheet.context.empty());
    CHECK(sheet.unknown_facts.size() == 2);
    const std::vector<const Rubric*> rubrics = {&shop.microsoft()};
    const auto open = deciding_facts(*shop.microsoft().catalogue, rubrics, sheet);
    CHECK(open.size() == 11);
    CHECK(open.front().scope);
}
