#include "report/phrases.hpp"
#include "text/csv_text.hpp"
#include "writer/json_parts.hpp"
#include "writer/plan/writers.hpp"

#include <fmt/format.h>

/// One row per practice, in the order in which to do them. Issue trackers import `title` and
/// `description`; `key` stays the same from one plan of a team to the next.
namespace mlops_assess {
namespace {

constexpr std::string_view names[] = {
    "key",       "team",      "date",      "title",     "description", "milestone",   "stage",
    "must_have", "first_for", "quick_win", "parameter", "practice",    "answer",      "needed",
    "effort",    "owner",     "due",       "evidence",  "note",        "required_by", "line"};

CsvField free(std::string_view text) { return {std::string(text), true}; }

std::string description_of(const Plan& plan, const PlanStep& step) {
    const auto& about = practice(plan.scored->assessments[step.assessment], step.practice);
    auto words = fmt::format("Practice: {}", about.statement);
    if (step.must_have != nullptr)
        words += fmt::format(" Needed whatever the target: {}", reason_words(*step.must_have));
    if (!about.why.empty()) words += fmt::format(" Why: {}", about.why);
    return words + fmt::format("{} Today: {}.", done_when_words(about), today_words(plan, step));
}

std::string ids_of(const Assessment& a, const std::vector<PracticeIndex>& practices) {
    std::vector<Text> ids;
    for (const auto each : practices) ids.push_back(practice(a, each).id);
    return fmt::format("{}", fmt::join(ids, "; "));
}

/// `milestone` is null for what must be done whatever the target.
std::vector<CsvField> row(const Plan& plan, const Milestone* milestone, std::size_t stage,
                          const PlanStep& step) {
    const auto& sheet = plan.scored->sheet;
    const auto& a = plan.scored->assessments[step.assessment];
    const auto& about = practice(a, step.practice);
    const auto said = plan.answer(step) != nullptr ? *plan.answer(step) : Answer{};
    const auto above =
        milestone != nullptr ? model_level(*a.rubric, milestone->level) : std::string("Must do");
    std::vector<std::string> needs;
    if (milestone != nullptr) needs.push_back(above);
    for (const auto& need : step.also) needs.push_back(model_level(*need.rubric, need.level));
    return {{plan.key(step)},
            free(sheet.team),
            {std::string(sheet.date)},
            free(deliverable_words(about)),
            free(description_of(plan, step)),
            free(above),
            {std::to_string(stage)},
            {step.must_have != nullptr ? "true" : "false"},
            {ids_of(a, step.first_for)},
            {step.quick_win ? "true" : "false"},
            free(title(a, about.parameter)),
            {std::string(about.id)},
            {std::string(word(a.practices[step.practice].rating))},
            {std::string(word_for_points(step.most_needed))},
            {effort_letter(about.effort)},
            free(said.owner),
            {std::string(said.due)},
            free(fmt::format("{}", fmt::join(said.evidence, "; "))),
            free(said.note),
            free(fmt::format("{}", fmt::join(needs, "; "))),
            {said.place.line > 0 ? std::to_string(said.place.line) : std::string()}};
}

std::string rows_of(const Plan& plan, const Milestone* milestone,
                    const std::vector<PlanStage>& stages) {
    std::string out;
    for (std::size_t stage = 0; stage < stages.size(); ++stage)
        for (const auto& step : stages[stage].steps)
            if (!step.again) out += csv_record(row(plan, milestone, stage + 1, step));
    return out;
}

}  // namespace

std::string plan_csv(const Plan& plan, const Style&) {
    std::vector<CsvField> header;
    for (const auto name : names) header.push_back({std::string(name)});
    auto out = csv_record(header) + rows_of(plan, nullptr, plan.must_have);
    for (const auto& model : plan.models)
        for (const auto& milestone : model.milestones)
            out += rows_of(plan, milestone.milestone, milestone.stages);
    return out;
}

}  // namespace mlops_assess
