#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr int bar_cells = 8;
constexpr std::size_t plain_column = 25;
constexpr std::size_t was_width = 4;  ///< of the level at the baseline, and its blank
/// What titles need where more models could stand side by side.
constexpr std::size_t enough_for_titles = 26;
constexpr std::size_t enough_beside_was = 19;
constexpr Paint paints[] = {{"█", "36"}, {"░", "2"}, {"‹", "33;1"}};

class TextProfile {
  public:
    TextProfile(TerminalPage& page, const Report& report, bool utf8)
        : page_(page),
          scored_(report.scored),
          since_(report.since && report.since->moves_parameters() ? &*report.since : nullptr),
          utf8_(utf8) {}

    /// As many models of one catalogue as stand side by side; returns where the next ones begin.
    std::size_t table(std::size_t from) {
        const auto& catalogue = *scored_.assessments[from].rubric->catalogue;
        std::size_t title_width = 0;
        for (const auto& parameter : catalogue.parameters)
            title_width = std::max(title_width, display_width(visible(parameter.title)));
        const auto room = [&](std::size_t models) {
            const auto taken = models * (column() + 1);
            return page_.width() > taken ? page_.width() - taken : 0;
        };
        auto to = from + 1;
        while (to < scored_.assessments.size() &&
               scored_.assessments[to].rubric->catalogue->id == catalogue.id &&
               std::min(title_width, since_ ? enough_beside_was : enough_for_titles) <=
                   room(to - from + 1))
            ++to;
        title_width = std::min(title_width, room(to - from));
        const std::span models(scored_.assessments.data() + from, to - from);

        auto names = pad(Shown(), title_width + 1);
        auto heads = names;
        for (const auto& a : models) {
            const auto name = cut(shown("{}", a.rubric->label), column() - 2);
            names += pad(shown(" {}", name), column() + 1);
            heads += pad(shown(" now   {}to the next level", since_ != nullptr ? "was " : ""),
                         column() + 1);
        }
        page_.strong(names);
        page_.line(heads);
        for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
            const auto title = lines_of(catalogue.parameters[p].title, title_width);
            auto row = pad(title.front(), title_width + 1);
            for (const auto& a : models) row += pad(cell(a, p), column() + 1);
            page_.line(row, paints);
            for (const auto& more : std::span(title).subspan(1)) page_.line(shown("  ") + more);
        }
        legend(models);
        page_.blank();
        return to;
    }

  private:
    std::size_t column() const { return plain_column + (since_ != nullptr ? was_width : 0); }

    /// The level at the baseline where it was another one.
    Shown was(const Assessment& a, std::uint32_t parameter) const {
        if (since_ == nullptr) return {};
        const auto* change = since_->of(*a.rubric).find(a.rubric->catalogue->parameters[parameter]);
        const auto signs = utf8_ ? Signs::unicode : Signs::ascii;
        return pad(shown("{}", change == nullptr ? "" : was_mark(*change, signs)), was_width);
    }

    /// A title in lines that fit; those behind the first are two cells shorter.
    static std::vector<Shown> lines_of(Text title, std::size_t width) {
        auto whole = shown("{}", title);
        if (display_width(whole.str()) <= width) return {std::move(whole)};
        auto lines = wrap(whole, width - 2);
        for (auto& line : lines) line = cut(line, width - 2);  // an address is not broken
        return lines;
    }

    std::string bar(const Progress& progress) const {
        const int filled = progress.parts(bar_cells);
        std::string cells;
        for (int i = 0; i < bar_cells; ++i)
            cells += utf8_ ? (i < filled ? "█" : "░") : (i < filled ? "#" : ".");
        return cells;
    }

    /// One parameter under one model: level, progress to the next, requirements met there.
    Shown cell(const Assessment& a, std::uint32_t parameter) const {
        const auto& p = a.parameters[parameter];
        if (!p.assessed) return shown("   -  ") + was(a, parameter) + shown("not assessed");
        auto level = shown("{:>4}{}{} ", range_words(p.possible, utf8_ ? "–" : "-"),
                           p.nothing_applied ? '~'
                           : p.nothing_new   ? '*'
                                             : ' ',
                           a.holds_back(parameter) ? held_back_mark() : " ") +
                     was(a, parameter);
        if (!p.progress) return shown("{}top", level);
        const auto least = !p.possible.open() ? "" : utf8_ ? "≥" : ">";
        return shown("{}{} {}{}/{} of {}", level, bar(*p.progress), least, p.next.met, p.next.of,
                     p.level + 1);
    }

    const char* held_back_mark() const { return utf8_ ? "‹" : "<"; }

    /// What a bar and its count mean, by one of them: where there is, one with something to show.
    static std::string count_meaning(std::span<const Assessment> models) {
        const ParameterAssessment* shown = nullptr;
        for (const auto& a : models)
            for (const auto& p : a.parameters)
                if (p.assessed && p.progress &&
                    (shown == nullptr || (shown->next.met == 0 && p.next.met > 0)))
                    shown = &p;
        if (shown == nullptr) return {};
        const auto& [met, of] = shown->next;
        return fmt::format(
            "{}/{} of {}: of {} at level {}, {} {} met; the bar is the share of their points, "
            "where no "
            "is 0, partially 1, mostly 2, fully 3. ",
            met, of, shown->level + 1, counted(static_cast<std::size_t>(of), "practice"),
            shown->level + 1, met == 0 ? "none" : std::to_string(met), met > 1 ? "are" : "is");
    }

    /// What bars, counts and the marks beside the levels mean, those that are there.
    void legend(std::span<const Assessment> models) {
        bool held = false;
        bool open = false;
        bool nothing_new = false;
        bool nothing_applied = false;
        for (const auto& a : models) {
            held = held || !a.held_back_by.empty();
            for (const auto& parameter : a.parameters) {
                open = open || (parameter.assessed && parameter.possible.open());
                nothing_applied = nothing_applied || parameter.nothing_applied;
                nothing_new = nothing_new || (parameter.nothing_new && !parameter.nothing_applied);
            }
        }
        auto words = count_meaning(models);
        if (held)
            words += fmt::format(
                "A level needs all its practices, so the lowest parameters ({}) decide. ",
                held_back_mark());
        if (open)
            words +=
                fmt::format("A range, {}: open questions can still raise it. ", utf8_ ? "≥" : ">");
        if (!words.empty()) page_.paragraph(shown("{}", words));
        std::string marks;
        if (nothing_new) marks += "* nothing new is asked here at this level. ";
        if (nothing_applied) marks += "~ held only because nothing up to this level applies. ";
        if (since_ != nullptr)
            marks += change_legend(*since_, utf8_ ? Signs::unicode : Signs::ascii) + ".";
        if (!marks.empty()) page_.paragraph(shown("{}", marks));
    }

    TerminalPage& page_;
    const Scored& scored_;
    const Comparison* since_;  ///< null where no parameter moved
    bool utf8_;
};

}  // namespace

void text_profile(TerminalPage& page, const Report& report, bool utf8) {
    TextProfile profile(page, report, utf8);
    for (std::size_t from = 0; from < report.scored.assessments.size();) from = profile.table(from);
}

}  // namespace mlops_assess
