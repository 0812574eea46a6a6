#include "report/gate.hpp"

#include "report/regression.hpp"

#include <fmt/format.h>
#include <algorithm>

/// Gates: contract, section 4. They compare the levels with waived requirements taken as met.
namespace mlops_assess {
namespace {

constexpr std::size_t most_items = 20;

using Waived = PracticeIds;

/// Points with which waived practices meet their own requirements. Credit has passed already, so
/// a waiver credits nothing.
std::vector<Points> with_waivers(const Assessment& a, std::vector<Points> effective,
                                 const Waived& waived) {
    for (PracticeIndex i = 0; i < effective.size(); ++i)
        if (waived.contains(a.rubric->catalogue->practices[i].id)) effective[i] = most_points;
    return effective;
}

/// The requirements that keep a gate from passing.
std::vector<std::string> missing(const Assessment& a, const LevelGate& gate, const Waived& waived) {
    std::vector<std::string> items;
    const auto& catalogue = *a.rubric->catalogue;
    for (std::size_t p = 0; p < catalogue.parameters.size(); ++p) {
        if (gate.parameter && *gate.parameter != p) continue;
        for (int n = 1; n <= gate.level; ++n)
            for (const auto& requirement : a.rubric->cell(p, n).required) {
                const auto& state = a.practices[requirement.practice];
                const auto points =
                    gate.evidenced ? a.evidenced[requirement.practice] : state.effective;
                const auto id = catalogue.practices[requirement.practice].id;
                if (!a.applies(requirement) || points >= a.needed(requirement) ||
                    waived.contains(id))
                    continue;
                const bool only_evidence = gate.evidenced && a.met(requirement);
                items.push_back(fmt::format("{} {} {}: {}{}, needed: {}", a.rubric->id, n, id,
                                            word(state.rating),
                                            only_evidence ? " without evidence that counts" : "",
                                            word_for_points(a.needed(requirement))));
            }
    }
    shorten(items);
    return items;
}

std::string waiver_words(const Waiver& waiver) {
    return fmt::format("waived until {} by {}: {}: {}", waiver.expires, waiver.owner,
                       waiver.practice, waiver.reason);
}

GateResult check_level(const LevelGate& gate, const Scored& scored, const Demands& demands,
                       const Waived& waived) {
    const auto& a = scored.assessments[gate.assessment];
    const auto& parameters = a.rubric->catalogue->parameters;
    const auto what = gate.parameter
                          ? fmt::format("{}.{}", a.rubric->id, parameters[*gate.parameter].id)
                          : std::string(a.rubric->id);
    const auto counted = levels_with(a, gate.evidenced, waived);
    const auto plain = levels_with(a, gate.evidenced, {});
    const auto level = gate.parameter ? counted.parameters[*gate.parameter] : counted.overall;
    const auto reported = gate.parameter ? plain.parameters[*gate.parameter] : plain.overall;
    GateResult result;
    result.name = fmt::format(
        "{} {}={}", gate.evidenced ? "--fail-under-evidenced" : "--fail-under", what, gate.level);
    result.required =
        fmt::format("{} at level {}{}", what, gate.level,
                    gate.evidenced ? " counting only answers that cite evidence" : "");
    result.passed = level && *level >= gate.level;
    if (!level) {
        result.found = "not assessed: none of its requirements applies";
        return result;
    }
    result.found = fmt::format("level {}", *reported);
    if (*level != *reported) {
        result.found += fmt::format(", with waivers {}", *level);
        for (const auto& waiver : demands.waivers) result.because.push_back(waiver_words(waiver));
    }
    if (!result.passed) {
        auto items = missing(a, gate, waived);
        std::move(items.begin(), items.end(), std::back_inserter(result.because));
    }
    return result;
}

GateResult check_answered(int percent, const Scored& scored) {
    GateResult result;
    result.name = fmt::format("--min-answered {}", percent);
    result.required =
        fmt::format("{} % of the applicable practices of each rubric answered", percent);
    result.passed = true;
    for (const auto& a : scored.assessments) {
        const bool enough = a.answered * 100 >= percent * a.applicable;
        result.passed = result.passed && enough;
        result.found += fmt::format("{}{}: {} of {} ({} %)", result.found.empty() ? "" : ", ",
                                    a.rubric->id, a.answered, a.applicable,
                                    a.applicable == 0 ? 100 : a.answered * 100 / a.applicable);
    }
    return result;
}

}  // namespace

void shorten(std::vector<std::string>& items) {
    if (items.size() <= most_items) return;
    const auto more = items.size() - most_items;
    items.resize(most_items);
    items.push_back(fmt::format("and {} more", more));
}

Levels levels_with(const Assessment& a, bool evidenced, const Waived& waived) {
    std::vector<Points> effective = a.evidenced;
    std::vector<bool> applicable;
    for (PracticeIndex i = 0; i < a.practices.size(); ++i) {
        if (!evidenced) effective[i] = a.practices[i].effective;
        applicable.push_back(a.practices[i].applicable());
    }
    return levels(*a.rubric, a.bar, with_waivers(a, std::move(effective), waived), applicable);
}

std::vector<Waiver> counting_waivers(const WaiverList& list, const Scored& scored,
                                     Diagnostics& diagnostics) {
    std::vector<Waiver> counting;
    for (const auto& waiver : list.waivers) {
        if (waiver.expires < scored.rules.today) {
            diagnostics.add(
                DiagnosticId::expired_waiver, *list.source, waiver.place,
                fmt::format("the waiver of \"{}\" ended on {}, so it does not count",
                            waiver.practice, waiver.expires),
                fmt::format("meet the practice, or let {} agree on a new date", waiver.owner));
            continue;
        }
        const bool needed = std::any_of(
            scored.assessments.begin(), scored.assessments.end(), [&](const Assessment& a) {
                const auto index = a.rubric->catalogue->find(waiver.practice);
                return index &&
                       std::any_of(a.rubric->cells.begin(), a.rubric->cells.end(),
                                   [&](const Cell& cell) {
                                       return std::any_of(
                                           cell.required.begin(), cell.required.end(),
                                           [&](const Requirement& requirement) {
                                               return requirement.practice == *index &&
                                                      a.applies(requirement) &&
                                                      (!a.met(requirement) ||
                                                       a.evidenced[*index] < a.needed(requirement));
                                           });
                                   });
            });
        if (!needed)
            diagnostics.add(DiagnosticId::needless_waiver, *list.source, waiver.place,
                            fmt::format("the waiver of \"{}\" waives nothing", waiver.practice));
        counting.push_back(waiver);
    }
    return counting;
}

bool Gates::passed() const {
    return std::all_of(results.begin(), results.end(),
                       [](const GateResult& gate) { return gate.passed; });
}

Gates check(const Demands& demands, const Scored& scored) {
    Gates gates{demands.levels, {}, {}};
    for (const auto& waiver : demands.waivers) gates.waived.emplace(waiver.practice);
    for (const auto& gate : demands.levels)
        gates.results.push_back(check_level(gate, scored, demands, gates.waived));
    if (demands.min_answered)
        gates.results.push_back(check_answered(*demands.min_answered, scored));
    if (demands.baseline != nullptr)
        gates.results.push_back(check_regression(*demands.baseline, scored, gates.waived));
    return gates;
}

}  // namespace mlops_assess
