#include "wasm/texts.hpp"

#include <mlops_assess/mlops_assess.hpp>

/// The library's functions for an ES module: `score` or `validate`, a file's name and text, a
/// format, how many names of rubrics follow, these, and then names and texts of their files.
namespace mlops_assess::wasm {

TextList answer(const TextList& request) {
    const mlops::File file{request.at(1), request.at(2)};
    const std::size_t names = std::stoul(request.at(4));
    mlops::Rubrics rubrics;
    for (std::size_t i = 5; i < 5 + names; ++i) rubrics.names.push_back(request.at(i));
    for (std::size_t i = 5 + names; i < request.size(); i += 2)
        rubrics.files.push_back({request.at(i), request.at(i + 1)});
    const auto outcome = request.at(0) == "score" ? mlops::score(file, request.at(3), rubrics)
                                                  : mlops::validate(file, rubrics);
    return {outcome.usable ? "usable" : "", outcome.document, outcome.diagnostics};
}

}  // namespace mlops_assess::wasm
