#include "ask/agenda.hpp"

#include <algorithm>
#include <tuple>

namespace mlops_assess {
namespace {

const auto about_aim = Step(AimAt{}).index();
const auto about_going_on = Step(GoOn{}).index();
const auto about_rest = Step(AskRest{}).index();

std::vector<WantedModel> wanted_models(const Models& models, const Scope& scope) {
    std::vector<WantedModel> wanted;
    for (const auto* rubric : models.rubrics) {
        if (scope.only.empty()) wanted.push_back({rubric, rubric->bar, rubric->top()});
        for (const auto& [model, level] : scope.only)
            if (model == rubric->id) wanted.push_back({rubric, rubric->bar, level});
    }
    return wanted;
}

std::optional<Step> first(const std::vector<Question>& questions) {
    return questions.empty() ? std::nullopt : std::optional<Step>(questions.front());
}

bool has(const Texts& texts, Text text) { return std::ranges::count(texts, text) > 0; }

const ModelLevel* stated_target(const AnswerSheet& sheet, Text model) {
    const auto found = std::ranges::find(sheet.target, model, &ModelLevel::model);
    return found == sheet.target.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Question> question_about(const Models& models, Text id) {
    for (const auto* rubric : models.rubrics)
        if (const auto index = rubric->catalogue->find(id)) {
            const auto& practice = rubric->catalogue->practices[*index];
            return Question{&practice, rubric, practice.parameter, 0};
        }
    return std::nullopt;
}

Agenda::Agenda(const Models& models, Scope scope, std::string today, const AnswerSheet& begin)
    : models_(models),
      scope_(std::move(scope)),
      today_(std::move(today)),
      wanted_(wanted_models(models, scope_)),
      interview_(wanted_, scope_.overall ? Goal::overall_levels : Goal::parameter_levels) {
    interview_.only(scope_.parameters);
    for (const auto& answer : begin.answers)
        if (begin.day_of(answer).empty()) undated_.emplace(answer.practice);
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
        if (answer.is_given()) answers.push_back(&answer);
    std::ranges::sort(answers, {}, [&](const Answer* answer) {
        return std::tuple(sheet.day_of(*answer), answer->place.line, answer->place.column);
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
    if (auto found = advices(sheet); offers(found, sheet)) return AimAt{std::move(found)};
    return std::nullopt;
}

std::vector<const Rubric*> Agenda::rubrics() const {
    std::vector<const Rubric*> all;
    for (const auto& model : wanted_) all.push_back(model.rubric);
    return all;
}

std::vector<AboutTeam> Agenda::unsaid_facts(const AnswerSheet& sheet) const {
    std::vector<AboutTeam> unsaid;
    for (const auto* catalogue : models_.catalogues)
        for (auto& stakes : deciding_facts(*catalogue, rubrics(), sheet))
            if (!has(sheet.unknown_facts, catalogue->context[stakes.question].id))
                unsaid.push_back({catalogue, std::move(stakes)});
    return unsaid;
}

std::vector<AboutTeam> Agenda::open_facts(const AnswerSheet& sheet) const {
    auto open = unsaid_facts(sheet);
    std::erase_if(
        open, [&](const AboutTeam& each) { return passed_facts_.contains(each.question().id); });
    return open;
}

std::vector<Advice> Agenda::advices(const AnswerSheet& sheet) const {
    std::vector<Advice> found;
    for (const auto* rubric : rubrics()) {
        if (sheet.context.empty() || out_of_scope(*rubric, sheet) != nullptr) continue;
        auto advice = advise(*rubric->catalogue, sheet, rubric->id);
        if (advice && !advice->level.open()) found.push_back(*std::move(advice));
    }
    return found;
}

/// Levels are offered that the sheet does not aim at: at its beginning, or when facts have changed.
bool Agenda::offers(const std::vector<Advice>& advices, const AnswerSheet& sheet) const {
    const bool begins =
        sheet.target.empty() && std::ranges::none_of(sheet.answers, &Answer::is_given);
    return (begins || facts_changed_) && std::ranges::any_of(advices, [&](const Advice& advice) {
               const auto* target = stated_target(sheet, advice.model);
               return target == nullptr || target->level != advice.level.low;
           });
}

bool Agenda::is_undated(Text practice, const AnswerSheet& sheet) const {
    const auto* answer = sheet.find(practice);
    return answer != nullptr && answer->date.empty() &&
           (sheet.date.empty() || undated_.contains(std::string(practice)));
}

bool Agenda::passed_any(const AnswerSheet& sheet) const {
    return std::ranges::any_of(interview_.passed(), [&](Text practice) {
        const auto* answer = sheet.find(practice);
        return answer == nullptr || !answer->is_given() || answer->date != today_;
    });
}

bool Agenda::asks_rest() const { return agreed_.contains(about_rest); }

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
            if (answer == nullptr || !answer->is_given() || answer->date == today_) continue;
            const auto question = question_about(models_, practice.id);
            if (question && !asked_.contains(practice.id) && wants(*question))
                found.emplace_back(is_undated(practice.id, sheet) ? Text() : sheet.day_of(*answer),
                                   *question);
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
    if (const auto* about = std::get_if<AboutTeam>(&step)) {
        const auto id = about->question().id;
        const bool is_again = sheet.fact(id) == nullptr &&
                              (passed_facts_.contains(id) || has(sheet.unknown_facts, id));
        return {sheet.context.size(), open_facts(sheet).size() + (is_again ? 1 : 0)};
    }
    const auto is_counted = [&](const Answer& answer) {
        const auto question = question_about(models_, answer.practice);
        if (!question || !answer.is_given()) return false;
        return !scope_.review || (answer.date == today_ && wants(*question));
    };
    Count count{static_cast<std::size_t>(std::ranges::count_if(sheet.answers, is_counted)), 0};
    const auto* question = std::get_if<Question>(&step);
    const auto* answer = question == nullptr ? nullptr : sheet.find(question->practice->id);
    const bool is_done =
        answer != nullptr && answer->is_given() && (!scope_.review || answer->date == today_);
    const bool is_again =
        question != nullptr && interview_.passed().contains(question->practice->id);
    if (is_again && !is_done) count.left = 1;
    count.left += questions_left(sheet);
    return count;
}

std::size_t Agenda::questions_left(const AnswerSheet& sheet) const {
    if (scope_.review) return to_review(sheet).size();
    const auto left = named().size();
    if (left > 0 || (!scope_.practices.empty() && scope_.parameters.empty())) return left;
    if (scope_.full) return interview_.open().size();
    const auto deciding = interview_.deciding().size();
    return deciding == 0 && asks_rest() ? interview_.rest().size() : deciding;
}

void Agenda::take(const Step& step) {
    if (const auto* question = std::get_if<Question>(&step))
        asked_.insert(question->practice->id);
    else if (!std::holds_alternative<AboutTeam>(step))
        agreed_.insert(step.index());
}

void Agenda::pass(const Step& step) {
    if (const auto* fact = std::get_if<AboutTeam>(&step))
        passed_facts_.insert(fact->question().id);
    else if (const auto* question = std::get_if<Question>(&step))
        interview_.pass(question->practice->id);
}

void Agenda::take_fact(bool scope_changed) {
    facts_changed_ = true;
    agreed_.erase(about_aim);
    if (scope_changed) agreed_.erase(about_going_on);
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
