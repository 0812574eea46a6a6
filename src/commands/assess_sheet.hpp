#pragma once

#include "commands/run.hpp"
#include "report/report.hpp"

namespace mlops_assess {

/// Which sheet to assess, and how.
struct AssessmentOptions {
    std::string answers;
    std::string today;  ///< ISO; empty: the environment's or the clock's
    bool ages = false;  ///< something besides `max_age` depends on today
    std::optional<Points> bar;
    std::optional<int> max_age;  ///< days
    std::vector<AskedLevel> targets;
};

/// How to assess a sheet; the same wherever one is assessed.
Options assessment_options(AssessmentOptions& asked);

/// `--today`, an ISO date.
Option today_option(std::string& to, std::string_view about);

/// `--bar`, which every command takes that scores.
Option bar_option(std::optional<Points>& to);

/// The day that ages and waivers count by: the option, else `SOURCE_DATE_EPOCH`, else the clock's.
/// Empty where nothing counts by it.
Checked<std::string> counting_day(const Run& run, const AssessmentOptions& asked);

/// Warns of a date of the assessment after today, which is empty where nothing depends on it.
void check_date(const Scored& scored, std::string_view today, Diagnostics& diagnostics);

/// What repeats an assessment with `score` or `explain --answers`, for a shell.
std::string arguments_of(const Run& run, const AssessmentOptions& asked, const Rules& rules);

/// How to score, as the options say it.
struct Scoring {
    Rules rules;
    AskedTargets targets;
};

/// Tells what is wrong with the options. Targets are left out where the models are wrong.
Result<Scoring> scoring(const Run& run, const AssessmentOptions& asked, const Models& models);

/// Loads and assesses a sheet; tells all that is to be told of it.
Result<Scored> assess_sheet(Run& run, const AssessmentOptions& asked, const Models& models);

}  // namespace mlops_assess
