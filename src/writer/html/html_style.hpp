#pragma once

#include "text/markup.hpp"

/// The style sheet of the HTML report, and the policy that allows it and nothing else.
namespace mlops_assess {

Markup html_style();

/// The Content-Security-Policy of the page.
Markup html_policy();

}  // namespace mlops_assess
