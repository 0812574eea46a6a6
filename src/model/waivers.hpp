#pragma once

#include "document/source.hpp"
#include "model/catalogue.hpp"

namespace mlops_assess {

/// A practice whose requirements gates take as met, for a while and for a reason. Reported levels
/// stay as they are.
struct Waiver {
    Text practice;
    Place place;
    Text reason;
    Text owner;
    Text approved_by;  ///< empty when not given
    Text expires;      ///< ISO; the last day on which it counts
};

struct WaiverList {
    SourcePointer source;
    Memory memory;
    List<Waiver> waivers;  ///< in the file's order, each practice once
};

}  // namespace mlops_assess
