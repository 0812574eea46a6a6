#pragma once

#include "assessment/roadmap.hpp"
#include "model/load.hpp"

#include <string>

/// What the answers come to by every loaded model.
namespace mlops_assess {

/// A practice that the context calls for, whatever the target.
struct MustHavePractice {
    enum class State { met, missing, open, not_applicable };
    const Practice* practice;
    std::string because;  ///< the reasons of all rules that call for it
    State state;

    /// It is needed, and not known to be met.
    bool lacks() const { return state == State::missing || state == State::open; }
};

struct MustHaves {
    std::vector<MustHavePractice> practices;  ///< in catalogue order
    std::vector<std::string> missing;         ///< ids
    std::vector<std::string> open;
    std::size_t applicable = 0;

    std::size_t met() const { return applicable - missing.size() - open.size(); }
};

/// Something that a reader should know of how the sheet was read.
struct Notice {
    DiagnosticId id;
    std::string message;
    std::optional<Place> place;
};

/// What to do first: an item of a next milestone, and every model that it counts for.
struct FirstStep {
    std::size_t assessment;  ///< the one in which it was found first
    RoadmapItem item;
    std::vector<Need> counts_for;
};

/// In the order in which to do them: what counts for more models first, never before what should
/// be done first.
struct FirstSteps {
    std::vector<FirstStep> steps;
    std::size_t shared = 0;  ///< those that count for more than one model

    /// As many as there is room for.
    std::span<const FirstStep> first(std::size_t most) const {
        return std::span(steps).first(std::min(most, steps.size()));
    }
};
inline constexpr std::size_t first_steps_on_a_screen = 4;
inline constexpr std::size_t first_steps_in_a_document = 5;
inline constexpr std::size_t first_steps_on_a_page = 3;

/// What the next milestones of all models hold together, each practice once.
struct NextMilestones {
    std::vector<ModelLevel> levels;
    std::size_t gaps = 0;
    std::size_t open = 0;
    EffortCount effort;  ///< of the gaps
};

/// How many practices are answered how.
struct AnswerCount {
    int answered = 0;
    int not_applicable = 0;
    int open = 0;
};

/// A sheet scored by every loaded rubric.
struct Scored {
    AnswerSheet sheet;
    Rules rules;
    std::vector<const Catalogue*> catalogues;
    std::vector<Assessment> assessments;
    std::vector<Roadmap> roadmaps;  ///< one per assessment
    MustHaves must_have;
    NextMilestones next;
    FirstSteps first_steps;
    std::vector<Notice> notices;
    AnswerCount count;                          ///< of the practices that the rubrics use
    std::vector<const Answer*> not_applicable;  ///< of these too, in catalogue order
    Memory models;                              ///< of the models that are not shipped
};

/// A level to aim at, asked for on the command line.
using AskedTargets = std::vector<ModelLevel>;

/// Scores the sheet by every loaded rubric. None when a rubric has nothing to assess: then a
/// diagnostic names it.
std::optional<Scored> score(const Models& models, const AnswerSheet& sheet, const Rules& rules,
                            const AskedTargets& targets, Diagnostics& diagnostics);

MustHaves must_haves(const std::vector<const Catalogue*>& catalogues,
                     const std::vector<Assessment>& assessments, const AnswerSheet& sheet,
                     std::optional<Points> bar);

FirstSteps first_steps(const std::vector<Assessment>& assessments,
                       const std::vector<Roadmap>& roadmaps);
NextMilestones next_milestones(const std::vector<Assessment>& assessments,
                               const std::vector<Roadmap>& roadmaps);

/// Whether an item of a milestone stands among the first steps that there is room for.
bool is_first_step(const Scored& scored, std::size_t most, std::size_t assessment,
                   const Milestone& milestone, const RoadmapItem& item);

}  // namespace mlops_assess
