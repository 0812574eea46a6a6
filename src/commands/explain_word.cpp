#include "commands/glossary.hpp"
#include "commands/page.hpp"
#include "document/diagnostic_kinds.hpp"
#include "report/phrases.hpp"

#include <algorithm>

/// What the words of reports, sheets and messages mean, and what a source is.
namespace mlops_assess {
namespace {

void explain_answer(Page& page, const AnswerWord& about) {
    page.heading(fmt::format("{}", about.word));
    page.paragraph(fmt::format("An answer: {}.", about.meaning));
    switch (about.rating) {
        case Rating::unanswered:
            page.paragraph(
                "0 points unless a stronger practice credits it. It is told apart from "
                "no everywhere: levels that it could still lift are shown as ranges.");
            break;
        case Rating::not_applicable:
            page.paragraph(
                "It leaves every sum, needs a note, and is offered only where the "
                "catalogue says when it is legitimate. Elsewhere it counts as "
                "unanswered.");
            break;
        case Rating::no:
        case Rating::partially:
        case Rating::mostly:
        case Rating::fully:
            page.paragraph(fmt::format("{} of 3 points. Where two words fit, the lower counts.",
                                       points(about.rating)));
    }
    page.paragraph(fmt::format("Synonyms in a sheet, in any case: {}.", about.synonyms));
}

void explain_diagnostic(Page& page, const DiagnosticKind& kind) {
    const auto* severity = kind.severity == Severity::error     ? "An error"
                           : kind.severity == Severity::warning ? "A warning"
                                                                : "A notice";
    page.heading(std::string(kind.name));
    page.paragraph(fmt::format("{}. {}", severity, kind.meaning));
    page.paragraph(kind.remedy);
}

void explain_entry(Page& page, const GlossaryWord& about) {
    page.heading(about.word);
    page.paragraph(about.text);
    if (!about.others.empty()) page.paragraph(fmt::format("Also: {}.", about.others));
}

/// How many of them cite a source.
template <typename List>
std::size_t citing(const List& list, Text source) {
    return static_cast<std::size_t>(std::ranges::count_if(list, [&](const auto& each) {
        return std::ranges::find(each.sources, source) != each.sources.end();
    }));
}

void explain_source(Page& page, const Models& models, const Catalogue& catalogue,
                    const Source& source) {
    page.heading(fmt::format("{}  {}", source.id, source.title));
    page.paragraph(source.address);
    page.paragraph(source.note);
    std::vector<std::string> cited;
    const auto add = [&](std::string_view whose, std::size_t count, std::string_view what) {
        if (count > 0) cited.push_back(fmt::format("{}{}", whose, counted(count, what)));
    };
    add("", citing(catalogue.practices, source.id), "practice");
    add("about targets, must-haves and contradictions: ",
        citing(catalogue.must_have, source.id) + citing(catalogue.targets, source.id) +
            citing(catalogue.contradictions, source.id),
        "rule");
    for (const auto* rubric : models.rubrics) {
        if (rubric->catalogue->id != catalogue.id) continue;
        std::size_t requirements = 0;
        for (const auto& cell : rubric->cells) requirements += citing(cell.required, source.id);
        add(fmt::format("{}: ", rubric->label), requirements, "requirement");
        add(fmt::format("{}, when it is out of scope: ", rubric->label),
            citing(rubric->out_of_scope, source.id), "rule");
    }
    page.heading("Cited by");
    for (const auto& each : cited) page.item(each);
    if (cited.empty()) page.item("nothing that is loaded");
}

}  // namespace

bool explain_word(Page& page, const Models& models, std::string_view what) {
    bool explained = false;
    const auto explain = [&](auto with, const auto&... about) {
        with(page, about...);
        explained = true;
    };
    for (const auto* catalogue : models.catalogues)
        for (const auto& source : catalogue->sources)
            if (lower_case(source.id) == lower_case(what))
                explain(explain_source, models, *catalogue, source);
    if (const auto* about = find_in_glossary(what)) explain(explain_entry, *about);
    std::string answer(what);
    std::ranges::replace(answer, ' ', '-');
    if (const auto rating = rating_from_word(answer); rating && !what.empty())
        for (const auto& about : answer_words())
            if (about.rating == *rating) explain(explain_answer, about);
    if (const auto* kind = find_diagnostic_kind(lower_case(what)))
        explain(explain_diagnostic, *kind);
    return explained;
}

void explain_all_words(Page& page, const Models& models) {
    const auto list = [&](std::string_view name, const std::vector<Text>& words) {
        page.heading(name);
        page.item(fmt::format("{}", fmt::join(words, ", ")));
    };
    std::vector<Text> words;
    for (const auto& about : glossary()) words.push_back(about.word);
    list("Words of the reports", words);
    words.clear();
    for (const auto& about : answer_words()) words.push_back(about.word);
    list("Answers", words);
    words.clear();
    for (const auto* catalogue : models.catalogues)
        for (const auto& source : catalogue->sources) words.push_back(source.id);
    if (!words.empty()) list("Sources", words);
    words.clear();
    for (const auto& kind : diagnostic_kinds()) words.push_back(kind.name);
    list("Diagnostics", words);
}

}  // namespace mlops_assess
