#include "report/phrases.hpp"
#include "report/portfolio_words.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"
#include "writer/markdown/page.hpp"
#include "writer/portfolio/writers.hpp"

/// The portfolio for a wiki or a pull request.
namespace mlops_assess {
namespace {

constexpr std::size_t most_practices = 10;
constexpr std::size_t most_teams = 10;

class PortfolioMarkdown {
  public:
    PortfolioMarkdown(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit)
        : portfolio_(portfolio), style_(style), emit_(emit) {}

    void write() {
        page_.paragraph("# MLOps maturity of {}", counted(portfolio_.teams.size(), "team"));
        page_.paragraph("{}. {}", with_capital(portfolio_words(portfolio_)),
                        rules_words(portfolio_));
        if (const auto& sheets = portfolio_.sheets.unusable; !sheets.empty())
            page_.paragraph("**{} could not be used** and {} in no figure below.",
                            counted(sheets.size(), "sheet"), sheets.size() == 1 ? "is" : "are");
        if (!portfolio_.teams.empty())
            for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m) model(m);
        must_have();
        groups();
        since();
        trend();
        gates();
        unusable();
        flush();
        emit_(last_.substr(0, last_.find_last_not_of('\n') + 2));
    }

  private:
    /// What stands on the page so far goes out, but for the last part.
    void flush() {
        auto part = page_.take_part();
        if (part.empty()) return;
        emit_(last_);
        last_ = std::move(part);
    }

    void row(const std::vector<Markdown>& cells) {
        Markdown line = markdown("|");
        for (const auto& cell : cells) line += markdown(" {} |", cell);
        page_.line("{}", line);
    }

    void head(const std::vector<Markdown>& cells) {
        row(cells);
        row(std::vector<Markdown>(cells.size(), markdown("---")));
    }

    Markdown team_name(TeamIndex index) const {
        const auto name = Markdown::of(portfolio_.teams[index].name);
        if (!portfolio_.has_report(index)) return name;
        const auto path = url_path(style_.reports) + "/" + url_path(portfolio_.reports[index]);
        return markdown("[{}]({})", name, Markdown::trusted(path));
    }

    static std::vector<Markdown> columns(const Rubric& rubric, std::string_view first,
                                         std::string_view third) {
        std::vector<Markdown> names{Markdown::of(first), markdown("Level"), Markdown::of(third)};
        for (const auto& parameter : rubric.catalogue->parameters)
            names.push_back(Markdown::of(parameter.title));
        return names;
    }

    void model(std::size_t m) {
        const auto& sums = portfolio_.all.models[m];
        page_.section("{}", sums.rubric->label);
        page_.paragraph("{}.", with_capital(spread_words(sums.overall)));
        head(columns(*sums.rubric, "Team", "Index"));
        for (const auto index : sums.order) {
            const auto& figures = portfolio_.teams[index].now().models[m];
            std::vector<Markdown> cells{team_name(index),
                                        markdown("**{}**", figures_words(figures.overall)),
                                        Markdown::trusted(index_words(figures.index_hundredths))};
            for (const auto& each : figures.parameters)
                cells.push_back(Markdown::of(figures_words(each)));
            row(cells);
            flush();
        }
        if (portfolio_.teams.size() > 1) sums_rows(sums);
        page_.blank();
        page_.paragraph("{}", figures_legend());
        if (const auto words = out_of_scope_words(portfolio_, m); !words.empty())
            page_.paragraph("{}", words);
        practices(sums);
        flush();
    }

    void sums_rows(const ModelRollUp& sums) {
        const auto add = [&](const std::string& name, auto of) {
            std::vector<Markdown> cells{markdown("*{}*", name), markdown("{}", of(sums.overall)),
                                        markdown("")};
            for (const auto& each : sums.parameters) cells.push_back(markdown("{}", of(each)));
            row(cells);
        };
        add("Lowest", [](const Spread& each) { return level_or_dash(each.lowest); });
        add("Lower median", [](const Spread& each) { return level_or_dash(each.median); });
        for (std::size_t level = 0; level < sums.overall.at.size(); ++level)
            add(fmt::format("Teams at {}", level),
                [level](const Spread& each) { return std::to_string(each.at[level]); });
    }

    void practices(const ModelRollUp& sums) {
        if (sums.holding_back.empty()) return;
        page_.paragraph("### What holds back most teams from their next {} level",
                        sums.rubric->label);
        head({markdown("Practice"), markdown("Takes"), markdown("Holds back"), markdown("Teams")});
        const auto count = std::min(most_practices, sums.holding_back.size());
        for (const auto& each : std::span(sums.holding_back).first(count))
            row({markdown("{} `{}`", deliverable_words(*each.practice),
                          Markdown::trusted(std::string(each.practice->id))),
                 markdown("{}", effort_word(each.practice->effort)),
                 markdown("{}", holding_back_words(each, portfolio_.all)),
                 markdown("{}", teams_words(portfolio_, each, most_teams))});
        page_.blank();
        if (sums.holding_back.size() > count)
            page_.paragraph("And {} more.", counted(sums.holding_back.size() - count, "practice"));
    }

    void must_have() {
        const auto words = must_have_words(portfolio_.all);
        if (words.empty()) return;
        page_.section("Must-haves missing");
        page_.paragraph("Whatever the target, {}.", words);
        for (TeamIndex i = 0; i < portfolio_.teams.size(); ++i)
            if (const auto lacking = lacking_must_words(portfolio_.teams[i].now());
                !lacking.empty())
                page_.line("- {}: {}", team_name(i), lacking);
        page_.blank();
        flush();
    }

    void groups() {
        if (portfolio_.groups.empty()) return;
        page_.section("By {}", portfolio_.tag);
        for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m) {
            const auto& rubric = *portfolio_.models.rubrics[m];
            page_.paragraph("### {} by {}: lower median, and the lowest", rubric.label,
                            portfolio_.tag);
            head(columns(rubric, portfolio_.tag, "Teams"));
            for (const auto& group : portfolio_.groups) {
                const auto& sums = group.roll_up.models[m];
                std::vector<Markdown> cells{Markdown::of(group_name(group)),
                                            markdown("{}", median_and_lowest(sums.overall)),
                                            markdown("{}", group.roll_up.teams.size())};
                for (const auto& each : sums.parameters)
                    cells.push_back(markdown("{}", median_and_lowest(each)));
                row(cells);
            }
            page_.blank();
            for (const auto& group : portfolio_.groups) group_line(group, m);
            page_.blank();
        }
        flush();
    }

    static Markdown median_and_lowest(const Spread& each) {
        if (!each.median) return markdown("-");
        return markdown("**{}**, {}", *each.median, *each.lowest);
    }

    void group_line(const TeamGroup& group, std::size_t m) {
        const auto& sums = group.roll_up.models[m];
        std::vector<std::string> names;
        for (const auto& each : sums.holding_back)
            if (names.size() < 5)
                names.push_back(fmt::format("{} ({} of {})", deliverable_words(*each.practice),
                                            each.gaps.size(), group.roll_up.teams.size()));
        page_.line(
            "- {}: {}.{}", group_name(group), spread_words(sums.overall),
            names.empty() ? "" : fmt::format(" Holds back most: {}.", fmt::join(names, "; ")));
    }

    void since() {
        if (!portfolio_.since) return;
        const auto& change = *portfolio_.since;
        page_.section("Who moved");
        page_.paragraph("Since {}.", change_words(change));
        for (const auto& each : change.moved)
            page_.line("- {}: {}", team_name(each.team), moves_words(portfolio_, each.moves));
        for (const auto index : change.added) page_.line("- {}: new", team_name(index));
        for (const auto* sheet : change.gone)
            page_.line("- {}: missing now; there was {}", sheet->team, sheet->file);
        page_.blank();
        flush();
    }

    void trend() {
        const auto teams = teams_with_history(portfolio_);
        if (teams.empty()) return;
        page_.section("Trend");
        std::vector<Markdown> names{markdown("Team")};
        for (const auto* rubric : portfolio_.models.rubrics)
            names.push_back(Markdown::of(rubric->label));
        names.push_back(markdown("From"));
        names.push_back(markdown("To"));
        head(names);
        for (const auto index : teams) {
            const auto& team = portfolio_.teams[index];
            std::vector<Markdown> cells{team_name(index)};
            for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
                cells.push_back(Markdown::of(trend_words(team, m)));
            for (const auto* sheet : {team.history.front(), team.history.back()})
                cells.push_back(Markdown::of(day_words(*sheet)));
            row(cells);
        }
        page_.blank();
        flush();
    }

    void gates() {
        if (portfolio_.gates.empty()) return;
        page_.section("Gates");
        const auto failed = failed_gates(portfolio_);
        if (failed.empty()) page_.line("Passed by {}.", all_teams_words(portfolio_.gates.size()));
        for (const auto* team : failed)
            for (const auto& gate : team->results) {
                if (gate.passed) continue;
                page_.line("- {}: {}: required {}; found {}", team->team, gate.name, gate.required,
                           gate.found);
                for (const auto& each : gate.because) page_.line("  - {}", each);
            }
        page_.blank();
        flush();
    }

    void unusable() {
        const auto sheets = unusable_sheets(portfolio_);
        if (sheets.empty()) return;
        page_.section("Sheets that could not be used");
        for (const auto* sheet : sheets)
            for (const auto& words : unusable_words(*sheet)) page_.line("- {}", words);
        page_.blank();
        flush();
    }

    const Portfolio& portfolio_;
    const PortfolioStyle& style_;
    const Emit& emit_;
    MarkdownPage page_;
    std::string last_;  ///< of which it is not known yet whether it is the end
};

}  // namespace

void portfolio_markdown(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit) {
    PortfolioMarkdown(portfolio, style, emit).write();
}

}  // namespace mlops_assess
