#include "document/shape.hpp"

#include "text/scalars.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlops_assess {
namespace {

std::string_view found(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return "nothing";
        case Node::Kind::scalar: return "a text";
        case Node::Kind::sequence: return "a list";
        case Node::Kind::map: return "a map";
        case Node::Kind::broken: return "an error";
    }
    return {};
}

std::string listed(std::span<const std::string_view> words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

class Checker {
  public:
    Checker(const Document& document, Diagnostics& diagnostics)
        : source_(*document.source), diagnostics_(diagnostics) {}

    void map(const Node& node, const Shape& shape) {
        std::vector<std::string_view> known;
        for (const auto& field : shape.fields) known.push_back(field.key);
        for (const auto& entry : node.entries) {
            const auto* field = find_field(shape, entry.key);
            if (field == nullptr)
                complain(DiagnosticId::unknown_key, entry.at,
                         fmt::format("unknown key {}", quoted(entry.key)),
                         suggestion_or(entry.key, known, "keys here: " + listed(known)));
            else
                value(entry.key, entry.at, entry.value, *field);
        }
        for (const auto& field : shape.fields)
            if (field.required && node.find(field.key) == nullptr)
                complain(DiagnosticId::missing_key, node.at,
                         fmt::format("`{}:` is missing here", field.key), std::string(field.about));
    }

  private:
    void complain(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, source_, source_.place(at), std::move(message), std::move(hint));
    }

    static std::string suggestion_or(std::string_view word,
                                     const std::vector<std::string_view>& candidates,
                                     const std::string& otherwise) {
        auto hint = did_you_mean(word, candidates);
        return hint.empty() ? otherwise : hint;
    }

    /// A missing value is told at its key: there is nothing to point at behind it.
    bool is(const Node& node, Node::Kind kind, std::string_view key, std::size_t key_at,
            std::string_view wanted, std::string hint = {}) {
        if (node.kind == kind) return true;
        if (node.kind == Node::Kind::broken) return false;
        const bool empty = node.kind == Node::Kind::null;
        complain(DiagnosticId::wrong_type, empty ? key_at : node.at,
                 fmt::format("`{}` must be {}, not {}", key, wanted, found(node)),
                 empty ? "write it, or remove the key" : std::move(hint));
        return false;
    }

    bool item_is(const Node& node, Node::Kind kind, std::string_view key, std::string_view wanted) {
        if (node.kind == kind) return true;
        if (node.kind != Node::Kind::broken)
            complain(DiagnosticId::wrong_type, node.at,
                     fmt::format("an item of `{}` must be {}, not {}", key, wanted, found(node)),
                     "write it, or remove the item");
        return false;
    }

    // As long as the list of what a field may hold.
    void value(std::string_view key, std::size_t key_at, const Node& node, const Field& field) {
        switch (field.holds) {
            case Holds::text:
            case Holds::slug:
            case Holds::id:
            case Holds::constant:
            case Holds::one_of:
            case Holds::date:
            case Holds::integer:
            case Holds::boolean: scalar(key, key_at, node, field); break;
            case Holds::fact:
                if (node.kind != Node::Kind::null &&
                    is(node, Node::Kind::scalar, key, key_at, "true, false, a number or a text"))
                    text(key, node);
                break;
            case Holds::answer_word:
                if (node.kind != Node::Kind::null)
                    is(node, Node::Kind::scalar, key, key_at, "one of the answer words");
                break;
            case Holds::texts: list(key, key_at, node, "a list of texts", Holds::text); break;
            case Holds::slugs:
                list(key, key_at, node, "a list of practice ids", Holds::slug);
                break;
            case Holds::text_or_texts:
                if (node.is_sequence())
                    list(key, key_at, node, "a list of texts", Holds::text);
                else if (is(node, Node::Kind::scalar, key, key_at, "a text or a list of texts"))
                    text(key, node);
                break;
            case Holds::object:
                if (is(node, Node::Kind::map, key, key_at, "a map")) map(node, *field.shape);
                break;
            case Holds::objects:
            case Holds::ids_or_objects:
                objects(key, key_at, node, *field.shape, field.holds == Holds::ids_or_objects);
                break;
            case Holds::map_of_text:
            case Holds::map_of_integer:
            case Holds::map_of_fact:
            case Holds::map_of_object:
            case Holds::map_of_objects:
            case Holds::map_of_conditions:
            case Holds::map_of_answers: own_keys(key, key_at, node, field); break;
        }
    }

    /// How to write a map that was given as a text: `microsoft 3` or `microsoft=3` as one entry.
    static std::string map_hint(std::string_view key, const Node& node, const Field& field) {
        if (!node.is_scalar()) return {};
        const std::string_view text = node.text;
        const auto gap = std::min(text.find_first_of(" =:"), text.size());
        const auto rest = std::min(text.find_first_not_of(" =:", gap), text.size());
        const auto value = text.substr(rest);
        if (gap > 0 && field.holds == Holds::map_of_integer && to_integer(value))
            return fmt::format("write `{}: {{{}: {}}}`", key, text.substr(0, gap), value);
        return fmt::format("write it as `{}: {{name: {}}}`: {}", key,
                           to_integer(text) ? text : "value", field.about);
    }

    void own_keys(std::string_view key, std::size_t key_at, const Node& node, const Field& field) {
        if (!is(node, Node::Kind::map, key, key_at, "a map", map_hint(key, node, field))) return;
        for (const auto& entry : node.entries) {
            const Field inner{entry.key,   false,       inner_of(field.holds, entry.value),
                              {},          field.shape, field.options,
                              field.least, field.most};
            if (field.holds == Holds::map_of_text || field.holds == Holds::map_of_answers)
                short_text(entry.key, entry.at);
            else
                id_form(entry.key, entry.at, false);
            value(entry.key, entry.at, entry.value, inner);
        }
    }

    /// What one value of a map with keys of its own holds.
    static Holds inner_of(Holds map, const Node& node) {
        switch (map) {
            case Holds::map_of_integer: return Holds::integer;
            case Holds::map_of_fact: return Holds::fact;
            case Holds::map_of_object: return Holds::object;
            case Holds::map_of_objects: return Holds::objects;
            case Holds::map_of_conditions:
                return node.is_map() ? Holds::object : Holds::text_or_texts;
            case Holds::map_of_answers: return node.is_map() ? Holds::object : Holds::answer_word;
            default: return Holds::text;
        }
    }

    void list(std::string_view key, std::size_t key_at, const Node& node, std::string_view wanted,
              Holds holds) {
        if (!is(node, Node::Kind::sequence, key, key_at, wanted)) return;
        const Field item{key, false, holds, {}};
        for (const auto& each : node.items)
            if (item_is(each, Node::Kind::scalar, key, "a text")) value(key, each.at, each, item);
    }

    void objects(std::string_view key, std::size_t key_at, const Node& node, const Shape& shape,
                 bool ids_too) {
        if (!is(node, Node::Kind::sequence, key, key_at, "a list")) return;
        const Field id{key, false, Holds::slug, {}};
        for (const auto& each : node.items) {
            if (ids_too && each.is_scalar())
                value(key, each.at, each, id);
            else if (item_is(each, Node::Kind::map, key, ids_too ? "an id or a map" : "a map"))
                map(each, shape);
        }
    }

    void scalar(std::string_view key, std::size_t key_at, const Node& node, const Field& field) {
        if (!is(node, Node::Kind::scalar, key, key_at, wanted(field))) return;
        if (!text(key, node)) return;
        const std::string_view text = node.text;
        switch (field.holds) {
            case Holds::slug: id_form(text, node.at, true); break;
            case Holds::id: id_form(text, node.at, false); break;
            case Holds::constant:
                if (text != field.options[0])
                    complain(DiagnosticId::unsupported_schema, node.at,
                             fmt::format("{} is not supported here", quoted(text)),
                             fmt::format("this program reads \"{}\"", field.options[0]));
                break;
            case Holds::one_of:
                if (std::find(field.options.begin(), field.options.end(), text) ==
                    field.options.end())
                    complain(DiagnosticId::bad_value, node.at,
                             fmt::format("{} is not a value for `{}`", quoted(text), key),
                             "use one of " + listed(field.options));
                break;
            case Holds::date:
                if (!is_date(text))
                    complain(DiagnosticId::bad_date, node.at,
                             fmt::format("{} is not a date", quoted(text)),
                             "write it as YYYY-MM-DD, for example 2026-11-20");
                break;
            case Holds::integer: integer(key, node, field); break;
            case Holds::boolean:
                if (node.quoted || (text != "true" && text != "false"))
                    complain(DiagnosticId::bad_value, node.at,
                             fmt::format("{} is not a value for `{}`", quoted(text), key),
                             "write true or false, without quotes");
                break;
            default: break;
        }
    }

    static std::string wanted(const Field& field) {
        switch (field.holds) {
            case Holds::one_of: return "one of " + listed(field.options);
            case Holds::date: return "a date";
            case Holds::integer: return "a whole number";
            case Holds::boolean: return "true or false";
            case Holds::slug: return "a practice id";
            case Holds::id: return "an id";
            default: return "a text";
        }
    }

    void integer(std::string_view key, const Node& node, const Field& field) {
        const auto number = node.quoted ? std::nullopt : to_integer(node.text);
        if (!number || *number < field.least || *number > field.most)
            complain(DiagnosticId::bad_number, node.at,
                     fmt::format("{} is not a value for `{}`", quoted(node.text), key),
                     fmt::format("write a whole number from {} to {}, without quotes", field.least,
                                 field.most));
    }

    bool text(std::string_view key, const Node& node) {
        if (is_blank(node.text)) {
            complain(DiagnosticId::blank_text, node.at, fmt::format("`{}` is blank", key),
                     "write the text, or remove the key");
            return false;
        }
        return true;
    }

    bool short_text(std::string_view text, std::size_t at) {
        if (is_blank(text))
            complain(DiagnosticId::blank_text, at, "this key is blank",
                     "write it, or remove the line");
        else if (text.size() > most_id)
            complain(DiagnosticId::bad_id, at,
                     fmt::format("{} is longer than {} bytes", quoted(text), most_id),
                     "shorten it");
        else
            return true;
        return false;
    }

    void id_form(std::string_view id, std::size_t at, bool slug) {
        const auto allowed = [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                   (!slug && (c == '_' || (c >= 'A' && c <= 'Z')));
        };
        if (short_text(id, at) && !std::all_of(id.begin(), id.end(), allowed))
            complain(DiagnosticId::bad_id, at, fmt::format("{} is not an id", quoted(id)),
                     slug ? "use a-z, 0-9 and - only" : "use letters, digits, - and _ only");
    }

    const SourceFile& source_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return fmt::format("\"{}\"", text);
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return fmt::format("\"{}...\"", text.substr(0, end));
}

const Field* find_field(const Shape& shape, std::string_view key) {
    const auto found = std::ranges::find(shape.fields, key, &Field::key);
    return found == shape.fields.end() ? nullptr : &*found;
}

void check_shape(const Document& document, const Shape& shape, Diagnostics& diagnostics) {
    Checker(document, diagnostics).map(document.root, shape);
}

}  // namespace mlops_assess
