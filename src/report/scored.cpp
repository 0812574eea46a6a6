#include "report/scored.hpp"

#include "assessment/target.hpp"
#include "report/notices.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace mlops_assess {
namespace {

/// Counts the answers to practices that the rubrics use, and finds the not-applicable ones.
void count_answers(Scored& scored, const std::vector<PracticeSet>& used) {
    for (std::size_t c = 0; c < scored.catalogues.size(); ++c)
        for (PracticeIndex i = 0; i < scored.catalogues[c]->practices.size(); ++i) {
            if (!used[c].contains(i)) continue;
            const auto& practice = scored.catalogues[c]->practices[i];
            const auto* answer = scored.sheet.find(practice.id);
            const auto rating = answer != nullptr ? answer->rating : Rating::unanswered;
            if (rating == Rating::not_applicable) {
                ++scored.count.not_applicable;
                scored.not_applicable.push_back(answer);
            } else if (rating == Rating::unanswered) {
                ++scored.count.open;
                scored.open.push_back(&practice);
            } else {
                ++scored.count.answered;
            }
        }
}

std::optional<int> asked_target(const AskedTargets& targets, Text model) {
    for (const auto& target : targets)
        if (target.model == model) return target.level;
    return std::nullopt;
}

}  // namespace

std::optional<Scored> score(const Models& models, const AnswerSheet& sheet, const Rules& rules,
                            const AskedTargets& targets, Diagnostics& diagnostics) {
    Scored scored{};
    scored.sheet = sheet;
    scored.rules = rules;
    scored.catalogues = models.catalogues;
    scored.models = models.memory;
    scored.not_loaded = models.not_loaded();
    std::vector<Target> targeted;
    for (const auto* rubric : models.rubrics) {
        auto assessment = assess(*rubric, sheet, rules);
        if (!assessment) {
            diagnostics.add(
                DiagnosticId::nothing_to_assess, *sheet.source, std::nullopt,
                fmt::format("no requirement of the rubric {} applies to this team", rubric->id),
                "check the not-applicable answers, or choose another rubric");
            continue;
        }
        targeted.push_back(target_of(*assessment, sheet, asked_target(targets, rubric->id)));
        scored.out_of_scope.push_back(out_of_scope(*rubric, sheet));
        scored.advised.push_back(scored.out_of_scope.back() != nullptr
                                     ? std::nullopt
                                     : advised_level(*rubric->catalogue, sheet, rubric->id));
        scored.assessments.push_back(std::move(*assessment));
    }
    if (scored.assessments.size() < models.rubrics.size()) return std::nullopt;
    const auto& assessments = scored.assessments;
    scored.roadmaps = make_roadmaps(assessments, targeted);
    scored.must_have = must_haves(models.catalogues, assessments, sheet, rules.bar);
    scored.next = next_milestones(assessments, scored.roadmaps, scored.must_have);
    scored.first_steps = first_steps(assessments, scored.roadmaps, scored.must_have);
    const auto used = used_practices(models.catalogues, assessments);
    count_answers(scored, used);
    scored.notices = notices(models, assessments, sheet, used);
    return scored;
}

}  // namespace mlops_assess
