#include "report/phrases.hpp"
#include "text/markup.hpp"
#include "writer/html/html.hpp"
#include "writer/picture/chart.hpp"

#include <algorithm>
#include <set>

/// What to do: at a glance in lanes, and every item in full.
namespace mlops_assess {
namespace {

std::string milestone_name(const Assessment& a, const Milestone& milestone) {
    return fmt::format(
        "{}: {}", xml_escaped(model_level(a.rubric->id, milestone.level)),
        xml_escaped(a.rubric->levels[static_cast<std::size_t>(milestone.level)].name));
}

std::string milestone_count(const Milestone& milestone) {
    const auto all = counted(milestone.size(), "practice");
    const auto effort = effort_words(milestone.effort);
    return effort.empty() ? all : fmt::format("{} ({})", all, effort);
}

/// One milestone in a lane: what it delivers.
std::string lane_items(const Assessment& a, const Milestone& milestone) {
    auto out = fmt::format("<p><b>{}</b><br>{}</p>\n<ul>\n", milestone_name(a, milestone),
                           milestone_count(milestone));
    for (const auto& item : milestone.gaps) {
        const auto& about = practice(a, item);
        out +=
            fmt::format("<li><a href=\"#{}\">{}</a> <small>{}</small></li>\n", html_anchor(about),
                        xml_escaped(about.deliverable), effort_word(about.effort));
    }
    for (const auto& item : milestone.open)
        out += fmt::format("<li>{} <small>open</small></li>\n",
                           xml_escaped(practice(a, item).deliverable));
    return out + "</ul>\n";
}

std::string lane(const Report& report, std::size_t index) {
    constexpr std::string_view columns[] = {"Now", "Next", "Later"};
    const auto& a = report.scored.assessments[index];
    const auto& roadmap = report.scored.roadmaps[index];
    const auto& milestones = roadmap.milestones;
    auto out = fmt::format("<div class=\"lane {}{}\">\n<h3>{} {}, target level {}</h3>\n",
                           milestones.size() > 1 ? "" : "single ", model_class(index),
                           html_mark(index), xml_escaped(model_word(a.rubric->id)), roadmap.target);
    if (milestones.empty()) out += "<p>The target is reached.</p>\n";
    for (std::size_t column = 0; column < std::min<std::size_t>(milestones.size(), 3); ++column) {
        out += fmt::format("<div class=\"when\">\n<h4>{}</h4>\n", columns[column]);
        const auto end = column == 2 ? milestones.size() : column + 1;
        for (auto i = column; i < end; ++i) out += lane_items(a, milestones[i]);
        out += "</div>\n";
    }
    return out + "</div>\n";
}

class Milestones {
  public:
    explicit Milestones(const Report& report) : report_(report) {}

    std::string write() {
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i)
            for (const auto& each : report_.scored.roadmaps[i].milestones) milestone(i, each);
        return std::move(out_);
    }

  private:
    void milestone(std::size_t index, const Milestone& milestone) {
        const auto& a = report_.scored.assessments[index];
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        out_ += fmt::format("<h3 class=\"milestone\">{} {}</h3>\n", html_mark(index),
                            milestone_name(a, milestone));
        if (!level.step.empty()) out_ += fmt::format("<p>{}</p>\n", xml_sentence(level.step));
        std::vector<std::string> reached;
        for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
            if (milestone.leads_to.parameters[p])
                reached.push_back(xml_escaped(
                    fmt::format("{} {}", title(a, p), *milestone.leads_to.parameters[p])));
        out_ += fmt::format("<p class=\"quiet\">{}. Leads to level {}: {}.</p>\n",
                            milestone_count(milestone), *milestone.leads_to.overall,
                            fmt::join(reached, ", "));
        std::string above;
        for (const auto& gap : milestone.gaps)
            if (told_.contains(practice(a, gap).id)) above += again(a, gap);
        if (!above.empty())
            out_ += "<p>Described above, and needed here too:</p>\n<ul>\n" + above + "</ul>\n";
        for (const auto& gap : milestone.gaps)
            if (told_.insert(practice(a, gap).id).second) item(a, gap, needs(a, milestone, gap));
        if (!milestone.open.empty()) {
            std::vector<std::string> ids;
            for (const auto& open : milestone.open)
                ids.push_back(fmt::format("<code>{}</code>", practice(a, open).id));
            out_ += fmt::format(
                "<p>Not answered yet (<a href=\"#open\">open questions</a>): "
                "{}.</p>\n",
                fmt::join(ids, ", "));
        }
    }

    static std::string again(const Assessment& a, const RoadmapItem& item) {
        const auto& about = practice(a, item);
        return fmt::format("<li><a href=\"#{}\">{}</a> <small>needed: {}</small></li>\n",
                           html_anchor(about), xml_escaped(about.deliverable),
                           word_for_points(item.needed));
    }

    void item(const Assessment& a, const RoadmapItem& item, const std::vector<Need>& counts_for) {
        const auto index = item.requirement->practice;
        const auto& about = practice(a, index);
        const auto* answer = a.practices[index].answer;
        out_ += fmt::format(
            "<article class=\"todo\" id=\"{}\">\n<header>\n<h4>{}</h4>\n<p class=\"where\">{} · "
            "{}{}</p>\n"
            "</header>\n<dl>\n",
            html_anchor(about), xml_sentence(about.statement),
            xml_escaped(a.rubric->catalogue->parameters[about.parameter].title),
            effort_word(about.effort),
            answer != nullptr && !answer->owner.empty() ? " · owner " + xml_escaped(answer->owner)
                                                        : "");
        auto today =
            fmt::format("{}; needed: {}", today_words(a, index), word_for_points(item.needed));
        if (answer != nullptr) today += fmt::format(" (line {})", answer->place.line);
        out_ += html_fact("Today", with_capital(today));
        if (answer != nullptr) out_ += html_fact("Note", xml_sentence(answer->note));
        out_ += html_fact("Why", xml_sentence(about.why));
        out_ += html_fact("Deliver", xml_sentence(about.deliverable));
        out_ += html_fact("Done when", xml_sentence(about.success));
        out_ += html_fact("How", xml_sentence(about.guidance));
        std::vector<std::string> levels;
        for (const auto& need : counts_for) levels.push_back(need_words(need));
        out_ += html_fact("Required by", xml_escaped(join_words(levels)));
        out_ += "</dl>\n</article>\n";
    }

    const Report& report_;
    std::set<Text> told_;
    std::string out_;
};

}  // namespace

std::string html_roadmap(const Report& report) {
    std::string body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i) body += lane(report, i);
    return html_section("roadmap", "Roadmap", body);
}

std::string html_milestones(const Report& report) {
    const auto body = Milestones(report).write();
    return body.empty() ? body : html_section("milestones", "Every step in full", body);
}

}  // namespace mlops_assess
