#pragma once

#include "report/comparison_words.hpp"
#include "report/side_by_side_words.hpp"
#include "writer/formats.hpp"

/// The formats of `compare`.
namespace mlops_assess {

std::string comparison_text(const SideBySide& all, const Style& style);
std::string comparison_markdown(const SideBySide& all, const Style& style);
std::string comparison_json(const SideBySide& all, const Style& style);

struct ComparisonFormat {
    std::string_view name;
    std::string (*write)(const SideBySide& all, const Style& style);
};
std::span<const ComparisonFormat> comparison_formats();

}  // namespace mlops_assess
