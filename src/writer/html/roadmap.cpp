#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/plan_words.hpp"
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
    return fmt::format("{} ({})",
                       with_capital(to_do_words(milestone.gaps.size(), milestone.open.size())),
                       effort_words(milestone.effort));
}

/// How much of a milestone a lane names before it counts the rest, so that the lanes stay on one
/// printed page: a single milestone takes the whole width, the later ones share a column.
std::size_t most_named(std::size_t milestones, std::size_t milestone) {
    if (milestones == 1) return 16;
    constexpr std::size_t in_a_column = 5;
    if (milestone < 2) return in_a_column;
    return std::max<std::size_t>(2, in_a_column / (milestones - 2));
}

Markup lane_item(const Assessment& a, const RoadmapItem& item, Linked linked) {
    const auto& about = practice(a, item);
    const bool open = !a.practices[item.requirement->practice].answered();
    auto name = Markup::of(deliverable_words(about));
    if (linked == Linked::yes && !open)
        name = markup("<a href=\"#{}\">{}</a>", html_anchor(about), name);
    const auto small = open                           ? Text("open")
                       : about.effort == Effort::none ? Text()
                                                      : effort_word(about.effort);
    return markup("<li>{} <small>{}</small></li>\n", name, small);
}

/// One milestone in a lane: what it delivers.
Markup lane_items(const Assessment& a, const Milestone& milestone, std::size_t most,
                  Linked linked) {
    auto out = markup("<p><b>{}</b><br>{}</p>\n<ul>\n", milestone_name(a, milestone),
                      milestone_count(milestone));
    const auto named = milestone.size() > most + 1 ? most : milestone.size();
    std::size_t told = 0;
    for (const auto* items : {&milestone.gaps, &milestone.open})
        for (const auto& item : *items)
            if (told++ < named) out += lane_item(a, item, linked);
    if (told > named)
        out += markup("<li>and {} more{}</li>\n", told - named,
                      linked == Linked::yes ? markup(": <a href=\"#steps\">every step</a>")
                                            : markup(" <small>(in the whole report)</small>"));
    return out + markup("</ul>\n");
}

Markup lane(const Report& report, std::size_t index, Linked linked) {
    constexpr std::string_view columns[] = {"Now", "Next", "Later"};
    const auto& a = report.scored.assessments[index];
    const auto& roadmap = report.scored.roadmaps[index];
    const auto& milestones = roadmap.milestones;
    const auto* columns_class = milestones.size() > 2    ? ""
                                : milestones.size() == 2 ? "double "
                                                         : "single ";
    auto out =
        markup("<div class=\"lane {}{}\">\n<h3>{} {}: {}</h3>\n", columns_class, model_class(index),
               html_mark(index), a.rubric->label, target_words(report.scored, index));
    for (std::size_t column = 0; column < std::min<std::size_t>(milestones.size(), 3); ++column) {
        out += markup("<div class=\"when\">\n<h4>{}</h4>\n", columns[column]);
        const auto end = column == 2 ? milestones.size() : column + 1;
        for (auto i = column; i < end; ++i)
            out += lane_items(a, milestones[i], most_named(milestones.size(), i), linked);
        out += markup("</div>\n");
    }
    return out + markup("</div>\n");
}

/// Every step once: the must-haves with what they need first, then milestone by milestone.
class Steps {
  public:
    explicit Steps(const Report& report) : scored_(report.scored) {}

    Markup write() {
        must_steps();
        for (std::size_t i = 0; i < scored_.assessments.size(); ++i)
            for (const auto& each : scored_.roadmaps[i].milestones) milestone(i, each);
        return std::move(out_);
    }

  private:
    void must_steps() {
        if (scored_.must_have.steps.empty()) return;
        out_ += markup("<h3 class=\"milestone\">Must do, whatever the target</h3>\n");
        for (const auto& step : scored_.must_have.steps) {
            const auto& a = scored_.assessments[step.assessment];
            if (!told_.insert(practice(a, step.practice).id).second) continue;
            const FirstStep first{step.assessment, step.practice, step.needed, {},
                                  step.must_have,  step.first_for};
            item(a, step.practice, step.needed, also(step), purpose_words(scored_, first));
        }
        if (const auto others = other_must_haves(scored_.must_have); !others.empty())
            out_ += markup("<p class=\"quiet\">{}</p>\n", others);
    }

    std::vector<Need> also(const MustStep& step) const {
        for (const auto& must : scored_.must_have.practices)
            if (must.assessment == step.assessment && must.index == step.practice) return must.also;
        return {};
    }

    void milestone(std::size_t index, const Milestone& milestone) {
        const auto& a = scored_.assessments[index];
        const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
        out_ += markup("<h3 class=\"milestone\">{} {}</h3>\n", html_mark(index),
                       milestone_name(a, milestone));
        if (!level.step.empty()) out_ += markup("<p>{}</p>\n", as_sentence(level.step));
        out_ += markup("<p class=\"quiet\">{}. {}</p>\n", milestone_count(milestone),
                       leads_to_words(a, milestone));
        Markup above;
        for (const auto& gap : milestone.gaps)
            if (told_.contains(practice(a, gap).id)) above += again(a, gap);
        if (!above.empty())
            out_ += markup("<p>Described above, and needed here too:</p>\n<ul>\n{}</ul>\n", above);
        for (const auto& gap : milestone.gaps)
            if (told_.insert(practice(a, gap).id).second)
                item(a, gap.requirement->practice, gap.needed, needs(a, milestone, gap), "");
        if (milestone.open.empty()) return;
        std::vector<Markup> open;
        for (const auto& each : milestone.open) open.push_back(html_name(practice(a, each)));
        out_ += markup("<p>Not answered yet (<a href=\"#open\">open questions</a>): {}.</p>\n",
                       joined(open, markup("; ")));
    }

    static Markup again(const Assessment& a, const RoadmapItem& item) {
        return markup("<li>{} <small>needed: {}</small></li>\n",
                      html_name(practice(a, item), Linked::yes), word_for_points(item.needed));
    }

    void item(const Assessment& a, PracticeIndex index, Points needed,
              const std::vector<Need>& needs, const std::string& purpose) {
        const auto& about = practice(a, index);
        const auto* answer = a.practices[index].answer;
        out_ += markup(
            "<article class=\"todo\" id=\"{}\">\n<header>\n<h4>{}</h4>\n<p class=\"where\">{}{}</p>"
            "\n</header>\n<dl>\n",
            html_anchor(about), html_name(about), where_words(a, index),
            answer == nullptr ? "" : fmt::format(", line {}", answer->place.line));
        for (const auto& [name, text] : step_facts(a, index, needed, needs, true))
            out_ += html_fact(name, text);
        out_ += html_fact("For", as_sentence(purpose));
        out_ += markup("</dl>\n</article>\n");
    }

    const Scored& scored_;
    std::set<Text> told_;
    Markup out_;
};

}  // namespace

HtmlSection html_roadmap(const Report& report, Linked linked) {
    Markup body;
    for (std::size_t i = 0; i < report.scored.assessments.size(); ++i)
        body += lane(report, i, linked);
    return {"roadmap", "Roadmap", body};
}

HtmlSection html_steps(const Report& report) {
    return {"steps", "Every step in full", Steps(report).write()};
}

}  // namespace mlops_assess
