#pragma once

#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

namespace mlops_assess {

/// A document with nothing invisible in it, and a final line end. Without indent it is one line.
inline std::string json_text(const nlohmann::ordered_json& document, int indent) {
    return escape_invisible(document.dump(indent, ' ', false,
                                          nlohmann::ordered_json::error_handler_t::replace)) +
           "\n";
}

/// A document as every command prints it: indented by two.
inline std::string json_text(const nlohmann::ordered_json& document) {
    return json_text(document, 2);
}

/// A document on one line.
inline std::string json_line(const nlohmann::ordered_json& document) {
    return json_text(document, -1);
}

}  // namespace mlops_assess
