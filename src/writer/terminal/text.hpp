#pragma once

#include "report/comparison_words.hpp"
#include "report/report.hpp"
#include "text/terminal_page.hpp"
#include "writer/formats.hpp"

/// The report for a terminal, part by part.
namespace mlops_assess {

/// Labels stand in a column of their own.
inline constexpr std::size_t label_width = 11;

inline Signs signs(const Style& style) { return style.utf8 ? Signs::unicode : Signs::ascii; }

/// As many names as a reader of a terminal takes, and how many more there are.
std::string first_words(const std::vector<std::string>& names);

/// The columns beside the names of steps.
void text_step_columns(TerminalPage& page);
/// A step by name behind `first`; the answer today, how long it takes and the sheet's line at the
/// right. Below, why it stands here, its owner and due date.
void text_step(TerminalPage& page, const Shown& first, const Assessment& a, PracticeIndex index,
               const std::string& why);

/// The models' names stand in a column of their own, too.
std::size_t text_label_room(const Scored& scored);
/// `MICROSOFT  level 2 of 4, Automated training`.
Shown text_headline(const Assessment& a, std::size_t room);
/// What is assessed, and how much of it is answered.
Shown text_scope(const Scored& scored);

/// Team, date, scope and the assessor's summary.
void text_heading(TerminalPage& page, const Scored& scored);
/// What the team has reached by each model, and how far it is.
void text_verdicts(TerminalPage& page, const Report& report, Signs signs);
/// What must be done whatever the target, and is not.
void text_must_have(TerminalPage& page, const Scored& scored);
/// The parameters under their models, as many side by side as fit.
void text_profile(TerminalPage& page, const Report& report, bool utf8);
/// The next milestones: what to do first, what then.
void text_next(TerminalPage& page, const Scored& scored);
/// Gates, changes, what to distrust.
void text_remarks(TerminalPage& page, const Report& report);
/// The whole report in a dozen lines.
void text_brief(TerminalPage& page, const Report& report, Signs signs);

}  // namespace mlops_assess
