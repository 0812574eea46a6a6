#pragma once

#include "assessment/practice_set.hpp"
#include "report/scored.hpp"


namespace mlops_assess {

/// Of each catalogue the practices that can change a figure of an assessment.
std::vector<PracticeSet> used_practices(const std::vector<const Catalogue*>& catalogues,
                                        const std::vector<Assessment>& assessments);

/// What a reader should know of how the sheet counts: credits, facts that do not fit, answers
/// taken as more than they say or used by nobody.
std::vector<Notice> notices(const Models& models, const std::vector<Assessment>& assessments,
                            const AnswerSheet& sheet, const std::vector<PracticeSet>& used);

/// Those that are no warnings, which the loaders have told already.
void tell_notices(const Scored& scored, Diagnostics& diagnostics);

}  // namespace mlops_assess
