#include "ask/fact_questions.hpp"
#include "ask/sheet_file.hpp"
#include "ask/sitting.hpp"
#include "commands/commands.hpp"
#include "model/placeholder.hpp"
#include "system/replacement.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

/// A name that a sheet may have; none at the end of the input.
std::optional<std::string> ask_team(Dialogue& dialogue) {
    for (;;) {
        auto name = dialogue.ask_text("Name of the team >");
        if (!name || (!name->empty() && *name != placeholder_team)) return name;
        dialogue.say("A sheet needs the name of the team that it is about.");
    }
}

ExitStatus end_early(const Dialogue& dialogue) {
    switch (dialogue.ended()) {
        case Ending::end_of_input: return ExitStatus::done;
        case Ending::interrupted: return ExitStatus::interrupted;
        case Ending::no_lines: return ExitStatus::unusable;
    }
    return ExitStatus::internal;
}

std::string wrong_options(const AskOptions& options, const Models& models) {
    if (options.answers == "-") return "ask saves its answers in a file; name one";
    if (auto wrong = wrong_levels("--for", options.only, models); !wrong.empty()) return wrong;
    if (options.parameter.empty()) return {};
    std::vector<std::string_view> names;
    for (const auto* catalogue : models.catalogues)
        for (const auto& parameter : catalogue->parameters) names.push_back(parameter.id);
    if (std::find(names.begin(), names.end(), options.parameter) != names.end()) return {};
    auto hint = did_you_mean(options.parameter, names);
    if (hint.empty()) hint = fmt::format("parameters: {}", fmt::join(names, ", "));
    return fmt::format("--only: unknown parameter \"{}\"; {}", options.parameter, hint);
}

}  // namespace

ExitStatus run_ask(Run& run, const AskOptions& options) {
    ExitStatus status{};
    const auto models = run.load_models_or_tell(status);
    if (!models) return status;
    if (const auto wrong = wrong_options(options, *models); !wrong.empty())
        return run.usage_error(wrong);
    if (const auto wrong = obstacle(options.answers); !wrong.empty()) {
        run.tell(
            fmt::format("{}: error: cannot write this file: {}", visible(options.answers), wrong));
        return ExitStatus::unusable;
    }

    auto dialogue = run.dialogue();
    std::error_code no_matter;
    const auto kind = std::filesystem::symlink_status(options.answers, no_matter).type();
    if (kind == std::filesystem::file_type::not_found) {
        run.tell(fmt::format("{} is not there yet; it will be made.", visible(options.answers)));
        const auto team = ask_team(dialogue);
        if (!team) return end_early(dialogue);
        InitOptions init;
        init.output = options.answers;
        init.team = team;
        init.only = options.only;
        if (status = run_init(run, init); status != ExitStatus::done) return status;
    }
    SheetFile file(options.answers, *models);
    if (!file.open(run.diagnostics)) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    if (!file.has_team()) {
        const auto team = ask_team(dialogue);
        if (!team) return end_early(dialogue);
        if (const auto wrong = file.save({{{"team"}, *team, Put::text}}); !wrong.empty()) {
            run.tell(fmt::format("{}: error: {}", visible(options.answers), wrong));
            return ExitStatus::unusable;
        }
    }
    for (const auto& [id, line] : file.stale())
        run.tell(fmt::format("{}:{}: no catalogue has the practice \"{}\"; it stays as it is.",
                             visible(options.answers), line, visible(id)));
    dialogue.say(fmt::format("{}. Every answer is saved at once; q or the end of the input stops.",
                             file.sheet().team));

    FactQuestions facts(dialogue, file, *models);
    const bool facts_completed = !options.parameter.empty() || facts.ask();
    Sitting sitting(dialogue, file, *models,
                    {options.overall, options.full, options.parameter, model_levels(options.only)});
    const bool completed = facts_completed && sitting.hold();
    dialogue.blank();
    sitting.tell_result();
    auto next = "Next: mlops-assess score " + shell_word(options.answers);
    for (const auto& rubric : run.common().rubrics) next += " --rubric " + shell_word(rubric);
    run.tell(visible(next));  // unfolded, to be copied
    if (!facts.saved_all() || !sitting.saved_all()) return ExitStatus::unusable;
    return completed ? ExitStatus::done : end_early(dialogue);
}

}  // namespace mlops_assess
