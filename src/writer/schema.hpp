#pragma once

#include <string>
#include <string_view>

namespace mlops_assess {

/// The JSON Schema (draft-07) of a JSON document that the program writes: `report`, `plan`, … It
/// allows what this release writes and nothing else: every key, and no other.
std::string output_schema(std::string_view name);

}  // namespace mlops_assess
