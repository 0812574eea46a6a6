#include "library/texts.hpp"

#include "model/models.hpp"
#include "report/notices.hpp"
#include "system/read.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlops_assess {

FileReader reader_of(const std::vector<mlops::File>& files) {
    return [&files](const std::string& name, std::size_t limit, Diagnostics& found) {
        const auto file = std::ranges::find(files, name, &mlops::File::name);
        if (file != files.end()) return text_file(name, file->text, limit, found);
        found.add(DiagnosticId::unreadable_file, name, std::nullopt, "this file is not given");
        return SourcePointer();
    };
}

std::string wrong_rubrics(const mlops::Rubrics& asked, const Models& models) {
    for (const auto& name : asked.names)
        if (!is_file_name(name) && shipped_models().find(name) == nullptr)
            return fmt::format("unknown rubric \"{}\"\n", visible(name));
    for (const auto* rubric : models.rubrics)
        if (std::ranges::count(models.rubrics, rubric->id, &Rubric::id) > 1)
            return fmt::format("two rubrics have the id \"{}\"\n", rubric->id);
    return {};
}

std::optional<Report> report_of(const mlops::File& sheet, const Models& models,
                                Diagnostics& found) {
    const auto* right = found.has_errors() ? nullptr : &models;
    const auto file = text_file(sheet.name, sheet.text, sheet_limit, found);
    if (file == nullptr) return std::nullopt;
    const auto answers = load_sheet(*file, right, found);
    if (!answers) return std::nullopt;
    auto scored = score(models, *answers, {}, {}, found);
    if (!scored) return std::nullopt;
    tell_notices(*scored, found);
    return make_report(*std::move(scored), {}, nullptr, sheet.name, sheet.name);
}

}  // namespace mlops_assess
