#include "writer/compare/markdown.hpp"
#include "report/phrases.hpp"
#include "text/markdown_text.hpp"
#include "text/markup.hpp"
#include "writer/compare/writers.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <algorithm>

/// The whole report for a wiki, a pull request or a board.
namespace mlops_assess {
namespace {

class MarkdownReport {
  public:
    explicit MarkdownReport(const Report& report) : report_(report) {}

    std::string write() {
        heading();
        verdicts();
        profiles();
        first_steps();
        milestones();
        open_questions();
        changes();
        gates();
        must_have();
        practice_lists();
        notices();
        details();
        method();
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

  private:
    template <typename... Args>
    void line(fmt::format_string<Args...> form, Args&&... args) {
        out_ += fmt::format(form, std::forward<Args>(args)...);
        out_ += '\n';
    }
    void blank() { out_ += '\n'; }
    void section(std::string_view title) {
        line("## {}", title);
        blank();
    }

    /// `answers.yaml:31` as a link to the line.
    std::string link(const Place& place) const {
        const auto& name = report_.scored.sheet.source->name;
        const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
            return is_word(c) || std::string_view("-._/").find(c) != std::string_view::npos;
        });
        const auto text = fmt::format("{}:{}", name, place.line);
        return plain ? fmt::format("[{}]({}#L{})", markdown_escaped(text), name, place.line)
                     : markdown_escaped(text);
    }

    void heading() {
        const auto& sheet = report_.scored.sheet;
        line("<!-- mlops-assess:{} -->", team_slug(sheet.team));
        blank();
        line("# Maturity of {}", markdown_escaped(sheet.team));
        blank();
        if (!report_.scored.date.empty()) {
            line("{}", date_words(report_.scored.date));
            blank();
        }
        const auto scope = scope_words(report_.scored);
        line("{}{}{}. Answers: {}.", markdown_escaped(scope), scope.empty() ? "" : ". ",
             count_words(report_.scored.count), markdown_escaped(sheet.source->name));
        blank();
        if (sheet.tags.empty()) return;
        std::vector<std::string> tags;
        for (const auto& tag : sheet.tags)
            tags.push_back(markdown_escaped(fmt::format("{}: {}", tag.key, tag.value)));
        line("Tags: {}.", fmt::join(tags, " · "));
        blank();
    }

    void verdicts() {
        section("Verdict");
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i) {
            const auto& a = report_.scored.assessments[i];
            std::vector<std::string> parts = {
                fmt::format("**{}: {}** ({})", markdown_escaped(a.rubric->title), level_words(a),
                            markdown_escaped(level_name(a)))};
            for (const auto& words :
                 {held_back_words(a), target_words(report_.scored.roadmaps[i]),
                  evidenced_words(report_.scored, a), possible_words(a)})
                if (!words.empty()) parts.push_back(with_capital(markdown_escaped(words)));
            parts.push_back(fmt::format("Index {}", index_words(a.index_hundredths)));
            parts.push_back(
                fmt::format("{} of {} required practices answered", a.answered, a.applicable));
            if (a.recommended.of > 0)
                parts.push_back(fmt::format("{} of {} recommended practices met", a.recommended.met,
                                            a.recommended.of));
            line("- {}.", fmt::join(parts, ". "));
        }
        if (const auto words = decided_words(report_.scored); !words.empty()) line("- {}", words);
        blank();
    }

    static std::string level_cell(const Assessment& a, std::uint32_t parameter,
                                  const Roadmap::Aim& aim) {
        auto cell = level_range(a.parameters[parameter]);
        if (aim.higher) cell += fmt::format(" → {}", aim.level);
        return a.holds_back(parameter) ? fmt::format("**{}**", cell) : cell;
    }

    void profiles() {
        section("Profile");
        for (const auto* catalogue : report_.scored.catalogues) profile(*catalogue);
        line("Bold: holds the overall level back. The arrow points to the target.");
        blank();
    }

    void profile(const Catalogue& catalogue) {
        const auto models = assessments_of(report_.scored, catalogue);
        std::string head = "| Parameter |";
        std::string rule = "| --- |";
        for (const auto i : models) {
            head += fmt::format(" {} |", model_word(report_.scored.assessments[i].rubric->id));
            rule += " --- |";
        }
        line("{} What blocks the next level |", head);
        line("{} --- |", rule);
        for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
            std::string row =
                fmt::format("| {} |", markdown_escaped(catalogue.parameters[p].title));
            std::vector<std::string> blocking;
            for (const auto i : models) {
                const auto& a = report_.scored.assessments[i];
                row += fmt::format(" {} |", level_cell(a, p, report_.scored.roadmaps[i].aims[p]));
                std::vector<std::string> words;
                for (const auto* requirement : a.parameters[p].blocking)
                    words.push_back(markdown_escaped(missing_words(a, *requirement)));
                if (!words.empty())
                    blocking.push_back(
                        fmt::format("{}: {}", model_level(a.rubric->id, a.parameters[p].level + 1),
                                    fmt::join(words, "; ")));
            }
            line("{} {} |", row, fmt::join(blocking, "<br>"));
        }
        blank();
    }

    /// One item of the roadmap with all that a person needs to take it on.
    void item(const Assessment& a, const RoadmapItem& item, const std::vector<Need>& counts_for,
              bool full) {
        const auto& about = practice(a, item);
        const auto& state = a.practices[item.requirement->practice];
        const auto* answer = state.answer;
        const auto& parameter = a.rubric->catalogue->parameters[about.parameter];
        std::string owner;
        if (answer != nullptr && !answer->owner.empty())
            owner = fmt::format(", owner {}", markdown_escaped(answer->owner));
        line("- [ ] **{}** ({}, {}{})", markdown_escaped(about.statement),
             markdown_escaped(parameter.title), effort_word(about.effort), owner);
        auto today =
            fmt::format("Today: {}, needed: {}", today_words(a, item.requirement->practice),
                        word_for_points(item.needed));
        if (answer != nullptr) today += fmt::format(" ({})", link(answer->place));
        line("  - {}", today);
        if (answer != nullptr && !answer->note.empty())
            line("  - Note: {}", markdown_sentence(answer->note));
        if (full) {
            line("  - Why: {}", markdown_sentence(about.why));
            line("  - Deliver: {}", markdown_sentence(about.deliverable));
        }
        line("  - Done when: {}", markdown_sentence(about.success));
        if (full && !about.guidance.empty()) line("  - How: {}", markdown_sentence(about.guidance));
        std::vector<std::string> levels;
        for (const auto& need : counts_for) levels.push_back(need_words(need));
        line("  - Required by {}.", join_words(levels));
    }

    void first_steps() {
        const auto steps = report_.scored.first_steps.first(first_steps_in_a_document);
        if (steps.empty()) return;
        section("Do these first");
        for (const auto& step : steps)
            item(report_.scored.assessments[step.assessment], step.item, step.counts_for, true);
        blank();
    }

    bool is_first(std::size_t assessment, const Milestone& milestone,
                  const RoadmapItem& item) const {
        return is_first_step(report_.scored, first_steps_in_a_document, assessment, milestone,
                             item);
    }

    void milestones() {
        for (std::size_t i = 0; i < report_.scored.assessments.size(); ++i) {
            const auto& a = report_.scored.assessments[i];
            for (const auto& milestone : report_.scored.roadmaps[i].milestones) {
                const auto& level = a.rubric->levels[static_cast<std::size_t>(milestone.level)];
                section(fmt::format("Milestone {}: {}", model_level(a.rubric->id, milestone.level),
                                    markdown_escaped(level.name)));
                if (!level.step.empty()) {
                    line("{}", markdown_sentence(level.step));
                    blank();
                }
                std::vector<std::string> reached;
                for (std::uint32_t p = 0; p < a.parameters.size(); ++p)
                    if (milestone.leads_to.parameters[p])
                        reached.push_back(fmt::format("{} {}", markdown_escaped(title(a, p)),
                                                      *milestone.leads_to.parameters[p]));
                line("{} ({}). Leads to level {}: {}.", counted(milestone.size(), "practice"),
                     effort_words(milestone.effort), *milestone.leads_to.overall,
                     fmt::join(reached, ", "));
                blank();
                std::vector<std::string> above;
                for (const auto& gap : milestone.gaps)
                    if (is_first(i, milestone, gap)) above.emplace_back(practice(a, gap).id);
                if (!above.empty()) {
                    line("Under \"Do these first\": {}.", fmt::join(above, ", "));
                    blank();
                }
                for (const auto& gap : milestone.gaps) {
                    if (is_first(i, milestone, gap)) continue;
                    item(a, gap, needs(a, milestone, gap), false);
                }
                if (milestone.gaps.size() > above.size()) blank();
            }
        }
    }

    void open_questions() {
        std::string lines;
        for (const auto& open : open_practices(report_.scored)) {
            const auto& about =
                practice(report_.scored.assessments[open.assessment], open.practice);
            lines += fmt::format("- {} ({})\n", markdown_escaped(about.statement), about.id);
        }
        if (lines.empty()) return;
        section("Open questions");
        line("Not answered yet, so neither met nor missing:");
        blank();
        out_ += lines;
        blank();
    }

    void changes() {
        if (!report_.since) return;
        section(
            fmt::format("Changes since {}", markdown_escaped(when_words(report_.since->before))));
        out_ += changes_markdown(*report_.since);
        blank();
    }

    void gates() {
        if (report_.gates.results.empty()) return;
        section("Gates");
        for (const auto& gate : report_.gates.results) {
            line("- {}: {}. Required: {}. Found: {}.", gate.passed ? "Passed" : "**Failed**",
                 markdown_escaped(gate.name), markdown_escaped(gate.required),
                 markdown_escaped(gate.found));
            for (const auto& item : gate.because) line("  - {}", markdown_escaped(item));
        }
        blank();
    }

    void must_have() {
        if (report_.scored.must_have.practices.empty()) return;
        section("Must do, whatever the target");
        Text reason;
        for (const auto& state : report_.scored.must_have.practices) {
            if (state.because != reason) line("- {}", markdown_sentence(state.because));
            reason = state.because;
            const auto* mark = state.lacks() ? "**" : "";
            line("  - {}{}{}: {} ({})", mark, must_have_word(state), mark,
                 markdown_escaped(state.practice->statement), state.practice->id);
        }
        blank();
    }

    void practice_lists() {
        list_of("Ahead", "Met already, for levels beyond the next.", &Assessment::ahead);
        list_of("Fragile", "Met, but not yet fully: these give way first.", &Assessment::fragile);
        std::string lines;
        for (const auto* answer : report_.scored.not_applicable)
            lines += fmt::format("- {} ({}): {}\n", answer->practice, link(answer->place),
                                 markdown_sentence(answer->note));
        if (lines.empty()) return;
        section("Not applicable");
        out_ += lines;
        blank();
    }

    void list_of(std::string_view name, std::string_view about,
                 std::vector<PracticeIndex> Assessment::*list) {
        std::string lines;
        for (const auto& a : report_.scored.assessments) {
            std::vector<std::string> ids;
            for (const auto index : a.*list) ids.emplace_back(practice(a, index).id);
            if (!ids.empty())
                lines += fmt::format("- {}: {}.\n", model_word(a.rubric->id), fmt::join(ids, ", "));
        }
        if (lines.empty()) return;
        section(name);
        line("{}", about);
        blank();
        out_ += lines;
        blank();
    }

    void notices() {
        if (report_.scored.notices.empty()) return;
        section("Notes on the answers");
        for (const auto& notice : report_.scored.notices)
            line("- {}{}", markdown_escaped(notice.message),
                 notice.place ? fmt::format(" ({})", link(*notice.place)) : "");
        blank();
    }

    void details() {
        section("All answers");
        for (const auto& a : report_.scored.assessments)
            for (std::uint32_t p = 0; p < a.parameters.size(); ++p) detail(a, p);
    }

    void detail(const Assessment& a, std::uint32_t parameter) {
        const auto& p = a.parameters[parameter];
        line("<details>");
        line("<summary>{}: {}, {}</summary>", model_word(a.rubric->id),
             Markup::of(title(a, parameter)).str(),
             p.assessed ? fmt::format("level {}", p.level) : "not assessed");
        blank();
        line("| Level | Practice | Needed | Answer | Evidence |");
        line("| --- | --- | --- | --- | --- |");
        for (int level = 1; level <= a.rubric->top(); ++level) {
            const auto& required = a.rubric->cell(parameter, level).required;
            if (required.empty()) line("| {} | nothing new | | | |", level);
            for (const auto& requirement : required) detail_row(a, requirement, level);
        }
        blank();
        line("</details>");
        blank();
    }

    void detail_row(const Assessment& a, const Requirement& requirement, int level) {
        const auto& state = a.practices[requirement.practice];
        const auto answer = today_words(a, requirement.practice);
        std::vector<std::string> evidence;
        if (state.answer != nullptr)
            for (const auto text : state.answer->evidence) evidence.push_back(markdown_link(text));
        line("| {} | {} | {} | {} ({}) | {} |", level, practice(a, requirement.practice).id,
             word_for_points(a.needed(requirement)), answer, met_word(a, requirement),
             fmt::join(evidence, "<br>"));
    }

    void method() {
        section("Method");
        for (const auto sentence : method_sentences()) line("{}", sentence);
        blank();
        for (const auto& a : report_.scored.assessments) {
            const auto& source = a.rubric->source;
            std::string from;
            if (!source.title.empty())
                from = fmt::format(" Source: {}", markdown_escaped(source.title));
            if (!source.address.empty()) from += fmt::format(", {}", markdown_link(source.address));
            line("- {} (rubric {} {}), bar {}.{}", markdown_escaped(a.rubric->title), a.rubric->id,
                 markdown_escaped(a.rubric->version), word_for_points(a.bar), from);
        }
        blank();
        line("Written by mlops-assess {}.", MLOPS_ASSESS_VERSION);
    }

    const Report& report_;
    std::string out_;
};

}  // namespace

std::string write_markdown(const Report& report, const Style& style) {
    auto text = MarkdownReport(report).write();
    return style.max_bytes ? markdown_cut(text, *style.max_bytes) : text;
}

}  // namespace mlops_assess
