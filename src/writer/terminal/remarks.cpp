#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "writer/terminal/text.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t most_listed = 3;  ///< not-applicable answers and notices

void remark(TerminalPage& page, std::string_view label, const Shown& text) {
    page.labelled(shown("{}", label), label_width, text);
}

void gates(TerminalPage& page, const Gates& gates) {
    for (const auto& gate : gates.results)
        remark(page, "GATE",
               shown("{}: {}; required {}; found {}", gate.passed ? "passed" : "failed", gate.name,
                     gate.required, gate.found));
}

/// What changed since the baseline; `compare` tells all of it.
void since(TerminalPage& page, const Comparison& since) {
    std::vector<std::string> words;
    for (const auto& model : since.models) words.push_back(model_change_words(model));
    std::vector<std::string> down;
    for (const auto& move : since.moves_to(Direction::down)) down.emplace_back(move.practice->id);
    words.push_back(fmt::format(
        "{} up, {} down", counted(since.moves_to(Direction::up).size(), "answer"), down.size()));
    const auto other_team = since.before.team == since.after.team
                                ? ""
                                : fmt::format(", of another team, {}", since.before.team);
    remark(page, "SINCE",
           shown("{}{}: {}{}{}", when_words(since.before), other_team, fmt::join(words, "; "),
                 down.empty() ? "" : ": ", fmt::join(down, ", ")));
    for (const auto& moved : model_moves_words(since.before)) remark(page, "", shown("{}", moved));
}

/// `4 practices of Microsoft, 14 of Google`.
void met_practices(TerminalPage& page, std::string_view label, const Scored& scored,
                   std::vector<PracticeIndex> Assessment::*list, std::string_view before) {
    std::vector<std::string> counts;
    for (const auto& a : scored.assessments)
        if (!(a.*list).empty())
            counts.push_back(fmt::format("{} of {}",
                                         counts.empty() ? counted((a.*list).size(), "practice")
                                                        : std::to_string((a.*list).size()),
                                         a.rubric->label));
    if (!counts.empty()) remark(page, label, shown("{} {}", before, fmt::join(counts, ", ")));
}

void not_applicable(TerminalPage& page, const Scored& scored) {
    const auto& all = scored.not_applicable;
    for (std::size_t i = 0; i < std::min(all.size(), most_listed); ++i) {
        const auto label = i == 0 ? fmt::format("N/A ({})", all.size()) : "";
        page.line(cut(shown("{:<{}}{} :{} \"{}\"", label, label_width,
                            deliverable_words(*find_practice(scored, all[i]->practice)),
                            all[i]->place.line, Shown::of(all[i]->note)),
                      page.width()));
    }
    if (all.size() > most_listed) remark(page, "", shown("and {} more", all.size() - most_listed));
}

void notices(TerminalPage& page, const std::vector<Notice>& notices) {
    for (std::size_t i = 0; i < std::min(notices.size(), most_listed); ++i) {
        const auto& place = notices[i].place;
        remark(page, "NOTE",
               shown("{}{}", notices[i].message, place ? fmt::format(" :{}", place->line) : ""));
    }
    if (notices.size() > most_listed)
        remark(page, "", shown("and {} more notes", notices.size() - most_listed));
}

}  // namespace

void text_remarks(TerminalPage& page, const Report& report) {
    const auto before = page.size();
    gates(page, report.gates);
    if (report.since) since(page, *report.since);
    met_practices(page, "AHEAD", report.scored, &Assessment::ahead,
                  "already met for later levels:");
    met_practices(page, "NOT FULL", report.scored, &Assessment::fragile, "met, but not yet fully:");
    not_applicable(page, report.scored);
    notices(page, report.scored.notices);
    if (page.size() > before) page.blank();
}

}  // namespace mlops_assess
