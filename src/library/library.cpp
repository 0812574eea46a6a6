#include "cli/run.hpp"
#include "model/check.hpp"
#include "model/models.hpp"
#include "report/notices.hpp"
#include "report/report.hpp"
#include "system/read.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <mlops_assess/mlops_assess.hpp>

#include <algorithm>
#include <ctime>

namespace mlops {
namespace {

using namespace mlops_assess;

FileReader reader_of(const std::vector<File>& files) {
    return [&files](const std::string& name, std::size_t limit, Diagnostics& found) {
        const auto file = std::ranges::find(files, name, &File::name);
        if (file != files.end()) return text_file(name, file->text, limit, found);
        found.add(DiagnosticId::unreadable_file, name, std::nullopt, "this file is not given");
        return SourcePointer();
    };
}

/// What is wrong with the choice of rubrics; empty when nothing is.
std::string wrong_rubrics(const Rubrics& asked, const Models& models) {
    for (const auto& name : asked.names)
        if (!is_file_name(name) && shipped_models().find(name) == nullptr)
            return fmt::format("unknown rubric \"{}\"\n", visible(name));
    for (const auto* rubric : models.rubrics)
        if (std::ranges::count(models.rubrics, rubric->id, &Rubric::id) > 1)
            return fmt::format("two rubrics have the id \"{}\"\n", rubric->id);
    return {};
}

std::optional<Report> report_of(const File& sheet, const Models& models, Diagnostics& found) {
    const auto* right = found.has_errors() ? nullptr : &models;
    const auto file = text_file(sheet.name, sheet.text, sheet_limit, found);
    if (file == nullptr) return std::nullopt;
    const auto answers = load_sheet(*file, right, found);
    if (!answers) return std::nullopt;
    auto scored = mlops_assess::score(models, *answers, {}, {}, found);
    if (!scored) return std::nullopt;
    tell_notices(*scored, found);
    return make_report(*std::move(scored), {}, nullptr, sheet.name, sheet.name);
}

}  // namespace

Outcome score(const File& sheet, std::string_view format, const Rubrics& rubrics) {
    const auto* writer = find_format(format);
    if (writer == nullptr)
        return {false, {}, fmt::format("unknown format \"{}\"\n", visible(format))};
    Diagnostics found;
    const auto models = load_models(rubrics.names, reader_of(rubrics.files), found);
    if (auto wrong = wrong_rubrics(rubrics, models); !wrong.empty()) return {false, {}, wrong};
    const auto report = report_of(sheet, models, found);
    Outcome outcome{report.has_value(), {}, print(found.sorted(), false)};
    if (report) outcome.document = writer->write(*report, {});
    return outcome;
}

Outcome validate(const File& file, const Rubrics& rubrics) {
    Diagnostics found;
    const auto read = reader_of(rubrics.files);
    const auto models = load_models(rubrics.names, read, found);
    if (auto wrong = wrong_rubrics(rubrics, models); !wrong.empty()) return {false, {}, wrong};
    const auto* right = found.has_errors() ? nullptr : &models;
    const auto source = text_file(file.name, file.text, model_limit, found);
    auto what = source != nullptr
                    ? check_file(*source, right, {read, models.shipped_catalogue}, found)
                    : std::string();
    if (found.has_errors()) what.clear();
    return {!found.has_errors(), what, print(found.sorted(), false)};
}

int run(const std::vector<std::string>& arguments, const Streams& streams) {
    const Surroundings surroundings{streams.in,
                                    streams.out,
                                    streams.err,
                                    {},
                                    {},
                                    [] { return 80; },
                                    [] {},
                                    [](const char*) -> const char* { return nullptr; },
                                    [] { return static_cast<std::int64_t>(std::time(nullptr)); }};
    return static_cast<int>(mlops_assess::run(arguments, surroundings));
}

}  // namespace mlops
