#include "report/gate.hpp"

#include "assessment/practice_set.hpp"
#include "report/phrases.hpp"
#include "report/regression.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

/// Gates: contract, section 4. They compare the levels with waived requirements taken as met.
namespace mlops_assess {
namespace {

constexpr std::size_t most_items = 20;

/// Points with which waived practices meet their own requirements. Credit has passed already, so
/// a waiver credits nothing.
std::vector<Points> with_waivers(const Assessment& a, std::vector<Points> effective,
                                 const PracticeIds& waived) {
    for (PracticeIndex i = 0; i < effective.size(); ++i)
        if (waived.contains(a.rubric->catalogue->practices[i].id)) effective[i] = most_points;
    return effective;
}

/// The answers with evidence too old to count that would meet a requirement.
std::vector<std::string> stale_answers(const Scored& scored, const Assessment& a,
                                       const Requirement& requirement) {
    const auto& practices = a.rubric->catalogue->practices;
    PracticeSet asked(practices.size());
    asked.insert(requirement.practice);
    const auto giving = with_implying(*a.rubric->catalogue, std::move(asked));
    std::vector<std::string> words;
    for (PracticeIndex index = 0; index < practices.size(); ++index) {
        const auto* answer = a.practices[index].answer;
        if (!giving.contains(index) || answer == nullptr || answer->evidence.empty() ||
            a.practices[index].own < a.needed(requirement) ||
            !is_stale(scored.sheet, *answer, scored.rules))
            continue;
        const auto day = answer->date.empty() ? scored.sheet.date : answer->date;
        words.push_back(
            day.empty()
                ? fmt::format("{} has no date", name_words(practices[index]))
                : fmt::format("{} of {} is older than {}", name_words(practices[index]), day,
                              counted(static_cast<std::size_t>(*scored.rules.max_age), "day")));
    }
    return words;
}

/// Applies `visit` to every applicable requirement that a level gate looks at, with its level.
template <typename Visit>
void for_each_demanded(const Assessment& a, const LevelGate& gate, Visit visit) {
    for (std::size_t p = 0; p < a.rubric->catalogue->parameters.size(); ++p) {
        if (gate.parameter && *gate.parameter != p) continue;
        for (int n = 1; n <= gate.level; ++n)
            for (const auto& requirement : a.rubric->cell(p, n).required)
                if (a.applies(requirement)) visit(requirement, n);
    }
}

std::string practice_id(const Assessment& a, const Requirement& requirement) {
    return std::string(a.rubric->catalogue->practices[requirement.practice].id);
}

/// A requirement that a level gate names as missing.
std::string item(const Scored& scored, const LevelGate& gate, const Lack& lack,
                 const Waiving& waiving) {
    const auto& a = scored.assessments[lack.assessment];
    const auto id = practice_id(a, *lack.requirement);
    const auto* ended = waiving.find_expired(id);
    return fmt::format(
        "{}: {}: {}, needed: {}{}", model_level(*a.rubric, lack.level),
        name_words(practice(a, lack.requirement->practice)),
        lack_words(scored, a, *lack.requirement, gate.evidenced),
        word_for_points(a.needed(*lack.requirement)),
        ended == nullptr ? "" : fmt::format(" (its waiver ended on {})", ended->expires));
}

/// What a level gate compared, and with what level of it.
std::string found_words(const Levels& plain, const Levels& counted, const LevelGate& gate,
                        bool nothing_applies) {
    const auto level_of = [&](const Levels& levels) {
        return gate.parameter ? levels.parameters[*gate.parameter] : levels.overall;
    };
    if (!level_of(plain)) return "not assessed: none of its requirements applies";
    auto words = fmt::format("level {}", *level_of(plain));
    if (level_of(counted) != level_of(plain))
        words += fmt::format(", with waivers {}", *level_of(counted));
    if (nothing_applies) words += fmt::format("; nothing applies up to level {}", gate.level);
    return words;
}

GateResult check_level(const LevelGate& gate, const Scored& scored, const Waiving& waiving,
                       const PracticeIds& waived) {
    const auto& a = scored.assessments[gate.assessment];
    const auto& parameters = a.rubric->catalogue->parameters;
    const auto what = gate.parameter
                          ? fmt::format("{}.{}", a.rubric->id, parameters[*gate.parameter].id)
                          : std::string(a.rubric->id);
    GateResult result;
    result.name = fmt::format(
        "{} {}={}", gate.evidenced ? "--fail-under-evidenced" : "--fail-under", what, gate.level);
    const auto name = gate.parameter
                          ? fmt::format("{}, {}", a.rubric->label, title(a, *gate.parameter))
                          : std::string(a.rubric->label);
    result.required =
        fmt::format("{} at level {}{}", name, gate.level,
                    gate.evidenced ? " counting only answers that cite evidence" : "");
    bool nothing_applies = true;
    for_each_demanded(a, gate, [&](const Requirement& requirement, int level) {
        nothing_applies = false;
        const auto points = gate.evidenced ? a.evidenced[requirement.practice]
                                           : a.practices[requirement.practice].effective;
        if (points >= a.needed(requirement)) return;
        const bool passes = waived.contains(practice_id(a, requirement));
        (passes ? result.waived : result.missing).push_back({gate.assessment, level, &requirement});
    });
    const auto counted = levels_with(a, gate.evidenced, waived);
    const auto level = gate.parameter ? counted.parameters[*gate.parameter] : counted.overall;
    result.passed = level && *level >= gate.level;
    result.found = found_words(levels_with(a, gate.evidenced, {}), counted, gate, nothing_applies);
    for (const auto& lack : result.missing)
        result.because.push_back(item(scored, gate, lack, waiving));
    shorten(result.because);
    return result;
}

/// The unanswered practices that a rubric requires.
std::vector<const Practice*> unanswered(const Assessment& a) {
    std::set<PracticeIndex> open;
    for (const auto& cell : a.rubric->cells)
        for (const auto& requirement : cell.required)
            if (a.applies(requirement) && !a.practices[requirement.practice].answered())
                open.insert(requirement.practice);
    std::vector<const Practice*> practices;
    for (const auto index : open) practices.push_back(&practice(a, index));
    return practices;
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
                                    a.rubric->label, a.answered, a.applicable,
                                    a.applicable == 0 ? 100 : a.answered * 100 / a.applicable);
        if (enough) continue;
        for (const auto* each : unanswered(a))
            result.because.push_back(
                fmt::format("{}: {}: not answered", a.rubric->label, name_words(*each)));
    }
    shorten(result.because);
    return result;
}

std::vector<GateResult> outcomes(const Demands& demands, const Scored& scored,
                                 const Waiving& waiving) {
    PracticeIds waived;
    for (const auto& waiver : waiving.counting) waived.emplace(waiver.practice);
    std::vector<GateResult> results;
    for (const auto& gate : demands.levels)
        results.push_back(check_level(gate, scored, waiving, waived));
    if (demands.min_answered) results.push_back(check_answered(*demands.min_answered, scored));
    if (demands.baseline != nullptr)
        results.push_back(check_regression(*demands.baseline, scored, waived));
    return results;
}

/// Whether the gates of a run come out alike and name the same as missing.
bool same(const std::vector<GateResult>& some, const std::vector<GateResult>& others) {
    return std::ranges::equal(some, others, [](const GateResult& one, const GateResult& other) {
        return one.passed == other.passed && one.because == other.because &&
               one.missing == other.missing;
    });
}

/// The waivers that a gate made use of, before what is missing.
void name_waivers(GateResult& gate, const Scored& scored, const Waiving& waiving) {
    std::set<std::string> used;
    for (const auto& lack : gate.waived)
        used.insert(practice_id(scored.assessments[lack.assessment], *lack.requirement));
    std::vector<std::string> words;
    for (const auto& waiver : waiving.counting)
        if (used.contains(std::string(waiver.practice)))
            words.push_back(fmt::format("{}: {}",
                                        name_words(*find_practice(scored, waiver.practice)),
                                        waiver_words(waiver)));
    gate.because.insert(gate.because.begin(), words.begin(), words.end());
}

}  // namespace

void shorten(std::vector<std::string>& items) {
    if (items.size() <= most_items) return;
    const auto more = items.size() - most_items;
    items.resize(most_items);
    items.push_back(fmt::format("and {} more", more));
}

Levels levels_with(const Assessment& a, bool evidenced, const PracticeIds& waived) {
    std::vector<Points> effective = a.evidenced;
    std::vector<bool> applicable;
    for (PracticeIndex i = 0; i < a.practices.size(); ++i) {
        if (!evidenced) effective[i] = a.practices[i].effective;
        applicable.push_back(a.practices[i].applicable());
    }
    return levels(*a.rubric, a.bar, with_waivers(a, std::move(effective), waived), applicable);
}

std::string lack_words(const Scored& scored, const Assessment& a, const Requirement& requirement,
                       bool evidenced) {
    auto words = answer_words(a, requirement.practice);
    if (!evidenced || !a.met(requirement)) return words;
    const auto stale = stale_answers(scored, a, requirement);
    words += " without evidence that counts";
    if (!stale.empty()) words += fmt::format(" ({})", join_words(stale));
    return words;
}

bool Gates::passed() const {
    return std::all_of(results.begin(), results.end(),
                       [](const GateResult& gate) { return gate.passed; });
}

Gates check(const Demands& demands, const Scored& scored) {
    Gates gates{demands.levels, waiving(demands.waivers, scored.rules.today), {}};
    gates.results = outcomes(demands, scored, gates.waiving);
    if (!gates.results.empty())
        for (const auto& waiver : gates.waiving.counting)
            if (same(outcomes(demands, scored, gates.waiving.without(waiver.practice)),
                     gates.results))
                gates.waiving.needless.push_back(waiver);
    for (auto& gate : gates.results) {
        name_waivers(gate, scored, gates.waiving);
        for (const auto& lack : gate.waived) gates.waived.insert(lack.requirement);
        if (gate.passed) continue;
        for (const auto& lack : gate.missing) gates.missing.insert(lack.requirement);
    }
    return gates;
}

}  // namespace mlops_assess
