#include "ask/sheet_file.hpp"
#include "ask/sitting.hpp"
#include "commands/assess_sheet.hpp"
#include "commands/init.hpp"
#include "document/csv.hpp"
#include "model/dotted.hpp"
#include "model/placeholder.hpp"
#include "system/replacement.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <filesystem>

namespace mlops_assess {
namespace {

/// A name that a sheet may have; none at the end of the input.
std::optional<std::string> ask_team(Dialogue& dialogue) {
    for (;;) {
        auto name = dialogue.ask_text("Name of the team >");
        if (name && *name == "q") return std::nullopt;
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

struct Asked {
    std::string answers;
    bool overall = false;            ///< until the overall levels are exact
    bool full = false;               ///< every practice
    bool review = false;             ///< what is answered already
    std::string today;               ///< ISO; empty: the environment's or the clock's
    std::vector<std::string> about;  ///< parameters and practices; empty: all
    std::vector<AskedLevel> only;
};

Options options(Asked& asked) {
    auto full = flag("--full", "Ask every open practice", asked.full);
    full.excludes = {"--overall"};
    auto review =
        flag("--review", "Go through what is answered, oldest first; Enter keeps and dates it",
             asked.review);
    review.excludes = {"--overall", "--full"};
    auto only = levels_option("--for", "Only what these levels need", asked.only);
    only.excludes = {"--review"};
    Option about{"", "PARAMETER|PRACTICE", "Only these; practices also where they are answered",
                 Takes::about, keep(asked.about)};
    about.repeatable = true;
    return {
        argument("ANSWERS", "The answer sheet to fill in", asked.answers),
        about,
        flag("--overall", "Stop when the overall levels are exact", asked.overall),
        full,
        review,
        only,
        today_option(asked.today, "The day that answers are dated with (default: the clock's)")};
}

/// The question about a practice whose id was typed in any case; none for an unknown id.
std::optional<Question> question_named(const Models& models, std::string_view typed) {
    for (const auto* catalogue : models.catalogues)
        if (const auto index = find_practice(*catalogue, typed))
            return question_about(models, catalogue->practices[*index].id);
    return std::nullopt;
}

/// Parameters and practices by their ids.
Checked<Scope> scope_of(const Asked& asked, const Models& models, std::vector<ModelLevel> levels) {
    Scope scope{asked.overall, asked.full, asked.review, {}, {}, std::move(levels)};
    std::vector<std::string_view> names;
    for (const auto* catalogue : models.catalogues) {
        for (const auto& each : catalogue->parameters) names.push_back(each.id);
        for (const auto& each : catalogue->practices) names.push_back(each.id);
    }
    for (const auto& id : asked.about) {
        if (auto question = question_named(models, id)) {
            if (std::ranges::count(scope.practices, question->practice, &Question::practice) == 0)
                scope.practices.push_back(*question);
            continue;
        }
        const auto known = std::ranges::find_if(
            names, [&](const auto name) { return lower_case(name) == lower_case(id); });
        if (known == names.end()) {
            auto hint = did_you_mean(id, names);
            if (hint.empty()) hint = "`mlops-assess list practices` prints all ids";
            return tl::unexpected(
                fmt::format("unknown parameter or practice \"{}\"; {}", id, hint));
        }
        scope.parameters.insert(*known);
    }
    return scope;
}

/// Makes the file. The status to end with, when there is none afterwards.
std::optional<ExitStatus> make_sheet(Run& run, Dialogue& dialogue, const Asked& asked) {
    run.tell(fmt::format("{} is not there yet; it will be made.", visible(asked.answers)));
    const auto team = ask_team(dialogue);
    if (!team) return end_early(dialogue);
    const auto status = run_init(run, {asked.answers, team, asked.only, false, true});
    return status != ExitStatus::done ? std::optional(status) : std::nullopt;
}

/// Gives the sheet a team. The status to end with, when it has none afterwards.
std::optional<ExitStatus> name_team(const Run& run, Dialogue& dialogue, const Asked& asked,
                                    SheetFile& file) {
    const auto team = ask_team(dialogue);
    if (!team) return end_early(dialogue);
    const auto wrong = file.save({{{"team"}, *team, Put::text}});
    if (wrong.empty()) return std::nullopt;
    run.tell(fmt::format("{}: error: {}", visible(asked.answers), wrong));
    return ExitStatus::unusable;
}

/// Opens the sheet; makes what is missing of it. The status to end with, when that cannot be.
std::optional<ExitStatus> prepare(Run& run, Dialogue& dialogue, const Asked& asked,
                                  SheetFile& file) {
    if (const auto wrong = obstacle(asked.answers); !wrong.empty()) {
        run.tell(
            fmt::format("{}: error: cannot write this file: {}", visible(asked.answers), wrong));
        return ExitStatus::unusable;
    }
    std::error_code no_matter;
    const auto kind = std::filesystem::symlink_status(asked.answers, no_matter).type();
    if (kind == std::filesystem::file_type::not_found)
        if (const auto status = make_sheet(run, dialogue, asked)) return status;
    if (!file.open(run.diagnostics)) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    return file.has_team() ? std::nullopt : name_team(run, dialogue, asked, file);
}

/// A command line that does more with the sheet; unfolded, to be copied.
void tell_command(const Run& run, std::string_view before, const Asked& asked) {
    run.tell(visible(
        fmt::format("{} {}{}", before, shell_word(asked.answers), rubric_words(run.common()))));
}

ExitStatus run_ask(Run& run, const Asked& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    if (asked.answers == "-") return run.usage_error("ask saves its answers in a file; name one");
    if (is_csv(asked.answers))
        return run.usage_error("ask edits only YAML sheets; answer a CSV sheet in a spreadsheet");
    const auto levels = loaded_levels("--for", asked.only, *models);
    if (!levels) return run.usage_error(levels.error());
    auto scope = scope_of(asked, *models, *levels);
    if (!scope) return run.usage_error(scope.error());

    const auto today = asked.today.empty() ? run.today() : Checked<std::string>(asked.today);
    if (!today) return run.usage_error(today.error());

    auto dialogue = run.dialogue();
    SheetFile file(asked.answers, *models);
    if (const auto status = prepare(run, dialogue, asked, file)) return *status;
    for (const auto& [id, line] : file.stale())
        run.tell(fmt::format("{}:{}: no catalogue has the practice \"{}\"; it stays as it is.",
                             visible(asked.answers), line, visible(id)));
    dialogue.say(fmt::format("{}. Every answer is saved at once; q or the end of the input stops.",
                             file.sheet().team));

    Sitting sitting(dialogue, file, *models, *std::move(scope), *today);
    const auto end = sitting.hold();
    dialogue.blank();
    if (end == Sitting::End::declined) {
        dialogue.say("Nothing more is asked. To go on later, answer y after:");
        tell_command(run, "  mlops-assess ask", asked);
    } else {
        sitting.tell_result();
        tell_command(run, "Next: mlops-assess score", asked);
    }
    if (!sitting.saved_all()) return ExitStatus::unusable;
    return end == Sitting::End::stopped ? end_early(dialogue) : ExitStatus::done;
}

}  // namespace

extern const Command ask_command = {
    "ask", "Answer the questionnaire at the terminal",
    "It asks only what can still change a level, and saves and dates every answer.\n"
    "Comments, order and formatting of the file stay. A missing file is made.\n"
    "--review goes through earlier answers, each quarter, say.\n"
    "Examples:\n"
    "  mlops-assess ask answers.yaml\n"
    "  mlops-assess ask answers.yaml --overall\n"
    "  mlops-assess ask answers.yaml --review\n"
    "  mlops-assess ask answers.yaml --for microsoft=2\n"
    "  mlops-assess ask answers.yaml ci data-versioned",
    Group::daily, start<Asked, options, run_ask>};

}  // namespace mlops_assess
