#pragma once

#include "document/yaml.hpp"
#include "model/answers.hpp"
#include "model/waivers.hpp"
#include "system/records.hpp"

#include <functional>
#include <memory>

namespace mlops_assess {

/// Reads files for the loaders; tests put their own in its place.
using FileReader = std::function<SourcePointer(const std::string& name, std::size_t limit,
                                               Diagnostics& diagnostics)>;

/// The most that a file may hold, in bytes.
inline constexpr std::size_t sheet_limit = std::size_t{1} << 20;
inline constexpr std::size_t model_limit = std::size_t{8} << 20;
inline constexpr std::size_t report_limit = std::size_t{16} << 20;  ///< a JSON report

enum class FileKind { answers, catalogue, rubric, waivers };

/// What a file says it is by its `schema:`; without one, an answer sheet. None for a `schema:`
/// that this program does not know; then it is reported.
std::optional<FileKind> kind_of(const Document& document, Diagnostics& diagnostics);

/// Reports a document that says by its `schema:` that it is of another kind.
bool is_kind(const Document& document, FileKind wanted, Diagnostics& diagnostics);

/// Whether a file can be an answer sheet by its name: YAML or CSV.
bool may_be_sheet(std::string_view name);
/// Whether a file that nobody named is one, whatever is wrong with it: YAML by the lines that begin
/// with `team:` and `answers:`, or with our schema; CSV by its header.
bool looks_like_sheet(std::string_view name, std::string_view bytes);

/// Each loader checks every rule of its file, reports all that is wrong, and gives a value only
/// when nothing is: what it returns is right by construction. Models live in the arena.
const Catalogue* load_catalogue(const Document& document, Arena& arena, Diagnostics& diagnostics);

/// Where the catalogue that a rubric names comes from.
struct CatalogueSource {
    FileReader read;
    const Catalogue* shipped = nullptr;  ///< named by its id
};
const Rubric* load_rubric(const Document& document, const CatalogueSource& source, Arena& arena,
                          Diagnostics& diagnostics);

/// The rubrics that a sheet is scored by, and the catalogues whose ids it may use.
struct Models {
    Memory memory;  ///< of those that are not shipped
    std::vector<const Rubric*> rubrics;
    std::vector<const Catalogue*> catalogues;  ///< of the rubrics, each id once
    std::vector<const Rubric*> shipped_rubrics;
    const Catalogue* shipped_catalogue = nullptr;

    /// The shipped catalogue, where no loaded rubric uses it; else null.
    const Catalogue* not_loaded() const {
        for (const auto* catalogue : catalogues)
            if (shipped_catalogue == nullptr || catalogue->id == shipped_catalogue->id)
                return nullptr;
        return shipped_catalogue;
    }
    /// The loaded rubric that a person means by an id, whatever its case; null where there is none.
    const Rubric* find(std::string_view typed) const;
    /// The practice of that id in a loaded catalogue or the shipped one; null where there is none.
    const Practice* practice(std::string_view id) const;
};

std::optional<AnswerSheet> load_answers(const Document& document, const Models& models,
                                        Diagnostics& diagnostics);

/// The sheet in a file, YAML or CSV. Only its form is checked where `models` is null, since every
/// id would look unknown.
std::optional<AnswerSheet> load_sheet(const SourceFile& file, const Models* models,
                                      Diagnostics& diagnostics);

/// The sheet in a line of NDJSON. Where there is none, every error has its place in the stream.
std::optional<AnswerSheet> load_record(const Record& record, const Models& models,
                                       Diagnostics& diagnostics);

std::optional<WaiverList> load_waivers(const Document& document, const Models& models,
                                       Diagnostics& diagnostics);

}  // namespace mlops_assess
