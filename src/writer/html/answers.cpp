#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

/// One row for every practice, parameter by parameter.
namespace mlops_assess {
namespace {

class AnswerTables {
  public:
    explicit AnswerTables(const Report& report)
        : scored_(report.scored), views_(practice_views(scored_)) {}

    Markup write(const Catalogue& catalogue) {
        models_ = assessments_of(scored_, catalogue);
        Markup out;
        for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
            Markup rows;
            for (const auto& view : views_)
                if (view.catalogue == &catalogue && view.practice().parameter == p)
                    rows += row(view);
            if (!rows.empty()) out += table(catalogue, p, rows);
        }
        return out;
    }

  private:
    Markup table(const Catalogue& catalogue, std::uint32_t parameter, const Markup& rows) const {
        const auto title = catalogue.parameters[parameter].title;
        Markup head;
        std::vector<Markup> levels;
        for (const auto i : models_) {
            const auto& a = scored_.assessments[i];
            head += markup("<th scope=\"col\">{} {}</th>", html_mark(i), a.rubric->label);
            levels.push_back(markup("{} {} {}", html_mark(i), a.rubric->label,
                                    level_range(a.parameters[parameter])));
        }
        if (levels.empty()) levels.push_back(markup("asked for by no loaded model"));
        return markup(
            "<details>\n<summary>{0} <small>{1}</small></summary>\n<table class=\"answers\">\n"
            "<caption class=\"hidden\">Practices of {0}</caption>\n<thead>\n<tr><th "
            "scope=\"col\">Practice</th>{2}<th scope=\"col\">Answer</th><th "
            "scope=\"col\">Evidence</th></tr>\n</thead>\n<tbody>\n{3}</tbody>\n</table>\n"
            "</details>\n",
            title, joined(levels, markup(" · ")), head, rows);
    }

    Markup row(const PracticeView& view) const {
        const auto& about = view.practice();
        auto out = markup("<tr><td>{} <code>{}</code>", as_sentence(about.statement), about.id);
        if (view.must_have != nullptr)
            out += markup("<br><small>must do, whatever the target</small>");
        out += markup("</td>");
        for (const auto i : models_) {
            auto asked = asked_by(view, i);
            out += markup("<td data-name=\"{}\">{}</td>", scored_.assessments[i].rubric->label,
                          asked.empty() ? markup("–") : asked);
        }
        return out + markup(
                         "<td data-name=\"Answer\">{}</td><td data-name=\"Evidence\">{}</td>"
                         "</tr>\n",
                         answer(view), evidence(view));
    }

    Markup asked_by(const PracticeView& view, std::size_t model) const {
        std::vector<Markup> parts;
        for (const auto& [what, ground, basis] : asked_words(scored_, view, model)) {
            auto part = Markup::of(with_capital(what));
            if (!basis.empty()) part += markup("<br><small>{}</small>", basis);
            parts.push_back(part);
        }
        return joined(parts, markup("<br>"));
    }

    static Markup answer(const PracticeView& view) {
        auto out = markup("<b>{}</b>", with_capital(answer_words(*view.catalogue, view.state)));
        const auto* answer = view.state.answer;
        if (answer == nullptr) return out;
        if (!answer->note.empty()) out += markup("<br>{}", as_sentence(answer->note));
        if (const auto remarks = answer_remarks(*answer); !remarks.empty())
            out += markup("<br><small>{}</small>", fmt::join(remarks, "; "));
        return out;
    }

    static Markup evidence(const PracticeView& view) {
        std::vector<Markup> all;
        if (view.state.answer != nullptr)
            for (const auto text : view.state.answer->evidence) all.push_back(html_link(text));
        return all.empty() ? markup("none") : joined(all, markup("<br>"));
    }

    const Scored& scored_;
    std::vector<PracticeView> views_;
    std::vector<std::size_t> models_;
};

}  // namespace

HtmlSection html_answers(const Report& report) {
    auto body = markup(
        "<p>By model: the level that asks for a practice, whether that is met, and who says so; "
        "the "
        "sources stand under <a href=\"#method\">Method</a>. {}</p>\n<p class=\"unopened\">This "
        "browser prints only the tables that are open.</p>\n",
        basis_legend(report.scored));
    AnswerTables tables(report);
    for (const auto* catalogue : report.scored.catalogues) body += tables.write(*catalogue);
    if (report.scored.not_loaded != nullptr) body += tables.write(*report.scored.not_loaded);
    return {"answers", "Every practice", body};
}

}  // namespace mlops_assess
