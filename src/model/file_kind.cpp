#include "model/load.hpp"
#include "model/shapes.hpp"

#include <fmt/format.h>

namespace mlops_assess {

namespace {

/// What the program wrote with that schema; empty where it reads such files, or knows none.
std::string_view written_kind(std::string_view schema) {
    constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"mlops-assess/report/", "a report"},
        {"mlops-assess/plan/", "a plan"},
        {"mlops-assess/comparison/", "a comparison"},
        {"mlops-assess/portfolio/", "a portfolio"},
        {"mlops-assess/merge/", "a comparison of raters"},
        {"mlops-assess/targets/", "advice"},
        {"mlops-assess/result/", "a result"},
        {"mlops-assess/diagnostics/", "a list of findings"}};
    for (const auto& [begin, name] : kinds)
        if (schema.starts_with(begin)) return name;
    return {};
}

/// Tells of a file that the program wrote and does not read here. Whether it is one.
bool report_written(const Document& document, std::string_view wanted, Diagnostics& diagnostics) {
    const auto* schema = document.root.find("schema");
    const auto name = schema == nullptr ? std::string_view() : written_kind(schema->text);
    if (name.empty()) return false;
    const auto* sheet = document.root.find("answers");
    std::string hint = "give the answer sheet that it was made of";
    if (sheet != nullptr && sheet->is_scalar()) hint += fmt::format(", {}", sheet->text);
    if (name == "a report") hint += "; `compare` and --baseline take reports";
    diagnostics.add(DiagnosticId::wrong_kind, *document.source, document.source->place(schema->at),
                    fmt::format("this file is {} of mlops-assess; {} is needed here", name, wanted),
                    hint);
    return true;
}

std::optional<FileKind> kind_by(const Node* schema) {
    if (schema == nullptr || schema->text == answers_schema) return FileKind::answers;
    if (schema->text == catalogue_schema) return FileKind::catalogue;
    if (schema->text == rubric_schema) return FileKind::rubric;
    if (schema->text == waivers_schema) return FileKind::waivers;
    return std::nullopt;
}

}  // namespace

std::optional<FileKind> kind_of(const Document& document, Diagnostics& diagnostics) {
    const auto* schema = document.root.find("schema");
    if (const auto kind = kind_by(schema)) return kind;
    if (report_written(document, "an answer sheet, a rubric, a catalogue or a list of waivers",
                       diagnostics))
        return std::nullopt;
    diagnostics.add(DiagnosticId::unsupported_schema, *document.source,
                    document.source->place(schema->at), "this kind or version of file is not known",
                    fmt::format("known are {}, {}, {} and {}", answers_schema, catalogue_schema,
                                rubric_schema, waivers_schema));
    return std::nullopt;
}

bool is_kind(const Document& document, FileKind wanted, Diagnostics& diagnostics) {
    const auto* schema = document.root.find("schema");
    const auto kind = kind_by(schema);
    const auto name = [](FileKind each) {
        switch (each) {
            case FileKind::answers: return "an answer sheet";
            case FileKind::catalogue: return "a catalogue";
            case FileKind::rubric: return "a rubric";
            case FileKind::waivers: return "a list of waivers";
        }
        return "";
    };
    // A file without `schema:` is taken at its word; an unknown one is told by the loader.
    if (!kind) return !report_written(document, name(wanted), diagnostics);
    if (schema == nullptr || *kind == wanted) return true;
    diagnostics.add(DiagnosticId::wrong_kind, *document.source, document.source->place(schema->at),
                    fmt::format("this file is {}; {} is needed here", name(*kind), name(wanted)),
                    *kind == FileKind::rubric    ? "give it with --rubric"
                    : *kind == FileKind::waivers ? "give it with --waivers"
                                                 : "");
    return false;
}

}  // namespace mlops_assess
