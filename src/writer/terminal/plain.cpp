#include "report/comparison_words.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/shown.hpp"
#include "text/words.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>

/// The report for screen readers: one sentence a line, no columns, no pictures.
namespace mlops_assess {
namespace {

class PlainReport {
  public:
    explicit PlainReport(const Report& report) : report_(report) {}

    std::string write() {
        heading();
        for (const auto& words : out_of_scope_words(report_.scored)) say(words);
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i) verdict(i);
        if (const auto words = decided_words(report_.scored); !words.empty()) say(words);
        must_have();
        for (const auto* catalogue : report_.scored.catalogues)
            for (std::uint32_t p = 0; p < catalogue->parameters.size(); ++p)
                for (const auto i : assessments_of(report_.scored, *catalogue))
                    profile(report_.scored.assessments[i], p);
        next();
        remarks();
        return std::move(out_);
    }

  private:
    void say(std::string_view text) { line(Shown::of(as_sentence(text))); }
    void line(const Shown& text) { out_ += text.str() + "\n"; }

    void heading() {
        say(fmt::format("Maturity of {}{}{}", report_.scored.sheet.team,
                        report_.scored.sheet.date.empty() ? "" : ", ",
                        date_words(report_.scored.sheet.date)));
        if (const auto scope = scope_words(report_.scored); !scope.empty()) say(scope);
        say(count_words(report_.scored.count));
    }

    void verdict(std::size_t index) {
        const auto& a = report_.scored.assessments[index];
        say(fmt::format("{}: {}", a.rubric->label, headline_words(a)));
        if (report_.since) say(verdict_change_words(*report_.since, *a.rubric, Signs::none));
        for (const auto& words :
             {short_of_words(a), ahead_words(a), evidenced_words(report_.scored, a),
              confirmed_words(a), possible_words(a), nothing_applied_words(a),
              target_words(report_.scored, index), advised_words(report_.scored, index)})
            if (!words.empty()) say(words);
    }

    void must_have() {
        const auto& must = report_.scored.must_have;
        if (must.practices.empty()) return;
        say(must_have_heading(must));
        for (const auto& group : lacking_must_haves(report_.scored)) {
            say(group.because);
            for (const auto* each : group.practices)
                say(fmt::format("{}: {}: {}", with_capital(std::string(must_have_word(*each))),
                                deliverable_words(*each->practice), each->practice->statement));
        }
        if (const auto others = other_must_haves(must); !others.empty()) say(others);
    }

    void profile(const Assessment& a, std::uint32_t parameter) {
        const auto& p = a.parameters[parameter];
        auto words = fmt::format("{}, {}: ", title(a, parameter), a.rubric->label);
        if (!p.assessed) return say(words + "not assessed");
        words += !p.possible.open()
                     ? fmt::format("level {}", p.level)
                     : fmt::format("level {} to {}", p.possible.low, p.possible.high);
        if (p.progress)
            words +=
                fmt::format(", {} of {} of the next level met, {}{} percent with partial answers",
                            p.next.met, counted(static_cast<std::size_t>(p.next.of), "practice"),
                            p.possible.open() ? "at least " : "", p.progress->percent());
        else
            words += ", the top";
        if (const auto mark = change_mark(report_.since, *a.rubric,
                                          a.rubric->catalogue->parameters[parameter], Signs::none);
            !mark.empty())
            words += fmt::format(", {} on {}", mark, since_when_words(*report_.since));
        if (a.holds_back(parameter)) words += ", holds the overall level back";
        say(words);
    }

    void next() {
        say("Next: " + next_words(report_.scored));
        int number = 0;
        for (const auto& step : report_.scored.first_steps.steps) {
            const auto& a = report_.scored.assessments[step.assessment];
            const auto& about = practice(a, step.practice);
            const auto takes = about.effort == Effort::none
                                   ? std::string()
                                   : fmt::format(", takes {}", effort_word(about.effort));
            const auto who = owner_words(a, step.practice);
            say(fmt::format("{}: {}, {}{}, today {}{}{}", ++number, deliverable_words(about),
                            title(a, about.parameter), takes, answer_words(a, step.practice),
                            who.empty() ? "" : ", ", who));
            if (!about.success.empty()) say(fmt::format("Done when: {}", about.success));
        }
        for (const auto& open : open_practices(report_.scored)) {
            const auto& about =
                practice(report_.scored.assessments[open.assessment], open.practice);
            say(fmt::format("Open: {}: {}", name_words(about), about.statement));
        }
    }

    void remarks() {
        for (const auto& gate : report_.gates.results)
            say(fmt::format("Gate {} {}: required {}, found {}", gate.name,
                            gate.passed ? "passed" : "failed", gate.required, gate.found));
        if (report_.since) {
            say("Changes since " + when_words(report_.since->before));
            for (const auto& move : report_.since->moves)
                say(fmt::format("{}, {}", direction_word(move.direction), move_words(move)));
            for (const auto& words : model_moves_words(report_.since->before)) say(words);
        }
        for (const auto* answer : report_.scored.not_applicable)
            say(fmt::format("Not applicable: {}, line {}: {}",
                            name_words(*find_practice(report_.scored, answer->practice)),
                            answer->place.line, answer->note));
        for (const auto& notice : report_.scored.notices) say("Note: " + notice.message);
        for (const auto& a : report_.scored.assessments)
            say(fmt::format("Rubric {} {}: a practice is met from {} on", a.rubric->id,
                            a.rubric->version, word_for_points(a.bar)));
        for (const auto& a : report_.scored.assessments)
            if (const auto words = publisher_words(a); !words.empty()) say(words);
        if (const auto words = day_words(report_.scored); !words.empty()) say(words);
        say("The overall level is that of the weakest parameter");
        line(shown("Why: mlops-assess explain --answers {}", report_.arguments));
    }

    const Report& report_;
    std::string out_;
};

}  // namespace

std::string write_plain(const Report& report, const Style&) { return PlainReport(report).write(); }

}  // namespace mlops_assess
