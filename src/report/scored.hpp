#pragma once

#include "model/load.hpp"
#include "report/must_have.hpp"

/// What the answers come to by every loaded model.
namespace mlops_assess {

/// Something that a reader should know of how the sheet was read.
struct Notice {
    DiagnosticId id;
    std::string message;
    std::optional<Place> place;
};

/// What to do first: a practice of a next milestone, or one that the team must do.
struct FirstStep {
    std::size_t assessment;  ///< the one in which it was found first
    PracticeIndex practice;
    Points needed;
    std::vector<Need> counts_for;          ///< the next milestones that miss it
    bool must_have = false;                ///< needed whatever the target
    std::vector<PracticeIndex> first_for;  ///< must-haves that need it first
};

/// In the order in which to do them: must-haves that can start at once, then what counts for more
/// models, never before what should be done first.
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
    struct Aim {
        const Rubric* rubric;
        int level;
    };
    std::vector<Aim> levels;
    std::size_t gaps = 0;
    std::size_t open = 0;
    std::size_t musts =
        0;               ///< must-haves and what they need first, as far as none of these has them
    EffortCount effort;  ///< of all of them, the open ones too
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
    const Catalogue* not_loaded;  ///< the shipped one, where no loaded rubric uses it; else null
    std::vector<Assessment> assessments;
    std::vector<Roadmap> roadmaps;               ///< one per assessment
    std::vector<std::optional<int>> advised;     ///< the level that the facts advise, by assessment
    std::vector<const ScopeRule*> out_of_scope;  ///< why a model is not made for the team, or null
    MustHaves must_have;
    NextMilestones next;
    FirstSteps first_steps;
    std::vector<Notice> notices;
    AnswerCount count;                          ///< of the practices that the rubrics use
    std::vector<const Practice*> open;          ///< of these too, in catalogue order
    std::vector<const Answer*> not_applicable;  ///< the same
    Memory models;                              ///< of the models that are not shipped
};

/// A level to aim at, asked for on the command line.
using AskedTargets = std::vector<ModelLevel>;

/// Scores the sheet by every loaded rubric. None when a rubric has nothing to assess: then a
/// diagnostic names it.
std::optional<Scored> score(const Models& models, const AnswerSheet& sheet, const Rules& rules,
                            const AskedTargets& targets, Diagnostics& diagnostics);

FirstSteps first_steps(const std::vector<Assessment>& assessments,
                       const std::vector<Roadmap>& roadmaps, const MustHaves& must_have);
NextMilestones next_milestones(const std::vector<Assessment>& assessments,
                               const std::vector<Roadmap>& roadmaps, const MustHaves& must_have);

/// Whether an item of a roadmap stands among the first steps that there is room for.
bool is_first_step(const Scored& scored, std::size_t most, std::size_t assessment,
                   const RoadmapItem& item);

}  // namespace mlops_assess
