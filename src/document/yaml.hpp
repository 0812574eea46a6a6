#pragma once

#include "document/diagnostic.hpp"

#include <memory>
#include <string>
#include <vector>

namespace mlops_assess {

struct Entry;

/// A YAML or JSON value at its place. Scalars keep their text as written: what `no` or `0x1F` means
/// is decided by who reads it, never by YAML.
struct Node {
    enum class Kind { null, scalar, sequence, map, broken };
    Kind kind = Kind::null;  ///< broken: reported already, to be passed over in silence
    std::size_t at = 0;      ///< offset in the file
    std::string text;        ///< of a scalar
    bool quoted = false;
    std::vector<Node> items;     ///< of a sequence
    std::vector<Entry> entries;  ///< of a map, in the file's order, keys distinct

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_map() const { return kind == Kind::map; }
    bool is_sequence() const { return kind == Kind::sequence; }
    const Node* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    std::size_t at = 0;  ///< of the key
    Node value;
};

/// A YAML file, a JSON record, or a sheet that is CSV, as a tree in which every value knows its
/// place.
struct Document {
    SourcePointer source;
    Node root;            ///< a map
    bool flawed = false;  ///< errors were found while parsing; the rest is there to be checked
};

/// Nothing when the file is not a YAML document that we accept (contract, section 2).
std::shared_ptr<const Document> parse(const SourceFile& file, Diagnostics& diagnostics);

inline constexpr int most_depth = 32;
inline constexpr std::size_t most_nodes = 200'000;
inline constexpr std::size_t most_text = std::size_t{16} << 10;  ///< bytes of one text

}  // namespace mlops_assess
