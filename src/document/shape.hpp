#pragma once

#include "document/yaml.hpp"

#include <cstdint>
#include <span>
#include <string_view>

/// The form of a file as data: which keys a map may have, which it must have, what each holds.
/// The loaders check files by these tables, and `schema` prints them as JSON Schemas; so the two
/// cannot drift apart.
namespace mlops_assess {

struct Shape;

enum class Holds {
    text,               ///< any scalar that is not blank
    slug,               ///< a practice id: a-z, 0-9 and -
    id,                 ///< another id: letters, digits, - and _
    constant,           ///< exactly `options[0]`
    one_of,             ///< one of `options`
    date,               ///< YYYY-MM-DD
    integer,            ///< from `least` to `most`
    boolean,            ///< true or false
    answer_word,        ///< one of answer_words()
    fact,               ///< true, false, a number or a text; nothing where it is not known
    texts,              ///< a list of texts
    text_or_texts,      ///< a text or a list of texts
    slugs,              ///< a list of practice ids
    object,             ///< a map of the form `shape`
    objects,            ///< a list of such maps
    ids_or_objects,     ///< a list of ids and of such maps
    map_of_text,        ///< a map of own keys to texts
    map_of_integer,     ///< a map of ids to integers
    map_of_fact,        ///< a map of ids to facts
    map_of_object,      ///< a map of ids to maps of the form `shape`
    map_of_objects,     ///< a map of ids to lists of such maps
    map_of_conditions,  ///< a map of ids to a bool, a text, a list of texts or a `shape`
    map_of_answers,     ///< a map of practice ids to an answer word or a `shape`
};

struct Field {
    std::string_view key;
    bool required;
    Holds holds;
    std::string_view about;
    const Shape* shape = nullptr;
    std::span<const std::string_view> options = {};
    std::int64_t least = 0;
    std::int64_t most = 0;
};

struct Shape {
    std::string_view about;
    std::span<const Field> fields;
};

/// Null where the form has no such key.
const Field* find_field(const Shape& shape, std::string_view key);

/// Reports every key and value of the document that does not have the form.
void check_shape(const Document& document, const Shape& shape, Diagnostics& diagnostics);

/// A text of a file as a message quotes it: the beginning of a long one.
std::string quoted(std::string_view text);

inline constexpr std::size_t most_id = 64;  ///< bytes of an id

}  // namespace mlops_assess
