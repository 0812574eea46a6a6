#include "support/json.hpp"

#include "shape.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

std::string schema_errors(const json& schema, const json& document) {
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(NlohmannJsonAdapter(schema), parsed);
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(parsed, NlohmannJsonAdapter(document), &results)) return {};
    std::string errors;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const auto& step : error.context) errors += step;
        errors += ": " + error.description + "\n";
    }
    return errors.empty() ? "invalid" : errors;
}

json as_json(const mlops_assess::Node& node) {
    using Kind = mlops_assess::Node::Kind;
    switch (node.kind) {
        case Kind::broken:
        case Kind::null: return nullptr;
        case Kind::scalar: {
            if (node.quoted) return node.text;
            if (node.text == "true" || node.text == "True" || node.text == "TRUE") return true;
            if (node.text == "false" || node.text == "False" || node.text == "FALSE") return false;
            if (const auto number = mlops_assess::to_integer(node.text)) return *number;
            return node.text;
        }
        case Kind::sequence: {
            auto list = json::array();
            for (const auto& item : node.items) list.push_back(as_json(item));
            return list;
        }
        case Kind::map: {
            auto object = json::object();
            for (const auto& entry : node.entries) object[entry.key] = as_json(entry.value);
            return object;
        }
    }
    return nullptr;
}
