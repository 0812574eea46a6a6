#pragma once

#include "model/catalogue.hpp"
#include "text/markup.hpp"

namespace mlops_assess {

/// Why a practice matters, how it is done and what would prove it; empty where the catalogue does
/// not say.
Markup about_practice(const Practice& practice);

}  // namespace mlops_assess
