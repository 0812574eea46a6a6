#pragma once

#include "document/yaml.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

struct SchemaCheck {
    nlohmann::json schema;
    nlohmann::json document;
};

/// What is wrong with each document by its JSON Schema, as Python's jsonschema says it; empty when
/// nothing is.
std::vector<std::string> schema_errors(const std::vector<SchemaCheck>& checks);

/// A YAML value as the JSON that an editor makes of it: YAML 1.2, core schema.
nlohmann::json as_json(const mlops_assess::Node& node);
