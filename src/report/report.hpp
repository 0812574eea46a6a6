#pragma once

#include "assessment/roadmap.hpp"
#include "document/diagnostic.hpp"

#include <memory>
#include <string>

namespace mlops_assess {

struct Comparison;

/// A practice that the context calls for, whatever the target.
struct MustHaveState {
    const Practice* practice;
    std::string because;      ///< the reasons of all rules that call for it
    std::optional<bool> met;  ///< none where the practice does not apply
    bool answered;            ///< false: open, so neither met nor missing for sure
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

/// A level that a pipeline demands: of a model, or of one of its parameters.
struct LevelGate {
    std::size_t assessment;  ///< into Report::assessments
    std::optional<std::uint32_t> parameter;
    int level;
    bool evidenced;  ///< counting only answers that cite evidence
};

/// Whether one gate held.
struct GateResult {
    std::string name;  ///< the option with its value: `--fail-under google.ci=1`
    bool passed;
    std::string required;              ///< `google.ci at level 1`
    std::string found;                 ///< `level 0`
    std::vector<std::string> because;  ///< item by item, where there is more to tell
};

/// All that a writer of reports sees. Writers arrange it; they compute nothing.
struct Report {
    AnswerSheet sheet;
    Text date;  ///< of the assessment; empty where there is none
    std::optional<int> max_age;
    std::vector<const Catalogue*> catalogues;
    std::vector<Assessment> assessments;
    std::vector<Roadmap> roadmaps;  ///< one per assessment
    std::vector<MustHaveState> must_have;
    NextMilestones next;
    std::vector<FirstStep> first_steps;  ///< in the order in which to do them
    std::vector<Notice> notices;
    AnswerCount count;                          ///< of the practices that the rubrics use
    std::vector<const Answer*> not_applicable;  ///< of these too, in catalogue order
    std::shared_ptr<const Comparison> since;    ///< against --baseline; null without one
    std::vector<LevelGate> level_gates;
    std::vector<Text> waived;       ///< practices that the gates take as met
    std::vector<GateResult> gates;  ///< all that were asked for, in the order asked
    std::string command;            ///< that made this report; for a shell
};

/// A level to aim at, asked for on the command line.
using AskedTargets = std::vector<ModelLevel>;

/// Scores the sheet by every loaded rubric. None when a rubric has nothing to assess: then a
/// diagnostic names it.
std::optional<Report> make_report(const std::vector<const Rubric*>& rubrics,
                                  const std::vector<const Catalogue*>& catalogues,
                                  const Catalogue& shipped, const AnswerSheet& sheet,
                                  const Rules& rules, const AskedTargets& targets,
                                  Diagnostics& diagnostics);

}  // namespace mlops_assess
