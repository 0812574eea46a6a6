#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/terminal_page.hpp"
#include "writer/merge/writers.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t indent = 3;
constexpr std::size_t answer_cells = 16;  ///< `not-applicable` and two blanks
constexpr std::size_t column = 12;        ///< of a figure
constexpr std::size_t last_column = 15;   ///< `within a step`
constexpr std::size_t figures = 2 * column + last_column;

class MergeText {
  public:
    MergeText(const Merge& merge, const Style& style)
        : merge_(merge), page_(style.width, style.color), title_(page_.width() - figures) {}

    std::string write() {
        const auto& sheet = merge_.sheet();
        page_.heading(shown("{}", sheet.team), shown("{}", date_words(sheet.date)));
        page_.paragraph(shown("{} raters: {}.", merge_.raters.size(), rater_names(merge_)));
        page_.paragraph(shown("{} {}", coverage_words(merge_), outcome_words(merge_)));
        page_.paragraph(shown("{}", models_words(merge_)));
        agreement();
        differences("DECIDE FIRST: a level depends on it", 0, merge_.decisive);
        differences("ALSO DIFFERENT: no level depends on it as the others stand", merge_.decisive,
                    merge_.differences.size());
        meanings();
        alone();
        left_out();
        return page_.take();
    }

  private:
    void heading(std::string_view name, std::size_t count) {
        page_.blank();
        page_.heading(shown("{} ({})", name, count));
    }

    void agreement_row(const Shown& title, const Agreement& agreement) {
        const auto cell = [](const std::optional<std::size_t>& percent) {
            return percent ? percent_words(percent) : "-";
        };
        page_.line(shown("{}{:>{}}{:>{}}{:>{}}", pad(cut(title, title_), title_),
                         agreement.compared, column, cell(agreement.equal_percent()), column,
                         cell(agreement.close_percent()), last_column));
    }

    void agreement() {
        page_.blank();
        page_.strong(shown("{}{:>{}}{:>{}}{:>{}}", pad("AGREEMENT", title_), "compared", column,
                           "equal", column, "within a step", last_column));
        agreement_row(shown("All practices"), merge_.agreement);
        for (const auto& [catalogue, parameter, agreement] : merge_.parameters)
            agreement_row(shown("  {}", parameter->title), agreement);
    }

    void differences(std::string_view name, std::size_t from, std::size_t to) {
        if (from == to) return;
        heading(name, to - from);
        for (auto i = from; i < to; ++i) {
            page_.blank();
            difference(i + 1, merge_.differences[i]);
        }
    }

    void difference(std::size_t number, const Disagreement& difference) {
        const auto& practice = difference.question.practice();
        page_.paragraph(pad(shown("{}", number), indent), shown("{}", name_words(practice)));
        if (!practice.deliverable.empty())
            page_.paragraph(pad(Shown(), indent), shown("{}", practice.statement));
        for (const auto rating : difference.given) said(difference.question, rating);
        said(difference.question, Rating::unanswered);
        for (const auto& effect : difference.effects)
            page_.paragraph(label("level"), shown("{}", effect_words(difference, effect)));
        for (const auto rating : difference.given)
            if (const auto here = meaning_here(practice, rating); !here.empty())
                page_.paragraph(label(""), shown("{} means: {}", word(rating), here));
    }

    static Shown label(std::string_view text) {
        return pad(shown("{}{}", std::string(indent, ' '), text), indent + answer_cells);
    }

    /// Who gave an answer: together those who say no more, then the others one by one.
    void said(const Opinions& question, Rating rating) {
        std::vector<std::string> silent;
        std::vector<std::string> all;
        for (const auto& [rater, answer] : question.opinions) {
            if (answer->rating != rating) continue;
            const auto& name = merge_.raters[rater].name;
            if (answer->note.empty() && answer->evidence.empty())
                silent.push_back(name);
            else
                all.push_back(opinion(name, *answer));
        }
        if (!silent.empty()) all.insert(all.begin(), fmt::format("{}", fmt::join(silent, ", ")));
        for (std::size_t i = 0; i < all.size(); ++i)
            page_.paragraph(label(i == 0 ? sheet_word(rating) : Text()), shown("{}", all[i]));
    }

    static std::string opinion(const std::string& name, const Answer& answer) {
        auto words = name;
        if (!answer.note.empty()) words += fmt::format(": {}", answer.note);
        if (!answer.evidence.empty())
            words += fmt::format(" (evidence: {})", fmt::join(answer.evidence, "; "));
        return words;
    }

    void meanings() {
        const auto ratings = answers_in_doubt(merge_);
        if (ratings.empty()) return;
        page_.blank();
        page_.heading(shown("THE ANSWERS"));
        for (const auto rating : ratings)
            page_.paragraph(label(word(rating)), shown("{}", meaning(rating)));
    }

    void alone() {
        if (merge_.alone.empty()) return;
        heading("ANSWERED BY ONE RATER ONLY", merge_.alone.size());
        for (std::size_t r = 0; r < merge_.raters.size(); ++r) {
            std::vector<std::string> names;
            for (const auto& question : merge_.alone)
                if (const auto* answer = question.answer_of(r);
                    answer != nullptr && answer->is_given())
                    names.push_back(fmt::format("{} {}", name_words(question.practice()),
                                                word(answer->rating)));
            if (!names.empty())
                page_.paragraph(shown("   "),
                                shown("{}: {}", merge_.raters[r].name, fmt::join(names, ", ")));
        }
    }

    void left_out() {
        const auto& merged = merge_.merged;
        if (!merged.left_out.empty())
            heading("LEFT OUT OF THE SHEET, SINCE RATERS DIFFER", merged.left_out.size());
        for (const auto& each : merged.left_out)
            page_.paragraph(shown("   "), shown("{}", left_out_words(merge_, each)));
        if (!merged.cut.empty()) heading("CUT TO FIT THE SHEET", merged.cut.size());
        for (const auto& words : cut_words(merge_))
            page_.paragraph(shown("   "), shown("{}", words));
    }

    const Merge& merge_;
    TerminalPage page_;
    std::size_t title_;  ///< cells of a parameter's name
};

}  // namespace

std::string merge_text(const Merge& merge, const Style& style) {
    return MergeText(merge, style).write();
}

}  // namespace mlops_assess
