#include "assessment/interview.hpp"
#include "assessment/assessment.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

#include <algorithm>
#include <iostream>
#include <random>

using namespace mlops_assess;

namespace {

constexpr unsigned seed = 20261121;

/// All practices answered as some team would.
std::map<Text, Rating> random_sheet(const Catalogue& catalogue, std::mt19937& random) {
    // Teams differ in how good they are, so the draw is not the same for all.
    const auto good = random() % 100;
    std::map<Text, Rating> ratings;
    for (const auto& practice : catalogue.practices) {
        auto& rating = ratings[practice.id];
        if (!practice.not_applicable.empty() && random() % 8 == 0)
            rating = Rating::not_applicable;
        else if (random() % 100 < good)
            rating = random() % 2 == 0 ? Rating::fully : Rating::mostly;
        else
            rating = random() % 2 == 0 ? Rating::no : Rating::partially;
    }
    return ratings;
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

}  // namespace

TEST_CASE("the short path gives the levels of the full sheet", "[interview]") {
    std::cout << "interview: seed " << seed << "\n";
    std::mt19937 random(seed);
    const Workshop workshop;
    std::vector<std::size_t> counts;
    std::vector<std::size_t> overall_counts;
    for (int i = 0; i < 1000; ++i) {
        const auto sheet = random_sheet(*workshop.microsoft().catalogue, random);
        const auto sitting = sit(Interview(wanted(workshop), Goal::parameter_levels), sheet);
        const auto overall = sit(Interview(wanted(workshop), Goal::overall_levels), sheet);
        for (const auto* rubric : {&workshop.microsoft(), &workshop.google()}) {
            const auto full = levels_of(*rubric, sheet);
            REQUIRE(levels_of(*rubric, sitting.known).parameters == full.parameters);
            REQUIRE(levels_of(*rubric, sitting.known).overall == full.overall);
            REQUIRE(levels_of(*rubric, overall.known).overall == full.overall);
        }
        counts.push_back(sitting.asked.size());
        overall_counts.push_back(overall.asked.size());
    }
    for (auto* each : {&counts, &overall_counts}) {
        std::sort(each->begin(), each->end());
        std::cout << (each == &counts ? "all levels" : "overall levels") << ": questions of "
                  << workshop.microsoft().catalogue->practices.size() << ": median "
                  << (*each)[each->size() / 2] << ", worst " << each->back() << "\n";
    }
    CHECK(counts[counts.size() / 2] <= 55);
    CHECK(overall_counts[overall_counts.size() / 2] < counts[counts.size() / 2]);
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
            REQUIRE(interview.at_most() >= 1);
            known[id] = sheet.at(id);
            interview.answer(id, sheet.at(id));
        }
        REQUIRE(interview.at_most() == 0);
    }
}
