#pragma once

#include "report/report.hpp"
#include "text/terminal_page.hpp"

/// The report for a terminal, part by part.
namespace mlops_assess {

/// Labels stand in a column of their own.
inline constexpr std::size_t label_width = 11;

/// Team, date, scope and the assessor's summary.
void text_heading(TerminalPage& page, const Scored& scored);
/// What the team has reached by each model, and how far it is.
void text_verdicts(TerminalPage& page, const Scored& scored);
/// What must be done whatever the target, and is not.
void text_must_have(TerminalPage& page, const Scored& scored);
/// The parameters under their models, as many side by side as fit.
void text_profile(TerminalPage& page, const Scored& scored, bool utf8);
/// The next milestones: what to do first, what then.
void text_next(TerminalPage& page, const Scored& scored);
/// Gates, changes, what to distrust.
void text_remarks(TerminalPage& page, const Report& report);
/// The whole report in a dozen lines.
void text_brief(TerminalPage& page, const Report& report);

}  // namespace mlops_assess
