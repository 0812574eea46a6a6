#include "library/texts.hpp"
#include "model/check.hpp"
#include "model/models.hpp"
#include "system/read.hpp"
#include "text/unicode.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <mlops_assess/mlops_assess.hpp>

namespace mlops {
namespace {

using namespace mlops_assess;
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

}  // namespace mlops
