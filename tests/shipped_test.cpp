#include "model/shipped.hpp"

#include "model/load.hpp"
#include "support/catch.hpp"
#include "support/program.hpp"

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <set>

using namespace mlops_assess;

namespace {

/// The shipped files, parsed anew.
struct Parsed {
    Arena arena;
    Diagnostics diagnostics;
    const Catalogue* catalogue = nullptr;
    std::vector<const Rubric*> rubrics;

    Parsed() {
        std::filesystem::current_path(SOURCE_FOLDER);
        const FileReader read = [](const std::string& name, std::size_t, Diagnostics&) {
            return make_source(name, read_file(name));
        };
        const auto document = [&](const std::string& name) {
            return parse(*read(name, 0, diagnostics), diagnostics);
        };
        catalogue = load_catalogue(*document("rubrics/practices.yaml"), arena, diagnostics);
        for (const auto* name : {"rubrics/microsoft.yaml", "rubrics/google.yaml"})
            rubrics.push_back(load_rubric(*document(name), {read}, arena, diagnostics));
        REQUIRE(diagnostics.empty());
    }
};

bool filled(Text text) { return !text.empty(); }

}  // namespace

TEST_CASE("what is embedded is what the files say", "[shipped]") {
    const Parsed parsed;
    CHECK(*parsed.catalogue == shipped_catalogue());
    REQUIRE(shipped_rubrics().size() == parsed.rubrics.size());
    for (std::size_t i = 0; i < parsed.rubrics.size(); ++i) {
        CHECK(*parsed.rubrics[i]->catalogue == *shipped_rubrics()[i].catalogue);
        auto rubric = *parsed.rubrics[i];
        rubric.catalogue = shipped_rubrics()[i].catalogue;
        CHECK(rubric == shipped_rubrics()[i]);
    }
}

TEST_CASE("the shipped catalogue fills every field", "[shipped]") {
    const auto& catalogue = shipped_catalogue();
    CHECK(catalogue.practices.size() == 106);
    std::vector<std::string> parameters;
    for (const auto& parameter : catalogue.parameters) {
        parameters.emplace_back(parameter.id);
        CHECK(filled(parameter.about));
    }
    CHECK(parameters == std::vector<std::string>{"people", "data", "development", "release", "ci",
                                                 "cd", "app", "monitoring"});
    std::uint32_t last = 0;
    for (const auto& practice : catalogue.practices) {
        INFO(practice.id);
        CHECK(practice.parameter >= last);  // in the order of the parameters
        last = practice.parameter;
        CHECK(filled(practice.statement));
        CHECK(filled(practice.why));
        CHECK(filled(practice.if_missing));
        CHECK(practice.if_missing.size() <= 60);
        CHECK(filled(practice.guidance));
        CHECK(practice.evidence.size() >= 2);
        CHECK(filled(practice.deliverable));
        CHECK(filled(practice.success));
        CHECK(practice.effort != Effort::none);
        CHECK_FALSE(practice.sources.empty());
    }
    CHECK(catalogue.context.size() >= 10);
    CHECK(catalogue.must_have.size() == 11);
    for (const auto& rule : catalogue.must_have) CHECK_FALSE(rule.sources.empty());
    for (const auto& rule : catalogue.contradictions)
        CHECK(rule.at_least.size() + rule.at_most.size() + rule.not_applicable.size() > 0);
    CHECK(catalogue.targets.size() >= 10);
}

// The stronger of two practices is credited with the weaker where it contains every word of it.
TEST_CASE("credits of the shipped catalogue", "[shipped]") {
    struct Row {
        Text stronger;
        Text weaker;
        bool contains;
    };
    const Row rows[] = {
        {"ci-merge-gate", "ci-auto-build", true},
        {"ci-merge-gate", "ci-app-tests-run", true},
        {"ci-merge-gate", "ci-ml-code", true},
        {"dev-managed-envs", "dev-managed-compute", true},
        {"dev-train-pipeline", "data-prep-pipeline", true},
        {"dev-retrain-unattended", "data-auto-gather", true},
        {"cd-pipeline-cd", "cd-pipeline-deployed", true},
        // A job on somebody's workstation retrains unattended too.
        {"dev-retrain-unattended", "cd-pipeline-deployed", false},
        {"dev-retrain-unattended", "dev-managed-compute", false},
        {"cd-pipeline-deployed", "dev-managed-compute", false},
        {"cd-only-path", "release-continuous", false},
    };
    const auto& practices = shipped_catalogue().practices;
    for (const auto& row : rows) {
        INFO(row.stronger << " contains " << row.weaker);
        std::set<Text> credited = {row.stronger};
        for (const auto index : shipped_catalogue().credit_order)
            for (const auto stronger : practices[index].implied_by)
                if (credited.contains(practices[stronger].id)) credited.insert(practices[index].id);
        CHECK(credited.contains(row.weaker) == row.contains);
    }
}

// What a regulated team must have names the rule that asks for it.
TEST_CASE("must-haves under regulation cite who asks for them", "[shipped]") {
    std::set<Text> cited;
    const auto& catalogue = shipped_catalogue();
    for (const auto& rule : catalogue.must_have) {
        bool regulated = false;
        for (const auto& condition : rule.when)
            regulated = regulated || catalogue.context[condition.question].id == "regulated";
        if (!regulated) continue;
        const auto cites = [&](Text source) {
            return std::find(rule.sources.begin(), rule.sources.end(), source) !=
                   rule.sources.end();
        };
        INFO(rule.because);
        CHECK((cites("AIA") || cites("SR11")));
        CHECK(cites("SR11") == cites("SR26"));  // the second took the place of the first
        for (const auto index : rule.practices) cited.insert(catalogue.practices[index].id);
    }
    for (const Text wanted : {"release-risk-assessment", "app-human-override", "release-inventory",
                              "release-approval-record", "mon-quality"})
        CHECK(cited.contains(wanted));
}

TEST_CASE("the shipped rubrics fill every field", "[shipped]") {
    std::map<Text, std::size_t> required;
    std::set<Text> core;
    std::set<Text> both;
    for (const auto& rubric : shipped_rubrics()) {
        INFO(rubric.id);
        CHECK(filled(rubric.source.title));
        CHECK(filled(rubric.source.address));
        CHECK(filled(rubric.source.read));
        CHECK(filled(rubric.source.note));
        CHECK_FALSE(rubric.further_reading.empty());
        std::set<Text> glance;
        for (std::size_t n = 0; n < rubric.levels.size(); ++n) {
            const auto& level = rubric.levels[n];
            INFO(level.name);
            CHECK(filled(level.summary));
            CHECK(filled(level.step) == (n > 0));
            CHECK_FALSE(level.highlights.empty());
            CHECK_FALSE(level.technology.empty());
            CHECK_FALSE(level.workflow.empty());
            CHECK_FALSE(level.pains.empty());
            CHECK_FALSE(level.suits.empty());
            std::set<Text> keys;
            for (const auto& [key, text] : level.at_a_glance) keys.insert(key);
            CHECK_FALSE(keys.empty());
            if (n > 0) CHECK(keys == glance);
            glance = keys;
        }
        for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
            for (int n = 0; n <= rubric.top(); ++n) {
                const auto& cell = rubric.cell(p, n);
                INFO(rubric.catalogue->parameters[p].id << ' ' << n);
                CHECK(filled(cell.describes));
                for (const auto& requirement : cell.required) {
                    const auto id = rubric.catalogue->practices[requirement.practice].id;
                    INFO(id);
                    CHECK(requirement.basis != Basis::not_given);
                    CHECK_FALSE(requirement.sources.empty());
                    ++required[rubric.id];
                    core.insert(id);
                }
            }
    }
    CHECK(required["microsoft"] == 63);
    CHECK(required["google"] == 55);
    CHECK(core.size() == 79);
    CHECK(shipped_rubrics()[0].levels.size() == 5);
    CHECK(shipped_rubrics()[1].levels.size() == 3);
}

TEST_CASE("the basis of a requirement fits the sources that it cites", "[shipped]") {
    const std::set<Text> notes = {"S0", "S1", "S2", "S3", "S4"};
    const std::map<Text, std::set<Text>> publisher = {{"microsoft", {"MS", "MS25"}},
                                                      {"google", {"GC"}}};
    for (const auto& rubric : shipped_rubrics())
        for (const auto& cell : rubric.cells)
            for (const auto& [practice, at_least, basis, sources] : cell.required) {
                INFO(rubric.id << ' ' << rubric.catalogue->practices[practice].id);
                const auto cites = [&](const std::set<Text>& those) {
                    return std::count_if(sources.begin(), sources.end(),
                                         [&](Text source) { return those.contains(source); });
                };
                const auto own = cites(publisher.at(rubric.id));
                const auto noted = cites(notes);
                switch (basis) {
                    case Basis::published:
                    case Basis::interpreted: CHECK(own > 0); break;
                    case Basis::secondary:
                        CHECK(noted > 0);
                        CHECK(noted == static_cast<std::ptrdiff_t>(sources.size()));
                        break;
                    case Basis::added: CHECK(own + noted == 0); break;
                    case Basis::not_given: FAIL("no basis");
                }
                // A reader of the practice finds who asks for it.
                const auto& theirs = rubric.catalogue->practices[practice].sources;
                for (const auto& source : sources) {
                    INFO(source);
                    CHECK(std::find(theirs.begin(), theirs.end(), source) != theirs.end());
                }
            }
}

TEST_CASE("every practice is asked for or advised by a shipped rubric", "[shipped]") {
    std::set<PracticeIndex> used;
    for (const auto& rubric : shipped_rubrics())
        for (const auto& cell : rubric.cells) {
            for (const auto& requirement : cell.required) used.insert(requirement.practice);
            used.insert(cell.recommended.begin(), cell.recommended.end());
        }
    CHECK(used.size() == shipped_catalogue().practices.size());
}

TEST_CASE("the literal text that the rubric rules against is quoted", "[shipped]") {
    const auto& google = shipped_rubrics()[1];
    const auto note = google.cell(0, 2).note;
    CHECK(note.find("siloed") != Text::npos);
    CHECK(note.find("not in regular communication") != Text::npos);
}
