#pragma once

#include <string>
#include <string_view>

/// Free text made harmless for XML, HTML and SVG.
namespace mlops_assess {

/// Free text as inert character data or attribute value, on one line.
std::string xml_escaped(std::string_view text);

}  // namespace mlops_assess
