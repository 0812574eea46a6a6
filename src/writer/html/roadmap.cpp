#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

#include <algorithm>
#include <set>

/// What to do: at a glance in lanes, and every item in full.
namespace mlops_assess {
namespace {

std::string milestone_name(const Assessment& a, const Milestone& milestone) {
    return fmt::format("{}: {}", model_level(*a.rubric, milestone.level),
                       a.rubric->levels[static_cast<std::size_t>(milestone.level)].name);
}

std::string milestone_count(const Milestone& milestone) {
    const auto all = counted(milestone.size(), "practice");
    const auto effort = effort_words(milestone.effort);
    return effort.empty() ? all : fmt::format("{} ({})", all, effort);
}

/// One milestone in a lane: what it delivers.
Markup lane_items(const Assessment& a, const Milestone& milestone) {
    auto out = markup("<p><b>{}</b><br>{}</p>\n<ul>\n", milestone_name(a, milestone),
                      milestone_count(milestone));
    for (const auto& item : milestone.gaps) {
        const auto& about = practice(a, item);
        out += markup("<li><a href=\"#{}\">{}</a> <small>{}</small></li>\n", html_anchor(about),
                      about.deliverable, effort_word(about.effort));
    }
    for (const auto& item : milestone.open)
        out += markup("<li>{} <small>open</small></li>\n", practice(a, item).deliverable);
    return out + markup("</ul>\n");
}

Markup lane(const Report& report, std::size_t index) {
    constexpr std::string_view columns[] = {"Now", "Next", "Later"};
    const auto& a = report.scored.assessments[index];
    const auto& roadmap = report.scored.roadmaps[index];
    const auto& milestones = roadmap.milestones;
    auto out = markup("<div class=\"lane {}{}\">\n<h3>{} {}, target level {}</h3>\n",
                      milestones.size() > 1 ? "" : "single ", model_class(index), html_mark(index),
                      a.rubric->label, roadmap.target);
    if (milestones.empty()) out += markup("<p>The target is reached.</p>\n");
    for (std::size_t column = 0; column < std::min<std::size_t>(milestones.size(), 3); ++column) {
        out += markup("<div class=\"when\">\n<h4>{}</h4>\n", columns[column]);
        const auto end = column == 2 ? milestones.size() : column + 1;
        for (auto i = column; i < end; ++i) out += lane_items(a, milestones[i]);
        out += markup("</div>\n");
    }
    return out + markup("</div>\n");
}

class Milestones {
  public:
    explicit Milestones(const Report& report) : report_(report) {}

    Markup write() {
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i)
            for (const auto& each : report_.scored.roadmaps[i].milestones) milestone(i, each);
        return std::move(out_);
    }

  private:
    void milestone(std::size_t index, const Milestone& milestone) {
        const auto& a = report_.scored.assessments[index];
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        out_ += markup("<h3 class=\"milestone\">{} {}</h3>\n", html_mark(index),
                       milestone_name(a, milestone));
        if (!level.step.empty()) out_ += markup("<p>{}</p>\n", as_sentence(level.step));
        std::vector<std::string> reached;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            if (milestone.leads_to.parameters[p])
                reached.push_back(
                    fmt::format("{} {}", title(a, p), *milestone.leads_to.parameters[p]));
        out_ += markup("<p class=\"quiet\">{}. Leads to level {}: {}.</p>\n",
                       milestone_count(milestone), *milestone.leads_to.overall,
                       fmt::join(reached, ", "));
        Markup above;
        for (const auto& gap : milestone.gaps)
            if (told_.contains(practice(a, gap).id)) above += again(a, gap);
        if (!above.empty())
            out_ += markup("<p>Described above, and needed here too:</p>\n<ul>\n{}</ul>\n", above);
        for (const auto& gap : milestone.gaps)
            if (told_.insert(practice(a, gap).id).second) item(a, gap, needs(a, milestone, gap));
        if (!milestone.open.empty()) {
            std::vector<Markup> ids;
            for (const auto& open : milestone.open)
                ids.push_back(markup("<code>{}</code>", practice(a, open).id));
            out_ += markup(
                "<p>Not answered yet (<a href=\"#open\">open questions</a>): "
                "{}.</p>\n",
                joined(ids, markup(", ")));
        }
    }

    static Markup again(const Assessment& a, const RoadmapItem& item) {
        const auto& about = practice(a, item);
        return markup("<li><a href=\"#{}\">{}</a> <small>needed: {}</small></li>\n",
                      html_anchor(about), about.deliverable, word_for_points(item.needed));
    }

    void item(const Assessment& a, const RoadmapItem& item, const std::vector<Need>& counts_for) {
        const auto index = item.requirement->practice;
        const auto& about = practice(a, index);
        const auto* answer = a.practices[index].answer;
        out_ += markup(
            "<article class=\"todo\" id=\"{}\">\n<header>\n<h4>{}</h4>\n<p class=\"where\">{} · "
            "{}{}</p>\n"
            "</header>\n<dl>\n",
            html_anchor(about), as_sentence(about.statement),
            a.rubric->catalogue->parameters[about.parameter].title, effort_word(about.effort),
            answer != nullptr && !answer->owner.empty() ? fmt::format(" · owner {}", answer->owner)
                                                        : "");
        auto today =
            fmt::format("{}; needed: {}", today_words(a, index), word_for_points(item.needed));
        if (answer != nullptr) today += fmt::format(" (line {})", answer->place.line);
        out_ += html_fact("Today", with_capital(today));
        if (answer != nullptr) out_ += html_fact("Note", as_sentence(answer->note));
        out_ += html_fact("Why", as_sentence(about.why));
        out_ += html_fact("Deliver", as_sentence(about.deliverable));
        out_ += html_fact("Done when", as_sentence(about.success));
        out_ += html_fact("How", as_sentence(about.guidance));
        std::vector<std::string> levels;
        for (const auto& need : counts_for) levels.push_back(need_words(need));
        out_ += html_fact("Required by", join_words(levels));
        out_ += markup("</dl>\n</article>\n");
    }

    const Report& report_;
    std::set<Text> told_;
    Markup out_;
};

}  // namespace

Markup html_roadmap(const Report& report) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) body += lane(report, i);
    return html_section("roadmap", "Roadmap", body);
}

Markup html_milestones(const Report& report) {
    const auto body = Milestones(report).write();
    return body.empty() ? body : html_section("milestones", "Every step in full", body);
}

}  // namespace mlops_assess
