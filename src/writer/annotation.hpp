#pragma once

#include "document/source.hpp"

/// Workflow commands that GitHub shows as annotations at the lines of a pull request.
namespace mlops_assess {

/// Texts are raw; empty ones are left out.
struct Annotation {
    std::string_view level;  ///< error, warning or notice
    std::string_view file;
    std::optional<Place> place;
    std::string_view title;
    std::string_view message;
};

/// The annotation as one line, with its line end. No text in it can end it or start another.
std::string annotation_line(const Annotation& annotation);

}  // namespace mlops_assess
