#include "commands/commands.hpp"
#include "json_schema.hpp"
#include "output.hpp"
#include "placeholder.hpp"
#include "report/layout.hpp"
#include "shape.hpp"
#include "unicode.hpp"
#include "yaml_quoted.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace mlops_assess {
namespace {

constexpr std::size_t comment_width = 96;
constexpr auto schema_file = "answers.schema.json";

/// Comment lines: `first` begins the text, its further lines are indented as deep.
std::string comment(std::string_view indent, std::string_view first, std::string_view text) {
    std::string out;
    for (const auto& line : wrap(visible(text), comment_width - indent.size() - first.size() - 2)) {
        const auto begin = out.empty() ? std::string(first) : std::string(first.size(), ' ');
        out += fmt::format("{}# {}{}\n", indent, begin, line);
    }
    return out;
}

/// The practices that the wanted levels of the models need; all of them where none is wanted.
std::set<Text> wanted_practices(const Models& models, const std::vector<AskedLevel>& only) {
    std::set<Text> wanted;
    for (const auto* rubric : models.rubrics) {
        const auto level = std::find_if(only.begin(), only.end(), [&](const AskedLevel& asked) {
            return asked.model == rubric->id;
        });
        const auto& practices = rubric->catalogue->practices;
        if (only.empty())
            for (const auto& practice : practices) wanted.insert(practice.id);
        if (level == only.end()) continue;
        for (std::size_t p = 0; p < rubric->catalogue->parameters.size(); ++p)
            for (int n = 1; n <= level->level; ++n)
                for (const auto& requirement : rubric->cell(p, n).required)
                    wanted.insert(practices[requirement.practice].id);
    }
    return wanted;
}

std::string context_part(const Catalogue& catalogue) {
    if (catalogue.context.empty()) return {};
    std::string out =
        "# Facts about the team. Remove the # in front of `context:` and of what you know.\n"
        "# context:\n";
    for (const auto& question : catalogue.context) {
        std::string example;
        switch (question.kind) {
            case ContextKind::boolean: example = "true or false"; break;
            case ContextKind::number: example = "a whole number"; break;
            case ContextKind::one_of:
                example = fmt::format("{}", fmt::join(question.options, ", "));
                break;
        }
        out += comment("", "  ", question.text);
        out += fmt::format("#   {}:    # {}\n", question.id, example);
    }
    return out + "\n";
}

std::string practice_part(const Practice& practice) {
    auto out = comment("  ", "", practice.statement);
    out += comment("  ", "fully: ", practice.success);
    if (!practice.not_applicable.empty())
        out += comment("  ", "not-applicable: when ", practice.not_applicable);
    return out + fmt::format("  {}: unknown\n\n", practice.id);
}

/// What scores the questionnaire by the models that it is for.
std::string score_command(const CommonOptions& common, const InitOptions& options) {
    auto line = "mlops-assess score " + shell_word(options.output == "-" ? "FILE" : options.output);
    for (const auto& rubric : common.rubrics) line += " --rubric " + shell_word(rubric);
    if (common.rubrics.empty())
        for (const auto& asked : options.only) line += " --rubric " + asked.model;
    return line;
}

std::string questionnaire(const Models& models, const CommonOptions& common,
                          const InitOptions& options) {
    const auto wanted = wanted_practices(models, options.only);
    std::string out = fmt::format("# yaml-language-server: $schema={}\n", schema_file);
    out += comment("", "",
                   "Put one of these words after every practice. Where two fit, the lower one "
                   "counts.");
    for (const auto& each : answer_words())
        out += comment("", fmt::format("  {:<15}", each.word), each.meaning);
    out +=
        "# An answer may say more:\n"
        "#   data-versioned:\n"
        "#     answer: partially\n"
        "#     evidence: [https://git.example.com/pipeline, docs/data.md]\n"
        "#     note: Only for the two newest models.\n"
        "#     owner: Data team\n"
        "#     date: 2026-10-01      # when it was last confirmed\n"
        "# not-applicable needs a note that says why.\n"
        "# Then: ";
    out += visible(score_command(common, options)) + "\n\n";
    out += fmt::format("schema: {}\n", answers_schema);
    out += fmt::format("team: {}\n",
                       yaml_quoted(options.team.value_or(std::string(placeholder_team))));
    out += "# date: 2026-11-20          # of the assessment\n";
    std::string targets;
    for (const auto& asked : options.only)
        targets += fmt::format("{}{}: {}", targets.empty() ? "" : ", ", asked.model, asked.level);
    out += targets.empty() ? "# target: {microsoft: 2}    # the level aimed at\n\n"
                           : fmt::format("target: {{{}}}\n\n", targets);
    for (const auto* catalogue : models.catalogues) out += context_part(*catalogue);
    out += "answers:\n";
    for (const auto* catalogue : models.catalogues)
        for (std::uint32_t p = 0; p < catalogue->parameters.size(); ++p) {
            const auto& parameter = catalogue->parameters[p];
            std::string part;
            for (const auto& practice : catalogue->practices)
                if (practice.parameter == p && wanted.contains(practice.id))
                    part += practice_part(practice);
            if (part.empty()) continue;
            out += fmt::format("  # ---- {} ----\n", visible(parameter.title));
            if (!parameter.about.empty()) out += comment("  ", "", parameter.about);
            out += "\n" + part;
        }
    if (wanted.empty()) out += "  {}\n";
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

/// What is wrong with `--for` or `--team`; empty when nothing is.
std::string wrong_options(const InitOptions& options, const Models& models) {
    if (options.team) {
        if (find_invalid_utf8(*options.team)) return "--team is not valid UTF-8";
        if (is_blank(*options.team)) return "--team is blank";
        if (options.team->size() > most_text)
            return fmt::format("--team is longer than {} bytes", most_text);
    }
    for (const auto* ending : {".html", ".json", ".md"})
        if (options.output.ends_with(ending))
            return fmt::format("-o {}: the questionnaire is YAML; end its name in .yaml",
                               options.output);
    for (std::size_t i = 0; i < options.only.size(); ++i) {
        const auto& asked = options.only[i];
        for (std::size_t k = 0; k < i; ++k)
            if (options.only[k].model == asked.model)
                return fmt::format("--for {} is given twice", asked.model);
        const Rubric* rubric = nullptr;
        for (const auto* each : models.rubrics)
            if (each->id == asked.model) rubric = each;
        if (rubric == nullptr) return fmt::format("--for {}: no such model is loaded", asked.model);
        if (asked.level > rubric->top())
            return fmt::format("--for {}={}: its levels are 0 to {}", asked.model, asked.level,
                               rubric->top());
    }
    return {};
}

bool exists(const std::string& name) {
    std::error_code no_matter;
    return std::filesystem::exists(std::filesystem::symlink_status(name, no_matter));
}

bool holds(Run& run, const std::string& name, const std::string& text) {
    Diagnostics no_matter;
    const auto* file = run.reader()(name, model_limit, no_matter);
    return file != nullptr && file->text == text;
}

}  // namespace

ExitStatus run_init(Run& run, const InitOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models_or_tell(status);
    if (!models) return status;
    if (const auto wrong = wrong_options(options, *models); !wrong.empty())
        return run.usage_error(wrong);

    const auto text = questionnaire(*models, run.common(), options);
    if (options.output == "-") return run.print(text);
    const auto schema = answers_json_schema(models->catalogues);
    const auto beside =
        (std::filesystem::path(options.output).parent_path() / schema_file).string();
    if (const auto wrong = clash({options.output, beside}, run.inputs()); !wrong.empty())
        return run.usage_error(wrong);
    const bool schema_is_there = exists(beside) && holds(run, beside, schema);
    for (const auto& name : {options.output, beside}) {
        if (options.force || !exists(name) || (name == beside && schema_is_there)) continue;
        run.tell(fmt::format("{}: error: this file exists; --force replaces it", visible(name)));
        return ExitStatus::unusable;
    }
    const auto existing = options.force ? Existing::replace : Existing::refuse;
    const auto write = [&](const std::string& name, const std::string& content) {
        const auto failure = write_file(name, content, existing);
        if (!failure.empty())
            run.tell(fmt::format("{}: error: cannot write this file: {}", visible(name), failure));
        return failure.empty();
    };
    if (!write(options.output, text)) return ExitStatus::unusable;
    if (!schema_is_there && !write(beside, schema)) return ExitStatus::unusable;
    if (!run.common().quiet)
        run.tell(fmt::format("wrote {}{}; answer it, then run: {}", visible(options.output),
                             schema_is_there ? "" : " and " + visible(beside),
                             visible(score_command(run.common(), options))));
    return ExitStatus::done;
}

}  // namespace mlops_assess
