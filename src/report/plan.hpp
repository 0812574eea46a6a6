#pragma once

#include "report/what_if.hpp"

#include <memory>

namespace mlops_assess {

/// One practice to take on.
struct PlanStep {
    std::size_t assessment;
    PracticeIndex practice;
    Points needed;           ///< here
    Points most_needed;      ///< by all that the plan names it for
    Basis basis;             ///< of the milestone's requirement; not given for a must-have
    std::vector<Need> also;  ///< the other milestones that miss it
    const MustHavePractice* must_have;     ///< null where no fact calls for it
    std::vector<PracticeIndex> first_for;  ///< must-haves that need it first
    bool open;                             ///< not answered yet: find out first
    bool again = false;                    ///< stands above too; it is counted there
    /// What should be done before it and stands in another part of the plan.
    std::vector<PracticeIndex> waits_for = {};
    bool quick_win = false;   ///< counted here, to do, of small effort, and waits for nothing
    EffortCount so_far = {};  ///< with this step, each practice once, over the whole plan
};

/// Steps that need not wait for one another.
struct PlanStage {
    std::vector<PlanStep> steps;
    std::size_t open() const;
    std::size_t gaps() const { return steps.size() - open(); }
    /// Steps that wait for another part of the plan.
    std::size_t waiting() const;
};

struct PlanMilestone {
    const Milestone* milestone;
    std::vector<PlanStage> stages;
};

struct ModelPlan {
    std::vector<PlanMilestone> milestones;
    std::size_t shared;  ///< practices that stand above this model's plan
};

/// An answer taken as given, for "what if".
struct Assumption {
    Text practice;
    Rating rating;
};

/// What one person or team has to do.
struct OwnerWork {
    Text owner;  ///< empty: what nobody has taken on yet
    std::size_t gaps = 0;
    std::size_t open = 0;
    std::size_t overdue = 0;
};

/// What a team must do, then the roadmaps of all models, as work in the order in which to do it.
struct Plan {
    std::shared_ptr<const Scored> scored;  ///< with the assumptions; the steps refer to it
    std::vector<int> today;                ///< the overall levels without them
    std::vector<Assumption> assumptions;
    std::vector<PlanStage> must_have;  ///< the lacking must-haves and what they need first
    std::vector<ModelPlan> models;     ///< one per assessment
    EffortCount effort;                ///< each practice once
    std::size_t gaps = 0;              ///< the same
    std::size_t open = 0;              ///< the same
    std::size_t quick_wins = 0;
    std::size_t due = 0;                 ///< steps that have a due date, each practice once
    std::optional<WhatIf> what_if = {};  ///< none without assumptions
    std::string day = {};  ///< by which dates are overdue; ISO; empty where no step has one

    /// Whether its owner meant to have closed it before `day`.
    bool is_overdue(const PlanStep& step) const;
    /// The answer to a step's practice; null where the sheet has none.
    const Answer* answer(const PlanStep& step) const;
    /// What tells a step from those of other teams and practices, and nothing else: 16 hex digits.
    std::string key(const PlanStep& step) const;
    /// The steps in their order, each practice once.
    std::vector<const PlanStep*> steps() const;
    std::size_t overdue() const;
    /// The work by owner, as the plan comes upon them; what has none comes last.
    std::vector<OwnerWork> owners() const;
};

Plan make_plan(const Scored& today, Scored assumed, std::vector<Assumption> assumptions);

/// The sheet with these answers in place of its own. Their evidence, notes and owners stay.
AnswerSheet assume(const AnswerSheet& sheet, const std::vector<Assumption>& assumptions);

}  // namespace mlops_assess
