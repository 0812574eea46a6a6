#include "report/comparison_words.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/layout.hpp"
#include "writer/annotation.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

/// The report as annotations in GitHub's view of a pull request: the verdict, failed gates, and
/// what to do at the lines of the answer sheet.
namespace mlops_assess {
namespace {

/// GitHub shows no more of each level.
constexpr std::size_t most_shown = 10;
/// Cells of a title; GitHub takes 255 signs.
constexpr std::size_t title_width = 100;

struct Told {
    std::optional<Place> place;
    std::string title;
    std::string message;
};

class Annotations {
  public:
    explicit Annotations(const Report& report) : report_(report) {}

    std::string write() {
        verdict();
        for (const auto& gate : report_.gates.results)
            if (!gate.passed) this->gate(gate);
        waived();
        first_milestones();
        later_milestones();
        return lines();
    }

  private:
    void verdict() {
        std::vector<std::string> verdicts;
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i) {
            const auto& a = report_.scored.assessments[i];
            verdicts.push_back(fmt::format("{} {}, {}", a.rubric->label, headline_words(a),
                                           target_words(report_.scored, i)));
            if (report_.since)
                verdicts.back() += ", " + verdict_change_words(*report_.since, *a.rubric);
        }
        notices_.push_back({{},
                            fmt::format("Maturity of {}", report_.scored.sheet.team),
                            fmt::format("{}.", fmt::join(verdicts, "; "))});
    }

    void gate(const GateResult& gate) {
        auto message = fmt::format("required: {}; found: {}", gate.required, gate.found);
        for (const auto& item : gate.because) message += "; " + item;
        errors_.push_back({{}, "gate failed: " + gate.name, message});
    }

    /// A practice that is not met and what for, once for each practice.
    void item(std::vector<Told>& list, const Assessment& a, PracticeIndex index,
              std::string_view purpose) {
        const auto& about = practice(a, index);
        if (!told_.insert(about.id).second) return;
        const auto& state = a.practices[index];
        list.push_back(
            {state.answer != nullptr ? std::optional(state.answer->place) : std::nullopt,
             fmt::format("{}: {}", title(a, about.parameter), name_words(about)),
             fmt::format("{} {}; {}.{}", as_sentence(about.statement),
                         state.answered() ? fmt::format("Answered {}", word(state.rating))
                                          : "Not answered yet",
                         purpose, done_when_words(about))});
    }

    /// Where the practice stands in a roadmap, and in the others' too.
    void item(std::vector<Told>& list, const Assessment& a, const Milestone& milestone,
              const RoadmapItem& item) {
        std::vector<std::string> levels;
        for (const auto& need : needs(a, milestone, item))
            levels.push_back(model_level(*need.rubric, need.level));
        this->item(list, a, item.requirement->practice, "required by " + join_words(levels));
    }

    /// What a gate may pass without is named as such and not as something to do.
    void waived() {
        for (std::size_t i = 0; i < report_.misses.size(); ++i) {
            const auto& a = report_.scored.assessments[i];
            for (const auto& miss : report_.misses[i]) {
                const auto& about = practice(a, miss.requirement->practice);
                if (miss.urgency != Urgency::waived || !told_.insert(about.id).second) continue;
                const auto* answer = a.practices[miss.requirement->practice].answer;
                notices_.push_back(
                    {answer != nullptr ? std::optional(answer->place) : std::nullopt,
                     fmt::format("waived: {}", name_words(about)),
                     fmt::format("{} {} {}; {} needs {}.",
                                 as_sentence(with_capital(
                                     waiver_words(*report_.gates.waiving.find(about.id)))),
                                 as_sentence(about.statement),
                                 with_capital(missing_answer_words(report_, a, *miss.requirement)),
                                 model_level(*a.rubric, miss.level),
                                 word_for_points(a.needed(*miss.requirement)))});
            }
        }
    }

    void first_milestones() {
        for (const auto& step : report_.scored.first_steps.steps)
            item(warnings_, report_.scored.assessments[step.assessment], step.practice,
                 purpose_words(report_.scored, step));
        for (std::size_t i = 0; i < report_.scored.roadmaps.size(); ++i) {
            if (report_.scored.roadmaps[i].milestones.empty()) continue;
            const auto& next = report_.scored.roadmaps[i].milestones.front();
            for (const auto& open : next.open)
                item(warnings_, report_.scored.assessments[i], next, open);
        }
    }

    void later_milestones() {
        for (std::size_t i = 0; i < report_.scored.roadmaps.size(); ++i)
            for (const auto& milestone : report_.scored.roadmaps[i].milestones)
                for (const auto* list : {&milestone.gaps, &milestone.open})
                    for (const auto& each : *list)
                        item(notices_, report_.scored.assessments[i], milestone, each);
    }

    std::string lines() const {
        const auto left_out = [](const std::vector<Told>& list, std::size_t shown) {
            return list.size() - std::min(list.size(), shown);
        };
        auto more = left_out(errors_, most_shown) + left_out(warnings_, most_shown) +
                    left_out(notices_, most_shown);
        // The line that says how many more there are is a notice, too.
        const auto notices = more > 0 ? most_shown - 1 : most_shown;
        if (more > 0) more += left_out(notices_, notices) - left_out(notices_, most_shown);
        auto out = lines("notice", notices_, 1) + lines("error", errors_, most_shown) +
                   lines("warning", warnings_, most_shown) +
                   lines("notice", std::span(notices_).subspan(1), notices - 1);
        if (more > 0)
            out += annotation_line(
                {"notice",
                 {},
                 {},
                 "mlops-assess",
                 fmt::format("and {} more: mlops-assess score {}", more, report_.arguments)});
        return out;
    }

    std::string lines(std::string_view level, std::span<const Told> list, std::size_t most) const {
        std::string out;
        for (const auto& told : list.first(std::min(list.size(), most)))
            out += annotation_line({level, report_.scored.sheet.source->name, told.place,
                                    cut(told.title, title_width), told.message});
        return out;
    }

    const Report& report_;
    std::vector<Told> errors_;
    std::vector<Told> warnings_;
    std::vector<Told> notices_;
    std::set<Text> told_;
};

}  // namespace

std::string write_github(const Report& report, const Style&) { return Annotations(report).write(); }

}  // namespace mlops_assess
