#include "writer/columns.hpp"

#include "report/phrases.hpp"
#include "writer/json_parts.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

RowValue id(Text text) { return text.empty() ? RowValue() : RowValue(std::string(text)); }

RowValue free_text(Text text) {
    return text.empty() ? RowValue() : RowValue(FreeText{std::string(text)});
}

RowValue list(std::span<const Text> texts) {
    return std::vector<std::string>(texts.begin(), texts.end());
}

template <typename Value>
RowValue optional(const std::optional<Value>& value) {
    return value ? RowValue(*value) : RowValue();
}

/// What a figure of the model that asks is; nothing where no model does.
template <typename Figure>
RowValue of_model(const Row& row, Figure figure) {
    return row.model() == nullptr ? RowValue() : figure(*row.model());
}

/// Those of the assessment and of the model that asks.
void add_model(std::vector<RowValue>& values, const Row& row) {
    const auto& sheet = row.scored->sheet;
    const auto parameter = row.practice().parameter;
    values.insert(
        values.end(),
        {free_text(sheet.team), id(sheet.date),
         of_model(row, [](const Assessment& a) { return id(a.rubric->id); }),
         of_model(row, [](const Assessment& a) { return free_text(a.rubric->version); }),
         of_model(row, [](const Assessment& a) { return id(word_for_points(a.bar)); }),
         of_model(row, [](const Assessment& a) { return RowValue(a.level); }),
         row.assessment ? RowValue(row.scored->roadmaps[*row.assessment].target) : RowValue(),
         id(row.catalogue->parameters[parameter].id),
         of_model(row,
                  [&](const Assessment& a) {
                      const auto& p = a.parameters[parameter];
                      return p.assessed ? RowValue(p.level) : RowValue();
                  }),
         optional(row.level)});
}

/// What is asked for, and what the team reaches of it.
void add_practice(std::vector<RowValue>& values, const Row& row) {
    const auto& practice = row.practice();
    const auto& state = row.state;
    const bool applies = state.applicable();
    values.insert(
        values.end(),
        {id(practice.id), id(row_kind_id(row.kind)), free_text(practice.statement),
         row.needed ? id(word_for_points(*row.needed)) : RowValue(),
         row.requirement != nullptr ? id(basis_id(row.requirement->basis)) : RowValue(),
         list(row.sources()),
         row.must_have != nullptr ? free_text(reason_words(*row.must_have)) : RowValue(),
         id(word(state.rating)), applies ? RowValue(state.own) : RowValue(),
         applies ? RowValue(state.effective) : RowValue(),
         state.credited_by ? id(row.catalogue->practices[*state.credited_by].id) : RowValue(),
         optional(row.met), id(effort_letter(practice.effort)),
         free_text(deliverable_words(practice)), free_text(success_words(practice)),
         free_text(practice.why)});
}

void add_answer(std::vector<RowValue>& values, const Row& row) {
    const auto* answer = row.state.answer;
    const auto text = [&](Text Answer::*member) {
        return answer == nullptr ? RowValue() : free_text(answer->*member);
    };
    const auto date = [&](Text Answer::*member) {
        return answer == nullptr ? RowValue() : id(answer->*member);
    };
    const auto place = [&](int Place::*member) {
        return answer == nullptr ? RowValue() : RowValue(answer->place.*member);
    };
    const auto evidence = answer != nullptr ? answer->evidence : Texts();
    values.insert(values.end(), {text(&Answer::owner), date(&Answer::due), date(&Answer::date),
                                 text(&Answer::source), text(&Answer::confirmed_by), list(evidence),
                                 static_cast<int>(evidence.size()), text(&Answer::note),
                                 place(&Place::line), place(&Place::column)});
}

constexpr std::string_view names[] = {"team",
                                      "date",
                                      "rubric",
                                      "rubric_version",
                                      "bar",
                                      "overall_level",
                                      "target",
                                      "parameter",
                                      "parameter_level",
                                      "level",
                                      "practice",
                                      "kind",
                                      "statement",
                                      "at_least",
                                      "basis",
                                      "sources",
                                      "because",
                                      "answer",
                                      "points",
                                      "effective_points",
                                      "implied_by",
                                      "met",
                                      "effort",
                                      "deliverable",
                                      "success",
                                      "why",
                                      "owner",
                                      "due",
                                      "answer_date",
                                      "answer_source",
                                      "confirmed_by",
                                      "evidence",
                                      "evidence_count",
                                      "note",
                                      "answer_line",
                                      "answer_column",
                                      "assessed_by",
                                      "scope",
                                      "summary"};

}  // namespace

std::vector<std::string> column_names(const AnswerSheet& sheet) {
    std::vector<std::string> all(std::begin(names), std::end(names));
    for (const auto& tag : sheet.tags) all.push_back(fmt::format("tags.{}", tag.key));
    return all;
}

std::vector<RowValue> row_values(const Row& row) {
    const auto& sheet = row.scored->sheet;
    std::vector<RowValue> values;
    add_model(values, row);
    add_practice(values, row);
    add_answer(values, row);
    values.insert(values.end(),
                  {list(sheet.assessed_by), free_text(sheet.scope), free_text(sheet.summary)});
    for (const auto& tag : sheet.tags) values.push_back(free_text(tag.value));
    return values;
}

}  // namespace mlops_assess
