#include "report/comparison_words.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"
#include "writer/picture/svg_text.hpp"

#include <algorithm>

/// Every parameter by every model: as a picture, as a table, and level by level.
namespace mlops_assess {
namespace {

class Profile {
  public:
    Profile(const Report& report, const Catalogue& catalogue, std::size_t number)
        : report_(report),
          catalogue_(catalogue),
          number_(number),
          models_(assessments_of(report.scored, catalogue)) {}

    Markup write() const {
        return markup("<div class=\"profile\">\n<div class=\"picture\">\n{}{}</div>\n{}</div>\n",
                      picture("wide", 880), picture("narrow", 360), table());
    }

    Markup heat_maps() const {
        Markup out;
        for (const auto i : models_) out += heat_map(i);
        return out;
    }

    Markup blocks() const {
        auto out = markup(
            "<table class=\"blocks\">\n<thead>\n<tr><th scope=\"col\">Parameter</th><th "
            "scope=\"col\">Missing, and for which level</th></tr>\n</thead>\n<tbody>\n");
        for (std::uint32_t p = 0; p < catalogue_.parameters.size(); ++p)
            out += markup("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
                          catalogue_.parameters[p].title, blocks(p));
        return out + markup("</tbody>\n</table>\n");
    }

  private:
    const Assessment& assessment(std::size_t i) const { return report_.scored.assessments[i]; }

    /// The same picture for wide and narrow screens; the page shows one of them.
    Markup picture(std::string_view size, double width) const {
        const auto drawing = draw_levels(report_, catalogue_, width);
        const auto id = fmt::format("levels-{}-{}", number_, size);
        return markup(
            "<svg class=\"chart {0}\" viewBox=\"0 0 {1} {2}\" role=\"img\" "
            "aria-labelledby=\"{3}-title {3}-desc\">\n<title id=\"{3}-title\">Levels of {4}</title>"
            "\n<desc id=\"{3}-desc\">{5}</desc>\n{6}</svg>\n",
            size, svg_number(width), svg_number(drawing.height), id,
            catalogue_.title.empty() ? Text("all parameters") : catalogue_.title,
            levels_in_words(report_, catalogue_), drawing.elements);
    }

    Markup table() const {
        auto out = markup(
            "<table class=\"levels\">\n<caption>Level of each parameter, the target behind the "
            "arrow, and what is met of the next level. A level needs all its practices, so the "
            "lowest parameters (‹) decide.{}</caption>\n"
            "<thead>\n<tr><th scope=\"col\">Parameter</th>",
            report_.since ? " " + as_sentence(change_legend(*report_.since)) : "");
        for (const auto i : models_)
            out +=
                markup("<th scope=\"col\">{} {}</th>", html_mark(i), assessment(i).rubric->label);
        out += markup("</tr>\n</thead>\n<tbody>\n");
        for (std::uint32_t p = 0; p < catalogue_.parameters.size(); ++p) {
            out += markup("<tr><th scope=\"row\">{}</th>", catalogue_.parameters[p].title);
            for (const auto i : models_) out += level_cell(i, p);
            out += markup("</tr>\n");
        }
        return out + markup("</tbody>\n</table>\n");
    }

    Markup level_cell(std::size_t i, std::uint32_t parameter) const {
        const auto& a = assessment(i);
        const auto& p = a.parameters[parameter];
        const auto& aim = report_.scored.roadmaps[i].aims[parameter];
        std::string small = "top level";
        std::string number = level_range(p);
        if (!p.assessed) {
            small = "not assessed";
            number = "–";
        } else if (p.progress) {
            small = fmt::format("to {}: {} of {} met, {}{}%", p.level + 1, p.next.met, p.next.of,
                                at_least_sign(p.possible), p.progress->percent());
        }
        if (p.nothing_applied) small += ", nothing applies";
        const auto change = change_mark(report_.since, *a.rubric, catalogue_.parameters[parameter]);
        return markup(
            "<td class=\"{}\"><span class=\"who\">{} {}</span> <b>{}</b>{}{}{} "
            "<small>{}</small></td>",
            model_class(i), html_mark(i), a.rubric->label, number,
            aim.higher ? fmt::format(" → {}", aim.level) : "", a.holds_back(parameter) ? " ‹" : "",
            change.empty() ? Markup() : markup(" <span class=\"change\">{}</span>", change), small);
    }

    /// Every practice that is missing for some model's next level, with those levels.
    Markup blocks(std::uint32_t parameter) const {
        std::vector<std::string> told;
        std::vector<Markup> items;
        for (const auto i : models_) {
            const auto& a = assessment(i);
            const auto& p = a.parameters[parameter];
            if (!p.assessed) continue;
            const auto level =
                markup("<small>{} {}</small>", html_mark(i), model_level(*a.rubric, p.level + 1));
            for (const auto& words : blocking_words(a, parameter)) {
                const auto known = std::find(told.begin(), told.end(), words) - told.begin();
                if (known == std::ssize(told)) {
                    told.push_back(words);
                    items.push_back(Markup::of(with_capital(words)));
                }
                items[static_cast<std::size_t>(known)] += markup(" {}", level);
            }
        }
        if (items.empty()) return markup("Nothing");
        return markup("<ul><li>{}</li></ul>", joined(items, markup("</li><li>")));
    }

    Markup heat_map(std::size_t i) const {
        const auto& a = assessment(i);
        const auto name = a.rubric->label;
        auto out = markup(
            "<table class=\"heat {}\">\n<caption>{} {}</caption>\n"
            "<thead>\n<tr><th scope=\"col\">Parameter</th>",
            model_class(i), html_mark(i), name);
        for (int level = 1; level <= a.rubric->top(); ++level)
            out += markup("<th scope=\"col\">Level {}</th>", level);
        out += markup("</tr>\n</thead>\n<tbody>\n");
        for (std::uint32_t p = 0; p < catalogue_.parameters.size(); ++p) {
            out += markup("<tr><th scope=\"row\">{}</th>", catalogue_.parameters[p].title);
            for (int level = 1; level <= a.rubric->top(); ++level) out += heat_cell(a, p, level);
            out += markup("</tr>\n");
        }
        return html_scroll(fmt::format("{} level by level", name),
                           out + markup("</tbody>\n</table>\n"));
    }

    static Markup heat_cell(const Assessment& a, std::uint32_t parameter, int level) {
        const auto& tally = a.cell(parameter, level).tally;
        const auto marked = [&](std::string_view state) {
            return markup("<td class=\"{0}\"><b>{1}/{2}</b> <span>{0}</span></td>", state,
                          tally.met, tally.of);
        };
        const auto none = [](std::string_view words) {
            return markup("<td class=\"none\"><span>{}</span></td>", words);
        };
        switch (cell_state(a, parameter, level)) {
            case CellState::nothing_new: return none("nothing new");
            case CellState::not_applicable: return none("n/a");
            case CellState::met: return marked("met");
            case CellState::gap: return marked("gap");
            case CellState::open: return marked("open");
            case CellState::later: return marked("later");
        }
        return {};
    }

    const Report& report_;
    const Catalogue& catalogue_;
    std::size_t number_;
    std::vector<std::size_t> models_;
};

}  // namespace

HtmlSection html_profile(const Report& report) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.catalogues.size(); ++i)
        body += Profile(report, *report.scored.catalogues[i], i + 1).write();
    body += markup("<ul>\n");
    for (const auto& a : report.scored.assessments)
        body += markup("<li>{}</li>\n", index_sentence(a));
    return {"profile", "Profile", body + markup("</ul>\n")};
}

HtmlSection html_blocks(const Report& report) {
    Markup tables;
    for (std::size_t i = 0; i < report.scored.catalogues.size(); ++i)
        tables += Profile(report, *report.scored.catalogues[i], i + 1).blocks();
    return {"blocks", "What blocks each next level", tables};
}

HtmlSection html_heat_maps(const Report& report) {
    Markup maps;
    for (std::size_t i = 0; i < report.scored.catalogues.size(); ++i)
        maps += Profile(report, *report.scored.catalogues[i], i + 1).heat_maps();
    return {"levels", "Level by level",
            markup("<p>In each cell: practices met of those that the level asks for; nothing new: "
                   "it asks nothing of its own that applies. A level needs all of them in every "
                   "parameter, so the weakest decides. A gap is what the next level still misses. "
                   "Points: no 0, partially 1, mostly 2, fully 3.</p>\n<div "
                   "class=\"maps\">\n{}</div>\n",
                   maps)};
}

}  // namespace mlops_assess
