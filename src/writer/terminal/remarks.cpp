#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
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

std::vector<std::string> names_of(const Practices& practices) {
    std::vector<std::string> names;
    for (const auto* practice : practices) names.emplace_back(deliverable_words(*practice));
    return names;
}

std::vector<std::string> names_of(const std::vector<Move>& moves) {
    std::vector<std::string> names;
    for (const auto& move : moves) names.emplace_back(deliverable_words(*move.practice));
    return names;
}

/// Those that the targets ask for, and the others.
Shown open_names(const Scored& scored) {
    const auto others = open_beyond_targets(scored);
    std::vector<std::string> needed;
    for (const auto& open : open_practices(scored))
        needed.emplace_back(
            deliverable_words(practice(scored.assessments[open.assessment], open.practice)));
    if (needed.empty()) return shown("none for the targets: {}", first_words(names_of(others)));
    if (others.empty()) return shown("for the targets: {}", first_words(needed));
    return shown("for the targets: {}; not needed: {}", first_words(needed),
                 first_words(names_of(others)));
}

/// What nobody has answered yet, whatever asks for it.
void open_questions(TerminalPage& page, const Scored& scored) {
    if (!scored.open.empty())
        remark(page, fmt::format("OPEN ({})", scored.open.size()), open_names(scored));
}

/// What changed since the baseline; `compare` tells all of it.
void since(TerminalPage& page, const Comparison& since) {
    const auto up = since.moves_to(Direction::up);
    const auto down = since.moves_to(Direction::down);
    remark(page, "SINCE", shown("{}", answer_moves_words(since)));
    const auto list = [&](std::string_view name, const std::vector<std::string>& names) {
        if (!names.empty()) remark(page, "", shown("{}: {}.", name, first_words(names)));
    };
    list("Down", names_of(down));
    list("Up", names_of(up));
    list("Answered only now", names_of(since.answered_now));
    list("Answered only then", names_of(since.answered_then));
    for (const auto& moved : model_moves_words(since.before)) remark(page, "", shown("{}", moved));
}

void ahead(TerminalPage& page, const Scored& scored) {
    std::vector<std::string> models;
    for (const auto& a : scored.assessments)
        if (auto words = met_later_words(a); !words.empty()) models.push_back(std::move(words));
    if (!models.empty())
        remark(page, "AHEAD", shown("already met for later: {}", fmt::join(models, ", ")));
}

void not_full(TerminalPage& page, const Scored& scored) {
    std::vector<std::string> models;
    for (const auto& a : scored.assessments)
        if (!a.fragile.empty())
            models.push_back(
                fmt::format("{} of {}", counted(a.fragile.size(), "practice"), a.rubric->label));
    if (!models.empty())
        remark(page, "NOT FULL",
               shown("met, but not fully, so first to be lost: {}", fmt::join(models, ", ")));
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
    open_questions(page, report.scored);
    ahead(page, report.scored);
    not_full(page, report.scored);
    not_applicable(page, report.scored);
    notices(page, report.scored.notices);
    if (page.size() > before) page.blank();
}

}  // namespace mlops_assess
