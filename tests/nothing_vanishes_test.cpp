#include "support/catch.hpp"
#include "support/program.hpp"
#include "support/workshop.hpp"

#include <fmt/format.h>

/// Every answer that a person gave stands in every report that holds answers one by one.
using namespace mlops_assess;

namespace {

constexpr const char* whole_formats[] = {"markdown", "html", "json", "csv", "ndjson"};

/// A word that no report contains unless the answer with this number brings it in. Sentences begin
/// with a capital.
std::string token(std::size_t number) { return fmt::format("Unmistakable{:04}", number); }

/// Answers with a note and evidence in turn; every seventh says that its practice does not apply.
std::string answers(List<Practice> practices, std::size_t& number) {
    constexpr const char* ratings[] = {"no", "partially", "mostly", "fully", "unknown"};
    std::string text;
    for (const auto& practice : practices) {
        const auto word = token(++number);
        const bool skipped = number % 7 == 0 && !practice.not_applicable.empty();
        text += fmt::format("  {}: {{answer: {}, {}: {}}}\n", practice.id,
                            skipped ? "not-applicable" : ratings[number % 5],
                            skipped || number % 2 == 0 ? "note" : "evidence", word);
    }
    return text;
}

void check_answers(const std::string& sheet, std::size_t answers,
                   const std::vector<std::string>& options) {
    for (const auto* format : whole_formats) {
        std::vector<std::string> arguments = {"score", "-", "-q", "-f", format};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto outcome = run_program(arguments, sheet);
        INFO(format << ": " << outcome.err);
        REQUIRE(outcome.status == 0);
        std::vector<std::string> lost;
        for (std::size_t i = 1; i <= answers; ++i)
            if (outcome.out.find(token(i)) == std::string::npos) lost.push_back(token(i));
        CHECK(lost == std::vector<std::string>{});
    }
}

}  // namespace

TEST_CASE("no answer vanishes from a report", "[nothing_vanishes]") {
    const Workshop shop;
    std::size_t number = 0;
    const auto sheet = "team: All\ncontext: {regulated: true, production_models: 5}\nanswers:\n" +
                       answers(shop.microsoft().catalogue->practices, number);
    CHECK(number == shop.microsoft().catalogue->practices.size());
    check_answers(sheet, number, {});
    check_answers(sheet, number, {"--rubric", "google", "--target", "google=1"});
}

TEST_CASE("answers to shipped practices do not vanish by another model", "[nothing_vanishes]") {
    Workshop shop;
    const auto* file = "tests/sheets/models/features.yaml";
    const auto& own = shop.rubric(read_file(std::filesystem::path(SOURCE_FOLDER) / file));
    std::size_t number = 0;
    auto sheet = "team: All\nanswers:\n" + answers(own.catalogue->practices, number);
    sheet += answers(shop.microsoft().catalogue->practices, number);
    check_answers(sheet, number, {"--rubric", file});
}
