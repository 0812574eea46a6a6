#pragma once

#include "report/merge_words.hpp"
#include "writer/formats.hpp"

/// The formats of `merge`, and the sheet that it writes.
namespace mlops_assess {

std::string merge_text(const Merge& merge, const Style& style);
/// The agenda of a workshop that settles what is open.
std::string merge_markdown(const Merge& merge, const Style& style);
std::string merge_json(const Merge& merge, const Style& style);
/// A row for every practice that a sheet names.
std::string merge_csv(const Merge& merge, const Style& style);

struct MergeFormat {
    std::string_view name;
    std::string (*write)(const Merge& merge, const Style& style);
};
std::span<const MergeFormat> merge_formats();

/// The merged sheet as YAML, which loads to the same values.
std::string merged_yaml(const Merge& merge);

}  // namespace mlops_assess
