#include "report/waiving.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

const Waiver* find_in(const std::vector<Waiver>& waivers, Text practice) {
    const auto found = std::ranges::find(waivers, practice, &Waiver::practice);
    return found == waivers.end() ? nullptr : &*found;
}

}  // namespace

const Waiver* Waiving::find(Text practice) const { return find_in(counting, practice); }

const Waiver* Waiving::find_expired(Text practice) const { return find_in(expired, practice); }

Waiving Waiving::without(Text practice) const {
    auto rest = *this;
    std::erase_if(rest.counting, [&](const Waiver& each) { return each.practice == practice; });
    return rest;
}

Waiving waiving(const WaiverList& list, Text today) {
    Waiving sorted{list.memory, {}, {}, {}};
    for (const auto& waiver : list.waivers)
        (waiver.expires < today ? sorted.expired : sorted.counting).push_back(waiver);
    return sorted;
}

std::string waiver_words(const Waiver& waiver) {
    return fmt::format("waived until {} by {}{}{}: {}", waiver.expires, waiver.owner,
                       waiver.approved_by.empty() ? "" : ", approved by ", waiver.approved_by,
                       waiver.reason);
}

void tell_waivers(const Waiving& waiving, const SourceFile& source, Diagnostics& diagnostics) {
    for (const auto& waiver : waiving.expired)
        diagnostics.add(
            DiagnosticId::expired_waiver, source, waiver.place,
            fmt::format("the waiver of \"{}\" ended on {}, so it does not count", waiver.practice,
                        waiver.expires),
            fmt::format("meet the practice, or let {} agree on a new date",
                        waiver.approved_by.empty() ? waiver.owner : waiver.approved_by));
    for (const auto& waiver : waiving.needless)
        diagnostics.add(
            DiagnosticId::needless_waiver, source, waiver.place,
            fmt::format("the waiver of \"{}\" changes no gate of this run", waiver.practice));
}

}  // namespace mlops_assess
