#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "writer/compare/writers.hpp"
#include "writer/formats.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

/// The report for a terminal: the verdict, the profile, what to do first, what to distrust.
namespace mlops_assess {
namespace {

constexpr std::size_t most_first_steps = 4;
constexpr std::size_t most_listed = 3;  ///< not-applicable answers and notices
constexpr std::size_t bar_cells = 8;
constexpr std::size_t column_width = 26;
constexpr std::size_t most_title = 25;

class TextReport {
  public:
    TextReport(const Report& report, const Style& style)
        : report_(report), style_(style), width_(static_cast<std::size_t>(style.width)) {}

    std::string write() {
        heading();
        verdicts();
        for (std::size_t from = 0; from < report_.assessments.size();) from = profile(from);
        next();
        remarks();
        method();
        return std::move(out_);
    }

  private:
    void line(std::string_view text = {}) {
        out_ += text;
        out_ += '\n';
    }

    std::string bold(std::string_view text) const {
        return style_.color && !text.empty() ? fmt::format("\x1b[1m{}\x1b[0m", text)
                                             : std::string(text);
    }

    /// Both ends of a line; the right one moves to a line of its own where there is no room.
    void two_ends(const std::string& left, const std::string& right, bool strong) {
        const auto used = display_width(left) + display_width(right);
        const auto shown = strong ? bold(left) : left;
        if (right.empty()) return line(shown);
        if (used + 2 <= width_) return line(shown + std::string(width_ - used, ' ') + right);
        line(shown);
        line(std::string(width_ > display_width(right) ? width_ - display_width(right) : 0, ' ') +
             right);
    }

    void heading() {
        const auto team = wrap(visible(report_.sheet.team), width_);
        for (std::size_t i = 0; i < team.size(); ++i)
            two_ends(team[i], i + 1 == team.size() ? date_words(report_.date) : "", true);
        const auto scope = visible(scope_words(report_));
        out_ += hang(
            "",
            with_capital(scope) + (scope.empty() ? "" : ". ") + count_words(report_.count) + ".",
            width_);
        line();
    }

    std::size_t label_width() const {
        std::size_t width = 0;
        for (const auto& a : report_.assessments) width = std::max(width, a.rubric->id.size());
        return std::min<std::size_t>(width, 20) + 2;
    }

    void verdicts() {
        const auto indent = label_width();
        bool undecided = false;
        for (std::size_t i = 0; i < report_.assessments.size(); ++i) {
            const auto& a = report_.assessments[i];
            std::string label(a.rubric->id.substr(0, 20));
            for (auto& c : label)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
            const auto verdict = fmt::format("{}  {}", level_words(a), visible(level_name(a)));
            two_ends(pad(label, indent) + verdict, target_words(report_.roadmaps[i], a), true);
            const std::string blank(indent, ' ');
            for (const auto& words :
                 {held_back_words(a), evidenced_words(report_, a), possible_words(a)})
                if (!words.empty()) out_ += hang(blank, visible(words), width_);
            undecided = undecided || a.possible.low < a.possible.high;
        }
        if (!undecided && report_.count.open > 0) out_ += hang("", decided_words(report_), width_);
        line();
    }

    std::string bar(const Progress& progress) const {
        const auto filled = static_cast<std::size_t>(progress.points) * bar_cells /
                            static_cast<std::size_t>(std::max(progress.of, 1));
        std::string cells;
        for (std::size_t i = 0; i < bar_cells; ++i)
            cells += style_.utf8 ? (i < filled ? "█" : "░") : (i < filled ? "#" : ".");
        return cells;
    }

    /// One parameter under one model: level, progress to the next, requirements met there.
    std::string profile_cell(const Assessment& a, std::uint32_t parameter) const {
        const auto& p = a.parameters[parameter];
        if (!p.assessed) return "   -    not assessed";
        const auto mark = a.holds_back(parameter) ? (style_.utf8 ? "‹" : "<") : " ";
        const bool open = p.possible.low < p.possible.high;
        const auto level =
            open ? fmt::format("{}{}{}", p.possible.low, style_.utf8 ? "–" : "-", p.possible.high)
                 : fmt::format("{}", p.level);
        const bool nothing_new = p.level > 0 && a.rubric->cell(parameter, p.level).required.empty();
        std::string cell = std::string(4 - std::min<std::size_t>(display_width(level), 4), ' ') +
                           level + (nothing_new ? "*" : " ") + mark + "  ";
        if (!p.progress) return cell + "top";
        const auto least = open ? (style_.utf8 ? "≥" : ">") : " ";
        const auto percent = fmt::format("{}{}%", least, p.progress->percent());
        return cell + bar(*p.progress) + std::string(5 - display_width(percent), ' ') + percent +
               fmt::format("{:>5}", fmt::format("{}/{}", p.next.met, p.next.of));
    }

    /// As many models of one catalogue as stand side by side; returns where the next ones begin.
    std::size_t profile(std::size_t from) {
        const auto& catalogue = *report_.assessments[from].rubric->catalogue;
        std::size_t title_width = 0;
        for (const auto& parameter : catalogue.parameters)
            title_width = std::max(title_width, display_width(visible(parameter.title)));
        title_width = std::min(title_width, most_title);
        auto to = from;
        while (to < report_.assessments.size() &&
               report_.assessments[to].rubric->catalogue->id == catalogue.id &&
               title_width + 1 + (to - from + 1) * (column_width + 1) <= width_ + 1)
            ++to;

        std::string models(title_width + 1, ' ');
        std::string heads(title_width + 1, ' ');
        for (auto i = from; i < to; ++i) {
            const auto name = cut(model_word(report_.assessments[i].rubric->id), column_width - 2);
            models += pad(" " + name, column_width + 1);
            heads += pad(" level  next level    met", column_width + 1);
        }
        line(bold(trimmed(models)));
        line(trimmed(heads));
        for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
            auto row =
                pad(cut(visible(catalogue.parameters[p].title), title_width), title_width + 1);
            for (auto i = from; i < to; ++i)
                row += pad(profile_cell(report_.assessments[i], p), column_width + 1);
            line(painted(trimmed(row)));
        }
        legend(from, to, 12);
        line();
        return to;
    }

    /// What the marks beside the levels mean, those that are there.
    void legend(std::size_t from, std::size_t to, std::size_t indent) {
        bool held = false;
        bool nothing_new = false;
        for (auto i = from; i < to; ++i) {
            const auto& a = report_.assessments[i];
            held = held || !a.held_back_by.empty();
            for (std::size_t p = 0; p < a.parameters.size(); ++p)
                nothing_new =
                    nothing_new || (a.parameters[p].assessed && a.parameters[p].level > 0 &&
                                    a.rubric->cell(p, a.parameters[p].level).required.empty());
        }
        std::vector<std::string> marks;
        if (held)
            marks.push_back(
                fmt::format("{} holds the overall level back", style_.utf8 ? "‹" : "<"));
        if (nothing_new) marks.emplace_back("* nothing new at this level");
        if (!marks.empty())
            line(std::string(indent, ' ') + fmt::format("{}", fmt::join(marks, "  ")));
    }

    static std::string trimmed(std::string text) {
        while (text.ends_with(' ')) text.pop_back();
        return text;
    }

    /// A row with its bars and marks in colour. The text is the same without.
    std::string painted(const std::string& row) const {
        if (!style_.color) return row;
        struct Paint {
            std::string_view cell;
            std::string_view code;
        };
        constexpr Paint paints[] = {{"█", "36"}, {"░", "2"}, {"‹", "33;1"}};
        std::string out;
        for (std::size_t at = 0; at < row.size();) {
            const auto* paint =
                std::find_if(std::begin(paints), std::end(paints), [&](const Paint& each) {
                    return row.compare(at, each.cell.size(), each.cell) == 0;
                });
            if (paint == std::end(paints)) {
                out += row[at++];
                continue;
            }
            out += fmt::format("\x1b[{}m", paint->code);
            for (; row.compare(at, paint->cell.size(), paint->cell) == 0; at += paint->cell.size())
                out += paint->cell;
            out += "\x1b[0m";
        }
        return out;
    }

    void next() {
        auto words = next_words(report_);
        if (report_.next.levels.empty() && misses_must_have(report_)) words += " But see MUST DO.";
        const auto shown = hang("NEXT  ", words, width_);
        out_ += bold(shown.substr(0, 4)) + shown.substr(4);
        first_steps();
        for (std::size_t i = 0; i < report_.roadmaps.size(); ++i) rest_of_milestone(i);
        line();
    }

    void first_steps() {
        const auto& steps = report_.first_steps;
        const auto shared = std::count_if(steps.begin(), steps.end(), [](const FirstStep& step) {
            return step.counts_for.size() > 1;
        });
        if (steps.empty()) return;
        if (shared > 0)
            line(fmt::format(
                "{} for more than one model. Start here:",
                shared == 1 ? "One of them counts" : fmt::format("{} of them count", shared)));
        else
            line("Start here:");
        for (std::size_t i = 0; i < std::min(steps.size(), most_first_steps); ++i) {
            const auto& a = report_.assessments[steps[i].assessment];
            const auto& about = practice(a, steps[i].item);
            const auto& state = a.practices[steps[i].item.requirement->practice];
            const auto right = fmt::format(
                "  {:<9}  {:<6} {:>8}", word(state.rating), effort_word(about.effort),
                state.answer != nullptr ? fmt::format("line {}", state.answer->place.line) : "");
            const auto left =
                fmt::format("{:>2}  {} ({})", i + 1, visible(about.deliverable),
                            visible(a.rubric->catalogue->parameters[about.parameter].title));
            const auto room = width_ - display_width(right);
            line(trimmed(pad(cut(left, room), room) + right));
            out_ += hang("    ", "done when: " + visible(about.success), width_);
        }
    }

    /// What the next milestone holds beside the first steps, by id.
    void rest_of_milestone(std::size_t index) {
        const auto& a = report_.assessments[index];
        const auto& roadmap = report_.roadmaps[index];
        if (roadmap.milestones.empty()) return;
        const auto& milestone = roadmap.milestones.front();
        std::set<Text> shown;
        const auto& steps = report_.first_steps;
        for (std::size_t i = 0; i < std::min(steps.size(), most_first_steps); ++i)
            shown.insert(practice(report_.assessments[steps[i].assessment], steps[i].item).id);
        std::vector<std::string> names;
        for (const auto& item : milestone.gaps)
            if (!shown.contains(practice(a, item).id)) names.emplace_back(practice(a, item).id);
        std::vector<std::string> open;
        for (const auto& item : milestone.open) open.emplace_back(practice(a, item).id);
        auto words = fmt::format("{}", fmt::join(names, ", "));
        const auto level = model_level(a.rubric->id, milestone.level);
        if (!words.empty()) out_ += hang(fmt::format("Then for {}: ", level), words, width_);
        if (!open.empty())
            out_ += hang(fmt::format("Open for {}: ", level),
                         fmt::format("{}", fmt::join(open, ", ")), width_);
        std::size_t later = 0;
        for (std::size_t i = 1; i < roadmap.milestones.size(); ++i)
            later += roadmap.milestones[i].gaps.size() + roadmap.milestones[i].open.size();
        if (later > 0)
            line(fmt::format("Later, up to {}: {}", model_level(a.rubric->id, roadmap.target),
                             counted(later, "requirement")));
    }

    void remark(std::string_view label, const std::string& text) {
        const auto shown = hang(pad(label, 10), text, width_);
        out_ += bold(shown.substr(0, label.size())) + shown.substr(label.size());
    }

    void remarks() {
        const auto before = out_.size();
        gates();
        since();
        must_have();
        met_practices("AHEAD", &Assessment::ahead, "already met for later levels:");
        met_practices("FRAGILE", &Assessment::fragile, "met, but not yet fully:");
        not_applicable();
        std::size_t told = 0;
        for (const auto& notice : report_.notices) {
            if (++told > most_listed) continue;
            remark("NOTE", visible(notice.message) +
                               (notice.place ? fmt::format(" :{}", notice.place->line) : ""));
        }
        if (told > most_listed) remark("", fmt::format("and {} more notes", told - most_listed));
        if (out_.size() > before) line();
    }

    void gates() {
        for (const auto& gate : report_.gates)
            remark("GATE", visible(fmt::format("{}: {}; required {}; found {}",
                                               gate.passed ? "passed" : "failed", gate.name,
                                               gate.required, gate.found)));
    }

    /// What changed since the baseline; `compare` tells all of it.
    void since() {
        if (report_.since == nullptr) return;
        std::vector<std::string> words;
        for (const auto& model : report_.since->models) words.push_back(model_change_words(model));
        std::vector<std::string> down;
        std::size_t up = 0;
        for (const auto& move : report_.since->moves)
            if (move.up)
                ++up;
            else
                down.push_back(move.practice);
        words.push_back(fmt::format("{} up, {} down", counted(up, "answer"), down.size()));
        auto text =
            fmt::format("{}: {}", when_words(report_.since->before), fmt::join(words, "; "));
        if (!down.empty()) text += fmt::format(": {}", fmt::join(down, ", "));
        remark("SINCE", visible(text));
    }

    void must_have() {
        std::vector<std::string> missing;
        std::vector<std::string> open;
        std::size_t applicable = 0;
        for (const auto& state : report_.must_have) {
            if (!state.met) continue;
            ++applicable;
            if (!*state.met) (state.answered ? missing : open).emplace_back(state.practice->id);
        }
        if (applicable == 0) return;
        auto words = fmt::format("whatever the target: {} of {} met",
                                 applicable - missing.size() - open.size(), applicable);
        if (!missing.empty()) words += "; missing: " + join_words(missing);
        if (!open.empty()) words += "; not answered: " + join_words(open);
        remark("MUST DO", words);
    }

    /// `4 practices of Microsoft, 14 of Google`.
    void met_practices(std::string_view label, std::vector<PracticeIndex> Assessment::*list,
                       std::string_view before) {
        std::vector<std::string> counts;
        for (const auto& a : report_.assessments)
            if (!(a.*list).empty())
                counts.push_back(fmt::format("{} of {}",
                                             counts.empty() ? counted((a.*list).size(), "practice")
                                                            : std::to_string((a.*list).size()),
                                             model_word(a.rubric->id)));
        if (!counts.empty()) remark(label, fmt::format("{} {}", before, fmt::join(counts, ", ")));
    }

    void not_applicable() {
        const auto& answers = report_.not_applicable;
        for (std::size_t i = 0; i < std::min(answers.size(), most_listed); ++i) {
            const auto head = fmt::format("{} :{} ", answers[i]->practice, answers[i]->place.line);
            const auto room = std::max<std::size_t>(width_, head.size() + 30) - 10 - head.size();
            out_ += pad(i == 0 ? fmt::format("N/A ({})", answers.size()) : "", 10) + head +
                    cut("\"" + visible(answers[i]->note) + "\"", room) + "\n";
        }
        if (answers.size() > most_listed)
            remark("", fmt::format("and {} more", answers.size() - most_listed));
    }

    /// The command that explains the first thing that holds a team back.
    std::string why_command() const {
        auto what = std::string(report_.assessments.back().rubric->id);
        for (const auto& a : report_.assessments)
            if (!a.held_back_by.empty())
                what = fmt::format("{}.{}", a.rubric->id,
                                   a.rubric->catalogue->parameters[a.held_back_by.front()].id);
        constexpr std::string_view score = "mlops-assess score ";
        const auto options = std::string_view(report_.command).substr(score.size());
        return visible(fmt::format("Why? mlops-assess explain {} --answers {}", what, options));
    }

    void method() {
        std::vector<std::string> bars;
        std::vector<std::string> rubrics;
        for (const auto& a : report_.assessments) {
            const auto bar = std::string(word_for_points(a.bar));
            if (std::find(bars.begin(), bars.end(), bar) == bars.end()) bars.push_back(bar);
            rubrics.push_back(fmt::format("{} {}", a.rubric->id, visible(a.rubric->version)));
        }
        out_ +=
            hang("",
                 fmt::format("Bar: {}. Level = weakest parameter. {} {}.", fmt::join(bars, ", "),
                             rubrics.size() == 1 ? "Rubric" : "Rubrics", fmt::join(rubrics, ", ")),
                 width_);
        out_ += hang("", why_command(), width_);
        out_ += hang("", fmt::format("All: {} -o report.md", visible(report_.command)), width_);
    }

    const Report& report_;
    const Style& style_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string write_text(const Report& report, const Style& style) {
    return style.plain ? write_plain(report) : TextReport(report, style).write();
}

}  // namespace mlops_assess
