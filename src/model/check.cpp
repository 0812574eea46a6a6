#include "model/check.hpp"

#include "model/csv_sheet.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::string check_file(const SourceFile& file, const Models* models, const CatalogueSource& source,
                       Diagnostics& diagnostics) {
    if (file.text.size() > sheet_limit && file.text.find("schema:") == std::string::npos) {
        diagnostics.add(DiagnosticId::too_large, file.name, std::nullopt,
                        "this file is larger than an answer sheet may be, 1 MiB");
        return {};
    }
    const auto document = parse_sheet(file, diagnostics);
    if (document == nullptr) return {};
    const auto kind = kind_of(*document, diagnostics);
    if (!kind) return {};
    Arena arena;
    switch (*kind) {
        case FileKind::catalogue:
            if (const auto* catalogue = load_catalogue(*document, arena, diagnostics))
                return fmt::format("catalogue, {} practices", catalogue->practices.size());
            break;
        case FileKind::rubric:
            if (const auto* rubric = load_rubric(*document, source, arena, diagnostics))
                return fmt::format("rubric, levels 0 to {}", rubric->top());
            break;
        case FileKind::waivers:
            if (models == nullptr) break;
            if (const auto list = load_waivers(*document, *models, diagnostics))
                return fmt::format("{} waivers", list->waivers.size());
            break;
        case FileKind::answers:
            if (file.text.size() > sheet_limit) {
                diagnostics.add(DiagnosticId::too_large, file.name, std::nullopt,
                                "this file is larger than an answer sheet may be, 1 MiB");
                break;
            }
            // With a broken model every id of the sheet would look unknown.
            if (models == nullptr) break;
            if (const auto sheet = load_answers(*document, *models, diagnostics))
                return fmt::format("answer sheet, {} practices", sheet->answers.size());
            break;
    }
    return {};
}

}  // namespace mlops_assess
