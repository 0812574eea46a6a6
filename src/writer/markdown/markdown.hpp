#pragma once

#include "report/report.hpp"
#include "writer/markdown/page.hpp"

/// The report in Markdown, part by part.
namespace mlops_assess {

/// What must be done whatever the target; `full` with why and how.
void markdown_must_have(MarkdownPage& page, const Scored& scored, bool full);
/// What to do first, likewise.
void markdown_first_steps(MarkdownPage& page, const Scored& scored, bool full);
/// Every milestone in a row.
void markdown_roadmap(MarkdownPage& page, const Scored& scored);
/// The milestones in full, what is not answered yet, what is only recommended.
void markdown_work(MarkdownPage& page, const Scored& scored);
/// What changed, as a list: for `compare` and for a report with a baseline.
void markdown_changes(MarkdownPage& page, const Comparison& comparison);
/// What the pipeline demands, and what came of it.
void markdown_gates(MarkdownPage& page, const Gates& gates);
/// Gates, and what to distrust.
void markdown_remarks(MarkdownPage& page, const Report& report);
/// Every practice with its answer, folded away.
void markdown_answers(MarkdownPage& page, const Scored& scored);

/// `answers.yaml:31` as a link to the line.
Markdown markdown_place(const Scored& scored, const Place& place);
/// A practice by the name of its step, with its id beside it.
Markdown markdown_name(const Practice& practice);

}  // namespace mlops_assess
