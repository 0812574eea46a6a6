#pragma once

#include "document/yaml.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace mlops_assess {

/// What to say of a text that is no JSON.
struct NoJson {
    DiagnosticId id;
    std::string_view hint;
};

/// A JSON text as a tree. Nothing, with a diagnostic at its place, where it is no JSON, where a key
/// stands twice in one object, and where it nests deeper or holds more values than allowed; it is
/// read no further than to there.
std::optional<nlohmann::ordered_json> parse_json(const SourceFile& file, const NoJson& otherwise,
                                                 Diagnostics& diagnostics);

/// A JSON object as a tree in which every key and value knows its place, within the limits of YAML.
/// Numbers and words keep their text as written. Null, with a diagnostic at its place, as above,
/// and where a text is too long or holds a NUL.
std::shared_ptr<const Document> parse_json_document(const SourceFile& file, const NoJson& otherwise,
                                                    Diagnostics& diagnostics);

inline constexpr std::size_t most_json_depth = 32;
inline constexpr std::size_t most_json_values = 1'000'000;

}  // namespace mlops_assess
