#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/compare/writers.hpp"
#include "writer/html/html.hpp"

/// What changed since the baseline, and what the pipeline demanded.
namespace mlops_assess {
namespace {

std::string because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return xml_escaped(fmt::format(", because of {}", fmt::join(change.causes, ", ")));
}

std::string moves(std::string_view heading, const std::vector<Move>& moves) {
    if (moves.empty()) return {};
    std::string items;
    for (const auto& move : moves)
        items += fmt::format("<li>{}</li>\n", xml_escaped(move_words(move)));
    return fmt::format("<h3>{} ({})</h3>\n<ul class=\"columns\">\n{}</ul>\n", heading, moves.size(),
                       items);
}

std::string ids(std::string_view name, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    return fmt::format("<p>{} ({}): {}.</p>\n", name, ids.size(),
                       xml_escaped(fmt::format("{}", fmt::join(ids, ", "))));
}

}  // namespace

std::string html_changes(const Report& report) {
    if (!report.since) return {};
    const auto& c = *report.since;
    std::string body = "<ul>\n";
    for (const auto& model : c.models) {
        body +=
            fmt::format("<li>{}{}.", xml_escaped(model_change_words(model)), because(model.level));
        std::string inner;
        for (const auto& parameter : model.parameters)
            inner += fmt::format("<li>{} {}{}.</li>\n", xml_escaped(parameter.title),
                                 level_change_words(parameter.level), because(parameter.level));
        for (const auto& words : model.differences)
            inner += fmt::format("<li>Note: {}.</li>\n", xml_escaped(words));
        body += inner.empty() ? "</li>\n" : fmt::format("\n<ul>\n{}</ul>\n</li>\n", inner);
    }
    body += "</ul>\n" + moves("Up", c.moves_to(true)) + moves("Down", c.moves_to(false));
    body += ids("Answered only now", c.answered_now) + ids("Answered only then", c.answered_then);
    return html_section("changes", "Changes since " + xml_escaped(when_words(c.before)), body);
}

std::string html_gates(const Report& report) {
    if (report.gates.results.empty()) return {};
    std::string items;
    for (const auto& gate : report.gates.results) {
        items += fmt::format("<li{}><b>{}</b> <code>{}</code>. Required: {}. Found: {}.",
                             gate.passed ? "" : " class=\"lacks\"",
                             gate.passed ? "Passed" : "Failed", xml_escaped(gate.name),
                             xml_escaped(gate.required), xml_escaped(gate.found));
        std::string inner;
        for (const auto& item : gate.because)
            inner += fmt::format("<li>{}</li>\n", xml_escaped(item));
        items += inner.empty() ? "</li>\n" : fmt::format("\n<ul>\n{}</ul>\n</li>\n", inner);
    }
    return html_section("gates", "Gates", "<ul class=\"states\">\n" + items + "</ul>\n");
}

}  // namespace mlops_assess
