#pragma once

#include "document/shape.hpp"

namespace mlops_assess {

/// The forms of the files of this program.
extern const Shape catalogue_shape;
extern const Shape rubric_shape;
extern const Shape answers_shape;
extern const Shape waivers_shape;
extern const Shape answer_shape;

inline constexpr std::string_view catalogue_schema = "mlops-assess/practices/1";
inline constexpr std::string_view rubric_schema = "mlops-assess/rubric/1";
inline constexpr std::string_view waivers_schema = "mlops-assess/waivers/1";
inline constexpr std::string_view answers_schema = "mlops-assess/answers/1";

}  // namespace mlops_assess
