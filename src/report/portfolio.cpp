#include "report/portfolio.hpp"

#include <algorithm>
#include <functional>
#include <map>

/// The sums over teams.
namespace mlops_assess {
namespace {

class RollUpMaker {
  public:
    RollUpMaker(const std::vector<Team>& teams, const Models& models)
        : teams_(teams), models_(models) {}

    RollUp make(TeamIndices members) const {
        RollUp all{std::move(members), {}, {}};
        for (std::size_t m = 0; m < models_.rubrics.size(); ++m)
            all.models.push_back(model(all.teams, m));
        all.must_have = must_have(all.teams);
        return all;
    }

  private:
    const ModelFigures& figures(TeamIndex team, std::size_t model) const {
        return teams_[team].now().models[model];
    }

    ModelRollUp model(const TeamIndices& members, std::size_t m) const {
        const auto& rubric = *models_.rubrics[m];
        ModelRollUp sum{&rubric, {}, {}, members, holding_back(members, m)};
        sum.overall = spread(members, rubric, [&](TeamIndex team) -> const Figures& {
            return figures(team, m).overall;
        });
        for (std::size_t p = 0; p < rubric.catalogue->parameters.size(); ++p)
            sum.parameters.push_back(spread(members, rubric, [&](TeamIndex team) -> const Figures& {
                return figures(team, m).parameters[p];
            }));
        // Members stand by name, which a stable order keeps.
        std::ranges::stable_sort(sum.order, std::greater(), [&](TeamIndex team) {
            const auto& each = figures(team, m);
            return std::pair(each.overall.level, each.index_hundredths);
        });
        return sum;
    }

    template <typename Of>
    static Spread spread(const TeamIndices& members, const Rubric& rubric, Of of) {
        Spread spread;
        spread.at.resize(rubric.levels.size());
        std::vector<int> levels;
        for (const auto team : members) {
            const Figures& each = of(team);
            if (!each.assessed) {
                ++spread.not_assessed;
                continue;
            }
            ++spread.at[static_cast<std::size_t>(each.level)];
            levels.push_back(each.level);
        }
        if (levels.empty()) return spread;
        std::ranges::sort(levels);
        spread.lowest = levels.front();
        spread.median = levels[(levels.size() - 1) / 2];
        return spread;
    }

    /// Those that hold back most come first; what nobody has answered counts less than what is
    /// known to be missing.
    static void sort(std::vector<HoldingBack>& practices) {
        std::ranges::stable_sort(practices, std::greater(), [](const HoldingBack& each) {
            return std::pair(each.gaps.size(), each.open.size());
        });
    }

    std::vector<HoldingBack> holding_back(const TeamIndices& members, std::size_t m) const {
        std::map<PracticeIndex, HoldingBack> found;
        const auto& catalogue = *models_.rubrics[m]->catalogue;
        for (const auto team : members)
            for (const auto& [index, open] : figures(team, m).lacking) {
                auto& each = found[index];
                each.practice = &catalogue.practices[index];
                (open ? each.open : each.gaps).push_back(team);
            }
        std::vector<HoldingBack> all;
        for (auto& [index, each] : found) all.push_back(std::move(each));
        sort(all);
        return all;
    }

    std::vector<HoldingBack> must_have(const TeamIndices& members) const {
        std::vector<HoldingBack> found;
        for (const auto* catalogue : models_.catalogues)
            for (const auto& practice : catalogue->practices) found.push_back({&practice, {}, {}});
        std::map<const Practice*, HoldingBack*> by_practice;
        for (auto& each : found) by_practice[each.practice] = &each;
        for (const auto team : members)
            for (const auto& [practice, open] : teams_[team].now().must_have)
                (open ? by_practice[practice]->open : by_practice[practice]->gaps).push_back(team);
        std::erase_if(found, [](const auto& each) { return each.gaps.empty() && each.open.empty(); });
        sort(found);
        return found;
    }

    const std::vector<Team>& teams_;
    const Models& models_;
};

std::vector<TeamGroup> groups_by(const std::string& tag, const std::vector<Team>& teams,
                             const RollUpMaker& maker) {
    std::map<Text, TeamIndices> members;
    for (TeamIndex i = 0; i < teams.size(); ++i) members[teams[i].now().tag(tag)].push_back(i);
    std::vector<TeamGroup> groups;
    for (auto& [value, indices] : members) groups.push_back({value, maker.make(indices)});
    if (!groups.empty() && groups.front().value.empty())
        std::rotate(groups.begin(), groups.begin() + 1, groups.end());
    return groups;
}

}  // namespace

bool TeamGates::passed() const {
    return std::ranges::all_of(results, [](const GateResult& gate) { return gate.passed; });
}

Portfolio make_portfolio(Sheets sheets, std::vector<Team> teams, Models models, Rules rules,
                         PortfolioParts parts) {
    const RollUpMaker maker(teams, models);
    TeamIndices everybody;
    for (TeamIndex i = 0; i < teams.size(); ++i) everybody.push_back(i);
    auto all = maker.make(std::move(everybody));
    auto groups = parts.tag.empty() ? std::vector<TeamGroup>() : groups_by(parts.tag, teams, maker);
    return {std::move(sheets), std::move(models),      std::move(rules),
            std::move(teams),  std::move(all),         std::move(parts.tag),
            std::move(groups), std::move(parts.since), std::move(parts.gates),
            std::move(parts.reports)};
}

}  // namespace mlops_assess
