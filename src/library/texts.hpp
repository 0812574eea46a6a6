#pragma once

#include "report/report.hpp"

#include <mlops_assess/mlops_assess.hpp>

namespace mlops_assess {

/// Finds files by their names among these, which must outlive it.
FileReader reader_of(const std::vector<mlops::File>& files);

/// What is wrong with the choice of rubrics, as a line; empty when nothing is.
std::string wrong_rubrics(const mlops::Rubrics& asked, const Models& models);

/// The report on a sheet that is given as a text. None, with diagnostics, when it cannot be used,
/// or when the models could not.
std::optional<Report> report_of(const mlops::File& sheet, const Models& models,
                                Diagnostics& diagnostics);

}  // namespace mlops_assess
