#include "commands/assess_sheet.hpp"
#include "commands/gate_options.hpp"
#include "commands/outputs.hpp"
#include "commands/second_look.hpp"
#include "system/folder.hpp"
#include "system/output.hpp"
#include "text/suggest.hpp"
#include "text/words.hpp"
#include "writer/portfolio/writers.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace mlops_assess {
namespace {

struct Asked {
    std::vector<std::string> paths;
    AssessmentOptions assessment;
    AskedGates gates;
    const PortfolioFormat* format = &portfolio_formats().front();
    std::vector<std::string> outputs;   ///< [FORMAT:]FILE
    std::vector<std::string> baseline;  ///< what changes are shown against; empty: nothing
    std::string tag;                    ///< to sum up by; empty: none
    std::string reports;                ///< a folder for each team's report; empty: none
};

/// Keeps a name that says something.
Setter named(std::string& to) {
    return [&to](const std::string& text) {
        if (text.empty() || text == "-") return fmt::format("\"{}\" is no name", text);
        to = text;
        return std::string();
    };
}

Options options(Asked& asked) {
    Option baseline{"--baseline", "PATH",
                    "Show which teams moved since these sheets, or a folder of them; repeatable",
                    Takes::file, keep(asked.baseline)};
    baseline.repeatable = true;
    return joined(
        {{arguments("PATH", "Answer sheets and folders of them; - is stdin, one JSON sheet a line",
                    asked.paths),
          format_option("Format on stdout: {} (default: text)", portfolio_formats(), asked.format),
          output_option(asked.outputs),
          {"--by", "TAG", "Sum up by the values of this tag, too", Takes::any_text,
           named(asked.tag)},
          baseline,
          {"--reports", "DIR", "Write each team's HTML report into this folder, and link it",
           Takes::file, named(asked.reports)}},
         assessment_options(asked.assessment),
         gate_options(asked.gates,
                      "Fail when a team is worse than in its sheet in this file or folder")});
}

std::vector<std::string_view> format_words() {
    std::vector<std::string_view> names;
    for (const auto& format : portfolio_formats()) names.push_back(format.name);
    return names;
}

const PortfolioFormat& format_named(std::string_view name) {
    return *std::ranges::find(portfolio_formats(), name, &PortfolioFormat::name);
}

/// The sheets that teams are compared with.
struct Then {
    Sheets sheets;
    std::vector<Team> teams;
};

std::optional<Then> read_then(TeamSheets& reader, const std::vector<std::string>& paths) {
    if (paths.empty()) return std::nullopt;
    Then then;
    then.sheets = reader.read(paths);
    Diagnostics told;
    then.teams = teams_of(then.sheets, told);
    reader.tell(told);
    return then;
}

/// All that there is to compare with.
struct Before {
    std::optional<Then> no_regression;
    std::optional<Then> baseline;

    /// Against which changes are shown.
    const std::optional<Then>& since() const { return baseline ? baseline : no_regression; }
};

Before read_before(TeamSheets& reader, const Asked& asked) {
    std::vector<std::string> paths;
    if (!asked.gates.no_regression.empty()) paths = {asked.gates.no_regression};
    auto no_regression = read_then(reader, paths);
    return {std::move(no_regression), read_then(reader, asked.baseline)};
}

/// What was to be compared with and holds no sheet that can be used.
std::vector<std::string> without_sheets(const Asked& asked, const Before& before) {
    std::vector<std::string> paths;
    if (before.no_regression && before.no_regression->teams.empty())
        paths.push_back(asked.gates.no_regression);
    if (before.baseline && before.baseline->teams.empty()) paths.push_back(asked.baseline.front());
    return paths;
}

void tell_no_sheet(const std::string& path, TeamSheets& reader) {
    Diagnostics told;
    told.add(DiagnosticId::no_sheet, path == "-" ? "<stdin>" : path, std::nullopt,
             "there is no answer sheet here that can be used",
             "`mlops-assess init -o answers.yaml` writes one to fill in");
    reader.tell(told);
}

/// What is wrong with the files to be written; empty when nothing is.
std::string wrong_outputs(const Run& run, const Asked& asked, const std::vector<Output>& outputs,
                          const std::vector<Team>& teams) {
    std::vector<std::string> files;
    for (const auto& output : outputs) files.push_back(output.file);
    if (auto wrong = clash(files, run.inputs()); !wrong.empty()) return wrong;
    if (asked.reports.empty()) return {};
    for (const auto& name : report_names(teams))
        for (const auto& file : files)
            if (same_file(file, asked.reports + "/" + name))
                return fmt::format("-o {} is where a team's report goes", file);
    return {};
}

/// What is wrong with `--by`; empty when nothing is.
std::string wrong_tag(const std::string& tag, const std::vector<Team>& teams) {
    std::set<std::string_view> tags;
    for (const auto& team : teams)
        for (const auto& each : team.now().tags) tags.insert(each.key);
    if (tag.empty() || teams.empty() || tags.contains(tag)) return {};
    const std::vector<std::string_view> names(tags.begin(), tags.end());
    auto hint = did_you_mean(tag, names);
    if (hint.empty())
        hint =
            names.empty() ? "no team has a tag" : fmt::format("tags: {}", fmt::join(names, ", "));
    return fmt::format("--by {}: no team has this tag; {}", tag, hint);
}

/// The folder of the reports as a document in `file` links it; stdout's are taken from here.
std::string linked_folder(const std::string& reports, const std::string& file) {
    namespace fs = std::filesystem;
    if (reports.empty()) return {};
    std::error_code failure;
    const auto from = fs::absolute(file, failure).lexically_normal().parent_path();
    const auto to = fs::absolute(reports, failure).lexically_normal();
    auto text = (file.empty() ? fs::path(reports) : to.lexically_relative(from)).generic_string();
    while (text.size() > 1 && text.ends_with('/')) text.pop_back();
    return text;
}

/// Whether all files were written.
bool write_files(const Run& run, const std::vector<Output>& outputs, const Asked& asked,
                 const Portfolio& portfolio) {
    bool written = true;
    for (const auto& output : outputs) {
        const auto& format = format_named(output.format->name);
        const PortfolioStyle style{{}, linked_folder(asked.reports, output.file)};
        const Writing writing = [&](const Emit& emit) { format.write(portfolio, style, emit); };
        written = write_output(run, output.file, writing) && written;
    }
    return written;
}

ExitStatus deliver(const Run& run, const Asked& asked, const std::vector<Output>& outputs,
                   const Portfolio& portfolio) {
    const bool written = write_files(run, outputs, asked, portfolio);
    for (const auto& team : portfolio.gates) tell_failed_gates(run, team.results, team.team);
    const PortfolioStyle style{run.style(), linked_folder(asked.reports, {})};
    const auto printed =
        run.print([&](const Emit& emit) { asked.format->write(portfolio, style, emit); });
    if (!written || printed != ExitStatus::done) return ExitStatus::unusable;
    return std::ranges::all_of(portfolio.gates, &TeamGates::passed) ? ExitStatus::done
                                                                    : ExitStatus::gate_failed;
}

void tell_passed_over(const Sheets& sheets, TeamSheets& reader) {
    if (sheets.passed_over == 0) return;
    Diagnostics told;
    told.add(DiagnosticId::files_passed_over, sheets.passed_over_in, std::nullopt,
             fmt::format("{} passed over: no answer sheet by name and first look",
                         counted(sheets.passed_over, "file")));
    reader.tell(told);
}

/// The parts of a portfolio beside its sheets.
PortfolioParts other_parts(const Asked& asked, const std::vector<Team>& teams, const Before& before,
                           TeamsSeen seen) {
    PortfolioParts parts{asked.tag, std::nullopt, std::move(seen.gates), std::move(seen.reports)};
    const auto& since = before.since();
    if (!since) return parts;
    parts.since = portfolio_change(since->teams, teams);
    parts.since->paths = before.baseline ? asked.baseline : std::vector{asked.gates.no_regression};
    parts.since->memory = since->sheets.memory;
    parts.since->unusable = since->sheets.unusable;
    return parts;
}

// One step after the other, each of which may end the run.
ExitStatus run_portfolio(Run& run, const Asked& asked) {
    const auto outputs = read_outputs(asked.outputs, format_words());
    if (!outputs) return run.usage_error(outputs.error());
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    const auto levels = level_gates(asked.gates, *models);
    if (!levels) return run.usage_error(levels.error());
    auto assessment = asked.assessment;
    assessment.ages = !asked.gates.waivers.empty();
    const auto how = scoring(run, assessment, *models);
    if (!how) return how.error();
    const auto waivers = load_asked_waivers(run, asked.gates, *models);
    run.tell_diagnostics();
    if (run.diagnostics.has_errors()) return ExitStatus::unusable;

    const WantedOfTeams wanted{
        {*levels, asked.gates.min_answered, nullptr, waivers.value_or(WaiverList())},
        asked.gates.no_regression,
        asked.reports};
    TeamSheets reader(run, *models, *how, wanted.any());
    auto sheets = reader.read(asked.paths);
    tell_passed_over(sheets, reader);
    Diagnostics told;
    auto teams = teams_of(sheets, told);
    reader.tell(told);
    if (teams.empty() && sheets.unusable.empty()) {
        tell_no_sheet(asked.paths.front(), reader);
        return ExitStatus::unusable;
    }
    // A sheet that cannot be used may have the tag.
    if (const auto wrong = wrong_tag(asked.tag, teams); sheets.unusable.empty() && !wrong.empty())
        return run.usage_error(wrong);
    const auto before = read_before(reader, asked);
    if (const auto wrong = wrong_outputs(run, asked, *outputs, teams); !wrong.empty())
        return run.usage_error(wrong);
    if (const auto empty = without_sheets(asked, before); !empty.empty()) {
        for (const auto& path : empty) tell_no_sheet(path, reader);
        return ExitStatus::unusable;
    }

    const auto teams_of_then = [](const std::optional<Then>& then) {
        return then ? &then->teams : nullptr;
    };
    auto seen = look_again(run, reader, wanted, teams,
                           {teams_of_then(before.no_regression), teams_of_then(before.since())});
    const bool wrote_all = seen.wrote_all;
    if (waivers && seen.waiving) {
        Diagnostics found;
        tell_waivers(*seen.waiving, *waivers->source, found);
        reader.tell(found);
    }
    auto parts = other_parts(asked, teams, before, std::move(seen));
    const auto portfolio =
        make_portfolio(std::move(sheets), std::move(teams), *models, how->rules, std::move(parts));
    const auto status = deliver(run, asked, *outputs, portfolio);
    return reader.flawed() || !wrote_all ? ExitStatus::unusable : status;
}

}  // namespace

extern const Command portfolio_command = {
    "portfolio", "Show many teams at once: levels, what holds them back, who moved",
    "Several sheets with one team's name are its history: the latest date is its state.\n"
    "Examples:\n"
    "  mlops-assess portfolio teams/\n"
    "  mlops-assess portfolio teams/ --by unit -o portfolio.html --reports reports\n"
    "  mlops-assess portfolio teams/2026-q2 --baseline teams/2026-q1 -f markdown\n"
    "  mlops-assess portfolio teams/ --fail-under microsoft=1",
    Group::daily, start<Asked, options, run_portfolio>};

}  // namespace mlops_assess
