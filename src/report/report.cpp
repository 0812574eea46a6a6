#include "report/report.hpp"

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// What an assessment misses: its roadmap in its order, then what the gates found missing beyond
/// it.
class Misses {
  public:
    Misses(const Scored& scored, const Gates& gates, std::size_t assessment)
        : a_(scored.assessments[assessment]),
          roadmap_(scored.roadmaps[assessment]),
          gates_(gates) {}

    std::vector<Miss> list() {
        for (const auto& milestone : roadmap_.milestones)
            for (const auto* items : {&milestone.gaps, &milestone.open})
                for (const auto& item : *items) add(*item.requirement, milestone.level);
        for (int level = 1; level <= a_.rubric->top(); ++level)
            for (std::uint32_t p = 0; p < a_.parameters.size(); ++p)
                for (const auto& requirement : a_.rubric->cell(p, level).required)
                    if (gates_.missing.contains(&requirement) ||
                        gates_.waived.contains(&requirement))
                        add(requirement, level);
        return std::move(found_);
    }

  private:
    void add(const Requirement& requirement, int level) {
        if (!listed_.insert(&requirement).second) return;
        const auto& practice = a_.rubric->catalogue->practices[requirement.practice];
        found_.push_back({&requirement, practice.parameter, level, urgency(requirement, level)});
    }

    Urgency urgency(const Requirement& requirement, int level) const {
        const auto id = a_.rubric->catalogue->practices[requirement.practice].id;
        if (gates_.missing.contains(&requirement)) return Urgency::gate;
        if (gates_.waiving.find(id) != nullptr) return Urgency::waived;
        return level == roadmap_.milestones.front().level ? Urgency::next : Urgency::later;
    }

    const Assessment& a_;
    const Roadmap& roadmap_;
    const Gates& gates_;
    std::set<const Requirement*> listed_;
    std::vector<Miss> found_;
};

Grade grade_of(const std::vector<Assessment>& assessments) {
    auto grade = Grade::top;
    for (const auto& a : assessments)
        grade = std::min(grade, 2 * a.answered < a.applicable    ? Grade::unknown
                                : a.level == a.rubric->top()     ? Grade::top
                                : 2 * a.level >= a.rubric->top() ? Grade::half
                                : a.level > 0                    ? Grade::begun
                                                                 : Grade::none);
    return grade;
}

}  // namespace

std::string missing_answer_words(const Report& report, const Assessment& a,
                                 const Requirement& requirement) {
    const bool looked_at =
        report.gates.missing.contains(&requirement) || report.gates.waived.contains(&requirement);
    const auto words = lack_words(report.scored, a, requirement, looked_at);
    const auto rating = a.practices[requirement.practice].rating;
    // What it counts as stands behind the word for the answer.
    return rating == Rating::unanswered ? "not answered yet" + words.substr(word(rating).size())
                                        : "answered " + words;
}

Report make_report(Scored scored, const Demands& demands, const Side* baseline,
                   std::string arguments, std::string_view path) {
    auto identity = identity_of(scored.sheet.team, path);
    auto gates = check(demands, scored);
    Side now{std::move(scored), {}};
    std::optional<Comparison> since;
    if (baseline != nullptr) since = compare(*baseline, now);
    const auto& assessments = now.scored.assessments;
    std::vector<std::vector<Miss>> misses;
    for (std::size_t i = 0; i < assessments.size(); ++i)
        misses.push_back(Misses(now.scored, gates, i).list());
    const auto grade = grade_of(assessments);
    return {std::move(now.scored), std::move(since),   std::move(gates), std::move(misses), grade,
            std::move(arguments),  std::move(identity)};
}

}  // namespace mlops_assess
