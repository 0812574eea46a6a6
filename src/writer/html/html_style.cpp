#include "writer/html/html_style.hpp"

#include "embedded.hpp"

#include <fmt/format.h>

namespace mlops_assess {

std::string_view html_style() { return html_style_text; }

std::string html_policy() {
    return fmt::format(
        "default-src 'none'; style-src '{}'; img-src 'none'; base-uri 'none'; form-action 'none'",
        html_style_text_hash);
}

}  // namespace mlops_assess
