#pragma once

#include "report/report.hpp"
#include "writer/html/page.hpp"

#include <string>

/// The HTML report, part by part.
namespace mlops_assess {

/// Whether the page tells everything in full, so that its first two pages link to it.
enum class Linked { no, yes };

Markup html_masthead(const Report& report, Linked linked);
/// The texts that the masthead shortens; empty where it shortens none.
HtmlSection html_texts(const Report& report);
HtmlSection html_verdicts(const Report& report);
HtmlSection html_must_have(const Report& report, Linked linked);
HtmlSection html_heat_maps(const Report& report);
HtmlSection html_first_steps(const Report& report, Linked linked);
/// The roadmap at a glance.
HtmlSection html_roadmap(const Report& report, Linked linked);
/// The levels as picture and table.
HtmlSection html_profile(const Report& report);
/// What blocks the next level of each parameter.
HtmlSection html_blocks(const Report& report);
/// Every step with all that a person needs to take it on.
HtmlSection html_steps(const Report& report);
HtmlSection html_changes(const Report& report);
HtmlSection html_gates(const Report& report);
HtmlSection html_open_questions(const Report& report);
HtmlSection html_recommended(const Report& report);
HtmlSection html_ahead(const Report& report);
HtmlSection html_not_full(const Report& report);
HtmlSection html_not_applicable(const Report& report);
HtmlSection html_notices(const Report& report);
HtmlSection html_answers(const Report& report);
HtmlSection html_method(const Report& report);

/// Free text, as a link where it is a web address.
Markup html_link(std::string_view text);
/// `<li>` of a list of states, marked where something is missing.
Markup html_item(bool lacks);
/// `<dt>` and `<dd>`; empty without a value.
Markup html_fact(std::string_view name, const Markup& value);
Markup html_fact(std::string_view name, std::string_view value);
/// The shape of a model in its colour.
Markup html_mark(std::size_t assessment);
/// A practice by the name of its step, with its id small beside it.
Markup html_name(const Practice& practice, Linked linked = Linked::no);
/// The fragment id of a practice among the steps.
std::string html_anchor(const Practice& practice);

}  // namespace mlops_assess
