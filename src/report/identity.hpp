#pragma once

#include <string>
#include <string_view>

namespace mlops_assess {

/// What tells the reports of two teams, or of two sheets of one team, apart where a pipeline keeps
/// both: contract, section 4.
struct Identity {
    std::string path;  ///< of the sheet, relative to the working directory, lexically normal
    std::string name;  ///< SLUG-HASH; the slug may be empty

    /// `mlops-assess/RUBRIC/SLUG-HASH/`, what SARIF calls a category.
    std::string category(std::string_view rubric) const;
    /// `SLUG-HASH.google.ci`, what JUnit calls a class.
    std::string class_of(std::string_view part) const;
};

/// `path` is made lexically normal; standard input is `<stdin>`.
Identity identity_of(std::string_view team, std::string_view path);

}  // namespace mlops_assess
