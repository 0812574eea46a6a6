#include "model/rubric_catalogue.hpp"

#include "model/shapes.hpp"

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

namespace fs = std::filesystem;

/// Whether a name leads down from the folder it is taken relative to.
bool leads_down(const fs::path& name) {
    return !name.empty() && name.is_relative() &&
           std::find(name.begin(), name.end(), "..") == name.end();
}

/// Whether a file stands in a folder or below it once every symbolic link is followed.
bool is_below(const fs::path& file, const fs::path& folder) {
    std::error_code failure;
    const auto real_folder = fs::canonical(folder, failure);
    if (failure) return false;
    const auto real_file = fs::canonical(file, failure);
    return !failure &&
           std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end())
                   .first == real_folder.end();
}

/// The file that a rubric's `catalogue:` names: one in the rubric's own folder or below it; of a
/// rubric from standard input, in the working directory. None, with a diagnostic, for any other
/// file and for what is no regular one: it is not to be opened.
std::optional<std::string> catalogue_file(const Loading& rubric, const Node& named) {
    const auto refuse = [&](std::string_view message) {
        rubric.complain(DiagnosticId::catalogue_outside, named.at, std::string(message),
                        "copy the catalogue beside this file and name it, or write "
                        "`catalogue: mlops` for the shipped one");
        return std::nullopt;
    };
    const fs::path name(named.text);
    if (!leads_down(name))
        return refuse("the catalogue must stand in this file's folder or below it");
    const auto& own = rubric.source.name;
    const auto parent = own == "<stdin>" ? fs::path() : fs::path(own).parent_path();
    // Without a folder `-` would be standard input.
    const auto file = name == "-" && parent.empty() ? fs::path("./-") : parent / name;
    std::error_code failure;
    const auto status = fs::status(file, failure);
    // Who reads it tells of a file that is not there.
    if (!fs::exists(status)) return file.string();
    if (!fs::is_regular_file(status)) return refuse("the catalogue is not a regular file");
    if (!is_below(file, parent.empty() ? "." : parent))
        return refuse("a symbolic link leads from this catalogue out of this file's folder");
    return file.string();
}

/// The catalogue that `catalogue:` names: the shipped one by its id, else one of a file.
const Catalogue* named_catalogue(const Loading& loading, const Node& named,
                                 const CatalogueSource& source,
                                 std::shared_ptr<const Document>& other, Ids& practices) {
    if (!named.is_scalar()) return nullptr;
    if (source.shipped != nullptr && named.text == source.shipped->id) {
        for (PracticeIndex i = 0; i < source.shipped->practices.size(); ++i)
            practices.insert(source.shipped->practices[i].id, i);
        return source.shipped;
    }
    const auto name = catalogue_file(loading, named);
    if (!name) return nullptr;
    const auto file = source.read(*name, model_limit, loading.diagnostics);
    if (file == nullptr) {
        loading.complain(DiagnosticId::unreadable_file, named.at,
                         "the catalogue of this rubric cannot be read",
                         "its name is taken relative to the folder of this file");
        return nullptr;
    }
    other = parse(*file, loading.diagnostics);
    if (other == nullptr) return nullptr;
    const Loading theirs{*file, loading.arena, loading.diagnostics};
    check_shape(*other, catalogue_shape, loading.diagnostics);
    return &read_catalogue(theirs, other->root, practices);
}

}  // namespace

const Catalogue* find_catalogue(const Loading& loading, const Document& document,
                                const CatalogueSource& source,
                                std::shared_ptr<const Document>& other, Ids& practices) {
    const auto* named = document.root.find("catalogue");
    const auto* parameters = document.root.find("parameters");
    const auto* inline_practices = document.root.find("practices");
    const bool is_inline = parameters != nullptr || inline_practices != nullptr;
    if (named != nullptr && is_inline) {
        loading.complain(DiagnosticId::catalogue_or_inline, named->at,
                         "`catalogue:` and inline practices exclude each other",
                         "keep the one from which this rubric takes its practices");
        return nullptr;
    }
    if (is_inline) {
        for (const auto* part : {parameters, inline_practices})
            if (part == nullptr)
                loading.complain(DiagnosticId::catalogue_or_inline, document.root.at,
                                 "inline practices need both `parameters:` and `practices:`",
                                 "write the other one too, or name a `catalogue:`");
        return &read_catalogue(loading, document.root, practices);
    }
    if (named == nullptr) {
        loading.complain(DiagnosticId::catalogue_or_inline, document.root.at,
                         "this rubric has neither `catalogue:` nor practices of its own",
                         "name the catalogue's file, or write `parameters:` and `practices:`");
        return nullptr;
    }
    for (const auto* key : {"sources", "context", "must_have", "targets", "contradictions"})
        if (const auto* part = document.root.find(key))
            loading.complain(DiagnosticId::catalogue_or_inline, part->at,
                             fmt::format("`{}:` belongs in the catalogue's file", key),
                             "a rubric has it only beside inline practices");
    return named_catalogue(loading, *named, source, other, practices);
}

}  // namespace mlops_assess
