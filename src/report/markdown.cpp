#include "report/formats.hpp"
#include "report/markdown_text.hpp"
#include "report/phrases.hpp"
#include "unicode.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

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
        const auto& name = report_.sheet->source->name;
        const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
            return is_word(c) || std::string_view("-._/").find(c) != std::string_view::npos;
        });
        const auto text = fmt::format("{}:{}", name, place.line);
        return plain ? fmt::format("[{}]({}#L{})", markdown_escaped(text), name, place.line)
                     : markdown_escaped(text);
    }

    void heading() {
        const auto& sheet = *report_.sheet;
        line("<!-- mlops-assess:{} -->", team_slug(sheet.team));
        blank();
        line("# Maturity of {}", markdown_escaped(sheet.team));
        blank();
        if (!report_.date.empty()) {
            line("{}", date_words(report_.date));
            blank();
        }
        const auto scope = scope_words(report_);
        line("{}{}{}. Answers: {}.", markdown_escaped(scope), scope.empty() ? "" : ". ",
             count_words(report_.count), markdown_escaped(sheet.source->name));
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
        for (std::size_t i = 0; i < report_.assessments.size(); ++i) {
            const auto& a = report_.assessments[i];
            std::vector<std::string> parts = {
                fmt::format("**{}: {}** ({})", markdown_escaped(a.rubric->title), level_words(a),
                            markdown_escaped(level_name(a)))};
            for (const auto& words : {held_back_words(a), target_words(report_.roadmaps[i], a),
                                      evidenced_words(report_, a), possible_words(a)})
                if (!words.empty()) parts.push_back(with_capital(markdown_escaped(words)));
            parts.push_back(fmt::format("Index {}", index_words(a.index_hundredths)));
            parts.push_back(
                fmt::format("{} of {} required practices answered", a.answered, a.applicable));
            if (a.recommended.of > 0)
                parts.push_back(fmt::format("{} of {} recommended practices met", a.recommended.met,
                                            a.recommended.of));
            line("- {}.", fmt::join(parts, ". "));
        }
        blank();
    }

    std::string level_cell(const Assessment& a, std::size_t parameter, int target) const {
        const auto& p = a.parameters[parameter];
        if (!p.assessed) return "not assessed";
        auto cell = p.possible.low < p.possible.high
                        ? fmt::format("{}–{}", p.possible.low, p.possible.high)
                        : fmt::format("{}", p.level);
        if (p.level < target) cell += fmt::format(" → {}", target);
        const bool holds = std::find(a.held_back_by.begin(), a.held_back_by.end(), parameter) !=
                           a.held_back_by.end();
        return holds ? fmt::format("**{}**", cell) : cell;
    }

    /// What is missing for a parameter's next level, in a few words for each practice.
    std::vector<std::string> blockers(const Assessment& a, std::size_t parameter) const {
        std::vector<std::string> words;
        for (const auto* requirement : a.parameters[parameter].blocking) {
            const auto& about = practice(a, requirement->practice);
            const auto missing = about.if_missing.empty() ? about.id : about.if_missing;
            const auto rating = a.practices[requirement->practice].rating;
            words.push_back(markdown_escaped(missing) + (rating == Rating::no ? ""
                                                         : rating == Rating::unanswered
                                                             ? " (open)"
                                                             : fmt::format(" ({})", word(rating))));
        }
        return words;
    }

    void profiles() {
        section("Profile");
        std::vector<const Catalogue*> done;
        for (const auto& first : report_.assessments) {
            const auto* catalogue = first.rubric->catalogue;
            if (std::find_if(done.begin(), done.end(), [&](const Catalogue* c) {
                    return c->id == catalogue->id;
                }) != done.end())
                continue;
            done.push_back(catalogue);
            profile(*catalogue);
        }
        line("Bold: holds the overall level back. The arrow points to the target.");
        blank();
    }

    void profile(const Catalogue& catalogue) {
        std::vector<std::size_t> models;
        for (std::size_t i = 0; i < report_.assessments.size(); ++i)
            if (report_.assessments[i].rubric->catalogue->id == catalogue.id) models.push_back(i);
        std::string head = "| Parameter |";
        std::string rule = "| --- |";
        for (const auto i : models) {
            head += fmt::format(" {} |", model_word(report_.assessments[i].rubric->id));
            rule += " --- |";
        }
        line("{} What blocks the next level |", head);
        line("{} --- |", rule);
        for (std::size_t p = 0; p < catalogue.parameters.size(); ++p) {
            std::string row =
                fmt::format("| {} |", markdown_escaped(catalogue.parameters[p].title));
            std::vector<std::string> blocking;
            for (const auto i : models) {
                const auto& a = report_.assessments[i];
                row += fmt::format(" {} |", level_cell(a, p, report_.roadmaps[i].target));
                const auto words = blockers(a, p);
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
        std::string today =
            fmt::format("Today: {}, needed: {}", word(state.rating), word_for_points(item.needed));
        if (state.effective > state.own)
            today += fmt::format(", counts as {} through {}", word_for_points(state.effective),
                                 practice(a, *state.credited_by).id);
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
        for (const auto& need : counts_for) {
            const auto basis = basis_words(need.basis);
            levels.push_back(model_level(need.model, need.level) +
                             (basis.empty() ? "" : fmt::format(" ({})", basis)));
        }
        line("  - Required by {}.", join_words(levels));
    }

    void first_steps() {
        if (report_.first_steps.empty()) return;
        section("Do these first");
        for (std::size_t i = 0; i < std::min(report_.first_steps.size(), most_first); ++i) {
            const auto& step = report_.first_steps[i];
            item(report_.assessments[step.assessment], step.item, step.counts_for, true);
        }
        blank();
    }

    /// Whether what a milestone asks of a practice stands under the first steps already.
    bool is_first(const Assessment& a, const Milestone& milestone, const RoadmapItem& item) const {
        const auto shown = std::min(report_.first_steps.size(), most_first);
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& step = report_.first_steps[i];
            const auto& other = report_.assessments[step.assessment];
            if (practice(other, step.item).id != practice(a, item).id) continue;
            for (const auto& need : step.counts_for)
                if (need.model == a.rubric->id && need.level == milestone.level) return true;
        }
        return false;
    }

    void milestones() {
        for (std::size_t i = 0; i < report_.assessments.size(); ++i) {
            const auto& a = report_.assessments[i];
            for (const auto& milestone : report_.roadmaps[i].milestones) {
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
                line("{} ({}). Leads to level {}: {}.",
                     counted(milestone.gaps.size() + milestone.open.size(), "practice"),
                     effort_words(milestone.effort), *milestone.leads_to.overall,
                     fmt::join(reached, ", "));
                blank();
                std::vector<std::string> above;
                for (const auto& gap : milestone.gaps)
                    if (is_first(a, milestone, gap)) above.emplace_back(practice(a, gap).id);
                if (!above.empty()) {
                    line("Under \"Do these first\": {}.", fmt::join(above, ", "));
                    blank();
                }
                for (const auto& gap : milestone.gaps) {
                    if (is_first(a, milestone, gap)) continue;
                    auto counts_for = gap.also;
                    counts_for.insert(counts_for.begin(), {a.rubric->id, milestone.level,
                                                           gap.needed, gap.requirement->basis});
                    item(a, gap, counts_for, false);
                }
                if (milestone.gaps.size() > above.size()) blank();
            }
        }
    }

    void open_questions() {
        std::set<Text> asked;
        std::string lines;
        for (std::size_t i = 0; i < report_.assessments.size(); ++i)
            for (const auto& milestone : report_.roadmaps[i].milestones)
                for (const auto& open : milestone.open) {
                    const auto& about = practice(report_.assessments[i], open);
                    if (asked.insert(about.id).second)
                        lines +=
                            fmt::format("- {} ({})\n", markdown_escaped(about.statement), about.id);
                }
        if (lines.empty()) return;
        section("Open questions");
        line("Not answered yet, so neither met nor missing:");
        blank();
        out_ += lines;
        blank();
    }

    void must_have() {
        if (report_.must_have.empty()) return;
        section("Must do, whatever the target");
        Text reason;
        for (const auto& state : report_.must_have) {
            if (state.because != reason) line("- {}", markdown_sentence(state.because));
            reason = state.because;
            line("  - {}: {} ({})",
                 !state.met       ? "not applicable"
                 : *state.met     ? "met"
                 : state.answered ? "**missing**"
                                  : "**not answered yet**",
                 markdown_escaped(state.practice->statement), state.practice->id);
        }
        blank();
    }

    void practice_lists() {
        list_of("Ahead", "Met already, for levels beyond the next.", &Assessment::ahead);
        list_of("Fragile", "Met, but not yet fully: these give way first.", &Assessment::fragile);
        std::string lines;
        for (const auto* answer : report_.not_applicable)
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
        for (const auto& a : report_.assessments) {
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
        if (report_.notices.empty()) return;
        section("Notes on the answers");
        for (const auto& notice : report_.notices)
            line("- {}{}", markdown_escaped(notice.message),
                 notice.place ? fmt::format(" ({})", link(*notice.place)) : "");
        blank();
    }

    void details() {
        section("All answers");
        for (const auto& a : report_.assessments)
            for (std::uint32_t p = 0; p < a.parameters.size(); ++p) detail(a, p);
    }

    void detail(const Assessment& a, std::uint32_t parameter) {
        const auto& p = a.parameters[parameter];
        line("<details>");
        line("<summary>{}: {}, {}</summary>", model_word(a.rubric->id),
             escaped_html(title(a, parameter)),
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
        std::string answer(word(state.rating));
        if (state.effective > state.own)
            answer += fmt::format(", counts as {} through {}", word_for_points(state.effective),
                                  practice(a, *state.credited_by).id);
        std::vector<std::string> evidence;
        if (state.answer != nullptr)
            for (const auto text : state.answer->evidence) evidence.push_back(markdown_link(text));
        const auto* mark = !state.applicable() ? "n/a" : a.met(requirement) ? "met" : "not met";
        line("| {} | {} | {} | {} ({}) | {} |", level, practice(a, requirement.practice).id,
             word_for_points(a.needed(requirement)), answer, mark, fmt::join(evidence, "<br>"));
    }

    static std::string escaped_html(Text text) {
        std::string out;
        for (const char c : visible(text))
            out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
        return out;
    }

    void method() {
        section("Method");
        line(
            "A practice counts by its answer: no 0, partially 1, mostly 2, fully 3 points, or by "
            "a");
        line("stronger practice that contains it. A requirement is met at the bar or at its own");
        line("`at_least`. A parameter is at the highest level up to which every requirement that");
        line("applies is met. The overall level is that of the weakest parameter. Not-applicable");
        line(
            "practices are left out; unanswered ones count as not met and are kept apart from no.");
        line(
            "The index is the mean of level and progress over the parameters; it is never a "
            "level.");
        line("The rule is this tool's: the models' authors publish none.");
        blank();
        for (const auto& a : report_.assessments) {
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

    static constexpr std::size_t most_first = 5;
    const Report& report_;
    std::string out_;
};

}  // namespace

std::string write_markdown(const Report& report, const Style&) {
    return MarkdownReport(report).write();
}

}  // namespace mlops_assess
