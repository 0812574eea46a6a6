#include "report/report.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// What an assessment misses: its roadmap in its order, then what a gate demands beyond it.
class Misses {
  public:
    Misses(const Scored& scored, const Gates& gates, std::size_t assessment)
        : a_(scored.assessments[assessment]),
          roadmap_(scored.roadmaps[assessment]),
          gates_(gates),
          assessment_(assessment) {}

    std::vector<Miss> list() {
        for (const auto& milestone : roadmap_.milestones)
            for (const auto* items : {&milestone.gaps, &milestone.open})
                for (const auto& item : *items) add(*item.requirement, milestone.level);
        for (int level = std::max(roadmap_.target, a_.level) + 1; level <= a_.rubric->top();
             ++level)
            for (std::uint32_t p = 0; p < a_.parameters.size(); ++p) {
                if (level > gate_level(p)) continue;
                for (const auto& requirement : a_.rubric->cell(p, level).required)
                    if (a_.applies(requirement) && !a_.met(requirement) && !waived(requirement))
                        add(requirement, level);
            }
        return std::move(found_);
    }

  private:
    void add(const Requirement& requirement, int level) {
        const auto parameter = a_.rubric->catalogue->practices[requirement.practice].parameter;
        found_.push_back({&requirement, parameter, level,
                          waived(requirement)                          ? Urgency::waived
                          : level <= gate_level(parameter)             ? Urgency::gate
                          : level == roadmap_.milestones.front().level ? Urgency::next
                                                                       : Urgency::later});
    }

    /// The highest level that a gate demands of a parameter; 0 without a gate.
    int gate_level(std::uint32_t parameter) const {
        int level = 0;
        for (const auto& gate : gates_.levels)
            if (gate.assessment == assessment_ && gate.parameter.value_or(parameter) == parameter)
                level = std::max(level, gate.level);
        return level;
    }

    bool waived(const Requirement& requirement) const {
        return gates_.waived.contains(a_.rubric->catalogue->practices[requirement.practice].id);
    }

    const Assessment& a_;
    const Roadmap& roadmap_;
    const Gates& gates_;
    std::size_t assessment_;
    std::vector<Miss> found_;
};

Grade grade_of(const std::vector<Assessment>& assessments) {
    auto grade = Grade::top;
    for (const auto& a : assessments)
        grade = std::min(grade, a.level == a.rubric->top()       ? Grade::top
                                : 2 * a.level >= a.rubric->top() ? Grade::half
                                : a.level > 0                    ? Grade::begun
                                                                 : Grade::none);
    return grade;
}

}  // namespace

Report make_report(Scored scored, const Demands& demands, const Side* baseline,
                   std::string arguments) {
    auto gates = check(demands, scored);
    Side now{std::move(scored), {}};
    std::optional<Comparison> since;
    if (baseline != nullptr) since = compare(*baseline, now);
    const auto& assessments = now.scored.assessments;
    std::vector<std::vector<Miss>> misses;
    for (std::size_t i = 0; i < assessments.size(); ++i)
        misses.push_back(Misses(now.scored, gates, i).list());
    const auto grade = grade_of(assessments);
    return {std::move(now.scored), std::move(since), std::move(gates), std::move(misses), grade,
            std::move(arguments)};
}

}  // namespace mlops_assess
