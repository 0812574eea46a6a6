#pragma once

#include "report/plan.hpp"

/// Words of plans that several formats share.
namespace mlops_assess {

/// `ci-unit-tests = fully and data-versioned = mostly`.
std::string assumption_words(const Plan& plan);
/// `level 1 of 4; your target 3: 7 to do, 1 open in 2 milestones, 3 of them above; advised: 3`,
/// with assumptions `level 1, with these answers 2; …`.
std::string model_words(const Plan& plan, std::size_t model);
/// `9 to do, 1 open (8 take weeks, 2 take months)`.
std::string total_words(const Plan& plan);
/// `2 of 4 must-haves are not met: 1 to do, 1 open; 1 more is needed first`.
std::string must_words(const Plan& plan);
/// Each reason once, behind what must be done for it: `Alarm and Way back: Regulators ask for it.`
std::vector<std::string> must_reasons(const Plan& plan);
/// `can start at once`, `after stage 1`.
std::string stage_words(const PlanStage& stage, std::size_t number);
/// `partially (line 31)`.
std::string today_words(const Plan& plan, const PlanStep& step);
/// `31 March 2027 (overdue)`; empty where its owner set no date.
std::string due_words(const Plan& plan, const PlanStep& step);
/// Why a step stands in the plan besides its milestone, and what of another part it waits for:
/// `needed first for Alarm; also for Google 1; waits for Chart`; empty where for nothing else.
std::string also_words(const Plan& plan, const PlanStep& step);
/// `1 of 3 is overdue by today, 26 November 2026`; empty where no step has a date.
std::string due_dates_words(const Plan& plan);
/// How many are marked as such, and by which rule; empty where none is.
std::string quick_win_words(const Plan& plan);
/// `Ana: 2 to do (1 overdue); nobody yet: 5 to do, 1 open`.
std::string owners_words(const Plan& plan);

/// A figure that answers taken as given change: of a model, of all together, or of a parameter.
struct WhatIfRow {
    std::string what;  ///< `Microsoft`, `short of 3`, `CI, up to 3`
    std::string today;
    std::string then;
    bool heads = false;  ///< a model, or all together
};
/// Empty without assumptions.
std::vector<WhatIfRow> what_if_rows(const Plan& plan);
/// What a practice is called, and what its answer comes to with the assumptions.
std::string planned_words(const Plan& plan, const PlannedPractice& planned);
/// `Leads to level 2: People 2, CD 3.`
std::string leads_to_words(const Assessment& a, const Milestone& milestone);

}  // namespace mlops_assess
