#pragma once

#include "model/load.hpp"

#include <string>

/// A JSON report read back: its answers, and of its figures only what tells whether the model
/// moved.
namespace mlops_assess {

/// What a report said of a model.
struct ReportedModel {
    struct Parameter {
        std::string id;
        std::optional<int> level;  ///< none where not assessed
    };
    std::string rubric;
    std::string version;
    Points bar;
    int level;
    std::vector<Parameter> parameters;

    const Parameter* find(std::string_view parameter) const;
};

struct ReportedAnswers {
    AnswerSheet sheet;  ///< only team, date and answers; places are those of the report's start
    std::vector<ReportedModel> models;
};

/// Reads a report that `score -f json` wrote. Answers to practices that no catalogue knows any more
/// are passed over, with a notice. None, with a diagnostic, when the file is no such report or
/// breaks its form.
std::optional<ReportedAnswers> load_reported(const SourcePointer& file, const Models& models,
                                             Diagnostics& diagnostics);

/// Whether a file is such a report, and not a sheet.
bool is_json_report(const SourceFile& file);

}  // namespace mlops_assess
