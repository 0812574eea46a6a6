#include "text/csv_text.hpp"
#include "writer/merge/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// How raters stand to a practice.
Text standing(const Opinions& question) {
    const auto answered = question.answered();
    if (answered == 0) return "unanswered";
    if (answered == 1) return "one rater";
    return question.given().size() == 1 ? "equal" : "differ";
}

CsvField effects(const Disagreement* difference) {
    std::vector<std::string> words;
    if (difference != nullptr)
        for (const auto& each : difference->effects)
            words.push_back(effect_words(*difference, each));
    return {fmt::format("{}", fmt::join(words, "; ")), !words.empty()};
}

std::string row(const Merge& merge, const Opinions& question, const Disagreement* difference) {
    const auto& practice = question.practice();
    std::vector<CsvField> fields = {
        {std::string(question.catalogue->parameters[practice.parameter].id)},
        {std::string(practice.id)},
        {std::string(practice.statement), true},
        {std::string(standing(question))},
        {difference != nullptr && difference->is_decisive() ? "true" : "false"}};
    for (std::size_t r = 0; r < merge.raters.size(); ++r) {
        const auto* answer = question.answer_of(r);
        fields.push_back({std::string(answer == nullptr ? Text() : sheet_word(answer->rating))});
    }
    fields.push_back({std::string(sheet_word(merge.answer(question).rating))});
    fields.push_back(effects(difference));
    for (std::size_t r = 0; r < merge.raters.size(); ++r) {
        const auto* answer = question.answer_of(r);
        fields.push_back({std::string(answer == nullptr ? Text() : answer->note), true});
        const auto evidence = answer == nullptr ? Texts() : answer->evidence;
        fields.push_back({fmt::format("{}", fmt::join(evidence, "; ")), true});
    }
    return csv_record(fields);
}

}  // namespace

std::string merge_csv(const Merge& merge, const Style&) {
    std::vector<CsvField> heads;
    for (const auto* name : {"parameter", "practice", "statement", "agreement", "decisive"})
        heads.push_back({name});
    for (const auto& rater : merge.raters) heads.push_back({rater.name, true});
    for (const auto* name : {"merged", "levels"}) heads.push_back({name});
    for (const auto& rater : merge.raters)
        for (const auto* name : {"note", "evidence"})
            heads.push_back({fmt::format("{}: {}", rater.name, name), true});
    auto out = csv_record(heads);
    for (const auto& each : merge.differences) out += row(merge, each.question, &each);
    for (const auto& question : merge.questions)
        if (question.given().size() < 2) out += row(merge, question, nullptr);
    return out;
}

}  // namespace mlops_assess
