#include "commands/commands.hpp"
#include "output.hpp"
#include "suggest.hpp"
#include "unicode.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

/// A file to be written and its format.
struct Output {
    std::string file;
    const Format* format;
};

/// `json:report`, `report.md`. None, with what is wrong, for anything else.
std::optional<Output> read_output(const std::string& text, std::string& wrong) {
    std::vector<std::string_view> names;
    for (const auto& format : formats()) names.push_back(format.name);
    if (const auto colon = text.find(':'); colon != std::string::npos) {
        const auto prefix = text.substr(0, colon);
        if (const auto* format = find_format(prefix)) {
            if (colon + 1 < text.size()) return Output{text.substr(colon + 1), format};
            wrong = fmt::format("-o {}: the file's name is missing", text);
            return std::nullopt;
        }
        if (const auto hint = did_you_mean(prefix, names); !hint.empty()) {
            wrong = fmt::format("-o {}: unknown format \"{}\", {}", text, prefix, hint);
            return std::nullopt;
        }
    }
    if (const auto* format = find_format_by_ending(text)) return Output{text, format};
    std::vector<std::string_view> endings;
    for (const auto& format : formats())
        if (!format.ending.empty()) endings.push_back(format.ending);
    wrong = fmt::format("-o {}: no format has this ending; use {}, or a prefix such as markdown:{}",
                        text, fmt::join(endings, ", "), text);
    return std::nullopt;
}

bool write_outputs(const Run& run, const std::vector<Output>& outputs, const Report& report) {
    bool written = true;
    for (const auto& [file, format] : outputs) {
        const auto failure = write_file(file, format->write(report, Style{}), Existing::replace);
        if (failure.empty()) continue;
        run.tell(fmt::format("{}: error: cannot write this file: {}", visible(file), failure));
        written = false;
    }
    return written;
}

}  // namespace

ExitStatus run_score(Run& run, const ScoreOptions& options) {
    std::vector<Output> outputs;
    for (const auto& text : options.outputs) {
        std::string wrong;
        const auto output = read_output(text, wrong);
        if (!output) return run.usage_error(wrong);
        outputs.push_back(*output);
    }
    ExitStatus status{};
    const auto models = run.load_models(status);
    if (!models) return status;
    const auto report = assess_sheet(run, options.assessment, *models, status);
    if (!report) return status;

    std::vector<std::string> files;
    for (const auto& output : outputs) files.push_back(output.file);
    if (const auto wrong = clash(files, run.inputs()); !wrong.empty())
        return run.usage_error(wrong);
    const auto text = find_format(options.format)->write(*report, run.style());
    if (!write_outputs(run, outputs, *report)) return ExitStatus::unusable;
    return run.print(text);
}

}  // namespace mlops_assess
