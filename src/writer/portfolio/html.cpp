#include "report/phrases.hpp"
#include "report/portfolio_words.hpp"
#include "text/scalars.hpp"
#include "text/words.hpp"
#include "writer/html/page.hpp"
#include "writer/picture/chart.hpp"
#include "writer/portfolio/writers.hpp"

/// The portfolio as a page: no script, no network. Each order of the teams has an anchor.
namespace mlops_assess {
namespace {

constexpr std::size_t most_practices = 15;
constexpr std::size_t most_teams = 60;

/// Of five shades the one for a level; level 0 warns, the top is the strongest.
std::string shade(int level, int top) {
    return fmt::format("shade{}", level == 0 ? 0 : top == 1 ? 4 : 1 + (level - 1) * 3 / (top - 1));
}

Markup row(std::string_view css_class, const Markup& head, const Markup& cells) {
    return css_class.empty() ? markup("<tr><th scope=\"row\">{}</th>{}</tr>\n", head, cells)
                             : markup("<tr class=\"{}\"><th scope=\"row\">{}</th>{}</tr>\n",
                                      css_class, head, cells);
}

Markup heads(const std::vector<std::string>& names) {
    Markup cells;
    for (const auto& name : names) cells += markup("<th scope=\"col\"><span>{}</span></th>", name);
    return markup("<thead>\n<tr>{}</tr>\n</thead>\n", cells);
}

Markup named(std::string_view name, const Markup& value) {
    return markup("<td data-name=\"{}\">{}</td>", name, value);
}

class PortfolioHtml {
  public:
    PortfolioHtml(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit)
        : portfolio_(portfolio), style_(style), emit_(emit) {}

    void write() {
        const auto title =
            fmt::format("MLOps maturity of {}", counted(portfolio_.teams.size(), "team"));
        emit_(markup("{}<body>\n{}<main>\n{}", html_head(title, PageStyle::portfolio),
                     masthead(title), orders())
                  .str());
        if (!portfolio_.teams.empty())
            for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m) heat_map(m);
        emit_(html_sections({must_have(), since(), gates()}).str());
        for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
            emit_(html_sections({holding_back(m)}).str());
        emit_(html_sections({groups()}).str());
        roster();
        emit_(html_sections({unusable()}).str());
        emit_("</main>\n</body>\n</html>\n");
    }

  private:
    const Team& team(TeamIndex index) const { return portfolio_.teams[index]; }

    std::string model_id(std::size_t m) const {
        return fmt::format("model-{}", portfolio_.models.rubrics[m]->id);
    }

    Markup masthead(const std::string& title) const {
        Markup notes;
        const auto note = [&](std::string_view anchor, const std::string& words) {
            notes += markup("<p class=\"callout\"><a href=\"#{}\">{}</a></p>\n", anchor, words);
        };
        if (const auto failed = failed_gates(portfolio_); !failed.empty())
            note("gates", fmt::format("{} of {} failed their gates.", failed.size(),
                                      counted(portfolio_.gates.size(), "team")));
        if (const auto& sheets = portfolio_.sheets.unusable; !sheets.empty())
            note("unusable",
                 fmt::format("{} could not be used and {} in no figure.",
                             counted(sheets.size(), "sheet"), sheets.size() == 1 ? "is" : "are"));
        return markup(
            "<header class=\"masthead\">\n<p class=\"kind\">MLOps maturity of many teams</p>\n"
            "<h1>{}</h1>\n<p class=\"lead\">{}.</p>\n<p>{}</p>\n{}</header>\n",
            title, with_capital(portfolio_words(portfolio_)), rules_words(portfolio_), notes);
    }

    Markup orders() const {
        Markup items;
        const auto add = [&](const std::string& anchor, const std::string& words) {
            items += markup("<li><a href=\"#{}\">{}</a></li>\n", anchor, words);
        };
        if (portfolio_.teams.empty()) return {};
        for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m)
            add(model_id(m), fmt::format("by {} level", portfolio_.models.rubrics[m]->label));
        add("by-name", "by name");
        if (!portfolio_.groups.empty()) add("by-tag", fmt::format("by {}", portfolio_.tag));
        if (portfolio_.since) add("since", "who moved");
        if (!portfolio_.all.must_have.empty()) add("must-have", "must-haves missing");
        for (const auto& sums : portfolio_.all.models)
            if (!sums.holding_back.empty())
                add(fmt::format("holding-back-{}", sums.rubric->id),
                    fmt::format("what holds back from {}", sums.rubric->label));
        if (!portfolio_.gates.empty()) add("gates", "gates");
        return markup(
            "<nav class=\"orders\" aria-label=\"Orders of the teams\">\n<ul>\n{}</ul>\n</nav>\n",
            items);
    }

    Markup team_name(TeamIndex index) const {
        const auto& name = team(index).name;
        if (!portfolio_.has_report(index)) return Markup::of(name);
        return markup("<a href=\"{}/{}\">{}</a>", url_path(style_.reports),
                      url_path(portfolio_.reports[index]), name);
    }

    static Markup figures(const Figures& each, int top, bool whole) {
        if (!each.assessed)
            return markup("<td class=\"none\"><span title=\"not assessed\">-</span></td>");
        const auto evidenced = each.evidenced == each.low
                                   ? Markup()
                                   : markup("<small>·{}</small>", int{each.evidenced});
        return markup("<td class=\"{}{}\">{}{}</td>", shade(each.level, top), whole ? " whole" : "",
                      range_words(each.possible()), evidenced);
    }

    static Markup plain(const std::string& text) {
        return markup("<td class=\"plain\">{}</td>", text);
    }

    std::vector<std::string> columns(const Rubric& rubric, std::string first,
                                     std::string third) const {
        std::vector<std::string> names{std::move(first), "Level", std::move(third)};
        for (const auto& parameter : rubric.catalogue->parameters)
            names.emplace_back(parameter.title);
        return names;
    }

    /// Emitted row by row, since there may be thousands.
    void heat_map(std::size_t m) const {
        const auto& sums = portfolio_.all.models[m];
        const auto& rubric = *sums.rubric;
        const auto id = model_id(m);
        emit_(markup("<section class=\"model {0}\" id=\"{1}\" aria-labelledby=\"{1}-heading\">\n"
                     "<h2 id=\"{1}-heading\">{2} {3}</h2>\n<p class=\"spread\">{4}.</p>\n"
                     "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{3} by team\">\n"
                     "<table class=\"teams\">\n<caption>By level, then index, the highest "
                     "first</caption>\n{5}<tbody>\n",
                     model_class(m), id,
                     markup("<span class=\"mark\" aria-hidden=\"true\">{}</span>", model_mark(m)),
                     rubric.label, with_capital(spread_words(sums.overall)),
                     heads(columns(rubric, "Team", "Index")))
                  .str());
        for (const auto index : sums.order) {
            const auto& model = team(index).now().models[m];
            auto cells = figures(model.overall, rubric.top(), true) +
                         plain(index_words(model.index_hundredths));
            for (const auto& each : model.parameters) cells += figures(each, rubric.top(), false);
            emit_(row("", team_name(index), cells).str());
        }
        emit_("</tbody>\n");
        if (portfolio_.teams.size() > 1) emit_(sums_body(sums).str());
        emit_(markup("</table>\n</section>\n<p class=\"key\">{} {}</p>\n</section>\n",
                     figures_legend(), out_of_scope_words(portfolio_, m))
                  .str());
    }

    static Markup sums_body(const ModelRollUp& sums) {
        Markup rows;
        const auto add = [&](const std::string& name, auto of) {
            auto cells = markup("<td class=\"whole\">{}</td><td></td>", of(sums.overall));
            for (const auto& each : sums.parameters) cells += markup("<td>{}</td>", of(each));
            rows += row("sum", Markup::of(name), cells);
        };
        add("Lowest", [](const Spread& each) { return level_or_dash(each.lowest); });
        add("Lower median", [](const Spread& each) { return level_or_dash(each.median); });
        for (std::size_t level = 0; level < sums.overall.at.size(); ++level)
            add(fmt::format("Teams at {}", level), [level](const Spread& each) {
                return each.at[level] == 0 ? std::string("·") : std::to_string(each.at[level]);
            });
        return markup("<tbody>\n{}</tbody>\n", rows);
    }

    Markup practices(const std::vector<HoldingBack>& all, const RollUp& sums) const {
        Markup rows;
        const auto count = std::min(most_practices, all.size());
        for (const auto& each : std::span(all).first(count))
            rows += markup("<tr><td><b>{}</b> <code>{}</code></td>{}{}{}</tr>\n",
                           deliverable_words(*each.practice), each.practice->id,
                           named("Takes", Markup::of(effort_word(each.practice->effort))),
                           named("Holds back", Markup::of(holding_back_words(each, sums))),
                           named("Teams", Markup::of(teams_words(portfolio_, each, most_teams))));
        auto table = markup("<table class=\"steer\">\n{}<tbody>\n{}</tbody>\n</table>\n",
                            heads({"Practice", "Takes", "Holds back", "Teams"}), rows);
        if (all.size() > count)
            table += markup("<p class=\"key\">And {} more, in the JSON report.</p>\n",
                            counted(all.size() - count, "practice"));
        return table;
    }

    HtmlSection holding_back(std::size_t m) const {
        const auto& sums = portfolio_.all.models[m];
        if (sums.holding_back.empty()) return {};
        return {
            fmt::format("holding-back-{}", sums.rubric->id),
            fmt::format("What holds back most teams from their next {} level", sums.rubric->label),
            practices(sums.holding_back, portfolio_.all)};
    }

    HtmlSection must_have() const {
        const auto words = must_have_words(portfolio_.all);
        if (words.empty()) return {};
        Markup rows;
        for (TeamIndex i = 0; i < portfolio_.teams.size(); ++i)
            if (const auto lacking = lacking_must_words(team(i).now()); !lacking.empty())
                rows += row("", team_name(i), markup("<td>{}</td>", lacking));
        return {"must-have", "Must-haves missing",
                markup("<p>Whatever the target, {}.</p>\n<table class=\"steer\">\n{}<tbody>\n"
                       "{}</tbody>\n</table>\n",
                       words, heads({"Team", "Missing"}), rows)};
    }

    HtmlSection since() const {
        if (!portfolio_.since) return {};
        const auto& change = *portfolio_.since;
        Markup rows;
        for (const auto& each : change.moved)
            rows += row("", team_name(each.team),
                        markup("<td>{}</td>", moves_words(portfolio_, each.moves)));
        for (const auto index : change.added)
            rows += row("", team_name(index), markup("<td>new</td>"));
        for (const auto* sheet : change.gone)
            rows += row("", Markup::of(sheet->team),
                        markup("<td>missing now; there was {}</td>", sheet->file));
        return {"since", "Who moved",
                markup("<p>Since {}.</p>\n<table class=\"steer\">\n{}<tbody>\n{}</tbody>\n"
                       "</table>\n",
                       change_words(change), heads({"Team", "Change"}), rows)};
    }

    HtmlSection gates() const {
        if (portfolio_.gates.empty()) return {};
        Markup items;
        for (const auto* failed : failed_gates(portfolio_))
            for (const auto& gate : failed->results) {
                if (gate.passed) continue;
                Markup because;
                for (const auto& each : gate.because) because += markup("<li>{}</li>\n", each);
                if (!because.empty())
                    because = markup("<details>\n<summary>Why</summary>\n<ul>\n{}</ul>\n</details>",
                                     because);
                items += markup("<li class=\"lacks\"><b>{}</b>: {}: required {}; found {}{}</li>\n",
                                failed->team, gate.name, gate.required, gate.found, because);
            }
        if (items.empty())
            return {"gates", "Gates",
                    markup("<p>Passed by {}.</p>\n", all_teams_words(portfolio_.gates.size()))};
        return {"gates", "Failed gates", markup("<ul class=\"states\">\n{}</ul>\n", items)};
    }

    HtmlSection groups() const {
        if (portfolio_.groups.empty()) return {};
        Markup body;
        for (std::size_t m = 0; m < portfolio_.models.rubrics.size(); ++m) body += group_table(m);
        for (const auto& group : portfolio_.groups) body += group_part(group);
        return {"by-tag", fmt::format("By {}", portfolio_.tag), body};
    }

    Markup group_table(std::size_t m) const {
        const auto& rubric = *portfolio_.models.rubrics[m];
        Markup rows;
        const auto cell = [&](const Spread& each, bool whole) {
            if (!each.median) return markup("<td class=\"none\">-</td>");
            return markup("<td class=\"{}{}\">{}<small>({})</small></td>",
                          shade(*each.median, rubric.top()), whole ? " whole" : "", *each.median,
                          *each.lowest);
        };
        for (const auto& group : portfolio_.groups) {
            const auto& sums = group.roll_up.models[m];
            auto cells =
                cell(sums.overall, true) + plain(std::to_string(group.roll_up.teams.size()));
            for (const auto& each : sums.parameters) cells += cell(each, false);
            rows += row("", Markup::of(group_name(group)), cells);
        }
        return markup(
            "<div class=\"{}\">\n{}</div>\n", model_class(m),
            html_scroll(
                fmt::format("{} by {}", rubric.label, portfolio_.tag),
                markup("<table class=\"teams\">\n<caption>{}: lower median, "
                       "and the lowest in brackets</caption>\n{}<tbody>\n{}</tbody>\n</table>\n",
                       rubric.label, heads(columns(rubric, portfolio_.tag, "Teams")), rows)));
    }

    Markup group_part(const TeamGroup& group) const {
        Markup items;
        Markup tables;
        for (std::size_t m = 0; m < group.roll_up.models.size(); ++m) {
            const auto& sums = group.roll_up.models[m];
            items += markup("<li>{}: {}</li>\n", sums.rubric->label,
                            group_summary_words(group, sums, 5));
            tables += markup(
                "<details class=\"{}\">\n<summary>{}, {}: teams at each level</summary>\n{}"
                "</details>\n",
                model_class(m), sums.rubric->label, group_name(group),
                html_scroll(fmt::format("{}, {}", sums.rubric->label, group_name(group)),
                            markup("<table class=\"teams\">\n{}{}</table>\n",
                                   heads(columns(*sums.rubric, "", "")), sums_body(sums))));
        }
        if (const auto words = must_have_words(group.roll_up); !words.empty())
            items += markup("<li>Whatever the target, {}.</li>\n", words);
        return markup("<h3 class=\"part\">{}</h3>\n<p>{}</p>\n<ul>\n{}</ul>\n{}",
                      group_words(portfolio_, group),
                      teams_words(portfolio_, group.roll_up.teams, most_teams), items, tables);
    }

    void roster() const {
        if (portfolio_.teams.empty()) return;
        std::vector<std::string> names{"Team", "Date"};
        for (const auto* rubric : portfolio_.models.rubrics) names.emplace_back(rubric->label);
        names.insert(names.end(), {"Must-haves", "Sheet"});
        emit_(markup("<section id=\"by-name\" aria-labelledby=\"by-name-heading\">\n<h2 "
                     "id=\"by-name-heading\">Every team</h2>\n<table class=\"roster\">\n"
                     "<caption>By name; levels from the first sheet to the latest</caption>\n"
                     "{}<tbody>\n",
                     heads(names))
                  .str());
        for (TeamIndex i = 0; i < portfolio_.teams.size(); ++i) emit_(roster_row(i).str());
        emit_("</tbody>\n</table>\n</section>\n");
    }

    Markup roster_row(TeamIndex index) const {
        const auto& sheet = team(index).now();
        auto cells = named("Date", dates(team(index)));
        for (std::size_t m = 0; m < sheet.models.size(); ++m) {
            const auto& model = sheet.models[m];
            cells += named(
                portfolio_.models.rubrics[m]->label,
                markup("<b>{}</b> <small>target {}, short of the next: {}</small>",
                       trend_words(team(index), m), model.target, short_words(model.overall)));
        }
        const auto lacking = sheet.must_have.size();
        cells +=
            named("Must-haves", Markup::of(sheet.must_haves == 0 ? std::string("none apply")
                                           : lacking == 0 ? fmt::format("all {}", sheet.must_haves)
                                                          : fmt::format("{} of {} lacking", lacking,
                                                                        sheet.must_haves)));
        cells += named("Sheet", markup("<code>{}</code>", sheet.file));
        return row("", team_name(index), cells);
    }

    static Markup dates(const Team& team) {
        if (team.history.size() == 1) return Markup::of(day_words(team.now()));
        return markup("{} <small>from {} on</small>", day_words(team.now()),
                      day_words(*team.history.front()));
    }

    static std::string short_words(const Figures& figures) {
        if (figures.at_top) return "top";
        return figures.open == 0
                   ? fmt::format("{} to do", int{figures.gaps})
                   : fmt::format("{} to do, {} open", int{figures.gaps}, int{figures.open});
    }

    HtmlSection unusable() const {
        Markup items;
        for (const auto* sheet : unusable_sheets(portfolio_)) {
            Markup errors;
            for (const auto& words : unusable_words(*sheet)) errors += markup("<br>{}", words);
            items += markup("<li class=\"lacks\"><b>{}</b>{}</li>\n", sheet->file, errors);
        }
        if (items.empty()) return {};
        return {
            "unusable", "Sheets that could not be used",
            markup("<p>They are in no figure above.</p>\n<ul class=\"states\">\n{}</ul>\n", items)};
    }

    const Portfolio& portfolio_;
    const PortfolioStyle& style_;
    const Emit& emit_;
};

}  // namespace

void portfolio_html(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit) {
    PortfolioHtml(portfolio, style, emit).write();
}

}  // namespace mlops_assess
