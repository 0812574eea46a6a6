#include "writer/compare/markdown.hpp"

#include "report/phrases.hpp"
#include "text/markdown_text.hpp"
#include "writer/compare/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

std::string because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return markdown_escaped(fmt::format(", because of {}", fmt::join(change.causes, ", ")));
}

std::string ids_line(std::string_view name, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    return fmt::format("- {} ({}): {}.\n", name, ids.size(),
                       markdown_escaped(fmt::format("{}", fmt::join(ids, ", "))));
}

std::string moves_list(std::string_view name, const std::vector<Move>& moves) {
    if (moves.empty()) return {};
    std::string lines;
    for (const auto& move : moves)
        lines += fmt::format("  - {}\n", markdown_escaped(move_words(move)));
    return fmt::format("- {} ({}):\n{}", name, moves.size(), lines);
}

}  // namespace

std::string changes_markdown(const Comparison& c) {
    std::string out;
    if (c.before.team != c.after.team)
        out += fmt::format("- The earlier one is of another team: {}.\n",
                           markdown_escaped(c.before.team));
    for (const auto& model : c.models) {
        out += fmt::format("- {}{}.\n", markdown_escaped(model_change_words(model)),
                           because(model.level));
        for (const auto& parameter : model.parameters)
            out += fmt::format("  - {} {}{}.\n", markdown_escaped(parameter.title),
                               level_change_words(parameter.level), because(parameter.level));
        for (const auto& words : model.differences)
            out += fmt::format("  - Note: {}.\n", markdown_escaped(words));
    }
    out += moves_list("Up", c.moves_to(true));
    out += moves_list("Down", c.moves_to(false));
    out += ids_line("Answered only now", c.answered_now);
    out += ids_line("Answered only then", c.answered_then);
    out += ids_line("Models only now", c.only_after);
    out += ids_line("Models only then", c.only_before);
    if (c.moves.empty() && c.answered_now.empty() && c.answered_then.empty())
        out += "- No answer changed.\n";
    return out;
}

std::string comparison_markdown(const Comparison& c, const Style&) {
    return fmt::format("# Changes of {}\n\n{}, compared with {}\n\n{}",
                       markdown_escaped(c.after.team), markdown_escaped(when_words(c.after)),
                       markdown_escaped(when_words(c.before)), changes_markdown(c));
}

}  // namespace mlops_assess
