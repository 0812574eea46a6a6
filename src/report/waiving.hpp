#pragma once

#include "model/waivers.hpp"
#include "report/scored.hpp"

namespace mlops_assess {

/// The waivers of a run, by the day on which it is made.
struct Waiving {
    Memory memory;
    std::vector<Waiver> counting;
    std::vector<Waiver> expired;
    /// Those of the counting ones without which every gate would have the same outcome and name the
    /// same as missing; none where no gate was asked for.
    std::vector<Waiver> needless;

    /// The one that counts for a practice; null where there is none.
    const Waiver* find(Text practice) const;
    /// The one of a practice that has ended; null where there is none.
    const Waiver* find_expired(Text practice) const;
    Waiving without(Text practice) const;
};

Waiving waiving(const WaiverList& list, Text today);

/// `waived until 2027-01-31 by Ana, approved by the risk board: new charts`.
std::string waiver_words(const Waiver& waiver);

/// Tells the waivers that do not count, and those that change nothing.
void tell_waivers(const Waiving& waiving, const SourceFile& source, Diagnostics& diagnostics);

}  // namespace mlops_assess
