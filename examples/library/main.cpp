#include <mlops_assess/mlops_assess.hpp>

#include <iostream>

int main() {
    const auto scored = mlops::score(
        {"answers.yaml",
         "schema: mlops-assess/answers/1\nteam: Search\nanswers: {dev-source-control: fully}\n"},
        "markdown");
    std::cerr << scored.diagnostics;
    std::cout << scored.document;
    return scored.usable ? 0 : 1;
}
