#include "commands/assess_sheet.hpp"
#include "commands/glossary.hpp"
#include "commands/page.hpp"
#include "text/suggest.hpp"
#include "text/words.hpp"

namespace mlops_assess {
namespace {

std::vector<std::string_view> everything(const Models& models) {
    std::vector<std::string_view> names;
    for (const auto* rubric : models.rubrics) names.push_back(rubric->id);
    for (const auto* catalogue : models.catalogues) {
        for (const auto& parameter : catalogue->parameters) names.push_back(parameter.id);
        for (const auto& practice : catalogue->practices) names.push_back(practice.id);
        for (const auto& source : catalogue->sources) names.push_back(source.id);
    }
    for (const auto& about : glossary()) names.push_back(about.word);
    for (const auto& about : answer_words()) names.push_back(about.word);
    for (const auto& kind : diagnostic_kinds()) names.push_back(kind.name);
    return names;
}

/// The id of what a report calls by its name: a model, a level, a parameter or a practice; empty
/// where there is none.
std::string id_of(const Models& models, std::string_view name) {
    const auto is_called = [lower = lower_case(name)](Text text) {
        return !text.empty() && lower_case(text) == lower;
    };
    for (const auto* rubric : models.rubrics) {
        if (is_called(rubric->label) || is_called(rubric->title)) return std::string(rubric->id);
        for (std::size_t i = 0; i < rubric->levels.size(); ++i)
            if (is_called(rubric->levels[i].name)) return fmt::format("{}.{}", rubric->id, i);
    }
    for (const auto* catalogue : models.catalogues) {
        for (const auto& parameter : catalogue->parameters)
            if (is_called(parameter.title)) return std::string(parameter.id);
        for (const auto& practice : catalogue->practices)
            if (is_called(practice.deliverable)) return std::string(practice.id);
    }
    return {};
}

struct Asked {
    std::string what;
    AssessmentOptions assessment;  ///< without a sheet: what it means, not why this team has it
};

Options options(Asked& asked) {
    auto what = argument("WHAT", "What to explain", asked.what, Takes::topic);
    what.required = false;
    return joined({{what,
                    {"--answers", "FILE", "Explain the figures that this sheet leads to",
                     Takes::file, keep(asked.assessment.answers)}},
                   assessment_options(asked.assessment)});
}

ExitStatus run_explain(Run& run, const Asked& asked) {
    const auto models = run.load_models();
    if (!models) return models.error();
    Page page(run.style());
    // By its id, else by the name that reports use.
    const auto explain_any = [&](const auto& explain) {
        if (explain(asked.what)) return true;
        const auto id = id_of(*models, asked.what);
        return !id.empty() && explain(id);
    };
    bool explained = true;
    if (!asked.assessment.answers.empty()) {
        const auto report = assess_sheet(run, asked.assessment, *models);
        if (!report) return report.error();
        explained = explain_any([&](const std::string& what) {
            return explain_answers(page, *report, what) || explain_word(page, *models, what);
        });
    } else {
        run.tell_diagnostics();
        if (run.diagnostics.has_errors()) return ExitStatus::unusable;
        if (asked.what.empty())
            explain_all(page, *models);
        else
            explained = explain_any(
                [&](const std::string& what) { return explain_topic(page, *models, what); });
    }
    if (explained) return run.print(page.take());
    auto hint = did_you_mean(asked.what, everything(*models));
    if (hint.empty()) hint = "`mlops-assess explain` lists what can be explained";
    return run.usage_error(fmt::format("nothing is called \"{}\" here; {}", asked.what, hint));
}

}  // namespace

extern const Command explain_command = {
    "explain", "Explain a practice, model, level, parameter, word, source or diagnostic",
    "Examples:\n"
    "  mlops-assess explain data-versioned   a practice\n"
    "  mlops-assess explain microsoft        a model\n"
    "  mlops-assess explain microsoft.2      a level\n"
    "  mlops-assess explain google.ci        a parameter of a model\n"
    "  mlops-assess explain google.ci.2      a cell\n"
    "  mlops-assess explain monitoring       a parameter\n"
    "  mlops-assess explain mostly           an answer\n"
    "  mlops-assess explain short-of         a word of the reports\n"
    "  mlops-assess explain S4               a source\n"
    "  mlops-assess explain unclosed-quote   a diagnostic\n"
    "Why a team has its figures:\n"
    "  mlops-assess explain google.ci --answers answers.yaml",
    Group::daily, start<Asked, options, run_explain>};

}  // namespace mlops_assess
