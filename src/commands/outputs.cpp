#include "commands/outputs.hpp"

#include "system/output.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

using Names = std::vector<std::string_view>;

const Format* among(const Names& names, const Format* format) {
    return format != nullptr && std::ranges::find(names, format->name) != names.end() ? format
                                                                                      : nullptr;
}

Checked<Output> read_output(const std::string& text, const Names& names) {
    if (const auto colon = text.find(':'); colon != std::string::npos) {
        const auto prefix = text.substr(0, colon);
        if (const auto* format = among(names, find_format(prefix))) {
            if (colon + 1 < text.size()) return Output{file_words(text.substr(colon + 1)), format};
            return tl::unexpected(fmt::format("-o {}: the file's name is missing", text));
        }
        if (const auto hint = did_you_mean(prefix, names); !hint.empty())
            return tl::unexpected(
                fmt::format("-o {}: unknown format \"{}\", {}", text, prefix, hint));
    }
    if (const auto* format = among(names, find_format_by_ending(text)))
        return Output{file_words(text), format};
    Names endings;
    for (const auto name : names)
        if (const auto ending = find_format(name)->ending; !ending.empty())
            endings.push_back(ending);
    return tl::unexpected(
        fmt::format("-o {}: no format has this ending; use {}, or a prefix such as markdown:{}",
                    text, fmt::join(endings, ", "), text));
}

}  // namespace

Option output_option(std::vector<std::string>& to) {
    Option output{"-o,--output", "[FORMAT:]FILE",
                  "Write a report to a file too, its format by prefix or ending; repeatable",
                  Takes::output, keep(to)};
    output.repeatable = true;
    return output;
}

Checked<std::vector<Output>> read_outputs(const std::vector<std::string>& asked,
                                          const Names& formats) {
    std::vector<Output> outputs;
    for (const auto& text : asked) {
        auto output = read_output(text, formats);
        if (!output) return tl::unexpected(output.error());
        outputs.push_back(*std::move(output));
    }
    return outputs;
}

bool write_output(const Run& run, const std::string& file, const Writing& writing) {
    const auto failure = write_file(file, writing, Existing::replace);
    if (!failure.empty())
        run.tell(fmt::format("{}: error: cannot write this file: {}", visible(file), failure));
    return failure.empty();
}

}  // namespace mlops_assess
