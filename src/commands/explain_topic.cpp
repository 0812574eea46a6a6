#include "commands/page.hpp"
#include "model/dotted.hpp"
#include "report/phrases.hpp"

#include <algorithm>

/// What models, levels, parameters and practices are.
namespace mlops_assess {
namespace {

/// `, published` behind other words.
std::string basis_suffix(Basis basis) {
    const auto words = basis_words(basis);
    return words.empty() ? std::string() : fmt::format(", {}", words);
}

/// `S3: Lecture notes …`.
std::string source_words(const Catalogue& catalogue, Text id) {
    for (const auto& source : catalogue.sources)
        if (source.id == id) return fmt::format("{}: {}", id, source.title);
    return std::string(id);
}

/// `Repeatable: Nobody starts a run by hand`; the name alone where no text is given.
std::string with_text(Text name, Text text) {
    return fmt::format("{}{}{}", name, text.empty() ? "" : ": ", text);
}

std::string ids(const Catalogue& catalogue, PracticeIndices practices) {
    std::vector<Text> names;
    for (const auto index : practices) names.push_back(catalogue.practices[index].id);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Where the models ask for a practice.
void due(Page& page, const Models& models, Text id) {
    std::vector<std::string> asking;
    for (const auto* rubric : models.rubrics) {
        const auto index = rubric->catalogue->find(id);
        if (!index) continue;
        const auto parameter = rubric->catalogue->practices[*index].parameter;
        for (int n = 0; n <= rubric->top(); ++n) {
            const auto& cell = rubric->cell(parameter, n);
            for (const auto& requirement : cell.required)
                if (requirement.practice == *index)
                    asking.push_back(
                        fmt::format("{}: required, at least {}{}", model_level(*rubric, n),
                                    word_for_points(requirement.at_least.value_or(rubric->bar)),
                                    basis_suffix(requirement.basis)));
            if (std::ranges::find(cell.recommended, *index) != cell.recommended.end())
                asking.push_back(fmt::format("{}: recommended", model_level(*rubric, n)));
        }
    }
    if (!asking.empty()) page.heading("Asked for by");
    for (const auto& each : asking) page.item(each);
}

void explain_practice(Page& page, const Models& models, const Catalogue& catalogue,
                      const Practice& practice) {
    page.heading(std::string(practice.id));
    page.paragraph(practice.statement);
    page.section("Why", practice.why);
    page.section("How", practice.guidance);
    page.list("Evidence", practice.evidence);
    page.heading("Facts");
    page.fact("fully when", practice.success);
    page.fact("deliverable", practice.deliverable);
    if (practice.effort != Effort::none) page.fact("effort", effort_word(practice.effort));
    page.fact("parameter", catalogue.parameters[practice.parameter].title);
    if (!practice.not_applicable.empty())
        page.fact("not applicable", fmt::format("when {}", practice.not_applicable));
    page.fact("credited by", ids(catalogue, practice.implied_by));
    page.fact("after", ids(catalogue, practice.after));
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
    page.section("The step up", level.step);
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
    if (const auto& source = rubric.source;
        !source.title.empty() || !source.address.empty() || !source.read.empty())
        page.heading("Source");
    page.fact("title", rubric.source.title);
    page.fact("address", rubric.source.address);
    page.fact("read", rubric.source.read);
    page.heading("Levels");
    for (std::size_t i = 0; i < rubric.levels.size(); ++i)
        page.item(fmt::format("{}.{}  {}", rubric.id, i,
                              with_text(rubric.levels[i].name, rubric.levels[i].summary)));
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
    explain_all_words(page, models);
}

bool explain_topic(Page& page, const Models& models, std::string_view what) {
    bool explained = false;
    if (const auto found = find_dotted(models.rubrics, what)) {
        explain_dotted(page, *models.rubrics[found->rubric], *found);
        explained = true;
    }
    for (const auto* catalogue : models.catalogues) {
        if (const auto index = find_practice(*catalogue, what)) {
            explain_practice(page, models, *catalogue, catalogue->practices[*index]);
            explained = true;
        }
        if (const auto parameter = find_parameter(*catalogue, what)) {
            explain_parameter(page, models, *catalogue, *parameter);
            explained = true;
        }
    }
    return explain_word(page, models, what) || explained;
}

}  // namespace mlops_assess
