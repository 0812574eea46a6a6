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

/// What an answer says; nothing where the sheet does not name the practice.
template <typename Part>
RowValue of_answer(const Row& row, Part part) {
    return row.state.answer == nullptr ? RowValue() : part(*row.state.answer);
}

struct Column {
    std::string_view name;
    RowValue (*value)(const Row& row);
};

constexpr Column columns[] = {
    {"team", [](const Row& row) { return free_text(row.scored->sheet.team); }},
    {"date", [](const Row& row) { return id(row.scored->sheet.date); }},
    {"rubric",
     [](const Row& row) {
         return of_model(row, [](const Assessment& a) { return id(a.rubric->id); });
     }},
    {"rubric_version",
     [](const Row& row) {
         return of_model(row, [](const Assessment& a) { return free_text(a.rubric->version); });
     }},
    {"bar",
     [](const Row& row) {
         return of_model(row, [](const Assessment& a) { return id(word_for_points(a.bar)); });
     }},
    {"overall_level",
     [](const Row& row) {
         return of_model(row, [](const Assessment& a) { return RowValue(a.level); });
     }},
    {"target",
     [](const Row& row) {
         return row.assessment ? RowValue(row.scored->roadmaps[*row.assessment].target)
                               : RowValue();
     }},
    {"parameter",
     [](const Row& row) { return id(row.catalogue->parameters[row.practice().parameter].id); }},
    {"parameter_level",
     [](const Row& row) {
         return of_model(row, [&](const Assessment& a) {
             const auto& p = a.parameters[row.practice().parameter];
             return p.assessed ? RowValue(p.level) : RowValue();
         });
     }},
    {"level", [](const Row& row) { return optional(row.level); }},
    {"practice", [](const Row& row) { return id(row.practice().id); }},
    {"kind", [](const Row& row) { return id(row_kind_id(row.kind)); }},
    {"statement", [](const Row& row) { return free_text(row.practice().statement); }},
    {"at_least",
     [](const Row& row) { return row.needed ? id(word_for_points(*row.needed)) : RowValue(); }},
    {"basis",
     [](const Row& row) {
         return row.requirement != nullptr ? id(basis_id(row.requirement->basis)) : RowValue();
     }},
    {"sources", [](const Row& row) { return list(row.sources()); }},
    {"because",
     [](const Row& row) {
         return row.must_have != nullptr ? free_text(reason_words(*row.must_have)) : RowValue();
     }},
    {"answer", [](const Row& row) { return id(word(row.state.rating)); }},
    {"points",
     [](const Row& row) { return row.state.applicable() ? RowValue(row.state.own) : RowValue(); }},
    {"effective_points",
     [](const Row& row) {
         return row.state.applicable() ? RowValue(row.state.effective) : RowValue();
     }},
    {"implied_by",
     [](const Row& row) {
         return row.state.credited_by ? id(row.catalogue->practices[*row.state.credited_by].id)
                                      : RowValue();
     }},
    {"met", [](const Row& row) { return optional(row.met); }},
    {"effort", [](const Row& row) { return id(effort_letter(row.practice().effort)); }},
    {"deliverable", [](const Row& row) { return free_text(deliverable_words(row.practice())); }},
    {"success", [](const Row& row) { return free_text(success_words(row.practice())); }},
    {"why", [](const Row& row) { return free_text(row.practice().why); }},
    {"owner",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return free_text(a.owner); });
     }},
    {"due",
     [](const Row& row) { return of_answer(row, [](const Answer& a) { return id(a.due); }); }},
    {"answer_date",
     [](const Row& row) { return of_answer(row, [](const Answer& a) { return id(a.date); }); }},
    {"answer_source",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return free_text(a.source); });
     }},
    {"confirmed_by",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return free_text(a.confirmed_by); });
     }},
    {"evidence",
     [](const Row& row) {
         return list(row.state.answer == nullptr ? Texts() : row.state.answer->evidence);
     }},
    {"evidence_count",
     [](const Row& row) {
         return RowValue(
             row.state.answer == nullptr ? 0 : static_cast<int>(row.state.answer->evidence.size()));
     }},
    {"note",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return free_text(a.note); });
     }},
    {"answer_line",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return RowValue(a.place.line); });
     }},
    {"answer_column",
     [](const Row& row) {
         return of_answer(row, [](const Answer& a) { return RowValue(a.place.column); });
     }},
    {"assessed_by", [](const Row& row) { return list(row.scored->sheet.assessed_by); }},
    {"scope", [](const Row& row) { return free_text(row.scored->sheet.scope); }},
    {"summary", [](const Row& row) { return free_text(row.scored->sheet.summary); }},
};

}  // namespace

std::vector<std::string> column_names(const AnswerSheet& sheet) {
    std::vector<std::string> all;
    for (const auto& column : columns) all.emplace_back(column.name);
    for (const auto& tag : sheet.tags) all.push_back(fmt::format("tags.{}", tag.key));
    return all;
}

std::vector<RowValue> row_values(const Row& row) {
    std::vector<RowValue> values;
    for (const auto& column : columns) values.push_back(column.value(row));
    for (const auto& tag : row.scored->sheet.tags) values.push_back(free_text(tag.value));
    return values;
}

}  // namespace mlops_assess
