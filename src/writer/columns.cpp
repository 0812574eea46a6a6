#include "writer/columns.hpp"

#include "report/phrases.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {
namespace {

RowValue text(Text text) { return text.empty() ? RowValue() : RowValue(std::string(text)); }

/// A text of the answer; nothing where the sheet does not name the practice.
RowValue answer_text(const Row& row, Text Answer::*member) {
    const auto* answer = row.state().answer;
    return answer == nullptr ? RowValue() : text(answer->*member);
}

RowValue place(const Row& row, int Place::*member) {
    const auto* answer = row.state().answer;
    return answer == nullptr ? RowValue() : RowValue(answer->place.*member);
}

const ParameterAssessment& parameter(const Row& row) {
    return row.assessment->parameters[row.parameter];
}

constexpr Column all[] = {
    {"team", [](const Scored& scored, const Row&) { return text(scored.sheet.team); }},
    {"date", [](const Scored& scored, const Row&) { return text(scored.sheet.date); }},
    {"rubric", [](const Scored&, const Row& row) { return text(row.assessment->rubric->id); }},
    {"rubric_version",
     [](const Scored&, const Row& row) { return text(row.assessment->rubric->version); }},
    {"bar",
     [](const Scored&, const Row& row) { return text(word_for_points(row.assessment->bar)); }},
    {"overall_level",
     [](const Scored&, const Row& row) { return RowValue(row.assessment->level); }},
    {"target", [](const Scored&, const Row& row) { return RowValue(row.target); }},
    {"parameter",
     [](const Scored&, const Row& row) {
         return text(row.assessment->rubric->catalogue->parameters[row.parameter].id);
     }},
    {"parameter_level",
     [](const Scored&, const Row& row) {
         return parameter(row).assessed ? RowValue(parameter(row).level) : RowValue();
     }},
    {"level", [](const Scored&, const Row& row) { return RowValue(row.level); }},
    {"practice", [](const Scored&, const Row& row) { return text(row.practice().id); }},
    {"statement", [](const Scored&, const Row& row) { return text(row.practice().statement); }},
    {"at_least",
     [](const Scored&, const Row& row) {
         return text(word_for_points(row.assessment->needed(*row.requirement)));
     }},
    {"basis", [](const Scored&, const Row& row) { return text(basis_id(row.requirement->basis)); }},
    {"answer", [](const Scored&, const Row& row) { return text(word(row.state().rating)); }},
    {"points",
     [](const Scored&, const Row& row) {
         return row.applies() ? RowValue(row.state().own) : RowValue();
     }},
    {"effective_points",
     [](const Scored&, const Row& row) {
         return row.applies() ? RowValue(row.state().effective) : RowValue();
     }},
    {"implied_by",
     [](const Scored&, const Row& row) {
         const auto by = row.state().credited_by;
         return by ? text(practice(*row.assessment, *by).id) : RowValue();
     }},
    {"met", [](const Scored&,
               const Row& row) { return row.applies() ? RowValue(row.met()) : RowValue(); }},
    {"effort",
     [](const Scored&, const Row& row) { return RowValue(effort_letter(row.practice().effort)); }},
    {"owner", [](const Scored&, const Row& row) { return answer_text(row, &Answer::owner); }},
    {"answer_date", [](const Scored&, const Row& row) { return answer_text(row, &Answer::date); }},
    {"answer_source",
     [](const Scored&, const Row& row) { return answer_text(row, &Answer::source); }},
    {"evidence_count",
     [](const Scored&, const Row& row) {
         const auto* answer = row.state().answer;
         return RowValue(answer == nullptr ? 0 : static_cast<int>(answer->evidence.size()));
     }},
    {"note", [](const Scored&, const Row& row) { return answer_text(row, &Answer::note); }},
    {"answer_line", [](const Scored&, const Row& row) { return place(row, &Place::line); }},
    {"answer_column", [](const Scored&, const Row& row) { return place(row, &Place::column); }},
};

}  // namespace

std::span<const Column> columns() { return all; }

}  // namespace mlops_assess
