#include "writer/markdown/markdown.hpp"
#include "writer/compare/writers.hpp"

namespace mlops_assess {
namespace {

Markdown because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return markdown(", because of {}", fmt::join(change.causes, ", "));
}

void ids(MarkdownPage& page, std::string_view name, const std::vector<std::string>& ids) {
    if (!ids.empty()) page.line("- {} ({}): {}.", name, ids.size(), fmt::join(ids, ", "));
}

void moves(MarkdownPage& page, std::string_view name, const std::vector<Move>& moves) {
    if (moves.empty()) return;
    page.line("- {} ({}):", name, moves.size());
    for (const auto& move : moves) page.line("  - {}", move_words(move));
}

}  // namespace

void markdown_changes(MarkdownPage& page, const Comparison& c) {
    if (c.before.team != c.after.team)
        page.line("- The earlier one is of another team: {}.", c.before.team);
    for (const auto& model : c.models) {
        page.line("- {}{}.", model_change_words(model), because(model.level));
        for (const auto& parameter : model.parameters)
            page.line("  - {} {}{}.", parameter.title, level_change_words(parameter.level),
                      because(parameter.level));
        for (const auto& words : model.differences) page.line("  - Note: {}.", words);
    }
    moves(page, "Up", c.moves_to(true));
    moves(page, "Down", c.moves_to(false));
    ids(page, "Answered only now", c.answered_now);
    ids(page, "Answered only then", c.answered_then);
    ids(page, "Models only now", c.only_after);
    ids(page, "Models only then", c.only_before);
    if (c.moves.empty() && c.answered_now.empty() && c.answered_then.empty())
        page.line("- No answer changed.");
}

std::string comparison_markdown(const Comparison& c, const Style&) {
    MarkdownPage page;
    page.paragraph("# Changes of {}", c.after.team);
    page.paragraph("{}, compared with {}", when_words(c.after), when_words(c.before));
    markdown_changes(page, c);
    return page.take();
}

}  // namespace mlops_assess
