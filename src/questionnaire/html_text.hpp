#pragma once

#include <map>
#include <string>
#include <string_view>

/// Text put into a page.
namespace mlops_assess {

/// Free text as the exact value of an attribute: what could act where the page is shown as source
/// is a character reference. Control characters, which a field cannot hold, become blanks.
std::string html_value(std::string_view free);

/// `{{name}}` in the page becomes the part of that name; what a part holds stays as it is.
std::string fill(std::string_view page, const std::map<std::string_view, std::string>& parts);

}  // namespace mlops_assess
