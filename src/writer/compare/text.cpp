#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/compare/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

class TextComparison {
  public:
    TextComparison(const Comparison& comparison, const Style& style)
        : c_(comparison), style_(style), width_(static_cast<std::size_t>(style.width)) {}

    std::string write() {
        for (const auto& line : wrap(visible(c_.after.team), width_)) heading(line);
        if (c_.before.team != c_.after.team)
            paragraph("", fmt::format("The earlier one is of another team: {}.", c_.before.team));
        paragraph("",
                  fmt::format("{}, compared with {}", when_words(c_.after), when_words(c_.before)));
        for (const auto& model : c_.models) show(model);
        list("Up", true);
        list("Down", false);
        ids("Answered only now", c_.answered_now);
        ids("Answered only then", c_.answered_then);
        ids("Models only now", c_.only_after);
        ids("Models only then", c_.only_before);
        if (c_.moves.empty() && c_.answered_now.empty() && c_.answered_then.empty())
            out_ += "\nNo answer changed.\n";
        return std::move(out_);
    }

  private:
    void heading(const std::string& text) {
        out_ += style_.color ? fmt::format("\x1b[1m{}\x1b[0m\n", text) : text + "\n";
    }
    void paragraph(std::string_view first, std::string_view text) {
        out_ += hang(first, visible(text), width_);
    }

    void show(const ModelChange& model) {
        out_ += "\n";
        paragraph("", model_change_words(model));
        because("  ", model.level);
        for (const auto& parameter : model.parameters) {
            paragraph("  ",
                      fmt::format("{} {}", parameter.title, level_change_words(parameter.level)));
            because("    ", parameter.level);
        }
        for (const auto& words : model.differences) paragraph("  note: ", words);
    }

    void because(const std::string& indent, const LevelChange& change) {
        if (!change.causes.empty())
            paragraph(indent + "because of ", fmt::format("{}", fmt::join(change.causes, ", ")));
    }

    void list(std::string_view name, bool up) {
        const auto moves = c_.moves_to(up);
        if (moves.empty()) return;
        out_ += "\n";
        heading(fmt::format("{} ({})", name, moves.size()));
        for (const auto& move : moves) paragraph("  ", move_words(move));
    }

    void ids(std::string_view name, const std::vector<std::string>& ids) {
        if (ids.empty()) return;
        out_ += "\n";
        heading(fmt::format("{} ({})", name, ids.size()));
        paragraph("  ", fmt::format("{}", fmt::join(ids, ", ")));
    }

    const Comparison& c_;
    const Style& style_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, const Style& style) {
    return TextComparison(comparison, style).write();
}

}  // namespace mlops_assess
