#include "writer/html/html_style.hpp"

#include "embedded.hpp"

namespace mlops_assess {

// The style sheet is our own file.
Markup html_style() { return Markup::trusted(std::string(html_style_text)); }

Markup html_policy() {
    return markup(
        "default-src 'none'; style-src '{}'; img-src 'none'; base-uri 'none'; form-action 'none'",
        html_style_text_hash);
}

}  // namespace mlops_assess
