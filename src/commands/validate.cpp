#include "commands/run.hpp"
#include "model/check.hpp"
#include "text/json_text.hpp"
#include "text/unicode.hpp"
#include "writer/annotation.hpp"

namespace mlops_assess {
namespace {

std::size_t shown(const std::vector<Diagnostic>& diagnostics) {
    return std::min(diagnostics.size(), most_shown);
}

std::string as_json(const std::vector<Diagnostic>& diagnostics, bool) {
    using Json = nlohmann::ordered_json;
    auto list = Json::array();
    for (const auto& d : std::span(diagnostics).first(shown(diagnostics)))
        list.push_back({{"file", d.file},
                        {"line", d.place ? Json(d.place->line) : Json(nullptr)},
                        {"column", d.place ? Json(d.place->column) : Json(nullptr)},
                        {"severity", word(d.severity)},
                        {"id", word(d.id)},
                        {"message", d.message},
                        {"hint", d.hint.empty() ? Json(nullptr) : Json(d.hint)}});
    const Json document = {{"schema", "mlops-assess/diagnostics/1"},
                           {"diagnostics", list},
                           {"more", diagnostics.size() - shown(diagnostics)}};
    return json_text(document);
}

/// Workflow commands that GitHub shows at the lines of a pull request.
std::string as_github(const std::vector<Diagnostic>& diagnostics, bool) {
    std::string out;
    for (const auto& d : std::span(diagnostics).first(shown(diagnostics))) {
        const auto hint = d.hint.empty() ? "" : fmt::format(" ({})", d.hint);
        out += annotation_line({word(d.severity), d.file, d.place, word(d.id), d.message + hint});
    }
    if (const auto more = diagnostics.size() - shown(diagnostics); more > 0)
        out +=
            annotation_line({"notice", {}, {}, "mlops-assess", fmt::format("and {} more", more)});
    return out;
}

struct Layout {
    std::string_view name;
    std::string (*write)(const std::vector<Diagnostic>& diagnostics, bool color);
    bool for_people;  ///< tells what is right, too
};
constexpr Layout layouts[] = {
    {"text", print, true}, {"json", as_json, false}, {"github", as_github, false}};

struct Asked {
    std::vector<std::string> files;
    const Layout* format = layouts;
    bool strict = false;
};

Options options(Asked& asked) {
    return {arguments("FILE", "The files; - is stdin", asked.files),
            format_option("Format of the findings: text, json or github", layouts, asked.format),
            flag("--strict", "Take warnings for errors", asked.strict)};
}

ExitStatus run_validate(Run& run, const Asked& asked) {
    const auto models = run.load_models();
    if (!models) return models.error();
    const bool models_right = !run.diagnostics.has_errors();
    std::string summary;
    for (const auto& name : asked.files) {
        const auto before = run.diagnostics.size();
        const auto file = run.read(name, model_limit, run.diagnostics);
        const auto what = file == nullptr ? std::string()
                                          : check_file(*file, models_right ? &*models : nullptr,
                                                       {run.reader(), models->shipped_catalogue},
                                                       run.diagnostics);
        const bool is_right = !what.empty() && run.diagnostics.size() == before;
        if (is_right && asked.format->for_people && !run.common().quiet)
            summary += fmt::format("{}: ok ({})\n", name == "-" ? "<stdin>" : visible(name), what);
    }
    if (asked.strict) run.diagnostics.make_warnings_errors();
    const auto written =
        run.print(asked.format->write(run.diagnostics.sorted(), run.style().color) + summary);
    return run.diagnostics.has_errors() ? ExitStatus::unusable : written;
}

}  // namespace

extern const Command validate_command = {
    "validate", "Check answer sheets, rubrics and catalogues",
    "Files are told apart by their `schema:`; without one it is a sheet.\n"
    "Findings go to stdout. Exit status 3 when there are errors.",
    Group::daily, start<Asked, options, run_validate>};

}  // namespace mlops_assess
