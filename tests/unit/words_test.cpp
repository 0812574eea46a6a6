#include "document/diagnostic.hpp"
#include "document/shape.hpp"
#include "model/answers.hpp"
#include "support/catch.hpp"
#include "text/scalars.hpp"
#include "text/unicode.hpp"

#include <set>

using namespace mlops_assess;

TEST_CASE("answer words and their synonyms", "[words]") {
    struct Row {
        Text word;
        std::optional<Rating> rating;
    };
    const Row rows[] = {
        {"no", Rating::no},
        {"No", Rating::no},
        {"NO", Rating::no},
        {"false", Rating::no},
        {"none", Rating::no},
        {"partially", Rating::partially},
        {"Partial", Rating::partially},
        {"mostly", Rating::mostly},
        {"largely", Rating::mostly},
        {"fully", Rating::fully},
        {"yes", Rating::fully},
        {"TRUE", Rating::fully},
        {"not-applicable", Rating::not_applicable},
        {"n/a", Rating::not_applicable},
        {"NA", Rating::not_applicable},
        {"unknown", Rating::unanswered},
        {"null", Rating::unanswered},
        {"~", Rating::unanswered},
        {"", Rating::unanswered},
        {"y", std::nullopt},
        {"n", std::nullopt},
        {"on", std::nullopt},
        {"off", std::nullopt},
        {"0", std::nullopt},
        {"1", std::nullopt},
        {"3", std::nullopt},
        {" no", std::nullopt},
        {"not applicable", std::nullopt},
    };
    for (const auto& row : rows) {
        INFO(row.word);
        CHECK(rating_from_word(row.word) == row.rating);
    }
}

TEST_CASE("every word that the program prints is one that it reads", "[words]") {
    for (const auto& about : answer_words()) CHECK(rating_from_word(about.word) == about.rating);
    for (int points = 0; points <= most_points; ++points)
        CHECK(mlops_assess::points(*rating_from_word(word_for_points(points))) == points);
}

TEST_CASE("dates of the calendar", "[words]") {
    for (const auto* date : {"2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01"})
        CHECK(is_date(date));
    for (const auto* date :
         {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1",
          "20261120", "2026-11-20T00:00", "", "2026-11-2x", "-026-11-20", "2026-11--1"}) {
        INFO(date);
        CHECK_FALSE(is_date(date));
    }
}

TEST_CASE("whole numbers in decimal digits only", "[words]") {
    CHECK(to_integer("42") == 42);
    CHECK(to_integer("017") == 17);
    for (const auto* text :
         {"", "0x1F", "1e3", "3.0", " 3", "3 ", "+3", "1_000", "99999999999999999999"})
        CHECK_FALSE(to_integer(text));
}

TEST_CASE("blank texts", "[words]") {
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\n"));
    CHECK(is_blank("\xC2\xA0\xE2\x80\x8B"));
    CHECK_FALSE(is_blank(" x"));
}

TEST_CASE("diagnostic ids are unique and explained", "[words]") {
    std::set<std::string_view> ids;
    for (const auto& kind : diagnostic_kinds()) {
        CHECK(ids.insert(kind.name).second);
        CHECK_FALSE(kind.meaning.empty());
        CHECK_FALSE(kind.remedy.empty());
    }
}
