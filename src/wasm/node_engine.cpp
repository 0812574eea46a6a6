#include "wasm/text_list.hpp"

/// The library's functions for an ES module: `score` or `validate`, a file's name and text, a
/// format, the rubrics.
namespace mlops_assess::wasm {

TextList answer(const TextList& request) {
    const mlops::File file{request.at(1), request.at(2)};
    const auto rubrics = rubrics_from(request, 4);
    const auto outcome = request.at(0) == "score" ? mlops::score(file, request.at(3), rubrics)
                                                  : mlops::validate(file, rubrics);
    return {outcome.usable ? "usable" : "", outcome.document, outcome.diagnostics};
}

}  // namespace mlops_assess::wasm
