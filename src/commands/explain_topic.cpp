#include "commands/page.hpp"
#include "document/diagnostic_kinds.hpp"
#include "model/dotted.hpp"
#include "report/phrases.hpp"

#include <algorithm>

/// What the words of models, sheets and messages mean.
namespace mlops_assess {
namespace {

/// `, published` behind other words.
std::string basis_suffix(Basis basis) {
    const auto words = basis_words(basis);
    return words.empty() ? std::string() : fmt::format(", {}", words);
}

/// `S3 (Lecture notes …)`.
std::string source_words(const Catalogue& catalogue, Text id) {
    for (const auto& source : catalogue.sources)
        if (source.id == id) return fmt::format("{}: {}", id, source.title);
    return std::string(id);
}

std::string ids(const Catalogue& catalogue, PracticeIndices practices) {
    std::vector<Text> names;
    for (const auto index : practices) names.push_back(catalogue.practices[index].id);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Where the models ask for a practice.
void due(Page& page, const Models& models, Text id) {
    for (const auto* rubric : models.rubrics) {
        const auto index = rubric->catalogue->find(id);
        if (!index) continue;
        const auto parameter = rubric->catalogue->practices[*index].parameter;
        for (int n = 0; n <= rubric->top(); ++n) {
            const auto& cell = rubric->cell(parameter, n);
            for (const auto& requirement : cell.required)
                if (requirement.practice == *index)
                    page.item(
                        fmt::format("{}: required, at least {}{}", model_level(*rubric, n),
                                    word_for_points(requirement.at_least.value_or(rubric->bar)),
                                    basis_suffix(requirement.basis)));
            if (std::find(cell.recommended.begin(), cell.recommended.end(), *index) !=
                cell.recommended.end())
                page.item(fmt::format("{}: recommended", model_level(*rubric, n)));
        }
    }
}

void explain_practice(Page& page, const Models& models, const Catalogue& catalogue,
                      const Practice& practice) {
    page.heading(std::string(practice.id));
    page.paragraph(practice.statement);
    page.heading("Why");
    page.paragraph(practice.why);
    if (!practice.guidance.empty()) {
        page.heading("How");
        page.paragraph(practice.guidance);
    }
    page.list("Evidence", practice.evidence);
    page.heading("Facts");
    page.fact("fully when", practice.success);
    page.fact("deliverable", practice.deliverable);
    page.fact("effort", effort_word(practice.effort));
    page.fact("parameter", catalogue.parameters[practice.parameter].title);
    if (!practice.not_applicable.empty())
        page.fact("not applicable", fmt::format("when {}", practice.not_applicable));
    page.fact("credited by", ids(catalogue, practice.implied_by));
    page.fact("after", ids(catalogue, practice.after));
    page.heading("Asked for by");
    due(page, models, practice.id);
    if (practice.sources.empty()) return;
    page.heading("Sources");
    for (const auto source : practice.sources) page.item(source_words(catalogue, source));
}

void explain_cell(Page& page, const Rubric& rubric, std::size_t parameter, int level) {
    const auto& cell = rubric.cell(parameter, level);
    const auto& catalogue = *rubric.catalogue;
    page.heading(fmt::format("{}.{}.{}  {} at level {}", rubric.id,
                             catalogue.parameters[parameter].id, level,
                             catalogue.parameters[parameter].title, level));
    page.paragraph(cell.describes);
    if (!cell.note.empty()) page.paragraph(fmt::format("Note: {}", cell.note));
    for (const auto& requirement : cell.required) {
        const auto& practice = catalogue.practices[requirement.practice];
        std::string sources;
        if (!requirement.sources.empty())
            sources = fmt::format(", {}", fmt::join(requirement.sources, " "));
        page.item(fmt::format("{}: {} (at least {}{}{})", practice.id, practice.statement,
                              word_for_points(requirement.at_least.value_or(rubric.bar)),
                              basis_suffix(requirement.basis), sources));
    }
    if (level > 0 && cell.required.empty()) page.item("requires nothing new");
    for (const auto index : cell.recommended)
        page.item(fmt::format("recommended: {}", catalogue.practices[index].id));
}

void explain_level(Page& page, const Rubric& rubric, int number) {
    const auto& level = rubric.levels[static_cast<std::size_t>(number)];
    page.heading(fmt::format("{}.{}  {}", rubric.id, number, level.name));
    page.paragraph(level.summary);
    if (!level.aliases.empty())
        page.paragraph(fmt::format("Also called: {}.", fmt::join(level.aliases, ", ")));
    if (!level.step.empty()) {
        page.heading("The step up");
        page.paragraph(level.step);
    }
    page.list("Highlights", level.highlights);
    page.list("Technology", level.technology);
    page.list("How a change reaches production", level.workflow);
    page.list("Pains", level.pains);
    page.list("When this level is right", level.suits);
    if (!level.at_a_glance.empty()) {
        page.heading("At a glance");
        for (const auto& [key, text] : level.at_a_glance)
            page.item(fmt::format("{}: {}", key, text));
    }
    for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
        explain_cell(page, rubric, p, number);
}

void explain_rubric(Page& page, const Rubric& rubric) {
    page.heading(fmt::format("{}  {}, version {}", rubric.id, rubric.title, rubric.version));
    page.paragraph(rubric.source.note);
    page.heading("Source");
    page.fact("title", rubric.source.title);
    page.fact("address", rubric.source.address);
    page.fact("read", rubric.source.read);
    page.heading("Levels");
    for (std::size_t i = 0; i < rubric.levels.size(); ++i)
        page.item(fmt::format("{}.{}  {}: {}", rubric.id, i, rubric.levels[i].name,
                              rubric.levels[i].summary));
    page.heading("How a level is found");
    page.fact("bar", word_for_points(rubric.bar));
    page.paragraph(
        "A requirement is met when the answer, or that of a stronger practice which "
        "contains it, is at least the bar. A parameter is at the highest level up to "
        "which every requirement that applies is met. The overall level is that of the "
        "weakest parameter. The rule is this tool's.");
    if (rubric.further_reading.empty()) return;
    page.heading("Further reading");
    for (const auto& [title, address, about] : rubric.further_reading)
        page.item(fmt::format("{}{}{}{}{}", title, address.empty() ? "" : ", ", address,
                              about.empty() ? "" : ". ", about));
}

void explain_parameter(Page& page, const Models& models, const Catalogue& catalogue,
                       std::size_t index) {
    const auto& parameter = catalogue.parameters[index];
    page.heading(fmt::format("{}  {}", parameter.id, parameter.title));
    page.paragraph(parameter.about);
    page.heading("Practices");
    for (const auto& practice : catalogue.practices)
        if (practice.parameter == index)
            page.item(fmt::format("{}: {}", practice.id, practice.statement));
    page.heading("Models");
    for (const auto* rubric : models.rubrics)
        if (rubric->catalogue->id == catalogue.id)
            for (int n = 0; n <= rubric->top(); ++n)
                page.item(fmt::format("{}.{}.{}: {}", rubric->id, parameter.id, n,
                                      rubric->cell(index, n).describes));
}

void explain_word(Page& page, const AnswerWord& about) {
    page.heading(fmt::format("{}", about.word));
    page.paragraph(fmt::format("An answer: {}.", about.meaning));
    switch (about.rating) {
        case Rating::unanswered:
            page.paragraph(
                "0 points unless a stronger practice credits it. It is told apart from "
                "no everywhere: levels that it could still lift are shown as ranges.");
            break;
        case Rating::not_applicable:
            page.paragraph(
                "It leaves every sum, needs a note, and is offered only where the "
                "catalogue says when it is legitimate. Elsewhere it counts as "
                "unanswered.");
            break;
        case Rating::no:
        case Rating::partially:
        case Rating::mostly:
        case Rating::fully:
            page.paragraph(fmt::format("{} of 3 points. Where two words fit, the lower counts.",
                                       points(about.rating)));
    }
    page.paragraph(fmt::format("Synonyms in a sheet, in any case: {}.", about.synonyms));
}

void explain_diagnostic(Page& page, const DiagnosticKind& kind) {
    const auto* severity = kind.severity == Severity::error     ? "An error"
                           : kind.severity == Severity::warning ? "A warning"
                                                                : "A notice";
    page.heading(std::string(kind.name));
    page.paragraph(fmt::format("{}. {}", severity, kind.meaning));
    page.paragraph(kind.remedy);
}

void explain_dotted(Page& page, const Rubric& rubric, const Dotted& found) {
    if (!found.parameter)
        found.level ? explain_level(page, rubric, *found.level) : explain_rubric(page, rubric);
    else if (found.level)
        explain_cell(page, rubric, *found.parameter, *found.level);
    else
        for (int n = 0; n <= rubric.top(); ++n) explain_cell(page, rubric, *found.parameter, n);
}

}  // namespace

void explain_all(Page& page, const Models& models) {
    page.paragraph("mlops-assess explain WHAT, where WHAT is one of:");
    page.heading("Models, levels, parameters and cells");
    for (const auto* rubric : models.rubrics) {
        const auto first = rubric->catalogue->parameters.front().id;
        page.item(fmt::format("{0}, {0}.1, {0}.{1}, {0}.{1}.1", rubric->id, first));
    }
    page.heading("Parameters");
    for (const auto* catalogue : models.catalogues)
        for (const auto& parameter : catalogue->parameters)
            page.item(fmt::format("{}: {}", parameter.id, parameter.title));
    page.heading("Practices");
    page.item("any id that `mlops-assess list practices` prints");
    page.heading("Answers");
    std::vector<Text> words;
    for (const auto& about : answer_words()) words.push_back(about.word);
    page.item(fmt::format("{}", fmt::join(words, ", ")));
    page.heading("Diagnostics");
    std::vector<Text> kinds;
    for (const auto& kind : diagnostic_kinds()) kinds.push_back(kind.name);
    page.item(fmt::format("{}", fmt::join(kinds, ", ")));
}

bool explain_topic(Page& page, const Models& models, std::string_view what) {
    if (const auto found = find_dotted(models.rubrics, what)) {
        explain_dotted(page, *models.rubrics[found->rubric], *found);
        return true;
    }
    for (const auto* catalogue : models.catalogues) {
        if (const auto index = catalogue->find(what)) {
            explain_practice(page, models, *catalogue, catalogue->practices[*index]);
            return true;
        }
        if (const auto parameter = catalogue->find_parameter(what)) {
            explain_parameter(page, models, *catalogue, *parameter);
            return true;
        }
    }
    if (const auto* kind = find_diagnostic_kind(what)) {
        explain_diagnostic(page, *kind);
        return true;
    }
    if (const auto rating = rating_from_word(what); rating && !what.empty()) {
        for (const auto& about : answer_words())
            if (about.rating == *rating) explain_word(page, about);
        return true;
    }
    return false;
}

}  // namespace mlops_assess
