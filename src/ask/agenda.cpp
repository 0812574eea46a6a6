#include "ask/agenda.hpp"

#include "ask/answer_edits.hpp"

#include <algorithm>
#include <tuple>

namespace mlops_assess {
namespace {

constexpr auto about_aim = Step(AimAt{}).index();
constexpr auto about_going_on = Step(GoOn{}).index();
constexpr auto about_rest = Step(AskRest{}).index();

std::vector<WantedModel> wanted_models(const Models& models, const Scope& scope) {
    std::vector<WantedModel> wanted;
    for (const auto* rubric : models.rubrics) {
        if (scope.only.empty()) wanted.push_back({rubric, rubric->bar, rubric->top()});
        for (const auto& [model, level] : scope.only)
            if (model == rubric->id) wanted.push_back({rubric, rubric->bar, level});
    }
    return wanted;
}

/// The question about a practice, for its own sake; none for one of no loaded catalogue.
std::optional<Question> question_about(const Models& models, Text id) {
    for (const auto* rubric : models.rubrics)
        if (const auto index = rubric->catalogue->find(id)) {
            const auto& practice = rubric->catalogue->practices[*index];
            return Question{&practice, rubric, practice.parameter, 0};
        }
    return std::nullopt;
}

std::optional<Step> first(const std::vector<Question>& questions) {
    return questions.empty() ? std::nullopt : std::optional<Step>(questions.front());
}

bool has(const Texts& texts, Text text) { return std::ranges::count(texts, text) > 0; }

const ModelLevel* stated_target(const AnswerSheet& sheet, Text model) {
    const auto found = std::ranges::find(sheet.target, model, &ModelLevel::model);
    return found == sheet.target.end() ? nullptr : &*found;
}

bool is_answered(const Answer& answer) { return answer.rating != Rating::unanswered; }

}  // namespace

Agenda::Agenda(const Models& models, Scope scope, std::string today)
    : models_(models),
      scope_(std::move(scope)),
      today_(std::move(today)),
      wanted_(wanted_models(models, scope_)),
      interview_(wanted_, scope_.overall ? Goal::overall_levels : Goal::parameter_levels) {
    interview_.only(scope_.parameters);
}

std::vector<Step> Agenda::earlier(const AnswerSheet& sheet) const {
    std::vector<Step> steps;
    for (const auto* catalogue : models_.catalogues)
        for (std::uint32_t i = 0; i < catalogue->context.size(); ++i) {
            const auto id = catalogue->context[i].id;
            if (sheet.fact(id) != nullptr || has(sheet.unknown_facts, id))
                steps.emplace_back(AboutTeam{catalogue, {i}});
        }
    std::vector<const Answer*> answers;
    for (const auto& answer : sheet.answers)
        if (is_answered(answer)) answers.push_back(&answer);
    std::ranges::sort(answers, {}, [&](const Answer* answer) {
        return std::tuple(answered_on(sheet, *answer), answer->place.line, answer->place.column);
    });
    for (const auto* answer : answers)
        if (const auto question = question_about(models_, answer->practice))
            steps.emplace_back(*question);
    return steps;
}

std::optional<Step> Agenda::next(const AnswerSheet& sheet) {
    take_answers(sheet);
    if (!scope_.is_named() && !scope_.review)
        if (auto step = next_about_team(sheet)) return step;
    return next_practice(sheet);
}

std::optional<Step> Agenda::next_about_team(const AnswerSheet& sheet) {
    const bool fits = std::ranges::any_of(models_.rubrics, [&](const Rubric* rubric) {
        return out_of_scope(*rubric, sheet) == nullptr;
    });
    if (!fits && !agreed_.contains(about_going_on)) return GoOn{};
    if (const auto facts = open_facts(sheet); !facts.empty()) return facts.front();
    if (agreed_.contains(about_aim)) return std::nullopt;
    if (auto found = advices(sheet); !found.empty()) return AimAt{std::move(found)};
    return std::nullopt;
}

std::vector<AboutTeam> Agenda::open_facts(const AnswerSheet& sheet) const {
    std::vector<AboutTeam> open;
    for (const auto* catalogue : models_.catalogues)
        for (auto& stakes : deciding_facts(*catalogue, models_.rubrics, sheet)) {
            const auto id = catalogue->context[stakes.question].id;
            if (!passed_facts_.contains(id) && !has(sheet.unknown_facts, id))
                open.push_back({catalogue, std::move(stakes)});
        }
    return open;
}

/// Levels that the facts decide and that the sheet does not aim at: at its beginning, or when facts
/// have changed.
std::vector<Advice> Agenda::advices(const AnswerSheet& sheet) const {
    std::vector<Advice> found;
    bool is_new = false;
    for (const auto* rubric : models_.rubrics) {
        if (sheet.context.empty() || out_of_scope(*rubric, sheet) != nullptr) continue;
        auto advice = advise(*rubric->catalogue, sheet, rubric->id);
        if (!advice || advice->level.open()) continue;
        const auto* target = stated_target(sheet, rubric->id);
        is_new = is_new || target == nullptr || target->level != advice->level.low;
        found.push_back(*std::move(advice));
    }
    const bool begins = sheet.target.empty() && std::ranges::none_of(sheet.answers, is_answered);
    return is_new && (begins || facts_changed_) ? found : std::vector<Advice>();
}

std::optional<Step> Agenda::next_practice(const AnswerSheet& sheet) {
    if (scope_.review) return first(to_review(sheet));
    if (auto step = first(named())) return step;
    if (!scope_.practices.empty() && scope_.parameters.empty()) return std::nullopt;
    if (scope_.full) return first(interview_.open());
    if (const auto question = interview_.next()) return *question;
    const auto rest = interview_.rest();
    if (rest.empty() || scope_.overall) return std::nullopt;
    if (agreed_.contains(about_rest)) return rest.front();
    return AskRest{rest.size()};
}

bool Agenda::wants(const Question& question) const {
    if (!scope_.is_named()) return true;
    const auto& parameter = question.rubric->catalogue->parameters[question.parameter];
    return scope_.parameters.contains(parameter.id) ||
           std::ranges::any_of(scope_.practices, [&](const Question& each) {
               return each.practice == question.practice;
           });
}

/// What was answered before today, undated and oldest first, then in the order of the catalogues.
std::vector<Question> Agenda::to_review(const AnswerSheet& sheet) const {
    std::vector<std::pair<Text, Question>> found;
    for (const auto* catalogue : models_.catalogues)
        for (const auto& practice : catalogue->practices) {
            const auto* answer = sheet.find(practice.id);
            if (answer == nullptr || !is_answered(*answer) || answer->date == today_) continue;
            const auto question = question_about(models_, practice.id);
            if (question && !asked_.contains(practice.id) && wants(*question))
                found.emplace_back(answered_on(sheet, *answer), *question);
        }
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<Question> questions;
    for (const auto& each : found) questions.push_back(each.second);
    return questions;
}

/// The practices that were named and not asked yet, whatever is known of them.
std::vector<Question> Agenda::named() const {
    std::vector<Question> left;
    for (const auto& question : scope_.practices)
        if (!asked_.contains(question.practice->id)) left.push_back(question);
    return left;
}

Count Agenda::count(const Step& step, const AnswerSheet& sheet) const {
    if (std::holds_alternative<AboutTeam>(step))
        return {sheet.context.size(), open_facts(sheet).size()};
    if (scope_.review) return {asked_.size(), to_review(sheet).size()};
    const auto answered = std::ranges::count_if(sheet.answers, [&](const Answer& answer) {
        return is_answered(answer) && question_about(models_, answer.practice);
    });
    Count count{static_cast<std::size_t>(answered), named().size()};
    if (count.left > 0 || (!scope_.practices.empty() && scope_.parameters.empty())) return count;
    count.left = scope_.full ? interview_.open().size() : interview_.at_most();
    if (count.left == 0) count.left = interview_.rest().size();
    return count;
}

void Agenda::take(const Step& step) {
    if (const auto* question = std::get_if<Question>(&step)) asked_.insert(question->practice->id);
}

void Agenda::pass(const Step& step) {
    if (const auto* fact = std::get_if<AboutTeam>(&step))
        passed_facts_.insert(fact->question().id);
    else if (const auto* question = std::get_if<Question>(&step))
        interview_.pass(question->practice->id);
}

void Agenda::take_fact() {
    facts_changed_ = true;
    agreed_.erase(about_aim);
    agreed_.erase(about_going_on);
}

/// The interview knows what the file says, whoever wrote it.
void Agenda::take_answers(const AnswerSheet& sheet) {
    for (const auto practice : taken_) interview_.answer(practice, Rating::unanswered);
    taken_.clear();
    for (const auto& answer : sheet.answers) {
        const auto question = question_about(models_, answer.practice);
        if (!question) continue;
        taken_.insert(question->practice->id);
        interview_.answer(question->practice->id, answer.rating);
    }
}

}  // namespace mlops_assess
