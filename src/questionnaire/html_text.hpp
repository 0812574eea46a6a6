#pragma once

#include "text/markup.hpp"

#include <map>
#include <string_view>

/// Text put into a page.
namespace mlops_assess {

/// Free text as the exact value of an attribute: what could act where the page is shown as source
/// is a character reference. Control characters, which a field cannot hold, become blanks.
Markup html_value(std::string_view free);

/// `{{name}}` in the page, which is markup of our own, becomes the part of that name; what a part
/// holds stays as it is.
Markup fill(std::string_view page, const std::map<std::string_view, Markup>& parts);

}  // namespace mlops_assess
