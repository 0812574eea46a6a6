#include "assessment/roadmap.hpp"
#include "report/plan.hpp"
#include "support/catch.hpp"

#include <array>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <set>

/// The properties at the end of the contract's section 3, over random rubrics and sheets.
using namespace mlops_assess;

namespace {

constexpr unsigned seed = 20261121;
constexpr int cases = 2500;

struct RandomCase {
    Arena arena;
    Rubric rubric{};
    std::vector<Rating> ratings;
    std::vector<bool> evidence;
    SourcePointer source = make_source("random", "");

    AnswerSheet sheet() {
        std::vector<Answer> answers;
        static const Text proof[] = {"proof"};
        for (std::size_t i = 0; i < ratings.size(); ++i) {
            Answer answer{};
            answer.practice = rubric.catalogue->practices[i].id;
            answer.rating = ratings[i];
            if (evidence[i]) answer.evidence = Texts(proof);
            answers.push_back(answer);
        }
        std::sort(answers.begin(), answers.end(),
                  [](const Answer& a, const Answer& b) { return a.practice < b.practice; });
        AnswerSheet sheet{};
        sheet.source = source;
        sheet.answers = arena.list(answers);
        return sheet;
    }
};

class Generator {
  public:
    explicit Generator(int number) : random_(seed + static_cast<unsigned>(number)) {}

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool one_in(int n) { return upto(n - 1) == 0; }

    void make(RandomCase& c) {
        const int parameters = 1 + upto(4);
        const int levels = 2 + upto(3);
        const int practices = 1 + upto(14);
        Catalogue catalogue{};
        std::vector<Parameter> parameter_list;
        for (int p = 0; p < parameters; ++p)
            parameter_list.push_back({c.arena.text("p" + std::to_string(p)), "P", ""});
        catalogue.parameters = c.arena.list(parameter_list);
        std::vector<Practice> list;
        for (int i = 0; i < practices; ++i) {
            Practice practice{};
            practice.id = c.arena.text("q" + std::to_string(100 + i));
            practice.parameter = static_cast<std::uint32_t>(upto(parameters - 1));
            practice.effort = Effort{upto(2)};
            practice.implied_by = links(c, i, practices);
            practice.after = links(c, i, practices);
            list.push_back(practice);
        }
        catalogue.practices = c.arena.list(list);
        std::vector<PracticeIndex> order(list.size());
        std::iota(order.rbegin(), order.rend(), 0U);
        catalogue.credit_order = c.arena.list(order);
        c.rubric.catalogue = &c.arena.keep(catalogue);
        c.rubric.id = "random";
        c.rubric.bar = 1 + upto(2);
        c.rubric.levels = c.arena.list(std::vector<Level>(static_cast<std::size_t>(levels)));
        c.rubric.cells = cells(c, parameters, levels);
        for (int i = 0; i < practices; ++i) {
            constexpr Rating ratings[] = {Rating::unanswered, Rating::no,
                                          Rating::partially,  Rating::mostly,
                                          Rating::fully,      Rating::not_applicable};
            c.ratings.push_back(ratings[one_in(8) ? 5 : upto(4)]);
            c.evidence.push_back(one_in(2));
        }
    }

  private:
    /// Only to later practices, so without cycles.
    PracticeIndices links(RandomCase& c, int from, int practices) {
        std::vector<PracticeIndex> to;
        for (int i = from + 1; i < practices; ++i)
            if (one_in(6)) to.push_back(static_cast<PracticeIndex>(i));
        return c.arena.list(to);
    }

    List<Cell> cells(RandomCase& c, int parameters, int levels) {
        std::vector<Cell> all(static_cast<std::size_t>(parameters * levels));
        const auto& practices = c.rubric.catalogue->practices;
        std::vector<std::vector<Requirement>> required(all.size());
        for (PracticeIndex i = 0; i < practices.size(); ++i) {
            Points last = 0;
            for (int n = 1; n < levels; ++n) {
                if (!one_in(levels - 1)) continue;
                Requirement requirement{i, std::nullopt, Basis{upto(4)}, {}};
                if (one_in(3)) requirement.at_least = 1 + upto(2);
                const auto needed = requirement.at_least.value_or(c.rubric.bar);
                if (needed <= last) continue;
                last = needed;
                required[practices[i].parameter * static_cast<std::size_t>(levels) +
                         static_cast<std::size_t>(n)]
                    .push_back(requirement);
            }
        }
        for (std::size_t i = 0; i < all.size(); ++i) all[i].required = c.arena.list(required[i]);
        return c.arena.list(all);
    }

    std::mt19937 random_;
};

/// Runs a check on every random case that has an assessment; prints the seed once.
template <typename Check>
void for_random_cases(const char* name, Check check) {
    int checked = 0;
    for (int number = 0; checked < cases; ++number) {
        RandomCase c;
        Generator generator(number);
        generator.make(c);
        const auto a = assess(c.rubric, c.sheet(), {});
        if (!a) continue;
        ++checked;
        INFO("seed " << seed << ", case " << number);
        check(c, *a, generator);
    }
    std::cout << name << ": seed " << seed << ", " << checked << " cases\n";
}

int index_part(const ParameterAssessment& p) { return p.progress ? p.progress->points : 0; }

}  // namespace

TEST_CASE("raising an answer never lowers anything", "[properties]") {
    for_random_cases("raising", [](RandomCase& c, const Assessment& before, Generator& random) {
        const auto i =
            static_cast<std::size_t>(random.upto(static_cast<int>(c.ratings.size()) - 1));
        constexpr Rating higher[] = {Rating::no, Rating::partially, Rating::mostly, Rating::fully};
        if (c.ratings[i] == Rating::not_applicable || c.ratings[i] == Rating::fully) return;
        c.ratings[i] = higher[points(c.ratings[i]) + 1];
        const auto after = *assess(c.rubric, c.sheet(), {});
        REQUIRE(after.level >= before.level);
        REQUIRE(after.index_hundredths >= before.index_hundredths);
        for (std::size_t p = 0; p < before.parameters.size(); ++p) {
            REQUIRE(after.parameters[p].level >= before.parameters[p].level);
            if (after.parameters[p].level == before.parameters[p].level)
                REQUIRE(index_part(after.parameters[p]) >= index_part(before.parameters[p]));
        }
        if (after.level == before.level && before.progress)
            REQUIRE(after.progress->points >= before.progress->points);
    });
}

namespace {

int short_of_sum(const Assessment& a, int level) {
    for (const auto& each : a.short_of)
        if (each.level == level) return each.gaps + each.open;
    return 0;
}

}  // namespace

TEST_CASE("short of a level is nothing exactly from that level on", "[properties]") {
    for_random_cases("short of", [](RandomCase& c, const Assessment& a, Generator&) {
        REQUIRE(a.short_of.size() == static_cast<std::size_t>(c.rubric.top() - a.level));
        int last = 0;
        for (std::size_t i = 0; i < a.short_of.size(); ++i) {
            const auto& [level, gaps, open] = a.short_of[i];
            REQUIRE(level == a.level + 1 + static_cast<int>(i));
            REQUIRE(gaps + open > 0);
            REQUIRE(gaps + open >= last);
            last = gaps + open;
            // Each unmet practice once.
            std::set<PracticeIndex> unmet;
            std::size_t unanswered = 0;
            for (std::size_t p = 0; p < a.parameters.size(); ++p)
                for (int n = 1; n <= level; ++n)
                    for (const auto& requirement : c.rubric.cell(p, n).required)
                        if (a.applies(requirement) && !a.met(requirement) &&
                            unmet.insert(requirement.practice).second)
                            unanswered += a.practices[requirement.practice].answered() ? 0U : 1U;
            REQUIRE(unmet.size() == static_cast<std::size_t>(gaps + open));
            REQUIRE(unanswered == static_cast<std::size_t>(open));
        }
    });
}

TEST_CASE("short of a level never grows when an answer rises", "[properties]") {
    for_random_cases("rising", [](RandomCase& c, const Assessment& before, Generator& random) {
        const auto i =
            static_cast<std::size_t>(random.upto(static_cast<int>(c.ratings.size()) - 1));
        constexpr Rating higher[] = {Rating::partially, Rating::mostly, Rating::fully};
        if (c.ratings[i] == Rating::not_applicable || c.ratings[i] == Rating::fully) return;
        c.ratings[i] = higher[points(c.ratings[i])];
        const auto after = *assess(c.rubric, c.sheet(), {});
        for (int level = 1; level <= c.rubric.top(); ++level)
            REQUIRE(short_of_sum(after, level) <= short_of_sum(before, level));
    });
}

TEST_CASE("the publisher's level asks a subset", "[properties]") {
    int higher = 0;
    for_random_cases("publisher", [&](RandomCase& c, const Assessment& a, Generator&) {
        const auto is_publishers = [&](const Requirement& requirement) {
            return a.applies(requirement) && requirement.basis != Basis::secondary &&
                   requirement.basis != Basis::added;
        };
        bool any = false;
        bool all = true;
        for (std::size_t p = 0; p < a.parameters.size(); ++p) {
            bool asks = false;
            for (int n = 1; n <= c.rubric.top(); ++n)
                for (const auto& requirement : c.rubric.cell(p, n).required)
                    asks = asks || is_publishers(requirement);
            any = any || asks;
            all = all && (asks || !a.parameters[p].assessed);
        }
        REQUIRE(a.publisher_level.has_value() == any);
        // A parameter of which the publisher asks nothing that applies is left out. With all in,
        // the weakest is no weaker.
        if (any && all) REQUIRE(*a.publisher_level >= a.level);
        if (any) higher += *a.publisher_level > a.level ? 1 : 0;
    });
    CHECK(higher > 100);
}

TEST_CASE("what decides whether a level is passed decides its range too", "[properties]") {
    for_random_cases("deciding all", [](RandomCase& c, const Assessment& a, Generator&) {
        REQUIRE(std::ranges::includes(a.deciding_all, a.deciding));
        REQUIRE(a.deciding_all.empty() == a.deciding.empty());
        for (const auto index : a.deciding_all)
            REQUIRE(a.practices[index].rating == Rating::unanswered);
        // With all of them fully, the highest possible level is reached.
        if (a.deciding_all.empty()) return;
        for (const auto index : a.deciding_all) c.ratings[index] = Rating::fully;
        REQUIRE(assess(c.rubric, c.sheet(), {})->level == a.possible.high);
    });
}

TEST_CASE("all fully is the top, and nothing answered is as all no", "[properties]") {
    for_random_cases("extremes", [](RandomCase& c, const Assessment&, Generator&) {
        const auto fill = [&](Rating rating) {
            for (auto& each : c.ratings)
                if (each != Rating::not_applicable) each = rating;
            return *assess(c.rubric, c.sheet(), {});
        };
        const auto top = fill(Rating::fully);
        REQUIRE(top.level == c.rubric.top());
        REQUIRE_FALSE(top.progress);
        REQUIRE(top.held_back_by.empty());
        const auto nothing = fill(Rating::unanswered);
        const auto no = fill(Rating::no);
        REQUIRE(nothing.level == no.level);
        for (std::size_t p = 0; p < no.parameters.size(); ++p)
            REQUIRE(nothing.parameters[p].level == no.parameters[p].level);
    });
}

TEST_CASE("evidenced <= level <= high", "[properties]") {
    for_random_cases("bounds", [](RandomCase&, const Assessment& a, Generator&) {
        REQUIRE(a.evidenced_level <= a.level);
        REQUIRE(a.level == a.possible.low);
        REQUIRE(a.possible.low <= a.possible.high);
        REQUIRE((a.possible.low < a.possible.high) == !a.deciding.empty());
        for (const auto& p : a.parameters) {
            if (!p.assessed) continue;
            REQUIRE(p.evidenced_level <= p.level);
            REQUIRE(p.level <= p.possible.high);
            REQUIRE((p.possible.low < p.possible.high) == !p.deciding.empty());
            REQUIRE((!p.progress || p.progress->percent() < 100));
        }
    });
}

TEST_CASE("completing the unanswered ones keeps the level in its range", "[properties]") {
    for_random_cases("completion", [](RandomCase& c, const Assessment& a, Generator& random) {
        constexpr Rating any[] = {Rating::no, Rating::partially, Rating::mostly, Rating::fully};
        for (auto& rating : c.ratings)
            if (rating == Rating::unanswered) rating = any[random.upto(3)];
        const auto completed = *assess(c.rubric, c.sheet(), {});
        REQUIRE(completed.level >= a.possible.low);
        REQUIRE(completed.level <= a.possible.high);
        for (std::size_t p = 0; p < a.parameters.size(); ++p) {
            if (!a.parameters[p].assessed) continue;
            REQUIRE(completed.parameters[p].level >= a.parameters[p].possible.low);
            REQUIRE(completed.parameters[p].level <= a.parameters[p].possible.high);
        }
    });
}

TEST_CASE("answers that decide nothing change no level", "[properties]") {
    for_random_cases("deciding", [](RandomCase& c, const Assessment& a, Generator&) {
        // With every deciding practice answered no, the rest cannot lift the overall level.
        if (a.deciding.empty()) return;
        for (const auto index : a.deciding) c.ratings[index] = Rating::no;
        REQUIRE(assess(c.rubric, c.sheet(), {})->possible.high == a.level);
    });
}

TEST_CASE("carrying out a roadmap reaches its target", "[properties]") {
    for_random_cases("roadmap", [](RandomCase& c, const Assessment& a, Generator& random) {
        if (a.level == c.rubric.top()) return;
        const int target = a.level + 1 + random.upto(c.rubric.top() - a.level - 1);
        const auto roadmap = make_roadmaps({a}, {Target{target}}).front();
        constexpr Rating by_points[] = {Rating::no, Rating::partially, Rating::mostly,
                                        Rating::fully};
        const auto before = c.ratings;
        std::set<PracticeIndex> items;
        std::vector<PracticeIndex> all;
        for (const auto& milestone : roadmap.milestones) {
            for (const auto* list : {&milestone.gaps, &milestone.open})
                for (const auto& item : *list) {
                    const auto practice = item.requirement->practice;
                    all.push_back(practice);
                    items.insert(practice);
                    if (points(c.ratings[practice]) < item.needed)
                        c.ratings[practice] = by_points[item.needed];
                }
            REQUIRE(assess(c.rubric, c.sheet(), {})->level == *milestone.leads_to.overall);
        }
        REQUIRE(assess(c.rubric, c.sheet(), {})->level >= target);
        const auto carried_out = c.ratings;

        // Leaving out one practice that no other implies does not reach it.
        const auto left_out =
            all[static_cast<std::size_t>(random.upto(static_cast<int>(all.size()) - 1))];
        if (!c.rubric.catalogue->practices[left_out].implied_by.empty()) return;
        c.ratings[left_out] = before[left_out];
        REQUIRE(assess(c.rubric, c.sheet(), {})->level < target);
    });
}

TEST_CASE("a roadmap holds every unmet requirement once, in a possible order", "[properties]") {
    for_random_cases("order", [](RandomCase& c, const Assessment& a, Generator&) {
        const auto roadmap = make_roadmaps({a}, {Target{c.rubric.top()}}).front();
        std::size_t unmet = 0;
        for (std::size_t p = 0; p < a.parameters.size(); ++p)
            for (int n = 1; n <= c.rubric.top(); ++n)
                for (const auto& requirement : c.rubric.cell(p, n).required)
                    unmet += a.applies(requirement) && !a.met(requirement) ? 1U : 0U;
        std::size_t planned = 0;
        for (const auto& milestone : roadmap.milestones) {
            planned += milestone.gaps.size() + milestone.open.size();
            for (const auto* list : {&milestone.gaps, &milestone.open})
                for (std::size_t i = 0; i < list->size(); ++i) {
                    const auto after =
                        c.rubric.catalogue->practices[(*list)[i].requirement->practice].after;
                    for (std::size_t k = i + 1; k < list->size(); ++k)
                        REQUIRE(std::find(after.begin(), after.end(),
                                          (*list)[k].requirement->practice) == after.end());
                }
        }
        REQUIRE(planned == unmet);
    });
}

TEST_CASE("a plan holds the whole roadmap, what comes before in earlier stages", "[properties]") {
    for_random_cases("stages", [](RandomCase& c, const Assessment& a, Generator&) {
        Scored scored{};
        scored.assessments = {a};
        scored.roadmaps = make_roadmaps({a}, {Target{c.rubric.top()}});
        const auto plan = make_plan(scored, scored, {});
        const auto& practices = c.rubric.catalogue->practices;
        std::set<PracticeIndex> earlier;
        EffortCount effort;
        const auto counts = [](const EffortCount& count) {
            return std::array{count.small, count.medium, count.large, count.none};
        };
        for (const auto& milestone : plan.models.front().milestones) {
            std::map<PracticeIndex, std::size_t> stage_of;
            std::size_t steps = 0;
            for (std::size_t stage = 0; stage < milestone.stages.size(); ++stage) {
                REQUIRE(!milestone.stages[stage].steps.empty());
                for (const auto& step : milestone.stages[stage].steps) {
                    const auto practice = step.practice;
                    stage_of[practice] = stage;
                    ++steps;
                    REQUIRE(step.again == !earlier.insert(practice).second);
                    if (!step.again) effort.add(practices[practice].effort);
                    REQUIRE(counts(step.so_far) == counts(effort));
                }
            }
            REQUIRE(steps == milestone.milestone->size());
            for (const auto& [practice, stage] : stage_of) {
                std::size_t earliest = 0;
                for (const auto before : practices[practice].after)
                    if (const auto found = stage_of.find(before); found != stage_of.end())
                        earliest = std::max(earliest, found->second + 1);
                REQUIRE(stage == earliest);
            }
        }
        REQUIRE(counts(plan.effort) == counts(effort));
        REQUIRE(plan.gaps + plan.open == static_cast<std::size_t>(effort.practices()));
    });
}
