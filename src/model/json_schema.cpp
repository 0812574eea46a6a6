#include "model/json_schema.hpp"
#include "model/shapes.hpp"
#include "text/unicode.hpp"

#include "model/answers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

Json words(std::span<const std::string_view> options) {
    auto list = Json::array();
    for (const auto option : options) list.push_back(std::string(option));
    return {{"enum", list}};
}

/// A scalar that is read as it is written, so a number or a boolean will do for a text.
Json text() { return {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}}; }

Json id(std::string_view pattern) {
    return {{"type", {"string", "integer", "boolean"}},
            {"pattern", std::string(pattern)},
            {"maxLength", 64}};
}
Json slug() { return id("^[a-z0-9-]+$"); }
Json name() { return id("^[A-Za-z0-9_-]+$"); }

Json list_of(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }
Json map_of(Json value) { return {{"type", "object"}, {"additionalProperties", std::move(value)}}; }
Json any_of(Json a, Json b) { return {{"anyOf", Json::array({std::move(a), std::move(b)})}}; }

Json number(const Field& field) {
    return {{"type", "integer"}, {"minimum", field.least}, {"maximum", field.most}};
}

/// A pattern that a word matches in any case.
std::string any_case(std::string_view word) {
    std::string pattern;
    for (const char c : word) {
        const bool is_letter = c >= 'a' && c <= 'z';
        pattern += is_letter ? fmt::format("[{}{}]", static_cast<char>(c - 'a' + 'A'), c)
                             : fmt::format("[{}]", c);
    }
    return pattern;
}

/// The words, which editors offer with their meanings. Other spellings and synonyms are a pattern,
/// since editors do not offer those; null, true and false are what YAML makes of some of them.
Json answer_word() {
    auto offered = Json::array();
    auto meanings = Json::array();
    std::string pattern;
    for (const auto& word : answer_words()) {
        offered.push_back(std::string(word.word));
        meanings.push_back(std::string(word.meaning));
        pattern += (pattern.empty() ? "" : "|") + any_case(word.word);
    }
    for (const auto& synonym : answer_synonyms()) pattern += "|" + any_case(synonym.word);
    const Json words = {{"enum", offered}, {"enumDescriptions", meanings}};
    const Json spellings = {{"type", "string"}, {"pattern", "^(" + pattern + ")$"}};
    const Json plain = {{"not", {{"type", {"string", "number", "array", "object"}}}}};
    return {{"anyOf", Json::array({words, spellings, plain})}};
}

Json fact() { return any_of(text(), {{"type", "null"}}); }

Json object(const Shape& shape);

Json value(const Field& field) {
    switch (field.holds) {
        case Holds::text: return text();
        case Holds::slug: return slug();
        case Holds::id: return name();
        case Holds::constant: return {{"const", std::string(field.options[0])}};
        case Holds::one_of: return words(field.options);
        case Holds::date: return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
        case Holds::integer: return number(field);
        case Holds::boolean: return {{"type", "boolean"}};
        case Holds::answer_word: return answer_word();
        case Holds::fact: return fact();
        case Holds::texts: return list_of(text());
        case Holds::text_or_texts: return any_of(text(), list_of(text()));
        case Holds::slugs: return list_of(slug());
        case Holds::object: return object(*field.shape);
        case Holds::objects: return list_of(object(*field.shape));
        case Holds::ids_or_objects: return list_of(any_of(slug(), object(*field.shape)));
        case Holds::map_of_text: return map_of(text());
        case Holds::map_of_integer: return map_of(number(field));
        case Holds::map_of_fact: return map_of(fact());
        case Holds::map_of_object: return map_of(object(*field.shape));
        case Holds::map_of_objects: return map_of(list_of(object(*field.shape)));
        case Holds::map_of_conditions:
            return map_of(any_of(any_of(text(), list_of(text())), object(*field.shape)));
        case Holds::map_of_answers: return map_of(any_of(answer_word(), object(*field.shape)));
    }
    return {};
}

Json object(const Shape& shape) {
    auto properties = Json::object();
    auto required = Json::array();
    for (const auto& field : shape.fields) {
        Json property = {{"description", std::string(field.about)}};
        property.update(value(field));
        properties[std::string(field.key)] = std::move(property);
        if (field.required) required.push_back(std::string(field.key));
    }
    Json schema = {{"description", std::string(shape.about)},
                   {"type", "object"},
                   {"properties", std::move(properties)},
                   {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

/// The `schema:` that files of a form carry.
std::string_view tag_of(const Shape& shape) { return find_field(shape, "schema")->options[0]; }

Json document(const Shape& shape) {
    Json schema = {{"$schema", schema_dialect}, {"$id", schema_address(tag_of(shape))}};
    schema.update(object(shape));
    return schema;
}

Json context_schema(const std::vector<const Catalogue*>& catalogues) {
    auto properties = Json::object();
    for (const auto* catalogue : catalogues)
        for (const auto& question : catalogue->context) {
            Json property = {{"description", std::string(question.text)}};
            switch (question.kind) {
                case ContextKind::boolean: property["type"] = {"boolean", "null"}; break;
                case ContextKind::number:
                    property["type"] = {"integer", "null"};
                    property["minimum"] = 0;
                    break;
                case ContextKind::one_of:
                    property.update(words(question.options));
                    property["enum"].push_back(nullptr);
                    break;
            }
            properties[std::string(question.id)] = std::move(property);
        }
    return {{"description", "facts about the team"},
            {"type", "object"},
            {"properties", std::move(properties)},
            {"additionalProperties", false}};
}

Json practices_schema(const std::vector<const Catalogue*>& catalogues) {
    auto properties = Json::object();
    for (const auto* catalogue : catalogues)
        for (const auto& practice : catalogue->practices) {
            std::string about = fmt::format("{}\nfully: {}", practice.statement, practice.success);
            if (!practice.not_applicable.empty())
                about += fmt::format("\nnot-applicable: when {}", practice.not_applicable);
            properties[std::string(practice.id)] = {{"description", about},
                                                    {"$ref", "#/definitions/answer"}};
        }
    return {{"description", "one answer per practice"},
            {"type", "object"},
            {"properties", std::move(properties)},
            {"additionalProperties", false}};
}

}  // namespace

std::string schema_address(std::string_view tag) {
    return "https://" + std::string(tag).insert(tag.find('/'), ".example");
}

std::string json_schema(const Shape& shape) { return document(shape).dump(2) + "\n"; }

std::string answers_json_schema(const std::vector<const Catalogue*>& catalogues) {
    auto schema = document(answers_shape);
    // Schemas for different catalogues may meet in one editor.
    std::vector<std::string_view> ids;
    for (const auto* catalogue : catalogues) ids.push_back(catalogue->id);
    schema["$id"] = fmt::format("{}/{}", schema_address(answers_schema), fmt::join(ids, "+"));
    schema["properties"]["context"] = context_schema(catalogues);
    schema["properties"]["answers"] = practices_schema(catalogues);
    // Draft-07 ignores what stands beside a $ref, but editors show it; so both are served.
    auto answer = answer_word();
    answer["anyOf"].push_back(object(answer_shape));
    // Of several descriptions editors show the innermost; here that must be the practice's.
    answer["anyOf"].back().erase("description");
    schema["definitions"]["answer"] = std::move(answer);
    return escape_invisible(schema.dump(2)) + "\n";
}

}  // namespace mlops_assess
