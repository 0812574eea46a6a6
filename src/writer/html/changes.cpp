#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "writer/html/html.hpp"

/// What changed since the baseline, and what the pipeline demanded.
namespace mlops_assess {
namespace {

std::string because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return fmt::format(", because of {}", practice_names(change.causes));
}

Markup moves(std::string_view heading, const std::vector<Move>& moves) {
    if (moves.empty()) return {};
    Markup items;
    for (const auto& move : moves) items += markup("<li>{}</li>\n", move_words(move));
    return markup("<h3>{} ({})</h3>\n<ul class=\"columns\">\n{}</ul>\n", heading, moves.size(),
                  items);
}

Markup practices(std::string_view name, const Practices& practices) {
    if (practices.empty()) return {};
    return markup("<p>{} ({}): {}.</p>\n", name, practices.size(), practice_names(practices));
}

/// A list inside an item; empty without items of its own.
Markup inner_list(const Markup& items) {
    return items.empty() ? items : markup("\n<ul>\n{}</ul>\n", items);
}

}  // namespace

HtmlSection html_changes(const Report& report) {
    if (!report.since) return {};
    const auto& c = *report.since;
    Markup items;
    if (c.before.team != c.after.team)
        items += markup("<li>The baseline is of another team: {}.</li>\n", c.before.team);
    for (const auto& words : model_moves_words(c.before)) items += markup("<li>{}.</li>\n", words);
    if (!c.before.not_loaded.empty()) items += markup("<li>{}.</li>\n", not_loaded_words(c.before));
    for (const auto& model : c.models) {
        Markup inner;
        if (const auto words = short_change_words(model); !words.empty())
            inner += markup("<li>{}.</li>\n", with_capital(words));
        for (const auto& [parameter, level] : model.parameters)
            inner += markup("<li>{} {}{}.</li>\n", parameter->title, level_change_words(level),
                            because(level));
        items += markup("<li>{}{}.{}</li>\n", model_change_words(model), because(model.level),
                        inner_list(inner));
    }
    auto text = markup("<ul>\n{}</ul>\n", items);
    for (const auto direction : {Direction::up, Direction::down, Direction::aside})
        text += moves(direction_word(direction), c.moves_to(direction));
    return {"changes", "Changes since " + when_words(c.before),
            text + practices("Answered only now", c.answered_now) +
                practices("Answered only then", c.answered_then)};
}

HtmlSection html_gates(const Report& report) {
    if (report.gates.results.empty()) return {};
    Markup items;
    for (const auto& gate : report.gates.results) {
        Markup inner;
        for (const auto& item : gate.because) inner += markup("<li>{}</li>\n", item);
        items += markup("{}<b>{}</b> <code>{}</code>. Required: {}. Found: {}.{}</li>\n",
                        html_item(!gate.passed), gate.passed ? "Passed" : "Failed", gate.name,
                        gate.required, gate.found, inner_list(inner));
    }
    return {"gates", "Gates", markup("<ul class=\"states\">\n{}</ul>\n", items)};
}

}  // namespace mlops_assess
