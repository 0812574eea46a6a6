#include "writer/rows.hpp"

#include "report/phrases.hpp"
#include "writer/json_parts.hpp"

#include <algorithm>

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
    {"team", [](const Report& report, const Row&) { return text(report.sheet.team); }},
    {"date", [](const Report& report, const Row&) { return text(report.date); }},
    {"rubric", [](const Report&, const Row& row) { return text(row.assessment->rubric->id); }},
    {"rubric_version",
     [](const Report&, const Row& row) { return text(row.assessment->rubric->version); }},
    {"bar",
     [](const Report&, const Row& row) { return text(word_for_points(row.assessment->bar)); }},
    {"overall_level",
     [](const Report&, const Row& row) { return RowValue(row.assessment->level); }},
    {"target", [](const Report&, const Row& row) { return RowValue(row.target); }},
    {"parameter",
     [](const Report&, const Row& row) {
         return text(row.assessment->rubric->catalogue->parameters[row.parameter].id);
     }},
    {"parameter_level",
     [](const Report&, const Row& row) {
         return parameter(row).assessed ? RowValue(parameter(row).level) : RowValue();
     }},
    {"level", [](const Report&, const Row& row) { return RowValue(row.level); }},
    {"practice", [](const Report&, const Row& row) { return text(row.practice().id); }},
    {"statement", [](const Report&, const Row& row) { return text(row.practice().statement); }},
    {"at_least",
     [](const Report&, const Row& row) {
         return text(word_for_points(row.assessment->needed(*row.requirement)));
     }},
    {"basis", [](const Report&, const Row& row) { return text(basis_id(row.requirement->basis)); }},
    {"answer", [](const Report&, const Row& row) { return text(word(row.state().rating)); }},
    {"points",
     [](const Report&, const Row& row) {
         return row.applies() ? RowValue(row.state().own) : RowValue();
     }},
    {"effective_points",
     [](const Report&, const Row& row) {
         return row.applies() ? RowValue(row.state().effective) : RowValue();
     }},
    {"implied_by",
     [](const Report&, const Row& row) {
         const auto by = row.state().credited_by;
         return by ? text(practice(*row.assessment, *by).id) : RowValue();
     }},
    {"met", [](const Report&,
               const Row& row) { return row.applies() ? RowValue(row.met()) : RowValue(); }},
    {"effort",
     [](const Report&, const Row& row) { return RowValue(effort_letter(row.practice().effort)); }},
    {"owner", [](const Report&, const Row& row) { return answer_text(row, &Answer::owner); }},
    {"answer_date", [](const Report&, const Row& row) { return answer_text(row, &Answer::date); }},
    {"answer_source",
     [](const Report&, const Row& row) { return answer_text(row, &Answer::source); }},
    {"evidence_count",
     [](const Report&, const Row& row) {
         const auto* answer = row.state().answer;
         return RowValue(answer == nullptr ? 0 : static_cast<int>(answer->evidence.size()));
     }},
    {"note", [](const Report&, const Row& row) { return answer_text(row, &Answer::note); }},
    {"answer_line", [](const Report&, const Row& row) { return place(row, &Place::line); }},
    {"answer_column", [](const Report&, const Row& row) { return place(row, &Place::column); }},
};

}  // namespace

std::vector<const Requirement*> in_catalogue_order(const Cell& cell) {
    std::vector<const Requirement*> ordered;
    for (const auto& requirement : cell.required) ordered.push_back(&requirement);
    std::sort(ordered.begin(), ordered.end(),
              [](const auto* x, const auto* y) { return x->practice < y->practice; });
    return ordered;
}

std::vector<Row> rows(const Report& report) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < report.assessments.size(); ++i) {
        const auto& a = report.assessments[i];
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            for (int level = 0; level <= a.rubric->top(); ++level)
                for (const auto* requirement : in_catalogue_order(a.rubric->cell(p, level)))
                    rows.push_back({&a, report.roadmaps[i].target, p, level, requirement});
    }
    return rows;
}

std::span<const Column> columns() { return all; }

}  // namespace mlops_assess
