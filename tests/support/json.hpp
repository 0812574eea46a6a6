#pragma once

#include "yaml.hpp"

#include <nlohmann/json.hpp>

#include <string>

/// What is wrong with a document by a JSON Schema; empty when nothing is.
std::string schema_errors(const nlohmann::json& schema, const nlohmann::json& document);

/// A YAML value as the JSON that an editor makes of it: YAML 1.2, core schema.
nlohmann::json as_json(const mlops_assess::Node& node);
