#pragma once

#include "report/report.hpp"

/// The report as a table: one row for every requirement of every model.
namespace mlops_assess {

/// How a team stands to a requirement.
enum class Standing { not_applicable, met, open, gap };

struct Row {
    const Assessment* assessment;
    int target;
    std::uint32_t parameter;
    int level;
    const Requirement* requirement;
    Standing standing;

    const PracticeState& state() const { return assessment->practices[requirement->practice]; }
    const Practice& practice() const {
        return assessment->rubric->catalogue->practices[requirement->practice];
    }
    bool applies() const { return standing != Standing::not_applicable; }
    bool met() const { return standing == Standing::met; }
};

/// By model, parameter, level and catalogue.
std::vector<Row> rows(const Scored& scored);

}  // namespace mlops_assess
