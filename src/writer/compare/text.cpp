#include "report/phrases.hpp"
#include "text/terminal_page.hpp"
#include "writer/compare/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class TextComparison {
  public:
    TextComparison(const Comparison& comparison, const Style& style)
        : c_(comparison), page_(style.width, style.color) {}

    std::string write() {
        page_.heading(shown("{}", c_.after.team));
        if (c_.before.team != c_.after.team)
            page_.paragraph(shown("The earlier one is of another team: {}.", c_.before.team));
        page_.paragraph(shown("{}, compared with {}", when_words(c_.after), when_words(c_.before)));
        for (const auto& model : c_.models) show(model);
        list("Up", true);
        list("Down", false);
        ids("Answered only now", c_.answered_now);
        ids("Answered only then", c_.answered_then);
        ids("Models only now", c_.only_after);
        ids("Models only then", c_.only_before);
        if (c_.moves.empty() && c_.answered_now.empty() && c_.answered_then.empty()) {
            page_.blank();
            page_.line(shown("No answer changed."));
        }
        return page_.take();
    }

  private:
    void heading(std::string_view name, std::size_t count) {
        page_.blank();
        page_.heading(shown("{} ({})", name, count));
    }

    void show(const ModelChange& model) {
        page_.blank();
        page_.paragraph(shown("{}", model_change_words(model)));
        because("  ", model.level);
        for (const auto& parameter : model.parameters) {
            page_.paragraph(shown("  "),
                            shown("{} {}", parameter.title, level_change_words(parameter.level)));
            because("    ", parameter.level);
        }
        for (const auto& words : model.differences)
            page_.paragraph(shown("  note: "), shown("{}", words));
    }

    void because(std::string_view indent, const LevelChange& change) {
        if (!change.causes.empty())
            page_.paragraph(shown("{}because of ", indent),
                            shown("{}", fmt::join(change.causes, ", ")));
    }

    void list(std::string_view name, bool up) {
        const auto moves = c_.moves_to(up);
        if (moves.empty()) return;
        heading(name, moves.size());
        for (const auto& move : moves) page_.paragraph(shown("  "), shown("{}", move_words(move)));
    }

    void ids(std::string_view name, const std::vector<std::string>& ids) {
        if (ids.empty()) return;
        heading(name, ids.size());
        page_.paragraph(shown("  "), shown("{}", fmt::join(ids, ", ")));
    }

    const Comparison& c_;
    TerminalPage page_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, const Style& style) {
    return TextComparison(comparison, style).write();
}

}  // namespace mlops_assess
