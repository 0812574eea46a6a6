#include "writer/schema.hpp"

#include "embedded.hpp"
#include "model/json_schema.hpp"
#include "text/json_text.hpp"
#include "writer/json_parts.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <sstream>

/// The documents stand in `schemas/` in a notation from which JSON Schema is made here. There an
/// object names all keys of a JSON object, and each is always there. A string says what a value is:
///
///     NAME          a row of scalars.json, or a shape, which is then a definition
///     =this|that    one of these words
///     this|that     one of these shapes
///     [X] [X]+      a list of X; one that is not empty
///     {X} {NAME X}  an object with keys of any name, or like the scalar NAME, and values X
///     X?            X or null
///     X; words      X, described
///
/// The key "//" describes an object, and "..." puts the keys of other shapes in its place.
namespace mlops_assess {
namespace {

Json read_shapes() {
    Json all;
    std::istringstream files{std::string(schema_shapes)};
    while (files >> std::ws && !files.eof()) {
        Json file;
        files >> file;
        all.update(file);
    }
    return all;
}

Json or_null(Json schema) {
    if (schema.contains("enum")) {
        schema["enum"].push_back(nullptr);
        return schema;
    }
    if (schema.contains("const")) return {{"enum", {schema["const"], nullptr}}};
    if (!schema.contains("type")) return {{"anyOf", {std::move(schema), {{"type", "null"}}}}};
    schema["type"] = {schema["type"], "null"};
    return schema;
}

Json described(const std::string& words, Json schema) {
    Json all = {{"description", words}};
    // Draft-07 passes over what stands beside a reference.
    if (schema.contains("$ref"))
        all["allOf"] = Json::array({std::move(schema)});
    else
        all.update(schema);
    return all;
}

std::vector<std::string> parts(const std::string& text, char between) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, between);) all.push_back(part);
    return all;
}

class Writer {
  public:
    std::string write(std::string_view name) {
        const auto tag = fmt::format("mlops-assess/{}/1", name);
        Json schema = {{"$schema", schema_dialect},
                       {"$id", schema_address(tag)},
                       {"title", fmt::format("mlops-assess {}", name)}};
        schema.update(shape(std::string(name)));
        auto definitions = Json::object();
        for (std::size_t i = 0; i < referred_.size(); ++i) {
            const auto each = referred_[i];
            definitions[each] = shape(each);
        }
        if (!definitions.empty()) schema["definitions"] = std::move(definitions);
        return json_text(schema);
    }

  private:
    Json shape(const std::string& name) {
        const auto& found = shapes_.at(name);
        return found.is_string() ? value(found) : object(found);
    }

    Json value(const Json& notation) {
        if (notation.is_object()) return object(notation);
        const auto text = notation.get<std::string>();
        const auto end = text.find("; ");
        auto schema = any(text.substr(0, end));
        return end == std::string::npos ? schema
                                        : described(text.substr(end + 2), std::move(schema));
    }

    Json any(const std::string& text) {
        const auto inner = [&](std::size_t behind) {
            return text.substr(1, text.size() - 1 - behind);
        };
        if (text.ends_with('?')) return or_null(any(text.substr(0, text.size() - 1)));
        if (text.ends_with("]+"))
            return {{"type", "array"}, {"minItems", 1}, {"items", any(inner(2))}};
        if (text.starts_with('[')) return {{"type", "array"}, {"items", any(inner(1))}};
        if (text.starts_with('{')) return map(inner(1));
        if (text.starts_with('=')) {
            const auto words = parts(inner(0), '|');
            return words.size() == 1 ? Json{{"const", words[0]}} : Json{{"enum", words}};
        }
        if (text.find('|') == std::string::npos) return named(text);
        auto alternatives = Json::array();
        for (const auto& part : parts(text, '|')) alternatives.push_back(any(part));
        return {{"oneOf", std::move(alternatives)}};
    }

    Json map(const std::string& text) {
        const auto words = parts(text, ' ');
        Json schema = {{"type", "object"}};
        if (words.size() == 2) schema["propertyNames"] = any(words[0]);
        schema["additionalProperties"] = any(words.back());
        return schema;
    }

    /// Words and scalars stand where they are used; objects once, as definitions.
    Json named(const std::string& name) {
        if (scalars_.contains(name)) return scalars_[name];
        if (shapes_.at(name).is_string()) return shape(name);
        if (std::ranges::find(referred_, name) == referred_.end()) referred_.push_back(name);
        return {{"$ref", "#/definitions/" + name}};
    }

    Json object(const Json& shape) {
        Json schema = Json::object();
        if (shape.contains("//")) schema["description"] = shape["//"];
        auto properties = Json::object();
        add_keys(shape, properties);
        auto required = Json::array();
        for (const auto& [key, property] : properties.items()) required.push_back(key);
        schema["type"] = "object";
        schema["required"] = std::move(required);
        schema["properties"] = std::move(properties);
        schema["additionalProperties"] = false;
        return schema;
    }

    void add_keys(const Json& shape, Json& properties) {
        for (const auto& [key, notation] : shape.items()) {
            if (key == "//") continue;
            if (key == "...")
                for (const auto& name : parts(notation.get<std::string>(), ' '))
                    add_keys(shapes_.at(name), properties);
            else
                properties[key] = value(notation);
        }
    }

    const Json scalars_ = Json::parse(schema_scalars);
    const Json shapes_ = read_shapes();
    std::vector<std::string> referred_;
};

}  // namespace

std::string output_schema(std::string_view name) { return Writer().write(name); }

}  // namespace mlops_assess
