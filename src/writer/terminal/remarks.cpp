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

constexpr std::size_t most_named = 6;

/// As many as a reader of a terminal takes, and how many more there are.
std::string first_words(const std::vector<Text>& names) {
    const auto shorter = std::span(names).first(std::min(names.size(), most_named));
    return fmt::format(
        "{}{}", fmt::join(shorter, "; "),
        names.size() > most_named ? fmt::format("; and {} more", names.size() - most_named) : "");
}

std::vector<Text> names_of(const Practices& practices) {
    std::vector<Text> names;
    for (const auto* practice : practices) names.push_back(deliverable_words(*practice));
    return names;
}

std::vector<Text> names_of(const std::vector<Move>& moves) {
    std::vector<Text> names;
    for (const auto& move : moves) names.push_back(deliverable_words(*move.practice));
    return names;
}

/// What changed since the baseline; `compare` tells all of it.
void since(TerminalPage& page, const Comparison& since) {
    const auto up = since.moves_to(Direction::up);
    const auto down = since.moves_to(Direction::down);
    remark(page, "SINCE",
           shown("{}: {} up, {} down", since_when_words(since), counted(up.size(), "answer"),
                 down.size()));
    const auto list = [&](std::string_view name, const std::vector<Text>& names) {
        if (!names.empty()) remark(page, "", shown("{}: {}.", name, first_words(names)));
    };
    list("Down", names_of(down));
    list("Up", names_of(up));
    list("Answered only now", names_of(since.answered_now));
    list("Answered only then", names_of(since.answered_then));
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
        remark(page, i == 0 ? fmt::format("N/A ({})", all.size()) : "",
               shown("{} :{} \"{}\"", deliverable_words(*find_practice(scored, all[i]->practice)),
                     all[i]->place.line, Shown::of(all[i]->note)));
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
