#include "support/catch.hpp"
#include "support/program.hpp"

#include <mlops_assess/mlops_assess.hpp>

namespace {

mlops::File from_disk(const std::string& name) {
    return {name, read_file(SOURCE_FOLDER "/" + name)};
}

}  // namespace

TEST_CASE("a document from texts in memory is the program's own", "[library]") {
    const auto sheet = from_disk("examples/startup.yaml");
    for (const std::string format : {"csv", "svg", "badge", "junit"}) {
        INFO(format);
        const auto scored = mlops::score(sheet, format);
        const auto program = run_program({"score", sheet.name, "-f", format});
        CHECK(scored.usable);
        CHECK(scored.document == program.out);
        CHECK(scored.diagnostics == program.err);
    }
}

TEST_CASE("rubrics and their catalogue come from memory, and from nowhere else", "[library]") {
    auto rubric = from_disk("rubrics/google.yaml");
    rubric.name = "ours/google.yaml";
    const mlops::Rubrics alone{{rubric.name}, {rubric}};
    const auto sheet = from_disk("examples/startup.yaml");
    const auto without = mlops::score(sheet, "csv", alone);
    CHECK_FALSE(without.usable);
    CHECK(without.document.empty());
    CHECK(without.diagnostics.find("ours/practices.yaml") != std::string::npos);
    CHECK(without.diagnostics.find("this file is not given") != std::string::npos);

    auto catalogue = from_disk("rubrics/practices.yaml");
    catalogue.name = "ours/practices.yaml";
    const auto with = mlops::score(sheet, "csv", {{rubric.name}, {rubric, catalogue}});
    CHECK(with.diagnostics == mlops::score(sheet, "csv", {{"google"}, {}}).diagnostics);
    CHECK(with.document == mlops::score(sheet, "csv", {{"google"}, {}}).document);
    CHECK(with.usable);
}

TEST_CASE("what is wrong is told, and there is no document", "[library]") {
    const mlops::File wrong{"a.yaml",
                            "schema: mlops-assess/answers/1\nteam: T\nanswers: {x: no}\n"};
    const auto scored = mlops::score(wrong, "json");
    CHECK_FALSE(scored.usable);
    CHECK(scored.document.empty());
    CHECK(scored.diagnostics.find("a.yaml:3:11: error") != std::string::npos);
    CHECK(mlops::validate(wrong).diagnostics == scored.diagnostics);

    const auto sheet = from_disk("examples/startup.yaml");
    CHECK(mlops::score(sheet, "pdf").diagnostics == "unknown format \"pdf\"\n");
    CHECK(mlops::score(sheet, "csv", {{"acme"}, {}}).diagnostics == "unknown rubric \"acme\"\n");
    CHECK(mlops::score(sheet, "csv", {{"google", "google"}, {}}).usable == false);
    CHECK(mlops::score({"a.yaml", "\xff"}, "csv").diagnostics.find("UTF-8") != std::string::npos);
}

TEST_CASE("validate says what a right file holds", "[library]") {
    const auto outcome = mlops::validate(from_disk("rubrics/practices.yaml"));
    CHECK(outcome.usable);
    CHECK(outcome.document == "catalogue, 106 practices");
}

TEST_CASE("the whole program is a function", "[library]") {
    std::string out;
    const mlops::Streams streams{[](char*, std::size_t) { return 0L; },
                                 [&](std::string_view text) {
                                     out += text;
                                     return 0;
                                 },
                                 [](std::string_view) { return 0; }};
    CHECK(mlops::run({"--version"}, streams) == 0);
    CHECK(out.starts_with("mlops-assess "));
    CHECK(mlops::run({"score", "a", "b"}, streams) == 2);
}
