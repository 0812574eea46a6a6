#include "report/comparison_words.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/html/html.hpp"

/// The head of the first page: who was assessed, when, by whom, and what to think of it. Long texts
/// are shortened there, so that the page stays one; they stand in full behind it.
namespace mlops_assess {
namespace {

constexpr std::size_t most_name = 90;      ///< cells
constexpr std::size_t most_summary = 360;  ///< about four printed lines
constexpr std::size_t most_open = 3;       ///< questions that are named
constexpr std::size_t most_fact = 160;     ///< about three

/// A text that the first page shortens.
struct Shortened {
    std::string_view name;
    std::string text;
    std::size_t most;

    bool is_long() const { return display_width(visible(text)) > most; }
};

/// A text, or its beginning and where the rest is.
Markup shown(const Shortened& text, Linked linked) {
    if (!text.is_long()) return Markup::of(text.text);
    return markup("{} {}", shortened(visible(text.text), text.most),
                  linked == Linked::yes ? markup("<a href=\"#texts\">in full</a>")
                                        : markup("<small>(in full in the whole report)</small>"));
}

std::vector<Shortened> facts(const Report& report) {
    std::vector<Shortened> all;
    for (auto& [name, text] : cover_facts(report.scored))
        all.push_back({name, std::move(text), most_fact});
    if (report.since) all.push_back({"Baseline", answer_moves_words(*report.since), most_fact});
    std::vector<Text> open;
    for (const auto* practice : report.scored.open) open.push_back(deliverable_words(*practice));
    if (!open.empty() && open.size() <= most_open)
        all.push_back({"Open", fmt::format("{}", fmt::join(open, "; ")), most_fact});
    return all;
}

Shortened team(const Report& report) {
    return {"Team", std::string(report.scored.sheet.team), most_name};
}

Shortened summary(const Report& report) {
    const auto text = report.scored.sheet.summary;
    return {"Summary", text.empty() ? std::string() : as_sentence(text), most_summary};
}

}  // namespace

Markup html_masthead(const Report& report, Linked linked) {
    const auto& sheet = report.scored.sheet;
    auto out = markup(
        "<header class=\"masthead\">\n<p class=\"kind\">MLOps maturity assessment</p>\n"
        "<h1>{}</h1>\n",
        shown(team(report), linked));
    const auto about = with_capital(scope_words(report.scored));
    const auto date = date_words(sheet.date);
    if (!date.empty() || !about.empty())
        out += markup("<p class=\"lead\">{}{}{}</p>\n", date,
                      date.empty() || about.empty() ? "" : " · ", about);
    if (!sheet.summary.empty())
        out += markup("<p class=\"summary\">{}</p>\n", shown(summary(report), linked));
    out += markup("<dl class=\"facts\">\n");
    for (const auto& fact : facts(report)) out += html_fact(fact.name, shown(fact, linked));
    return out + markup(
                     "<div class=\"made\"><dt>Made by</dt><dd>{}: <code>{}</code></dd></div>\n"
                     "</dl>\n</header>\n",
                     made_by_words(report.scored),
                     command_words(report, "html", linked == Linked::no));
}

HtmlSection html_texts(const Report& report) {
    auto all = facts(report);
    all.insert(all.begin(), {team(report), summary(report)});
    Markup items;
    for (const auto& each : all)
        if (each.is_long()) items += html_fact(each.name, Markup::of(each.text));
    if (!items.empty()) items = markup("<dl class=\"facts\">\n{}</dl>\n", items);
    return {"texts", "What the first page shortens", items};
}

}  // namespace mlops_assess
