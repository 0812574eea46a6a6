#pragma once

#include "model/fields.hpp"

#include <optional>
#include <string>

namespace mlops_assess {

/// The file that a rubric's `catalogue:` names: one in the rubric's own folder or below it; of a
/// rubric from standard input, in the working directory. None, with a diagnostic, for any other
/// file and for what is no regular one: it is not to be opened.
std::optional<std::string> catalogue_file(const Loading& rubric, const Node& named);

}  // namespace mlops_assess
