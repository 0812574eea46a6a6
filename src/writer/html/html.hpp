#pragma once

#include "report/report.hpp"

#include <fmt/format.h>
#include <string>

/// The HTML report, part by part. Every part is a `<section>`, or empty where it has nothing to
/// say.
namespace mlops_assess {

std::string html_verdicts(const Report& report);
std::string html_first_steps(const Report& report);
std::string html_profile(const Report& report);
std::string html_roadmap(const Report& report);
/// Every item of the roadmap with all that a person needs to take it on.
std::string html_milestones(const Report& report);
std::string html_changes(const Report& report);
std::string html_gates(const Report& report);
std::string html_lists(const Report& report);
std::string html_answers(const Report& report);
std::string html_method(const Report& report);

/// A section of the page under a heading.
std::string html_section(std::string_view id, std::string_view heading, std::string_view body);
/// A part of the page that is as wide as it needs, and scrolls where the page is narrower.
std::string html_scroll(std::string_view label, std::string_view body);
/// Free text, as a link where it is a web address.
std::string html_link(std::string_view text);
/// `<dt>` and `<dd>`; the name is plain text and the value markup. Empty without a value.
std::string html_fact(std::string_view name, std::string_view value);
/// The shape of a model in its colour.
std::string html_mark(std::size_t assessment);
/// The fragment id of a practice among the milestones.
std::string html_anchor(const Practice& practice);

}  // namespace mlops_assess
