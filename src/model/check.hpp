#pragma once

#include "model/load.hpp"

namespace mlops_assess {

/// Checks a file by its `schema:`; what a right one holds, in a few words. Empty, with diagnostics,
/// when it is wrong, and for sheets and waivers when `models` is null: every id would look unknown.
std::string check_file(const SourceFile& file, const Models* models, const CatalogueSource& source,
                       Diagnostics& diagnostics);

}  // namespace mlops_assess
