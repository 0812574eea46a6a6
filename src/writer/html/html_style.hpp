#pragma once

#include <string>
#include <string_view>

/// The style sheet of the HTML report, and the policy that allows it and nothing else.
namespace mlops_assess {

std::string_view html_style();

/// The Content-Security-Policy of the page.
std::string html_policy();

}  // namespace mlops_assess
