#include "model/models.hpp"

#include "model/dotted.hpp"
#include "model/shipped.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

/// Adds the rubric's catalogue unless it is there; two catalogues must not be mixed up.
void add_catalogue(Models& models, const Rubric& rubric, const std::string& file,
                   Diagnostics& diagnostics) {
    for (const auto* known : models.catalogues) {
        if (known->id == rubric.catalogue->id) {
            if (!(*known == *rubric.catalogue))
                diagnostics.add(DiagnosticId::catalogue_differs, file, std::nullopt,
                                fmt::format("its catalogue \"{}\" differs from the one of that id "
                                            "that another rubric brings",
                                            known->id),
                                "let both use the same file, or give one another id");
            return;
        }
        for (const auto& practice : rubric.catalogue->practices)
            if (known->find(practice.id))
                diagnostics.add(DiagnosticId::shared_practice_id, file, std::nullopt,
                                fmt::format("practice \"{}\" is also in the catalogue \"{}\"",
                                            practice.id, known->id),
                                "an answer to it would be ambiguous: rename it");
    }
    models.catalogues.push_back(rubric.catalogue);
}

}  // namespace

Models shipped_models() {
    Models models;
    for (const auto& rubric : shipped_rubrics()) {
        models.rubrics.push_back(&rubric);
        models.shipped_rubrics.push_back(&rubric);
    }
    models.catalogues = {&shipped_catalogue()};
    models.shipped_catalogue = &shipped_catalogue();
    return models;
}

const Rubric* Models::find(std::string_view typed) const {
    const auto found = find_dotted(rubrics, typed);
    return found && !found->parameter && !found->level ? rubrics[found->rubric] : nullptr;
}

const Practice* Models::practice(std::string_view id) const {
    for (const auto* catalogue : catalogues)
        if (const auto index = catalogue->find(id)) return &catalogue->practices[*index];
    const auto index = shipped_catalogue != nullptr ? shipped_catalogue->find(id) : std::nullopt;
    return index ? &shipped_catalogue->practices[*index] : nullptr;
}

bool is_file_name(std::string_view rubric) {
    return rubric.find('/') != std::string_view::npos || rubric.ends_with(".yaml") ||
           rubric.ends_with(".yml") || rubric == "-";
}

Models load_models(const std::vector<std::string>& names, const FileReader& read,
                   Diagnostics& diagnostics) {
    auto models = shipped_models();
    if (names.empty()) return models;
    models.memory = new_memory();
    models.rubrics.clear();
    models.catalogues.clear();
    for (const auto& name : names) {
        const Rubric* rubric = nullptr;
        if (is_file_name(name)) {
            const auto file = read(name, model_limit, diagnostics);
            const auto document = file != nullptr ? parse(*file, diagnostics) : nullptr;
            if (document != nullptr && is_kind(*document, FileKind::rubric, diagnostics))
                rubric = load_rubric(*document, {read, models.shipped_catalogue}, *models.memory,
                                     diagnostics);
        } else {
            for (const auto* shipped : models.shipped_rubrics)
                if (shipped->id == name) rubric = shipped;
        }
        if (rubric == nullptr) continue;
        models.rubrics.push_back(rubric);
        add_catalogue(models, *rubric, name, diagnostics);
    }
    return models;
}

}  // namespace mlops_assess
