#pragma once

#include "model/fields.hpp"

#include <memory>

namespace mlops_assess {

/// From the named file or from the inline parts; exactly one of the two must be there. The rubric
/// document, or `other`, the file's, is needed for as long as `practices` is.
const Catalogue* find_catalogue(const Loading& loading, const Document& document,
                                const CatalogueSource& source,
                                std::shared_ptr<const Document>& other, Ids& practices);

}  // namespace mlops_assess
