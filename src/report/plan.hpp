#pragma once

#include "report/report.hpp"

namespace mlops_assess {

/// One practice to take on.
struct PlanStep {
    const RoadmapItem* item;
    bool open;           ///< not answered yet: find out first, it may be done already
    bool again;          ///< stands in an earlier milestone too; its effort is counted there
    EffortCount so_far;  ///< with this step, each practice once, over the whole plan
};

/// Steps that need not wait for one another.
struct PlanStage {
    std::vector<PlanStep> steps;
};

struct PlanMilestone {
    const Milestone* milestone;
    std::vector<PlanStage> stages;
};

struct ModelPlan {
    std::vector<PlanMilestone> milestones;
    std::size_t shared;  ///< practices that stand in the plan of a model before this one
};

/// The roadmaps of a report as work, in the order in which to do it.
struct Plan {
    std::vector<ModelPlan> models;  ///< one per assessment
    EffortCount effort;             ///< each practice once
};

/// Views the report, which has to outlive it.
Plan make_plan(const Report& report);

/// An answer taken as given, for "what if".
struct Assumption {
    Text practice;
    Rating rating;
};

/// The sheet with these answers in place of its own. Their evidence, notes and owners stay.
AnswerSheet assume(const AnswerSheet& sheet, const std::vector<Assumption>& assumptions);

}  // namespace mlops_assess
