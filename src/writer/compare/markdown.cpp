#include "writer/markdown/markdown.hpp"

#include "report/phrases.hpp"
#include "writer/compare/writers.hpp"

namespace mlops_assess {
namespace {

Markdown because(const LevelChange& change) {
    if (change.causes.empty()) return {};
    return markdown(", because of {}", practice_names(change.causes));
}

void practices(MarkdownPage& page, std::string_view name, const Practices& practices) {
    if (!practices.empty())
        page.line("- {} ({}): {}.", name, practices.size(), practice_names(practices));
}

void moves(MarkdownPage& page, std::string_view name, const std::vector<Move>& moves) {
    if (moves.empty()) return;
    page.line("- {} ({}):", name, moves.size());
    for (const auto& move : moves) page.line("  - {}", move_words(move));
}

void side_notes(MarkdownPage& page, const SideNote& side) {
    for (const auto& words : model_moves_words(side)) page.line("- Note: {}.", words);
    if (!side.not_loaded.empty()) page.line("- Note: {}.", not_loaded_words(side));
}

void changes(MarkdownPage& page, const Comparison& c) {
    for (const auto& model : c.models) {
        page.line("- {}{}.", model_change_words(model), because(model.level));
        if (const auto words = short_change_words(model); !words.empty())
            page.line("  - {}.", with_capital(words));
        for (const auto& [parameter, level] : model.parameters)
            page.line("  - {} {}{}.", parameter->title, level_change_words(level), because(level));
    }
    for (const auto direction : {Direction::up, Direction::down, Direction::aside})
        moves(page, direction_word(direction), c.moves_to(direction));
    practices(page, "Answered only now", c.answered_now);
    practices(page, "Answered only then", c.answered_then);
    if (c.moves.empty() && c.answered_now.empty() && c.answered_then.empty())
        page.line("- No answer changed.");
}

/// Notes of all sides; nothing where there are none.
void all_side_notes(MarkdownPage& page, const std::vector<SideNote>& sides) {
    MarkdownPage notes;
    for (const auto& side : sides) side_notes(notes, side);
    if (const auto text = notes.take(); !text.empty())
        page.paragraph("{}", Markdown::trusted(text.substr(0, text.size() - 1)));
}

/// `heads` stand above the columns.
void table(MarkdownPage& page, const LevelTable& table, const std::vector<std::string>& heads) {
    const auto row = [&](const Markdown& title, auto cell) {
        auto line = markdown("| {} |", title);
        for (std::size_t i = 0; i < heads.size(); ++i) line += markdown(" {} |", cell(i));
        page.line("{}", line);
    };
    row(Markdown::of(table.rubric->label), [&](std::size_t i) { return heads[i]; });
    row(markdown("---"), [](std::size_t) { return markdown("---"); });
    row(markdown("**level**"), [&](std::size_t i) { return std::to_string(table.levels[i]); });
    row(markdown("index"),
        [&](std::size_t i) { return Markdown::trusted(index_words(table.indices[i])); });
    if (const auto& all = table.short_of; !all.empty()) {
        row(markdown("to do for {}", all[0].level), [&](std::size_t i) { return all[i].gaps; });
        row(markdown("open for {}", all[0].level), [&](std::size_t i) { return all[i].open; });
    }
    for (const auto& each : table.rows)
        row(Markdown::of(each.parameter->title), [&](std::size_t i) {
            return each.levels[i] ? std::to_string(*each.levels[i]) : std::string("not assessed");
        });
    page.blank();
}

void write_trend(MarkdownPage& page, const SideBySide& all) {
    page.paragraph("# Trend of {}", all.sides.front().team);
    page.paragraph("{}", trend_words(all));
    all_side_notes(page, all.sides);
    std::vector<std::string> heads;
    for (const auto& side : all.sides) heads.push_back(when_words(side));
    for (const auto& each : all.tables) table(page, each, heads);
    page.section("{}", from_to_words(all));
    changes(page, *all.moved);
}

void write_teams(MarkdownPage& page, const SideBySide& all) {
    page.paragraph("# {}", teams_words(all));
    std::vector<std::string> heads;
    for (std::size_t i = 0; i < all.sides.size(); ++i) {
        heads.push_back(side_letter(i));
        page.line("- {}: {}", heads[i], side_words(all.sides[i]));
    }
    page.blank();
    all_side_notes(page, all.sides);
    for (const auto& each : all.tables) table(page, each, heads);
    const auto contrary = contrary_answers(all);
    page.section("Answers that differ ({})", contrary.size());
    for (const auto& difference : contrary) page.line("- {}", difference_words(difference));
    practices(page, "Not answered by all", answered_by_some(all));
}

}  // namespace

void markdown_changes(MarkdownPage& page, const Comparison& c) {
    if (c.before.team != c.after.team)
        page.line("- The earlier one is of another team: {}.", c.before.team);
    for (const auto* side : {&c.before, &c.after}) side_notes(page, *side);
    changes(page, c);
}

std::string comparison_markdown(const SideBySide& all, const Style&) {
    MarkdownPage page;
    switch (all.relation) {
        case Relation::trend: write_trend(page, all); break;
        case Relation::teams: write_teams(page, all); break;
        case Relation::change:
            page.paragraph("# Changes of {}", all.sides.back().team);
            page.paragraph("{}, compared with {}", when_words(all.sides.back()),
                           when_words(all.sides.front()));
            markdown_changes(page, *all.moved);
            break;
    }
    return page.take();
}

}  // namespace mlops_assess
