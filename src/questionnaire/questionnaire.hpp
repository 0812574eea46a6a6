#pragma once

#include "model/load.hpp"

#include <set>
#include <string>
#include <string_view>

namespace mlops_assess {

/// What a questionnaire asks, and for whom.
struct Questionnaire {
    Models models;
    std::string team;                       ///< empty: not named yet
    std::vector<ModelLevel> only;           ///< the levels that it is for; empty: all of them
    std::string score_command;              ///< what scores the answers
    bool has_schema = true;                 ///< whether the schema beside the sheet is its own
    std::vector<std::string> rubrics = {};  ///< as `--rubric` names them; empty: the shipped ones
    std::vector<SourcePointer> rubric_files = {};  ///< those and their catalogues that are files

    /// The ids of the practices that those levels need.
    std::set<Text> practices() const;
};

/// A sheet to be answered with an editor.
std::string yaml_questionnaire(const Questionnaire& questionnaire);

/// A sheet to be answered with a spreadsheet.
std::string csv_questionnaire(const Questionnaire& questionnaire);

/// A sheet for a spreadsheet: rows for its facts, then one for each of these practices, with the
/// answer where there is one. Line ends inside a piece of evidence become blanks.
std::string csv_sheet(const Models& models, const std::set<Text>& practices,
                      const AnswerSheet& sheet);

/// The library as WebAssembly, gzipped, in base64; empty where it was not built in.
std::string_view page_engine();

/// A page to be answered in a browser, which saves such a sheet. With an engine it scores as well.
std::string html_questionnaire(const Questionnaire& questionnaire);

/// How `init` and the page name what they write.
inline constexpr std::string_view default_sheet = "answers.yaml";
inline constexpr std::string_view sheet_schema_file = "answers.schema.json";

}  // namespace mlops_assess
