#include "support/workshop.hpp"

#include "model/models.hpp"
#include "support/catch.hpp"

using namespace mlops_assess;

Workshop::Workshop() : models(shipped_models()) {}

const SourceFile& Workshop::source(const std::string& text) {
    return *sources_.emplace_back(make_source("test.yaml", text));
}

const Rubric& Workshop::rubric(const std::string& text) {
    const auto document = parse(source(text), diagnostics);
    const Rubric* loaded = nullptr;
    if (document != nullptr) loaded = load_rubric(*document, {}, arena, diagnostics);
    INFO(print(diagnostics.sorted(), false));
    REQUIRE(loaded != nullptr);
    models.rubrics = {loaded};
    models.catalogues = {loaded->catalogue};
    return *loaded;
}

const AnswerSheet& Workshop::sheet(const std::string& text) {
    const auto document = parse(source(text), diagnostics);
    std::optional<AnswerSheet> loaded;
    if (document != nullptr) loaded = load_answers(*document, models, diagnostics);
    INFO(print(diagnostics.sorted(), false));
    REQUIRE(loaded);
    return sheets_.emplace_back(*loaded);
}

const AnswerSheet& Workshop::answers(const std::map<std::string, std::string>& answers) {
    std::string text = "team: Test\nanswers:";
    if (answers.empty()) text += " {}";
    for (const auto& [practice, answer] : answers) text += "\n  " + practice + ": " + answer;
    return sheet(text + "\n");
}

std::vector<std::string> required_up_to(const Rubric& rubric, int level) {
    std::vector<std::string> ids;
    for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
        for (int n = 1; n <= level; ++n)
            for (const auto& requirement : rubric.cell(p, n).required)
                ids.emplace_back(rubric.catalogue->practices[requirement.practice].id);
    return ids;
}

std::size_t parameter(const Rubric& rubric, std::string_view id) {
    const auto& parameters = rubric.catalogue->parameters;
    for (std::size_t p = 0; p < parameters.size(); ++p)
        if (parameters[p].id == id) return p;
    FAIL("no parameter " << id);
    return 0;
}
