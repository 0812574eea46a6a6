#pragma once

#include "document/yaml.hpp"
#include "model/catalogue.hpp"

#include <optional>

namespace mlops_assess {

/// A sheet whose answers are a list, or stand beside `answers:` instead of under it, as it was
/// meant, so that the rest of it can be checked; both are told as errors. None where all is in its
/// place.
std::optional<Document> with_answers_in_place(const Document& sheet,
                                              const std::vector<const Catalogue*>& known,
                                              Diagnostics& diagnostics);

}  // namespace mlops_assess
