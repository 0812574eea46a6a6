#include "assessment/mean.hpp"

#include "support/catch.hpp"
#include "text/scalars.hpp"

using namespace mlops_assess;

TEST_CASE("a mean is exact and rounded down", "[mean]") {
    CHECK(floor_of_mean({{1, 3}, {2, 3}}, 1, 100) == 100);
    CHECK(floor_of_mean({{1, 3}, {1, 3}}, 1, 100) == 66);
    CHECK(floor_of_mean({{29, 50}}, 1, 100) == 58);  // as a double 57.99
    CHECK(floor_of_mean({{7, 1}, {0, 9}}, 4, 100) == 175);
    CHECK(floor_of_mean({}, 3, 100) == 0);
    CHECK(floor_of_mean({{0, 3}}, 8, 100) == 0);
}

TEST_CASE("every k of n as whole percent", "[mean]") {
    for (int n = 1; n <= 120; ++n)
        for (int k = 0; k <= n; ++k) REQUIRE(floor_of_mean({{k, n}}, 1, 100) == k * 100 / n);
}

TEST_CASE("denominators whose product has hundreds of digits", "[mean]") {
    std::vector<Fraction> parts;
    for (int n = 1; n <= 300; ++n) {
        parts.push_back({1, 3 * n});
        parts.push_back({3 * n - 1, 3 * n});
    }
    CHECK(floor_of_mean(parts, 300, 100) == 100);
    parts.push_back({1, 997});
    CHECK(floor_of_mean(parts, 300, 100) == 100);
    parts[1].part -= 1;
    CHECK(floor_of_mean(parts, 300, 100) == 99);
}

TEST_CASE("days between dates", "[mean]") {
    CHECK(days_between("2026-11-20", "2026-11-20") == 0);
    CHECK(days_between("2026-02-28", "2026-03-01") == 1);
    CHECK(days_between("2024-02-28", "2024-03-01") == 2);
    CHECK(days_between("2026-01-01", "2025-12-31") == -1);
    CHECK(days_between("0001-01-01", "9999-12-31") == 3652058);
}
