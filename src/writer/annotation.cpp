#include "writer/annotation.hpp"

#include "text/unicode.hpp"

#include <fmt/format.h>
#include <vector>

namespace mlops_assess {
namespace {

/// Of a property, `:` and `,` too have a meaning.
std::string encoded(std::string_view text, bool property) {
    std::string out;
    for (const char c : visible(text)) {
        if (c == '%' || (property && (c == ':' || c == ',')))
            out += fmt::format("%{:02X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string annotation_line(const Annotation& annotation) {
    std::vector<std::string> properties;
    if (!annotation.file.empty()) properties.push_back("file=" + encoded(annotation.file, true));
    if (annotation.place) {
        properties.push_back(fmt::format("line={}", annotation.place->line));
        properties.push_back(fmt::format("col={}", annotation.place->column));
    }
    if (!annotation.title.empty()) properties.push_back("title=" + encoded(annotation.title, true));
    return fmt::format("::{} {}::{}\n", annotation.level, fmt::join(properties, ","),
                       encoded(annotation.message, false));
}

}  // namespace mlops_assess
