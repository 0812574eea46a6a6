#pragma once

#include "report/report.hpp"
#include "text/terminal_page.hpp"

/// The report for a terminal, part by part.
namespace mlops_assess {

/// The parameters under their models, as many side by side as fit.
void text_profile(TerminalPage& page, const Scored& scored, bool utf8);
/// The next milestones: what to do first, what then.
void text_next(TerminalPage& page, const Scored& scored);
/// Gates, changes, what must be done, what to distrust.
void text_remarks(TerminalPage& page, const Report& report);

}  // namespace mlops_assess
