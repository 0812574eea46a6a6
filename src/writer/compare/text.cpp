#include "report/phrases.hpp"
#include "writer/compare/text_table.hpp"
#include "writer/compare/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

/// What moved between two sides.
class TextChanges {
  public:
    TextChanges(TerminalPage& page, const Comparison& comparison) : page_(page), c_(comparison) {}

    void write() {
        for (const auto& model : c_.models) show(model);
        for (const auto direction : {Direction::up, Direction::down, Direction::aside})
            list(direction);
        practices("Answered only now", c_.answered_now);
        practices("Answered only then", c_.answered_then);
        if (c_.moves.empty() && c_.answered_now.empty() && c_.answered_then.empty()) {
            page_.blank();
            page_.line(shown("No answer changed."));
        }
    }

  private:
    void heading(std::string_view name, std::size_t count) {
        page_.blank();
        page_.heading(shown("{} ({})", name, count));
    }

    void show(const ModelChange& model) {
        page_.blank();
        page_.paragraph(shown("{}", model_change_words(model)));
        if (const auto words = short_change_words(model); !words.empty())
            page_.paragraph(shown("  "), shown("{}", words));
        because("  ", model.level);
        for (const auto& [parameter, level] : model.parameters) {
            page_.paragraph(shown("  "),
                            shown("{} {}", parameter->title, level_change_words(level)));
            because("    ", level);
        }
    }

    void because(std::string_view indent, const LevelChange& change) {
        if (!change.causes.empty())
            page_.paragraph(shown("{}because of ", indent),
                            shown("{}", practice_names(change.causes)));
    }

    void list(Direction direction) {
        const auto moves = c_.moves_to(direction);
        if (moves.empty()) return;
        heading(direction_word(direction), moves.size());
        for (const auto& move : moves) page_.paragraph(shown("  "), shown("{}", move_words(move)));
    }

    void practices(std::string_view name, const Practices& practices) {
        if (practices.empty()) return;
        heading(name, practices.size());
        page_.paragraph(shown("  "), shown("{}", practice_names(practices)));
    }

    TerminalPage& page_;
    const Comparison& c_;
};

/// What a reader must know of the sides before their figures.
void side_notes(TerminalPage& page, const std::vector<SideNote>& sides) {
    for (const auto& side : sides) {
        for (const auto& words : model_moves_words(side))
            page.paragraph(shown("Note: "), shown("{}", words));
        if (!side.not_loaded.empty())
            page.paragraph(shown("Note: "), shown("{}", not_loaded_words(side)));
    }
}

void write_change(TerminalPage& page, const SideBySide& all) {
    page.heading(shown("{}", all.sides.front().team));
    page.paragraph(
        shown("{}, compared with {}", when_words(all.moved->after), when_words(all.moved->before)));
    side_notes(page, all.sides);
    TextChanges(page, *all.moved).write();
}

void write_trend(TerminalPage& page, const SideBySide& all) {
    page.heading(shown("{}", all.sides.front().team));
    page.paragraph(shown("{}", trend_words(all)));
    side_notes(page, all.sides);
    std::vector<std::string> heads;
    for (const auto& side : all.sides) heads.push_back(side.date.empty() ? "undated" : side.date);
    text_tables(page, all, heads);
    page.blank();
    page.heading(shown("{}", from_to_words(all)));
    TextChanges(page, *all.moved).write();
}

void write_teams(TerminalPage& page, const SideBySide& all) {
    page.heading(shown("{}", teams_words(all)));
    std::vector<std::string> heads;
    for (std::size_t i = 0; i < all.sides.size(); ++i) {
        heads.push_back(side_letter(i));
        page.paragraph(shown("{}  ", heads[i]), shown("{}", side_words(all.sides[i])));
    }
    side_notes(page, all.sides);
    text_tables(page, all, heads);
    page.blank();
    const auto contrary = contrary_answers(all);
    page.heading(shown("Answers that differ ({})", contrary.size()));
    for (const auto& difference : contrary)
        page.paragraph(shown("  "), shown("{}", difference_words(difference)));
    if (const auto some = answered_by_some(all); !some.empty()) {
        page.blank();
        page.heading(shown("Not answered by all ({})", some.size()));
        page.paragraph(shown("  "), shown("{}", practice_names(some)));
    }
}

}  // namespace

std::string comparison_text(const SideBySide& all, const Style& style) {
    TerminalPage page(style.width, style.color);
    switch (all.relation) {
        case Relation::change: write_change(page, all); break;
        case Relation::trend: write_trend(page, all); break;
        case Relation::teams: write_teams(page, all); break;
    }
    return page.take();
}

}  // namespace mlops_assess
