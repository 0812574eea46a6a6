#include "questionnaire/about_practice.hpp"

namespace mlops_assess {
namespace {

Markup list(Texts items) {
    Markup all;
    for (const auto& item : items) all += markup("<li>{}</li>\n", item);
    return markup("<ul>\n{}</ul>\n", all);
}

}  // namespace

Markup about_practice(const Practice& practice) {
    Markup about;
    const auto add = [&](std::string_view name, const Markup& text) {
        about += markup("<div><dt>{}</dt><dd>{}</dd></div>\n", name, text);
    };
    if (!practice.why.empty()) add("Why", Markup::of(practice.why));
    if (!practice.guidance.empty()) add("How", Markup::of(practice.guidance));
    if (!practice.evidence.empty()) add("What would prove it", list(practice.evidence));
    return about.empty() ? Markup() : markup("<dl class=\"about\">\n{}</dl>\n", about);
}

}  // namespace mlops_assess
