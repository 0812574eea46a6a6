#pragma once

#include <string>
#include <string_view>

/// Free text made harmless for XML and HTML.
namespace mlops_assess {

/// Free text as inert XML or HTML text on one line; also between double quotes.
std::string xml_escaped(std::string_view text);

/// Whether a text is a web address that may become a link.
bool is_web_address(std::string_view text);

/// A text as a sentence, whether or not it ends like one.
std::string xml_sentence(std::string_view text);

}  // namespace mlops_assess
