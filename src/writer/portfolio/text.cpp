#include "writer/terminal/text.hpp"
#include "report/phrases.hpp"
#include "report/portfolio_words.hpp"
#include "text/layout.hpp"
#include "text/scalars.hpp"
#include "text/terminal_page.hpp"
#include "writer/portfolio/writers.hpp"

#include <algorithm>
#include <numeric>

/// The portfolio for a terminal.
namespace mlops_assess {
namespace {

constexpr std::size_t least_name = 14;
constexpr std::size_t most_name = 30;
constexpr std::size_t most_head = 7;
constexpr std::size_t most_practices = 5;
constexpr std::size_t most_teams = 4;

/// A table of names and narrow columns, as many side by side as fit.
struct HeatTable {
    struct Row {
        std::string name;
        std::vector<std::string> cells;
        bool is_sum = false;
    };
    std::string corner;
    std::vector<std::string> heads;
    std::vector<Row> rows;
};

/// What each column needs, with the blank before it.
std::vector<std::size_t> column_widths(const HeatTable& table) {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < table.heads.size(); ++c) {
        auto width = display_width(table.heads[c]);
        for (const auto& row : table.rows) width = std::max(width, display_width(row.cells[c]));
        widths.push_back(width + 1);
    }
    return widths;
}

/// What is left for the names, where all columns are to stand side by side.
std::size_t name_width(const HeatTable& table, std::size_t columns, std::size_t page) {
    std::size_t width = display_width(visible(table.corner));
    for (const auto& row : table.rows) width = std::max(width, display_width(visible(row.name)));
    const auto room = page > columns ? page - columns : 0;
    return std::min({width, most_name, std::max(room, least_name)});
}

void write_table(TerminalPage& page, const HeatTable& table) {
    const auto widths = column_widths(table);
    const auto name = name_width(table, std::reduce(widths.begin(), widths.end()), page.width());
    for (std::size_t from = 0; from < widths.size();) {
        if (from > 0) page.blank();
        auto to = from;
        for (auto used = name; to < widths.size(); ++to) {
            used += widths[to];
            if (to > from && used > page.width()) break;
        }
        const auto line = [&](const std::string& first, const std::vector<std::string>& cells) {
            auto text = pad(cut(shown("{}", first), name), name);
            for (auto c = from; c < to; ++c) text += pad(shown(" {}", cells[c]), widths[c]);
            return text;
        };
        page.strong(line(table.corner, table.heads));
        bool sums = false;
        for (const auto& row : table.rows) {
            if (row.is_sum && !sums) page.blank();
            sums = row.is_sum;
            page.line(line(row.name, row.cells));
        }
        from = to;
    }
}

/// What is said of a name, behind it; below, where it is long.
void entry(TerminalPage& page, std::string_view name, const Shown& text) {
    constexpr std::size_t most = 24;
    const auto head = shown(" {}: ", name);
    if (display_width(head.str()) <= most + 3) return page.paragraph(head, text);
    page.paragraph(shown(" "), shown("{}:", name));
    page.paragraph(shown("    "), text);
}

/// A paragraph, where there is something to say.
void say(TerminalPage& page, const std::string& text) {
    if (!text.empty()) page.paragraph(shown("{}", text));
}

class PortfolioText {
  public:
    PortfolioText(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit)
        : portfolio_(portfolio), look_(style.look), signs_(signs(look_)), emit_(emit) {}

    void write() {
        part([&](TerminalPage& page) {
            page.heading(shown("{}", with_capital(portfolio_words(portfolio_))));
            page.paragraph(shown("{}", rules_words(portfolio_)));
        });
        if (!portfolio_.teams.empty())
            for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
                part([&](TerminalPage& page) { model(page, m); });
        part([&](TerminalPage& page) { must_have(page); });
        groups();
        part([&](TerminalPage& page) { since(page); });
        part([&](TerminalPage& page) { trend(page); });
        part([&](TerminalPage& page) { gates(page); });
        part([&](TerminalPage& page) { unusable(page); });
    }

  private:
    /// Emits a part with a blank line before it, unless it is the first or empty.
    template <typename Write>
    void part(Write write) {
        TerminalPage page(look_.width, look_.color);
        write(page);
        const auto text = page.take();
        if (text.empty()) return;
        if (!is_first_) emit_("\n");
        is_first_ = false;
        emit_(text);
    }

    /// As much of each id as there is room for; numbers, where that would not tell them apart.
    static std::vector<std::string> parameter_heads(const Rubric& rubric) {
        std::vector<std::string> heads;
        for (const auto& parameter : rubric.catalogue->parameters)
            heads.emplace_back(parameter.id.substr(0, most_head));
        if (are_distinct(heads)) return heads;
        for (std::size_t i = 0; i < heads.size(); ++i) heads[i] = std::to_string(i + 1);
        return heads;
    }

    static bool are_distinct(std::vector<std::string> heads) {
        std::ranges::sort(heads);
        return std::ranges::adjacent_find(heads) == heads.end();
    }

    /// What the numbers of columns stand for; empty where they have names.
    static std::string heads_key(const Rubric& rubric) {
        if (parameter_heads(rubric).front() != "1") return {};
        std::vector<std::string> names;
        for (const auto& parameter : rubric.catalogue->parameters)
            names.push_back(fmt::format("{} {}", names.size() + 1, parameter.title));
        return fmt::format("{}.", fmt::join(names, ", "));
    }

    static HeatTable::Row sum_row(const std::string& name, const ModelRollUp& sums, auto of) {
        HeatTable::Row row{name, {of(sums.overall), ""}, true};
        for (const auto& each : sums.parameters) row.cells.push_back(of(each));
        return row;
    }

    void model(TerminalPage& page, std::size_t m) {
        const auto& sums = portfolio_.all.models[m];
        page.labelled(shown("{}", with_capitals(sums.rubric->label)), label_width,
                      shown("{}", spread_words(sums.overall)));
        page.blank();
        HeatTable table{"", {"level", "index"}, {}};
        for (auto& head : parameter_heads(*sums.rubric)) table.heads.push_back(std::move(head));
        for (const auto team : sums.order) {
            const auto& figures = portfolio_.teams[team].now().models[m];
            HeatTable::Row row{
                std::string(portfolio_.teams[team].name),
                {figures_words(figures.overall, signs_), index_words(figures.index_hundredths)}};
            for (const auto& each : figures.parameters)
                row.cells.push_back(figures_words(each, signs_));
            table.rows.push_back(std::move(row));
        }
        if (portfolio_.teams.size() > 1) add_sums(table, sums);
        write_table(page, table);
        say(page, heads_key(*sums.rubric));
        if (m + 1 == portfolio_.all.models.size())
            page.paragraph(shown("{}", figures_legend(signs_)));
        say(page, out_of_scope_words(portfolio_, m));
        holding_back(page, sums);
    }

    static void add_sums(HeatTable& table, const ModelRollUp& sums) {
        table.rows.push_back(
            sum_row("lowest", sums, [](const Spread& each) { return level_or_dash(each.lowest); }));
        table.rows.push_back(sum_row(
            "lower median", sums, [](const Spread& each) { return level_or_dash(each.median); }));
        for (std::size_t level = 0; level < sums.overall.at.size(); ++level)
            table.rows.push_back(
                sum_row(fmt::format("teams at {}", level), sums, [level](const Spread& each) {
                    return each.at[level] == 0 ? std::string(".") : std::to_string(each.at[level]);
                }));
    }

    void holding_back(TerminalPage& page, const ModelRollUp& sums) {
        if (sums.holding_back.empty()) return;
        page.blank();
        page.strong(shown("Holds back most teams from their next {} level", sums.rubric->label));
        const auto count = std::min(most_practices, sums.holding_back.size());
        for (const auto& each : std::span(sums.holding_back).first(count))
            page.paragraph(shown("{:>3}  ", each.gaps.size()),
                           shown("{}{}: {}", deliverable_words(*each.practice),
                                 effort_in_brackets(*each.practice),
                                 teams_words(portfolio_, each, most_teams)));
        if (sums.holding_back.size() > count)
            page.line(
                shown("     and {} more", counted(sums.holding_back.size() - count, "practice")));
    }

    static std::string effort_in_brackets(const Practice& practice) {
        const auto effort = effort_word(practice.effort);
        return effort.empty() ? std::string() : fmt::format(" ({})", effort);
    }

    void must_have(TerminalPage& page) {
        const auto words = must_have_words(portfolio_.all);
        if (words.empty()) return;
        page.labelled(shown("MUST DO"), label_width, shown("whatever the target: {}", words));
        for (const auto& team : portfolio_.teams)
            if (const auto lacking = lacking_must_words(team.now()); !lacking.empty())
                entry(page, team.name, shown("{}", lacking));
    }

    void groups() {
        if (portfolio_.groups.empty()) return;
        for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
            part([&](TerminalPage& page) {
                const auto& rubric = *portfolio_.models.rubrics[m];
                page.strong(
                    shown("{} by {}: lower median, and the lowest", rubric.label, portfolio_.tag));
                HeatTable table{"", {"teams", "level"}, {}};
                for (auto& head : parameter_heads(rubric)) table.heads.push_back(std::move(head));
                for (const auto& group : portfolio_.groups) group_rows(table, group, m);
                write_table(page, table);
                for (const auto& group : portfolio_.groups) group_lines(page, group, m);
            });
    }

    static void group_rows(HeatTable& table, const TeamGroup& group, std::size_t m) {
        const auto& sums = group.roll_up.models[m];
        HeatTable::Row median{
            group_name(group),
            {std::to_string(group.roll_up.teams.size()), level_or_dash(sums.overall.median)}};
        HeatTable::Row lowest{"  lowest", {"", level_or_dash(sums.overall.lowest)}};
        for (const auto& each : sums.parameters) {
            median.cells.push_back(level_or_dash(each.median));
            lowest.cells.push_back(level_or_dash(each.lowest));
        }
        table.rows.push_back(std::move(median));
        table.rows.push_back(std::move(lowest));
    }

    void group_lines(TerminalPage& page, const TeamGroup& group, std::size_t m) {
        const auto& sums = group.roll_up.models[m];
        page.paragraph(shown("{}: ", group_name(group)),
                       shown("{}", group_summary_words(group, sums, 3)));
        if (const auto words = must_have_words(group.roll_up);
            m + 1 == portfolio_.models.rubrics.size() && !words.empty())
            page.paragraph(shown("{}: ", group_name(group)), shown("{}.", words));
    }

    void since(TerminalPage& page) {
        if (!portfolio_.since) return;
        const auto& change = *portfolio_.since;
        page.labelled(shown("SINCE"), label_width, shown("{}", change_words(change)));
        const auto name = [&](TeamIndex team) { return portfolio_.teams[team].name; };
        for (const auto& each : change.moved)
            page.paragraph(shown(" {}: ", name(each.team)),
                           shown("{}", moves_words(portfolio_, each.moves, signs_)));
        if (!change.added.empty())
            page.paragraph(shown(" New: "), shown("{}", teams_words(portfolio_, change.added, 20)));
        for (const auto* sheet : change.gone)
            page.paragraph(shown(" Missing now: "), shown("{} ({})", sheet->team, sheet->file));
    }

    void trend(TerminalPage& page) {
        const auto teams = teams_with_history(portfolio_);
        if (teams.empty()) return;
        HeatTable table{"Trend", {}, {}};
        for (const auto* rubric : portfolio_.models.rubrics)
            table.heads.emplace_back(rubric->label);
        table.heads.emplace_back("from");
        table.heads.emplace_back("to");
        for (const auto team : teams) {
            const auto& each = portfolio_.teams[team];
            HeatTable::Row row{std::string(each.name), {}};
            for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
                row.cells.push_back(trend_words(each, m, signs_));
            row.cells.emplace_back(level_date(*each.history.front()));
            row.cells.emplace_back(level_date(each.now()));
            table.rows.push_back(std::move(row));
        }
        write_table(page, table);
    }

    static std::string level_date(const TeamSheet& sheet) {
        return sheet.date.empty() ? "undated" : std::string(sheet.date);
    }

    void gates(TerminalPage& page) {
        if (portfolio_.gates.empty()) return;
        const auto failed = failed_gates(portfolio_);
        page.labelled(shown("GATES"), label_width,
                      failed.empty()
                          ? shown("passed by {}", all_teams_words(portfolio_.gates.size()))
                          : shown("{} of {} failed", failed.size(),
                                  counted(portfolio_.gates.size(), "team")));
        for (const auto* team : failed)
            for (const auto& gate : team->results)
                if (!gate.passed)
                    page.paragraph(
                        shown(" {}: ", team->team),
                        shown("{}: required {}; found {}", gate.name, gate.required, gate.found));
    }

    void unusable(TerminalPage& page) {
        const auto sheets = unusable_sheets(portfolio_);
        if (sheets.empty()) return;
        page.labelled(shown("NOT USED"), label_width,
                      shown("{} in no figure above", counted(sheets.size(), "sheet")));
        for (const auto* sheet : sheets)
            for (const auto& words : unusable_words(*sheet))
                page.paragraph(shown(" "), shown("{}", words));
    }

    const Portfolio& portfolio_;
    const Style& look_;
    Signs signs_;
    const Emit& emit_;
    bool is_first_ = true;
};

}  // namespace

void portfolio_text(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit) {
    PortfolioText(portfolio, style, emit).write();
}

}  // namespace mlops_assess
