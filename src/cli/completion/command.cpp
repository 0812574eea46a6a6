#include "cli/completion/completion.hpp"
#include "commands/commands.hpp"
#include "model/models.hpp"

namespace mlops_assess {
namespace {

/// Everything that `explain` knows, but practices.
std::vector<std::string> topics(const Models& models) {
    std::vector<std::string> words;
    const auto& catalogue = *models.shipped_catalogue;
    for (const auto* rubric : models.rubrics) {
        words.emplace_back(rubric->id);
        for (int n = 0; n <= rubric->top(); ++n)
            words.push_back(fmt::format("{}.{}", rubric->id, n));
        for (const auto& parameter : catalogue.parameters) {
            words.push_back(fmt::format("{}.{}", rubric->id, parameter.id));
            for (int n = 0; n <= rubric->top(); ++n)
                words.push_back(fmt::format("{}.{}.{}", rubric->id, parameter.id, n));
        }
    }
    for (const auto& parameter : catalogue.parameters) words.emplace_back(parameter.id);
    for (const auto& answer : answer_words()) words.emplace_back(answer.word);
    for (const auto& kind : diagnostic_kinds()) words.emplace_back(kind.name);
    return words;
}

ModelWords model_words(const Models& models) {
    ModelWords words;
    words.topics = topics(models);
    for (const auto& practice : models.shipped_catalogue->practices)
        words.practices.emplace_back(practice.id);
    for (const auto& answer : answer_words()) words.answers.emplace_back(answer.word);
    for (const auto* rubric : models.rubrics) {
        words.rubrics.emplace_back(rubric->id);
        for (int n = 0; n <= rubric->top(); ++n)
            words.levels.push_back(fmt::format("{}={}", rubric->id, n));
    }
    return words;
}

}  // namespace

ExitStatus run_completion(Run& run, const CompletionOptions& options) {
    return run.print(
        completion_script(options.shell, describe_command_line(), model_words(shipped_models())));
}

}  // namespace mlops_assess
