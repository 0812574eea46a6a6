#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/shown.hpp"
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
        for (const auto& words :
             {short_of_words(a), ahead_words(a), evidenced_words(report_.scored, a),
              confirmed_words(a), possible_words(a), nothing_applied_words(a),
              target_words(report_.scored, index), advised_words(report_.scored, index)})
            if (!words.empty()) say(words);
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
                fmt::format(", {} of {} practices of the next level met, {}{} percent", p.next.met,
                            p.next.of, p.possible.open() ? "at least " : "", p.progress->percent());
        else
            words += ", the top";
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
            say(fmt::format("{}: {}, {}{}, today {}", ++number, deliverable_words(about),
                            title(a, about.parameter), takes, today_words(a, step.practice)));
            if (!about.success.empty()) say(fmt::format("Done when: {}", about.success));
        }
        for (const auto& open : open_practices(report_.scored)) {
            const auto& about =
                practice(report_.scored.assessments[open.assessment], open.practice);
            say(fmt::format("Open: {}: {}", about.id, about.statement));
        }
    }

    void remarks() {
        for (const auto& gate : report_.gates.results)
            say(fmt::format("Gate {} {}: required {}, found {}", gate.name,
                            gate.passed ? "passed" : "failed", gate.required, gate.found));
        if (report_.since) {
            say("Changes since " + when_words(report_.since->before));
            for (const auto& model : report_.since->models) say(model_change_words(model));
            for (const auto& move : report_.since->moves)
                say(fmt::format("{}, {}", direction_word(move.direction), move_words(move)));
            for (const auto& words : model_moves_words(report_.since->before)) say(words);
        }
        for (const auto& state : report_.scored.must_have.practices)
            say(fmt::format("Must do, {}: {}", must_have_word(state), state.practice->statement));
        for (const auto* answer : report_.scored.not_applicable)
            say(fmt::format("Not applicable: {}, line {}: {}", answer->practice, answer->place.line,
                            answer->note));
        for (const auto& notice : report_.scored.notices) say("Note: " + notice.message);
        for (const auto& a : report_.scored.assessments)
            say(fmt::format("Rubric {} {}, bar {}", a.rubric->id, a.rubric->version,
                            word_for_points(a.bar)));
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
