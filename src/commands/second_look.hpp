#pragma once

#include "commands/team_sheets.hpp"
#include "report/report.hpp"

namespace mlops_assess {

/// What each team's latest sheet is looked at once more for, whole.
struct WantedOfTeams {
    Demands demands;            ///< without a baseline
    std::string no_regression;  ///< the path of what no team may be worse than; empty: none
    std::string reports;        ///< the folder of the teams' reports; empty: none

    bool gates() const {
        return !demands.levels.empty() || demands.min_answered || !no_regression.empty();
    }
    bool any() const { return gates() || !reports.empty(); }
};

/// What came of it.
struct TeamsSeen {
    std::vector<TeamGates> gates;      ///< by team
    std::vector<std::string> reports;  ///< the names of the files, by team; empty: not written
    std::optional<Waiving> waiving;    ///< needless: of no use to any team
    bool wrote_all = true;
};

/// Teams as they were; null where that is not asked for.
struct TeamsBefore {
    const std::vector<Team>* no_regression;  ///< which none may be worse than
    const std::vector<Team>* since;          ///< against which reports show changes
};
TeamsSeen look_again(const Run& run, TeamSheets& reader, const WantedOfTeams& wanted,
                     const std::vector<Team>& teams, const TeamsBefore& before);

/// `fraud-detection.html`; teams that would have one name, or none, get a number of their own, and
/// long names are cut.
std::vector<std::string> report_names(const std::vector<Team>& teams);

/// The team of that name; null where there is none. Teams stand by name.
const Team* find_team(const std::vector<Team>& teams, Text name);

}  // namespace mlops_assess
