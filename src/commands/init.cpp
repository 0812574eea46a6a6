#include "commands/init.hpp"

#include "document/csv.hpp"
#include "document/yaml.hpp"
#include "model/json_schema.hpp"
#include "model/shapes.hpp"
#include "questionnaire/questionnaire.hpp"
#include "system/output.hpp"
#include "text/unicode.hpp"

#include <filesystem>

namespace mlops_assess {
namespace {

bool is_page(const InitOptions& options) {
    return options.output.ends_with(".html") || options.output.ends_with(".htm");
}

std::string_view how_to_answer(const InitOptions& options) {
    if (is_page(options)) return "open it in a browser, answer and save";
    return is_csv(options.output)
               ? "fill in the column `answer` in a spreadsheet, save as CSV UTF-8"
               : "answer it";
}

/// What scores the answers by the models that they are for.
std::string score_command(const CommonOptions& common, const InitOptions& options) {
    const auto sheet = is_page(options)        ? std::string(default_sheet)
                       : options.output == "-" ? "FILE"
                                               : options.output;
    auto line = "mlops-assess score " + shell_word(sheet);
    line += rubric_words(common);
    if (common.rubrics.empty())
        for (const auto& asked : options.only) line += " --rubric " + asked.what;
    return line;
}

/// What is wrong with `--team` or the file; empty when nothing is.
std::string wrong_options(const InitOptions& options) {
    if (options.team) {
        if (find_invalid_utf8(*options.team)) return "--team is not valid UTF-8";
        if (is_blank(*options.team)) return "--team is blank";
        if (options.team->size() > most_text)
            return fmt::format("--team is longer than {} bytes", most_text);
    }
    for (const auto* ending : {".json", ".md"})
        if (options.output.ends_with(ending))
            return fmt::format(
                "-o {}: a questionnaire is YAML, CSV or a page; end its name in .yaml, .csv "
                "or .html",
                visible(options.output));
    return {};
}

/// The files that the models came from, once more. Those that cannot be read now are told.
std::vector<SourcePointer> model_files(Run& run) {
    std::vector<SourcePointer> files;
    for (const auto& name : run.inputs())
        files.push_back(Files({}).read(name, model_limit, run.diagnostics));
    return files;
}

/// What lies where the schema of a new sheet should.
enum class Beside { nothing, same, other };

Beside look(const std::string& name, const std::string& schema) {
    if (!is_there(name)) return Beside::nothing;
    Diagnostics no_matter;
    const auto file = Files({}).read(name, model_limit, no_matter);
    return file != nullptr && file->text == schema ? Beside::same : Beside::other;
}

Options options(InitOptions& asked) {
    return {
        {"-o,--output", "FILE",
         "The file to write: a page if it ends in .html, for spreadsheets if in .csv; - is stdout "
         "(default: answers.yaml)",
         Takes::file, keep(asked.output)},
        {"--team", "NAME", "The team's name", Takes::any_text, keep(asked.team)},
        levels_option("--for", "Only the practices that these levels need", asked.only),
        flag("--force", "Replace existing files", asked.force)};
}

}  // namespace

// One step after the other, each of which may end the run.
ExitStatus run_init(Run& run, const InitOptions& options) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    if (const auto wrong = wrong_options(options); !wrong.empty()) return run.usage_error(wrong);
    const auto levels = loaded_levels("--for", options.only, *models);
    if (!levels) return run.usage_error(levels.error());

    Questionnaire questionnaire{*models, options.team.value_or(std::string()), *levels,
                                score_command(run.common(), options)};
    if (is_page(options)) {
        questionnaire.rubrics = run.common().rubrics;
        questionnaire.rubric_files = model_files(run);
        if (run.diagnostics.has_errors()) {
            run.tell_diagnostics();
            return ExitStatus::unusable;
        }
    }
    const auto schema = answers_json_schema(models->catalogues);
    const auto beside =
        (std::filesystem::path(options.output).parent_path() / sheet_schema_file).string();
    const bool wants_schema = !is_page(options) && !is_csv(options.output) && options.output != "-";
    const auto found = wants_schema ? look(beside, schema) : Beside::same;
    // Other sheets need the other schema; by it an editor would refuse every answer of this one.
    questionnaire.has_schema = found != Beside::other || options.force;
    const auto text = is_page(options)         ? html_questionnaire(questionnaire)
                      : is_csv(options.output) ? csv_questionnaire(questionnaire)
                                               : yaml_questionnaire(questionnaire);
    if (options.output == "-") return run.print(text);
    std::vector<NewFile> outputs = {{options.output, text}};
    if (questionnaire.has_schema && found != Beside::same) outputs.push_back({beside, schema});

    std::vector<std::string> names;
    for (const auto& output : outputs) names.push_back(output.name);
    if (const auto wrong = clash(names, run.inputs()); !wrong.empty())
        return run.usage_error(wrong);
    if (const auto wrong = write_new_files(outputs, options.force); !wrong.empty()) {
        run.tell(wrong);
        return ExitStatus::unusable;
    }
    if (!questionnaire.has_schema)
        run.tell(
            fmt::format("{} is for other practices or of another version and stays as it is; "
                        "{} names no schema",
                        visible(beside), visible(options.output)));
    if (run.common().quiet) return ExitStatus::done;
    if (is_page(options) && page_engine().empty())
        run.tell("The page collects answers and does not score them: its engine was not built in.");
    run.tell(fmt::format("wrote {}{}{}", visible(options.output),
                         outputs.size() > 1 ? " and " + visible(beside) : "",
                         options.asked_next
                             ? "."
                             : fmt::format("; {}, then run: {}", how_to_answer(options),
                                           visible(questionnaire.score_command))));
    return ExitStatus::done;
}

extern const Command init_command = {
    "init", "Write a questionnaire: YAML with a schema for editors, CSV, or a page",
    "Examples:\n"
    "  mlops-assess init --team \"Fraud detection\"\n"
    "  mlops-assess init -o q3.yaml --for microsoft=2,google=1\n"
    "  mlops-assess init -o answers.csv          for Excel or Calc\n"
    "  mlops-assess init -o questionnaire.html   a page to answer on, offline",
    Group::daily, start<InitOptions, options, run_init>};

}  // namespace mlops_assess
