#pragma once

#include "report/report.hpp"
#include "text/markup.hpp"

#include <string>

/// The HTML report, part by part. Every part is a `<section>`, or empty where it has nothing to
/// say.
namespace mlops_assess {

Markup html_verdicts(const Report& report);
Markup html_first_steps(const Report& report);
Markup html_profile(const Report& report);
Markup html_roadmap(const Report& report);
/// Every item of the roadmap with all that a person needs to take it on.
Markup html_milestones(const Report& report);
Markup html_changes(const Report& report);
Markup html_gates(const Report& report);
Markup html_lists(const Report& report);
Markup html_answers(const Report& report);
Markup html_method(const Report& report);

/// A section of the page under a heading.
Markup html_section(std::string_view id, std::string_view heading, const Markup& body);
/// A part of the page that is as wide as it needs, and scrolls where the page is narrower.
Markup html_scroll(std::string_view label, const Markup& body);
/// Free text, as a link where it is a web address.
Markup html_link(std::string_view text);
/// `<li>` of a list of states, marked where something is missing.
Markup html_item(bool lacks);
/// `<dt>` and `<dd>`; empty without a value.
Markup html_fact(std::string_view name, std::string_view value);
/// The shape of a model in its colour.
Markup html_mark(std::size_t assessment);
/// The fragment id of a practice among the milestones.
std::string html_anchor(const Practice& practice);

}  // namespace mlops_assess
