#pragma once

#include "unicode.hpp"

#include <nlohmann/json.hpp>

namespace mlops_assess {

/// A document as every command prints it: indented by two, nothing invisible in it, and a final
/// line end.
inline std::string json_text(const nlohmann::ordered_json& document) {
    using Json = nlohmann::ordered_json;
    return escape_invisible(document.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace mlops_assess
