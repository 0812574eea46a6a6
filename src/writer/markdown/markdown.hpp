#pragma once

#include "report/report.hpp"
#include "writer/markdown/page.hpp"

/// The report in Markdown, part by part.
namespace mlops_assess {

/// What to do first, the milestones, what is not answered yet.
void markdown_work(MarkdownPage& page, const Scored& scored);
/// What changed, as a list: for `compare` and for a report with a baseline.
void markdown_changes(MarkdownPage& page, const Comparison& comparison);
/// Gates, what must be done, what to distrust.
void markdown_remarks(MarkdownPage& page, const Report& report);
/// Every answer, folded away.
void markdown_answers(MarkdownPage& page, const Scored& scored);

/// `answers.yaml:31` as a link to the line.
Markdown markdown_place(const Scored& scored, const Place& place);

}  // namespace mlops_assess
