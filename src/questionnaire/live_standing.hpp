#pragma once

#include "model/load.hpp"
#include "report/scored.hpp"

#include <set>

namespace mlops_assess {

/// Where a team stands while it answers: what the page shows beside its questions, made anew after
/// every answer.
struct LiveStanding {
    std::string line;         ///< `Microsoft 2 of 4 · Google 0–1 of 2`
    std::string panel;        ///< markup: levels, must-haves, the next steps
    std::set<Text> deciding;  ///< practices that can still change a level
};
LiveStanding live_standing(const Models& models, const Scored& scored);

}  // namespace mlops_assess
