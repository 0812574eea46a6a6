#include "report/regression.hpp"

#include "report/comparison_words.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

std::string level_word(const std::optional<int>& level) {
    return level ? std::to_string(*level) : "not assessed";
}

/// What is worse, and what is no regression but worth knowing.
struct Falls {
    std::vector<std::string> falls;
    std::vector<std::string> told;
};

/// Compares one model's assessments.
class Regression {
  public:
    Regression(const Assessment& then, const Assessment& now, const PracticeIds& waived,
               Falls& found)
        : then_(then), now_(now), waived_(waived), found_(found) {}

    void find() {
        const auto levels = levels_with(now_, false, waived_);
        const auto levels_then = parameter_levels(then_);
        if (levels.overall < then_.level)
            found_.falls.push_back(fmt::format("{}: overall level {}, it was {}", now_.rubric->id,
                                               level_word(levels.overall), then_.level));
        for (std::size_t p = 0; p < levels_then.size(); ++p)
            find_parameter(p, levels_then[p], levels.parameters[p]);
    }

  private:
    void find_parameter(std::size_t p, const std::optional<int>& was,
                        const std::optional<int>& is) {
        const auto words =
            fmt::format("{}.{}: ", now_.rubric->id, now_.rubric->catalogue->parameters[p].id);
        if (was && is && *is < *was)
            found_.falls.push_back(words + fmt::format("level {}, it was {}", *is, *was));
        if (was.has_value() != is.has_value())
            found_.told.push_back(words +
                                  fmt::format("{}, it was {}", level_word(is), level_word(was)));
        for (int level = 1; level <= now_.rubric->top(); ++level)
            for (const auto& requirement : now_.rubric->cell(p, level).required)
                find_requirement(requirement, level);
    }

    void find_requirement(const Requirement& requirement, int level) {
        const auto& was = then_.practices[requirement.practice];
        const auto& is = now_.practices[requirement.practice];
        const bool met_then = then_.applies(requirement) && then_.met(requirement);
        const bool met_now = now_.applies(requirement) && now_.met(requirement);
        if (!met_then || met_now) return;
        const auto id = now_.rubric->catalogue->practices[requirement.practice].id;
        const auto words = fmt::format("{} {} {}: {}, it was {}", now_.rubric->id, level, id,
                                       word(is.rating), answer_words(then_, requirement, was));
        if (waived_.contains(id))
            found_.told.push_back(words + " (waived)");
        else if (is.rating == Rating::unanswered)
            found_.told.push_back(words);
        else
            found_.falls.push_back(words);
    }

    /// The answer, and what it counted as where another practice contained it.
    static std::string answer_words(const Assessment& a, const Requirement& requirement,
                                    const PracticeState& state) {
        if (!state.credited_by) return std::string(word(state.rating));
        return fmt::format("{} through {}",
                           word_for_points(a.practices[requirement.practice].effective),
                           a.rubric->catalogue->practices[*state.credited_by].id);
    }

    const Assessment& then_;
    const Assessment& now_;
    const PracticeIds& waived_;
    Falls& found_;
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
    Falls found;
    if (then.team != now.sheet.team) found.told.push_back(other_team(then, now));
    if (!then.not_loaded.empty()) found.told.push_back(not_loaded_words(then));
    for (const auto& move : then.model_moves) found.told.push_back(model_move_words(then, move));
    for (std::size_t i = 0; i < now.assessments.size(); ++i)
        Regression(baseline.scored.assessments[i], now.assessments[i], waived, found).find();
    GateResult result;
    result.name = fmt::format("--no-regression {}", then.file);
    result.required = "no level lower and no practice lost";
    result.passed = found.falls.empty();
    result.found =
        fmt::format("{} among {} compared with {}{}",
                    result.passed ? "nothing worse" : fmt::format("{} worse", found.falls.size()),
                    counted(answers_in_common(baseline.scored, now), "answer"), then.file,
                    then.date.empty() ? "" : fmt::format(" of {}", then.date));
    result.because = std::move(found.falls);
    shorten(result.because);
    shorten(found.told);
    result.because.insert(result.because.end(), found.told.begin(), found.told.end());
    return result;
}

}  // namespace mlops_assess
