#include "model/models.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <random>
#include <set>

using namespace mlops_assess;

/// The report of a CI server fails where the run does.
namespace {

class Random {
  public:
    explicit Random(unsigned seed) : random_(seed) {}

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool one_in(int n) { return upto(n - 1) == 0; }

    /// Answers to about four of five practices, good ones more often.
    std::string sheet() {
        static const std::string words[] = {"no", "partially", "mostly", "fully", "fully", "fully"};
        const int worst = upto(3);
        std::string text = "team: T\ndate: 2026-11-20\nanswers:\n";
        for (const auto& each : practices_) {
            if (one_in(5)) continue;
            const auto& word = words[static_cast<std::size_t>(worst + upto(5 - worst))];
            text += "  " + std::string(each.id) + ": ";
            if (!each.not_applicable.empty() && one_in(10))
                text += "{answer: n/a, note: n}\n";
            else
                text += one_in(2) ? word + "\n" : "{answer: " + word + ", evidence: e}\n";
        }
        return text;
    }

    std::vector<std::string> gates() {
        static const std::string places[] = {"microsoft", "microsoft.cd", "microsoft.data",
                                             "google",    "google.ci",    "google.people"};
        std::vector<std::string> options;
        for (const auto* option : {"--fail-under", "--fail-under-evidenced"})
            for (const auto& place : places)
                if (one_in(6))
                    options.insert(options.end(), {option, place + "=" + std::to_string(upto(2))});
        if (one_in(3))
            options.insert(options.end(), {"--min-answered", std::to_string(60 + upto(40))});
        if (one_in(4)) options.insert(options.end(), {"--target", "microsoft=4"});
        return options;
    }

    std::string waivers() {
        std::set<std::string> waived;
        for (int i = upto(30); i >= 0; --i) waived.insert(practice());
        std::string text = "schema: mlops-assess/waivers/1\nwaivers:\n";
        for (const auto& each : waived)
            text += "  - {practice: " + each + ", reason: r, owner: o, expires: 2026-11-" +
                    (one_in(3) ? "19" : "20") + "}\n";
        return text;
    }

  private:
    std::string practice() {
        return std::string(
            practices_[static_cast<std::size_t>(upto(static_cast<int>(practices_.size()) - 1))].id);
    }

    const Models models_ = shipped_models();
    const List<Practice>& practices_ = models_.catalogues.front()->practices;
    std::mt19937 random_;
};

/// Whether the report has failures, its status being that of a run that came to an end.
bool fails(const std::vector<std::string>& arguments, const std::string& input) {
    auto all = arguments;
    all.insert(all.end(), {"-f", "junit", "-q"});
    const auto outcome = run_program(all, input);
    INFO(fmt::format("{}", fmt::join(all, " ")));
    INFO(outcome.err);
    const bool failed = outcome.out.find("<failure ") != std::string::npos;
    REQUIRE(outcome.status == (failed ? 1 : 0));
    return failed;
}

}  // namespace

TEST_CASE("JUnit has failures if and only if the status is 1", "[junit]") {
    const Folder folder;
    Random random(20261120);
    int failed = 0;
    int runs = 0;
    for (int i = 0; i < 500; ++i) {
        const auto text = random.sheet();
        INFO(text);
        auto arguments = random.gates();
        arguments.insert(arguments.begin(), {"score", "-", "--today", "2026-11-20"});
        if (random.one_in(2))
            arguments.insert(arguments.end(),
                             {"--waivers", folder.file("waivers.yaml", random.waivers())});
        failed += fails(arguments, text) ? 1 : 0;
        ++runs;
    }
    for (const auto& sheet : yaml_files("examples")) {
        for (const std::vector<std::string>& gates : {std::vector<std::string>{},
                                                      {"--fail-under", "microsoft=1,google=1"},
                                                      {"--fail-under-evidenced", "google.ci=2"},
                                                      {"--min-answered", "95"}}) {
            std::vector<std::string> arguments = {"score", sheet};
            arguments.insert(arguments.end(), gates.begin(), gates.end());
            failed += fails(arguments, {}) ? 1 : 0;
            ++runs;
        }
    }
    // Both happen often.
    CHECK(failed > runs / 5);
    CHECK(failed < runs * 4 / 5);
}
