#include "model/load.hpp"
#include "model/shapes.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::optional<FileKind> kind_of(const Document& document, Diagnostics& diagnostics) {
    const auto* schema = document.root.find("schema");
    if (schema == nullptr || schema->text == answers_schema) return FileKind::answers;
    if (schema->text == catalogue_schema) return FileKind::catalogue;
    if (schema->text == rubric_schema) return FileKind::rubric;
    if (schema->text == waivers_schema) return FileKind::waivers;
    diagnostics.add(DiagnosticId::unsupported_schema, *document.source,
                    document.source->place(schema->at), "this kind or version of file is not known",
                    fmt::format("known are {}, {}, {} and {}", answers_schema, catalogue_schema,
                                rubric_schema, waivers_schema));
    return std::nullopt;
}

bool is_kind(const Document& document, FileKind wanted, Diagnostics& diagnostics) {
    const auto* schema = document.root.find("schema");
    Diagnostics of_no_kind;
    const auto kind = kind_of(document, of_no_kind);
    // A file without `schema:` is taken at its word; an unknown one is told by the loader.
    if (!kind || schema == nullptr || *kind == wanted) return true;
    const auto name = [](FileKind each) {
        switch (each) {
            case FileKind::answers: return "an answer sheet";
            case FileKind::catalogue: return "a catalogue";
            case FileKind::rubric: return "a rubric";
            case FileKind::waivers: return "a list of waivers";
        }
        return "";
    };
    diagnostics.add(DiagnosticId::wrong_kind, *document.source, document.source->place(schema->at),
                    fmt::format("this file is {}; {} is needed here", name(*kind), name(wanted)),
                    *kind == FileKind::rubric    ? "give it with --rubric"
                    : *kind == FileKind::waivers ? "give it with --waivers"
                                                 : "");
    return false;
}

}  // namespace mlops_assess
