#include "text/suggest.hpp"

#include "support/catch.hpp"

using namespace mlops_assess;

TEST_CASE("the nearest word is suggested, or none", "[suggest]") {
    const std::vector<std::string_view> words = {"score", "validate", "ci-ml-code", "mostly", "no"};
    CHECK(nearest("scroe", words) == "score");
    CHECK(nearest("ci_ml_code", words) == "ci-ml-code");
    CHECK(nearest("Mostly", words) == "mostly");
    CHECK(nearest("valdate", words) == "validate");
    CHECK(nearest("elephant", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest(std::string(200, 'x'), words).empty());
    CHECK(did_you_mean("scroe", words) == "did you mean \"score\"?");
}
