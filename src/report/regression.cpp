#include "report/regression.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

/// Compares one model's assessments. What is worse stands in the gate's reasons; what is no
/// regression but worth knowing is told.
class Regression {
  public:
    Regression(const Side& baseline, const Scored& now, std::size_t assessment,
               const PracticeIds& waived, GateResult& gate, std::vector<std::string>& told)
        : then_(baseline.scored.assessments[assessment]),
          now_(now.assessments[assessment]),
          assessment_(assessment),
          waived_(waived),
          gate_(gate),
          told_(told) {}

    void find() {
        const auto levels = levels_with(now_, false, waived_);
        const auto levels_then = parameter_levels(then_);
        if (levels.overall < then_.level)
            gate_.because.push_back(fmt::format("{}: overall level {}, it was {}",
                                                now_.rubric->label, level_number(levels.overall),
                                                then_.level));
        for (std::size_t p = 0; p < levels_then.size(); ++p)
            find_parameter(p, levels_then[p], levels.parameters[p]);
    }

  private:
    void find_parameter(std::size_t p, const std::optional<int>& was,
                        const std::optional<int>& is) {
        const auto words =
            fmt::format("{}, {}: ", now_.rubric->label, title(now_, static_cast<std::uint32_t>(p)));
        const bool fell = was && is && *is < *was;
        if (fell) gate_.because.push_back(words + fmt::format("level {}, it was {}", *is, *was));
        if (was.has_value() != is.has_value())
            told_.push_back(words +
                            fmt::format("{}, it was {}", level_number(is), level_number(was)));
        for (int level = 1; level <= now_.rubric->top(); ++level)
            for (const auto& requirement : now_.rubric->cell(p, level).required)
                find_requirement({assessment_, level, &requirement}, fell && level <= *was);
    }

    /// `holds_back`: at a level that the parameter has lost, where an open answer counts, too.
    void find_requirement(const Lack& lack, bool holds_back) {
        const auto& requirement = *lack.requirement;
        const auto& was = then_.practices[requirement.practice];
        const auto& is = now_.practices[requirement.practice];
        const bool met_then = then_.applies(requirement) && then_.met(requirement);
        const bool met_now = now_.applies(requirement) && now_.met(requirement);
        if (!met_then || met_now) return;
        const auto& about = practice(now_, requirement.practice);
        const auto words =
            fmt::format("{}: {}: {}, it was {}", model_level(*now_.rubric, lack.level),
                        name_words(about), word(is.rating), counted_as(then_, was));
        const bool open = is.rating == Rating::unanswered;
        if (waived_.contains(about.id)) {
            gate_.waived.push_back(lack);
            told_.push_back(words + " (waived)");
            return;
        }
        if (!open || holds_back) gate_.missing.push_back(lack);
        (open ? told_ : gate_.because).push_back(words);
    }

    /// The answer, or what it counted as where another practice contained it.
    static std::string counted_as(const Assessment& a, const PracticeState& state) {
        if (!state.credited_by) return std::string(word(state.rating));
        return fmt::format("{} through {}", word_for_points(state.effective),
                           name_words(practice(a, *state.credited_by)));
    }

    const Assessment& then_;
    const Assessment& now_;
    std::size_t assessment_;
    const PracticeIds& waived_;
    GateResult& gate_;
    std::vector<std::string>& told_;
};

std::string other_team(const SideNote& then, const Scored& now) {
    return fmt::format("the baseline is of another team: {}, here {}", then.team, now.sheet.team);
}

}  // namespace

std::size_t answers_in_common(const Scored& before, const Scored& now) {
    std::set<Text> common;
    for (std::size_t i = 0; i < now.assessments.size(); ++i) {
        const auto& then = before.assessments[i];
        const auto& today = now.assessments[i];
        for (const auto& cell : today.rubric->cells)
            for (const auto& requirement : cell.required) {
                const auto practice = requirement.practice;
                if (then.practices[practice].answered() &&
                    today.practices[practice].rating != Rating::unanswered)
                    common.insert(today.rubric->catalogue->practices[practice].id);
            }
    }
    return common.size();
}

void tell_models(const Side& side, Diagnostics& diagnostics) {
    const auto& file = *side.scored.sheet.source;
    const auto note = note_of(side);
    for (const auto& words : model_moves_words(note))
        diagnostics.add(DiagnosticId::model_moved, file, std::nullopt, words);
    if (!note.not_loaded.empty())
        diagnostics.add(DiagnosticId::other_models, file, std::nullopt, not_loaded_words(note),
                        "load the same rubrics, or write the report anew");
}

void tell_baseline(const Side& baseline, const Scored& now, bool is_gate,
                   Diagnostics& diagnostics) {
    tell_models(baseline, diagnostics);
    const auto& file = *baseline.scored.sheet.source;
    const auto then = note_of(baseline);
    if (then.team != now.sheet.team)
        diagnostics.add(DiagnosticId::other_team, file, std::nullopt, other_team(then, now),
                        "check that it is the right file");
    if (is_gate && answers_in_common(baseline.scored, now) == 0)
        diagnostics.add(
            DiagnosticId::nothing_in_common, file, std::nullopt,
            fmt::format(
                "the baseline has no answer in common with {} that a loaded rubric asks for",
                now.sheet.source->name),
            "check that it is the right file, and load the rubric that it is for");
}

GateResult check_regression(const Side& baseline, const Scored& now, const PracticeIds& waived) {
    const auto then = note_of(baseline);
    std::vector<std::string> told;
    if (then.team != now.sheet.team) told.push_back(other_team(then, now));
    if (!then.not_loaded.empty()) told.push_back(not_loaded_words(then));
    for (auto& words : model_moves_words(then)) told.push_back(std::move(words));
    GateResult result{};
    for (std::size_t i = 0; i < now.assessments.size(); ++i)
        Regression(baseline, now, i, waived, result, told).find();
    result.name = fmt::format("--no-regression {}", then.file);
    result.required = "no level lower and no practice lost";
    result.passed = result.because.empty();
    result.found = fmt::format(
        "{} among {} compared with {}{}",
        result.passed ? "nothing worse" : fmt::format("{} worse", result.because.size()),
        counted(answers_in_common(baseline.scored, now), "answer"), then.file,
        then.date.empty() ? "" : fmt::format(" of {}", then.date));
    shorten(result.because);
    shorten(told);
    result.because.insert(result.because.end(), told.begin(), told.end());
    return result;
}

}  // namespace mlops_assess
