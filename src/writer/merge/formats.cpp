#include "writer/merge/writers.hpp"

namespace mlops_assess {

std::span<const MergeFormat> merge_formats() {
    static constexpr MergeFormat all[] = {{"text", merge_text},
                                          {"markdown", merge_markdown},
                                          {"json", merge_json},
                                          {"csv", merge_csv}};
    return all;
}

}  // namespace mlops_assess
