#include "writer/schema.hpp"

#include "embedded.hpp"

namespace mlops_assess {

std::string_view report_schema() { return report_schema_text; }

std::string_view result_schema() { return result_schema_text; }

}  // namespace mlops_assess
