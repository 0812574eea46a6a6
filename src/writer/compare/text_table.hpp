#pragma once

#include "report/side_by_side.hpp"
#include "text/terminal_page.hpp"

namespace mlops_assess {

/// The levels and indices of every model, as many sides beside each other as there is room for.
/// `heads` stand above the columns.
void text_tables(TerminalPage& page, const SideBySide& all, const std::vector<std::string>& heads);

}  // namespace mlops_assess
