#include "assessment/interview.hpp"
#include "assessment/assessment.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <algorithm>
#include <iostream>
#include <numeric>
#include <random>

using namespace mlops_assess;

namespace {

constexpr unsigned seed = 20261121;

/// How a team answers: of a hundred practices so many well, and so many as no practice of its own.
struct Kind {
    const char* name;
    unsigned good;
    unsigned not_applicable = 4;
};
constexpr Kind kinds[] = {
    {"by hand", 10}, {"beginning", 40}, {"halfway", 65}, {"automated", 85}, {"nearly all", 97},
};

/// All practices answered as a team of this kind would.
std::map<Text, Rating> random_sheet(const Catalogue& catalogue, const Kind& kind,
                                    std::mt19937& random) {
    std::map<Text, Rating> ratings;
    for (const auto& practice : catalogue.practices) {
        auto& rating = ratings[practice.id];
        if (!practice.not_applicable.empty() && random() % 100 < 3 * kind.not_applicable)
            rating = Rating::not_applicable;
        else if (random() % 100 < kind.good)
            rating = random() % 2 == 0 ? Rating::fully : Rating::mostly;
        else
            rating = random() % 2 == 0 ? Rating::no : Rating::partially;
    }
    return ratings;
}

/// Teams differ in how good they are, so the draw is not the same for all.
std::map<Text, Rating> random_sheet(const Catalogue& catalogue, std::mt19937& random) {
    return random_sheet(catalogue, Kind{"any", static_cast<unsigned>(random() % 100)}, random);
}

Levels levels_of(const Rubric& rubric, const std::map<Text, Rating>& ratings) {
    std::vector<Points> own;
    std::vector<bool> applicable;
    for (const auto& practice : rubric.catalogue->practices) {
        const auto found = ratings.find(practice.id);
        const auto rating = found == ratings.end() ? Rating::unanswered : found->second;
        own.push_back(points(rating));
        applicable.push_back(rating != Rating::not_applicable);
    }
    return levels(rubric, rubric.bar, effective_points(*rubric.catalogue, own), applicable);
}

/// Looks for answers to the other open practices with which `no` and `fully` differ. Not the
/// interview's way: starts from all fully and takes back one open practice after the other while
/// the question does not count.
bool can_change_a_level(const Rubric& rubric, const std::map<Text, Rating>& known, Text asked,
                        std::mt19937& random) {
    for (int attempt = 0; attempt < 400; ++attempt) {
        auto ratings = known;
        std::vector<Text> open;
        for (const auto& practice : rubric.catalogue->practices)
            if (!known.contains(practice.id) && practice.id != asked) {
                ratings[practice.id] = Rating::fully;
                open.push_back(practice.id);
            }
        std::shuffle(open.begin(), open.end(), random);
        for (std::size_t i = 0; i <= open.size(); ++i) {
            ratings[asked] = Rating::no;
            const auto low = levels_of(rubric, ratings);
            ratings[asked] = Rating::fully;
            const auto high = levels_of(rubric, ratings);
            if (low.parameters != high.parameters) return true;
            if (i < open.size()) ratings[open[i]] = Rating::no;
        }
    }
    return false;
}

struct Sitting {
    std::map<Text, Rating> known;
    std::vector<Question> asked;
};

/// Answers an interview from a full sheet.
Sitting sit(Interview interview, const std::map<Text, Rating>& sheet) {
    Sitting sitting;
    while (const auto question = interview.next()) {
        const auto id = question->practice->id;
        REQUIRE(!sitting.known.contains(id));
        sitting.asked.push_back(*question);
        sitting.known[id] = sheet.at(id);
        interview.answer(id, sheet.at(id));
    }
    return sitting;
}

std::vector<WantedModel> wanted(const Workshop& workshop) {
    std::vector<WantedModel> models;
    for (const auto* rubric : {&workshop.microsoft(), &workshop.google()})
        models.push_back({rubric, rubric->bar, rubric->top()});
    return models;
}

/// A model of two parameters and levels 0 to 3, in which practices imply each other at random.
const Rubric& random_rubric(Workshop& shop, std::size_t practices, std::mt19937& random) {
    auto& arena = shop.arena;
    std::vector<Practice> all;
    for (std::uint32_t i = 0; i < practices; ++i) {
        std::vector<PracticeIndex> implied_by;
        for (auto by = i + 1; by < practices; ++by)
            if (random() % 3 == 0) implied_by.push_back(by);
        Practice practice{};
        practice.id = arena.text("q" + std::to_string(i));
        practice.parameter = static_cast<std::uint32_t>(random() % 2);
        practice.implied_by = arena.list(implied_by);
        all.push_back(practice);
    }
    std::vector<Cell> cells;
    for (std::uint32_t p = 0; p < 2; ++p)
        for (int level = 0; level <= 3; ++level) {
            std::vector<Requirement> required;
            for (PracticeIndex i = 0; i < practices; ++i)
                if (level > 0 && all[i].parameter == p && random() % 3 == 0)
                    required.push_back({i, level, Basis::not_given, {}});
            cells.push_back({{}, {}, arena.list(required), {}});
        }
    Catalogue catalogue{};
    catalogue.parameters = arena.list(std::vector<Parameter>{{"p", "P", ""}, {"q", "Q", ""}});
    catalogue.practices = arena.list(all);
    std::vector<PracticeIndex> order(practices);
    std::iota(order.rbegin(), order.rend(), 0U);
    catalogue.credit_order = arena.list(order);
    Rubric rubric{};
    rubric.catalogue = &arena.keep(catalogue);
    rubric.bar = points(Rating::mostly);
    rubric.levels = arena.list(std::vector<Level>(4));
    rubric.cells = arena.list(cells);
    return arena.keep(rubric);
}

/// Whether for some answers to the other open practices `no` and `fully` make a difference: the
/// rule itself, by trying all.
bool makes_a_difference(const Rubric& rubric, std::map<Text, Rating> ratings,
                        std::vector<Text> others, Text asked, Goal goal) {
    if (others.empty()) {
        ratings[asked] = Rating::no;
        const auto low = levels_of(rubric, ratings);
        ratings[asked] = Rating::fully;
        const auto high = levels_of(rubric, ratings);
        return goal == Goal::overall_levels ? low.overall != high.overall
                                            : low.parameters != high.parameters;
    }
    const auto other = others.back();
    others.pop_back();
    for (const auto rating : {Rating::fully, Rating::mostly, Rating::partially, Rating::no}) {
        ratings[other] = rating;
        if (makes_a_difference(rubric, ratings, others, asked, goal)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what can change a level is asked, and nothing else", "[interview]") {
    std::mt19937 random(seed + 2);
    Workshop shop;
    for (int i = 0; i < 300; ++i) {
        const auto& rubric = random_rubric(shop, 3 + random() % 4, random);
        const auto goal = random() % 2 == 0 ? Goal::parameter_levels : Goal::overall_levels;
        Interview interview({{&rubric, rubric.bar, rubric.top()}}, goal);
        std::map<Text, Rating> known;
        std::vector<Text> open;
        for (const auto& practice : rubric.catalogue->practices) {
            constexpr Rating ratings[] = {Rating::no, Rating::mostly, Rating::not_applicable};
            const auto drawn = random() % 7;
            if (drawn >= std::size(ratings)) {
                open.push_back(practice.id);
                continue;
            }
            known[practice.id] = ratings[drawn];
            interview.answer(practice.id, ratings[drawn]);
        }
        std::set<Text> deciding;
        for (const auto asked : open) {
            auto others = open;
            std::erase(others, asked);
            if (makes_a_difference(rubric, known, others, asked, goal)) deciding.insert(asked);
        }
        CAPTURE(i);
        CHECK(interview.deciding() == deciding);
        const auto question = interview.next();
        REQUIRE(question.has_value() == !deciding.empty());
        if (question) CHECK(deciding.contains(question->practice->id));
    }
}

namespace {

/// How many questions the sittings took, sorted.
struct Counts {
    std::vector<std::size_t> all;
    std::vector<std::size_t> overall;

    void sort() {
        std::ranges::sort(all);
        std::ranges::sort(overall);
    }
};

void print(const std::string& kind, const Counts& counts) {
    const auto line = [](const auto& each) {
        return "median " + std::to_string(each[each.size() / 2]) + ", worst " +
               std::to_string(each.back());
    };
    std::cout << "interview: " << kind << ": all levels " << line(counts.all) << "; overall levels "
              << line(counts.overall) << "\n";
}

/// Sits through a full sheet both ways; the levels must be those of the sheet.
void sit_through(const Workshop& workshop, const std::map<Text, Rating>& sheet, Counts& counts) {
    const auto sitting = sit(Interview(wanted(workshop), Goal::parameter_levels), sheet);
    const auto overall = sit(Interview(wanted(workshop), Goal::overall_levels), sheet);
    for (const auto* rubric : {&workshop.microsoft(), &workshop.google()}) {
        const auto full = levels_of(*rubric, sheet);
        REQUIRE(levels_of(*rubric, sitting.known).parameters == full.parameters);
        REQUIRE(levels_of(*rubric, sitting.known).overall == full.overall);
        REQUIRE(levels_of(*rubric, overall.known).overall == full.overall);
    }
    counts.all.push_back(sitting.asked.size());
    counts.overall.push_back(overall.asked.size());
}

}  // namespace

TEST_CASE("the short path gives the levels of the full sheet", "[interview]") {
    std::cout << "interview: seed " << seed << "\n";
    std::mt19937 random(seed);
    Workshop workshop;
    const auto& catalogue = *workshop.microsoft().catalogue;
    for (const auto& kind : kinds) {
        Counts counts;
        for (int i = 0; i < 200; ++i)
            sit_through(workshop, random_sheet(catalogue, kind, random), counts);
        counts.sort();
        print(std::string("200 teams, ") + kind.name, counts);
        CHECK(counts.all[counts.all.size() / 2] <= 75);
        CHECK(counts.overall[counts.overall.size() / 2] <= counts.all[counts.all.size() / 2]);
    }
    for (const auto* name :
         {"notebooks", "startup", "first-attempt", "devops-service", "training-pipeline",
          "edge-vision", "retail-credit", "realtime-ranking"}) {
        const auto& example =
            workshop.sheet(read_file(std::string(SOURCE_FOLDER "/examples/") + name + ".yaml"));
        std::map<Text, Rating> sheet;
        for (const auto& practice : catalogue.practices) {
            const auto* answer = example.find(practice.id);
            const bool open = answer == nullptr || answer->rating == Rating::unanswered;
            sheet[practice.id] = open ? Rating::no : answer->rating;
        }
        Counts counts;
        sit_through(workshop, sheet, counts);
        print(name, counts);
        CHECK(counts.all.back() < catalogue.practices.size());
    }
}

TEST_CASE("a parameter is asked to its end, the lowest level first", "[interview]") {
    std::mt19937 random(seed + 3);
    const Workshop workshop;
    for (int i = 0; i < 40; ++i) {
        const auto sheet = random_sheet(*workshop.microsoft().catalogue, random);
        const auto sitting = sit(Interview(wanted(workshop), Goal::parameter_levels), sheet);
        for (std::size_t n = 1; n < sitting.asked.size(); ++n) {
            const auto& before = sitting.asked[n - 1];
            const auto& now = sitting.asked[n];
            REQUIRE(now.parameter >= before.parameter);
            if (now.parameter == before.parameter) REQUIRE(now.level >= before.level);
        }
    }
}

TEST_CASE("a stronger practice comes first only where its cell asks for both", "[interview]") {
    std::mt19937 random(seed + 4);
    const Workshop workshop;
    std::size_t first = 0;
    std::size_t credit = 0;
    for (int i = 0; i < 60; ++i) {
        const auto sheet = random_sheet(*workshop.microsoft().catalogue, random);
        Interview interview(wanted(workshop), Goal::parameter_levels);
        std::map<Text, Rating> known;
        while (const auto question = interview.next()) {
            const auto id = question->practice->id;
            const auto& catalogue = *question->rubric->catalogue;
            const auto& cell = question->rubric->cell(question->parameter, question->level);
            const auto requires_it = [&](const Practice* practice) {
                return std::ranges::any_of(cell.required, [&](const Requirement& each) {
                    return &catalogue.practices[each.practice] == practice;
                });
            };
            if (const auto* contained = question->contained) {
                REQUIRE(requires_it(contained));
                const bool is_open = !known.contains(contained->id);
                // Else it could still count for one that was answered too low.
                if (is_open) REQUIRE(requires_it(question->practice));
                ++(is_open ? first : credit);
            } else {
                REQUIRE(requires_it(question->practice));
            }
            known[id] = sheet.at(id);
            interview.answer(id, sheet.at(id));
        }
    }
    CHECK(first > 0);
    CHECK(credit > 0);
}

TEST_CASE("no question is asked that could not have changed a level", "[interview]") {
    std::mt19937 random(seed + 1);
    const Workshop workshop;
    for (int i = 0; i < 6; ++i) {
        const auto sheet = random_sheet(*workshop.microsoft().catalogue, random);
        Interview interview(wanted(workshop), Goal::parameter_levels);
        std::map<Text, Rating> known;
        while (const auto question = interview.next()) {
            const auto id = question->practice->id;
            INFO("sheet " << i << ", question " << known.size() << ": " << id);
            REQUIRE(can_change_a_level(*question->rubric, known, id, random));
            REQUIRE(!interview.deciding().empty());
            known[id] = sheet.at(id);
            interview.answer(id, sheet.at(id));
        }
        REQUIRE(interview.deciding().empty());
    }
}
