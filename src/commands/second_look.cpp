#include "commands/second_look.hpp"

#include "commands/outputs.hpp"
#include "report/regression.hpp"
#include "system/output.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace mlops_assess {
namespace {

/// The gate that a team fails whose sheet is gone.
TeamGates gone(const Team& team, const std::string& no_regression) {
    GateResult gate{};
    gate.name = fmt::format("--no-regression {}", no_regression);
    gate.required = "a sheet of every team that had one";
    gate.found = fmt::format("none that can be used; there was {}", team.now().file);
    return {std::string(team.name), {gate}};
}

/// One team's sheet as `score` sees it.
struct Seen {
    std::optional<Report> report;
    Diagnostics found;
};

/// The team's sheet among earlier ones, whole. None where there is none, or no longer.
std::optional<Side> side_of(TeamSheets& reader, Text team, const std::vector<Team>* before,
                            Diagnostics& found) {
    const auto* then = before != nullptr ? find_team(*before, team) : nullptr;
    if (then == nullptr) return std::nullopt;
    auto scored = reader.again(then->now(), found);
    if (!scored) return std::nullopt;
    return Side{*std::move(scored), {}};
}

Seen see(const Run& run, TeamSheets& reader, const WantedOfTeams& wanted, const TeamSheet& sheet,
         const TeamsBefore& before) {
    Seen seen;
    auto& found = seen.found;
    auto scored = reader.again(sheet, found);
    const auto no_regression = side_of(reader, sheet.team, before.no_regression, found);
    const auto since = before.since == before.no_regression || wanted.reports.empty()
                           ? no_regression
                           : side_of(reader, sheet.team, before.since, found);
    if (before.no_regression != nullptr && find_team(*before.no_regression, sheet.team) == nullptr)
        found.add(DiagnosticId::new_team, std::string(sheet.file), std::nullopt,
                  fmt::format("{} is new: there is nothing to compare with", sheet.team));
    if (scored && no_regression) tell_baseline(*no_regression, *scored, true, found);
    if (!scored || found.has_errors()) return seen;
    auto demands = wanted.demands;
    demands.baseline = no_regression ? &*no_regression : nullptr;
    const std::string file(sheet.file);
    seen.report = make_report(*std::move(scored), demands, since ? &*since : nullptr,
                              shell_word(file) + rubric_words(run.common()), path_from_here(file));
    return seen;
}

/// Leaves as needless what is so for this team, too.
void add_waiving(std::optional<Waiving>& all, const Waiving& one) {
    if (!all) {
        all = one;
        return;
    }
    std::erase_if(all->needless, [&](const Waiver& each) {
        return std::ranges::none_of(
            one.needless, [&](const Waiver& other) { return other.practice == each.practice; });
    });
}

/// Whether the report was written.
bool write_report(const Run& run, const std::string& name, const Report& report) {
    const auto page = write_html(report, {});
    return write_output(run, name, [&](const Emit& emit) { emit(page); });
}

}  // namespace

std::vector<std::string> report_names(const std::vector<Team>& teams) {
    constexpr std::size_t most = 80;
    std::map<std::string, int> uses;
    for (const auto& team : teams) ++uses[team_slug(team.name)];
    std::vector<std::string> names;
    for (const auto& team : teams) {
        const auto slug = team_slug(team.name);
        const bool is_own = !slug.empty() && slug.size() <= most && uses[slug] == 1;
        names.push_back(is_own
                            ? fmt::format("{}.html", slug)
                            : fmt::format("{}{}{:08x}.html", slug.substr(0, most),
                                          slug.empty() ? "" : "-", fnv1a(team.name) & 0xFFFFFFFFU));
    }
    return names;
}

const Team* find_team(const std::vector<Team>& teams, Text name) {
    const auto found = std::ranges::lower_bound(teams, name, {}, &Team::name);
    return found != teams.end() && found->name == name ? &*found : nullptr;
}

TeamsSeen look_again(const Run& run, TeamSheets& reader, const WantedOfTeams& wanted,
                     const std::vector<Team>& teams, const TeamsBefore& before) {
    TeamsSeen all;
    if (!wanted.any()) return all;
    if (!wanted.reports.empty()) {
        std::error_code failure;
        std::filesystem::create_directories(wanted.reports, failure);
        if (failure) {
            run.tell(fmt::format("{}: error: cannot make this folder: {}", visible(wanted.reports),
                                 failure.message()));
            all.wrote_all = false;
        }
        all.reports.resize(teams.size());
    }
    const bool has_folder = all.wrote_all;
    const auto names = report_names(teams);
    for (TeamIndex i = 0; i < teams.size(); ++i) {
        const auto seen = see(run, reader, wanted, teams[i].now(), before);
        reader.tell(seen.found);
        if (!seen.report) continue;
        add_waiving(all.waiving, seen.report->gates.waiving);
        if (!seen.report->gates.results.empty())
            all.gates.push_back({std::string(teams[i].name), seen.report->gates.results});
        if (wanted.reports.empty() || !has_folder) continue;
        if (write_report(run, wanted.reports + "/" + names[i], *seen.report))
            all.reports[i] = names[i];
        else
            all.wrote_all = false;
    }
    if (before.no_regression != nullptr)
        for (const auto& team : *before.no_regression)
            if (find_team(teams, team.name) == nullptr)
                all.gates.push_back(gone(team, wanted.no_regression));
    std::ranges::sort(all.gates, {}, &TeamGates::team);
    return all;
}

}  // namespace mlops_assess
