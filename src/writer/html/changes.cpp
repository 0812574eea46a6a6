#include "report/phrases.hpp"
#include "writer/compare/writers.hpp"
#include "writer/html/html.hpp"

/// What changed since the baseline, and what the pipeline demanded.
namespace mlops_assess {
namespace {

std::string because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return fmt::format(", because of {}", fmt::join(change.causes, ", "));
}

Markup moves(std::string_view heading, const std::vector<Move>& moves) {
    if (moves.empty()) return {};
    Markup items;
    for (const auto& move : moves) items += markup("<li>{}</li>\n", move_words(move));
    return markup("<h3>{} ({})</h3>\n<ul class=\"columns\">\n{}</ul>\n", heading, moves.size(),
                  items);
}

Markup ids(std::string_view name, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    return markup("<p>{} ({}): {}.</p>\n", name, ids.size(), fmt::join(ids, ", "));
}

/// A list inside an item; empty without items of its own.
Markup inner_list(const Markup& items) {
    return items.empty() ? items : markup("\n<ul>\n{}</ul>\n", items);
}

}  // namespace

Markup html_changes(const Report& report) {
    if (!report.since) return {};
    const auto& c = *report.since;
    Markup items;
    for (const auto& model : c.models) {
        Markup inner;
        for (const auto& parameter : model.parameters)
            inner += markup("<li>{} {}{}.</li>\n", parameter.title,
                            level_change_words(parameter.level), because(parameter.level));
        for (const auto& words : model.differences) inner += markup("<li>Note: {}.</li>\n", words);
        items += markup("<li>{}{}.{}</li>\n", model_change_words(model), because(model.level),
                        inner_list(inner));
    }
    return html_section("changes", "Changes since " + when_words(c.before),
                        markup("<ul>\n{}</ul>\n", items) + moves("Up", c.moves_to(true)) +
                            moves("Down", c.moves_to(false)) +
                            ids("Answered only now", c.answered_now) +
                            ids("Answered only then", c.answered_then));
}

Markup html_gates(const Report& report) {
    if (report.gates.results.empty()) return {};
    Markup items;
    for (const auto& gate : report.gates.results) {
        Markup inner;
        for (const auto& item : gate.because) inner += markup("<li>{}</li>\n", item);
        items += markup("{}<b>{}</b> <code>{}</code>. Required: {}. Found: {}.{}</li>\n",
                        html_item(!gate.passed), gate.passed ? "Passed" : "Failed", gate.name,
                        gate.required, gate.found, inner_list(inner));
    }
    return html_section("gates", "Gates", markup("<ul class=\"states\">\n{}</ul>\n", items));
}

}  // namespace mlops_assess
