#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

namespace mlops_assess {
namespace {

constexpr std::size_t most_lines = 12;  ///< where a terminal is 80 cells wide

class BriefReport {
  public:
    BriefReport(TerminalPage& page, const Report& report, Signs signs)
        : page_(page), report_(report), scored_(report.scored), signs_(signs) {}

    void write() {
        page_.heading(shown("{}", scored_.sheet.team), shown("{}", date_words(scored_.sheet.date)));
        page_.paragraph(text_scope(scored_));
        if (const auto words = short_out_of_scope_words(scored_); !words.empty())
            page_.paragraph(shown("{}", words));
        for (const auto& a : scored_.assessments) verdict(a);
        for (const auto& gate : report_.gates.results)
            if (!gate.passed)
                labelled("GATE", shown("failed: {}; found {}", gate.name, gate.found));
        if (scored_.must_have.lacking() > 0)
            labelled("MUST DO", shown("whatever the target: {}", lacking_words(scored_.must_have)));
        labelled("NEXT", shown("{}", next_words(scored_)));
        first_steps();
        if (const auto words = advice_words(scored_);
            !words.empty() && page_.lines() + wrap(words, page_.width()).size() <= most_lines)
            page_.paragraph(shown("{}", words));
    }

  private:
    void labelled(std::string_view label, const Shown& text) {
        page_.labelled(shown("{}", label), label_width, text);
    }

    void verdict(const Assessment& a) {
        const auto room = text_label_room(scored_);
        page_.strong(text_headline(a, room),
                     report_.since
                         ? shown("{}", headline_change_words(*report_.since, *a.rubric, signs_))
                         : Shown());
        auto held = is_blank(a) ? "" : "held back by " + held_back_by_words(a);
        if (display_width(held) > page_.width() - room)
            held = "held back by " + held_back_by_words(a, 0);
        for (const auto& words : {short_of_words(a), a.held_back_by.empty() ? "" : held})
            if (!words.empty()) page_.paragraph(pad(Shown(), room), shown("{}", words));
    }

    /// As many as there are lines for, but one.
    void first_steps() {
        std::string all;
        const auto room = page_.width() - label_width;
        for (const auto& step : scored_.first_steps.first(first_steps_on_a_page)) {
            const auto& a = scored_.assessments[step.assessment];
            const auto more = fmt::format("{}{}", all.empty() ? "first: " : all + "; ",
                                          deliverable_words(practice(a, step.practice)));
            if (!all.empty() && page_.lines() + wrap(more, room).size() > most_lines) break;
            all = more;
        }
        if (!all.empty()) page_.paragraph(pad(Shown(), label_width), shown("{}", all));
    }

    TerminalPage& page_;
    const Report& report_;
    const Scored& scored_;
    Signs signs_;
};

}  // namespace

void text_brief(TerminalPage& page, const Report& report, Signs signs) {
    BriefReport(page, report, signs).write();
}

}  // namespace mlops_assess
