#pragma once

#include "model/catalogue.hpp"
#include "model/shapes.hpp"

#include <string>
#include <string_view>

namespace mlops_assess {

inline constexpr std::string_view schema_dialect = "http://json-schema.org/draft-07/schema#";

/// The `$id` of the schema of files and documents that carry `schema: tag`. It is only a name:
/// nothing need answer there.
std::string schema_address(std::string_view tag);

/// The JSON Schema (draft-07) of a file, from the same table by which it is loaded.
std::string json_schema(const Shape& shape);

/// The same for answer sheets, with the ids and statements of these catalogues' practices and the
/// questions about the team, so that an editor can offer them.
std::string answers_json_schema(const std::vector<const Catalogue*>& catalogues);

}  // namespace mlops_assess
