#include "report/document_words.hpp"

#include "report/comparison_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

/// Sentences, those that are not empty.
std::string sentences(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) {
        if (text.empty()) continue;
        if (!all.empty()) all += ' ';
        all += as_sentence(text);
    }
    return all;
}

/// A source's title without its subtitle and what stands in parentheses at its end.
Text short_title(const Catalogue& catalogue, Text id) {
    const auto found = std::ranges::find(catalogue.sources, id, &Source::id);
    if (found == catalogue.sources.end()) return id;
    auto title = found->title;
    title = title.substr(0, title.find(": "));
    if (const auto at = title.rfind(" ("); title.ends_with(')') && at != Text::npos && at > 0)
        title = title.substr(0, at);
    return title;
}

Text basis_meaning(Basis basis) {
    switch (basis) {
        case Basis::not_given: return "";
        case Basis::published: return "the model's own text asks for it";
        case Basis::secondary: return "only notes about the model ask for it";
        case Basis::interpreted: return "the model's words made concrete";
        case Basis::added: return "only this tool asks for it";
    }
    return {};
}

void add(std::vector<NamedText>& facts, std::string_view name, std::string text) {
    if (!text.empty()) facts.push_back({name, std::move(text)});
}

std::string names_of(const MustHaves& must, MustHavePractice::State state) {
    std::vector<std::string> names;
    for (const auto& each : must.practices)
        if (each.state == state) names.emplace_back(deliverable_words(*each.practice));
    return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

std::vector<NamedText> cover_facts(const Scored& scored) {
    const auto& sheet = scored.sheet;
    std::vector<NamedText> facts;
    add(facts, "Assessed by", fmt::format("{}", fmt::join(sheet.assessed_by, ", ")));
    add(facts, "Scope", std::string(sheet.scope));
    add(facts, "Answers", fmt::format("{} ({})", count_words(scored.count), sheet.source->name));
    std::vector<std::string> tags;
    for (const auto& tag : sheet.tags) tags.push_back(fmt::format("{}: {}", tag.key, tag.value));
    add(facts, "Tags", fmt::format("{}", fmt::join(tags, " · ")));
    add(facts, "Today", day_words(scored));
    return facts;
}

std::string made_by_words(const Scored& scored) {
    std::vector<std::string> rubrics;
    for (const auto& a : scored.assessments)
        rubrics.push_back(fmt::format("{} {}", a.rubric->id, a.rubric->version));
    return fmt::format("mlops-assess {}, {} {}", MLOPS_ASSESS_VERSION,
                       rubrics.size() == 1 ? "rubric" : "rubrics", join_words(rubrics));
}

std::string arguments_words(const Report& report) {
    return report.since ? fmt::format("{} --baseline {}", report.arguments,
                                      shell_word(report.since->before.file))
                        : report.arguments;
}

std::string command_words(const Report& report, std::string_view format, bool brief) {
    return fmt::format("mlops-assess score {} -f {}{}", arguments_words(report), format,
                       brief ? " --brief" : "");
}

std::string reached_words(const Assessment& a) {
    if (is_blank(a)) return "Not answered yet";
    return a.level == 0 ? "Not yet " + level_name(a) : with_capital(level_name(a));
}

std::vector<NamedText> verdict_facts(const Report& report, std::size_t assessment) {
    const auto& scored = report.scored;
    const auto& a = scored.assessments[assessment];
    const auto held = is_blank(a) ? "" : held_back_by_words(a);
    std::vector<NamedText> facts;
    if (report.since)
        add(facts, "Change", sentences({verdict_change_words(*report.since, *a.rubric)}));
    add(facts, "To do", sentences({short_of_words(a)}));
    add(facts, "Parameters",
        sentences({is_blank(a) ? "" : ahead_words(a), held.empty() ? "" : "held back by " + held}));
    add(facts, "Target",
        sentences({target_words(scored, assessment),
                   std::string(target_source_words(scored.roadmaps[assessment].target_source)),
                   advised_words(scored, assessment)}));
    add(facts, "Possible", sentences({open_words(scored, a)}));
    add(facts, "Answers",
        sentences({fmt::format("{} of {} required practices answered", a.answered, a.applicable),
                   evidenced_words(scored, a), confirmed_words(a)}));
    return facts;
}

std::string missing_next_words(const Assessment& a) {
    constexpr std::size_t most_named = 4;
    std::vector<Text> missing;
    std::vector<Text> open;
    for (const auto parameter : a.held_back_by)
        for (const auto* each : a.parameters[parameter].blocking)
            (a.practices[each->practice].answered() ? missing : open)
                .push_back(deliverable_words(practice(a, each->practice)));
    const auto named = missing.size() > most_named + 1 ? most_named : missing.size();
    std::vector<std::string> parts(missing.begin(),
                                   missing.begin() + static_cast<std::ptrdiff_t>(named));
    if (missing.size() > named) parts.push_back(fmt::format("and {} more", missing.size() - named));
    if (open.size() == 1) parts.push_back(fmt::format("open: {}", open.front()));
    if (open.size() > 1) parts.push_back(fmt::format("{} open", open.size()));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string index_sentence(const Assessment& a) {
    return fmt::format("{}: index {}{}.", a.rubric->label, index_words(a.index_hundredths),
                       a.recommended.of == 0 ? ""
                                             : fmt::format(", {} of {} recommended practices met",
                                                           a.recommended.met, a.recommended.of));
}

std::string must_have_heading(const MustHaves& must) {
    const auto lacking = lacking_words(must);
    return lacking.empty() ? "Must do, whatever the target"
                           : "Must do, whatever the target: " + lacking;
}

std::vector<MustHaveGroup> lacking_must_haves(const Scored& scored) {
    std::vector<MustHaveGroup> groups;
    for (const auto& must : scored.must_have.practices) {
        if (!must.lacks()) continue;
        const auto& catalogue = *scored.assessments[must.assessment].rubric->catalogue;
        auto because = reason_words(must);
        auto sources = source_words(catalogue, must.sources);
        auto found = std::ranges::find_if(groups, [&](const MustHaveGroup& each) {
            return each.because == because && each.sources == sources;
        });
        if (found == groups.end())
            found = groups.insert(found, {std::move(because), std::move(sources), {}});
        found->practices.push_back(&must);
    }
    return groups;
}

std::string other_must_haves(const MustHaves& must) {
    const auto met = names_of(must, MustHavePractice::State::met);
    const auto not_applicable = names_of(must, MustHavePractice::State::not_applicable);
    return sentences({met.empty() ? "" : "Met: " + met,
                      not_applicable.empty() ? "" : "Not applicable: " + not_applicable});
}

std::string purpose_words(const Scored& scored, const FirstStep& step) {
    const auto& a = scored.assessments[step.assessment];
    std::vector<std::string> parts;
    if (step.must_have) parts.emplace_back("must do, whatever the target");
    std::vector<std::string> names;
    for (const auto must : step.first_for) names.emplace_back(deliverable_words(practice(a, must)));
    if (!names.empty()) parts.push_back("needed first for " + join_words(names));
    std::vector<std::string> levels;
    for (const auto& need : step.counts_for)
        levels.push_back(model_level(*need.rubric, need.level));
    if (!levels.empty()) parts.push_back("counts for " + join_words(levels));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string owner_words(const Assessment& a, PracticeIndex index) {
    const auto* answer = a.practices[index].answer;
    if (answer == nullptr) return {};
    std::vector<std::string> parts;
    if (!answer->owner.empty()) parts.push_back(fmt::format("owner {}", answer->owner));
    if (!answer->due.empty()) parts.push_back("due " + date_words(answer->due));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string where_words(const Assessment& a, PracticeIndex index) {
    const auto& about = practice(a, index);
    std::vector<std::string> parts = {fmt::format("in {}", title(a, about.parameter))};
    if (about.effort != Effort::none)
        parts.push_back(fmt::format("takes {}", effort_word(about.effort)));
    if (const auto who = owner_words(a, index); !who.empty()) parts.push_back(who);
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::vector<NamedText> step_facts(const Assessment& a, PracticeIndex index, Points needed,
                                  const std::vector<Need>& needs, bool full) {
    const auto& about = practice(a, index);
    const auto& state = a.practices[index];
    std::vector<NamedText> facts;
    if (!about.deliverable.empty()) add(facts, "What", as_sentence(about.statement));
    add(facts, "Today",
        fmt::format("{}; needed: {}", answer_words(*a.rubric->catalogue, state),
                    word_for_points(needed)));
    if (state.answer != nullptr) add(facts, "Note", as_sentence(state.answer->note));
    if (full) add(facts, "Why", as_sentence(about.why));
    add(facts, "Done when", as_sentence(about.success));
    if (full) add(facts, "How", as_sentence(about.guidance));
    std::vector<std::string> levels;
    for (const auto& need : needs) levels.push_back(need_words(need));
    if (!levels.empty()) add(facts, "Required by", as_sentence(join_words(levels)));
    return facts;
}

std::vector<const Source*> cited_sources(const Rubric& rubric) {
    std::set<Text> cited;
    for (const auto& cell : rubric.cells)
        for (const auto& each : cell.required)
            cited.insert(each.sources.begin(), each.sources.end());
    std::vector<const Source*> sources;
    for (const auto& each : rubric.catalogue->sources)
        if (cited.contains(each.id)) sources.push_back(&each);
    return sources;
}

std::string basis_legend(const Scored& scored) {
    std::set<Basis> bases;
    for (const auto& a : scored.assessments)
        for (const auto& cell : a.rubric->cells)
            for (const auto& requirement : cell.required) bases.insert(requirement.basis);
    std::vector<std::string> parts;
    for (const auto basis : bases)
        if (basis != Basis::not_given)
            parts.push_back(fmt::format("{}: {}", basis_words(basis), basis_meaning(basis)));
    return parts.empty() ? ""
                         : as_sentence(with_capital(fmt::format("{}", fmt::join(parts, "; "))));
}

std::string source_words(const Catalogue& catalogue, std::span<const Text> sources) {
    std::vector<Text> titles;
    for (const auto id : sources)
        if (const auto title = short_title(catalogue, id);
            std::ranges::find(titles, title) == titles.end())
            titles.push_back(title);
    return fmt::format("{}", fmt::join(titles, "; "));
}

std::vector<std::string> blocking_words(const Assessment& a, std::uint32_t parameter) {
    std::vector<std::string> words;
    std::size_t open = 0;
    for (const auto* requirement : a.parameters[parameter].blocking)
        if (a.practices[requirement->practice].answered())
            words.push_back(missing_words(a, *requirement));
        else
            ++open;
    if (open > 0) words.push_back(fmt::format("{} open", open));
    return words;
}

std::vector<AskedWords> asked_words(const Scored& scored, const PracticeView& view,
                                    std::size_t assessment) {
    const auto& a = scored.assessments[assessment];
    std::vector<AskedWords> asked;
    for (const auto& each : view.required_by) {
        if (each.assessment != assessment) continue;
        const auto& requirement = *each.requirement;
        const auto sources = source_words(*view.catalogue, requirement.sources);
        const auto basis = basis_words(requirement.basis);
        asked.push_back(
            {fmt::format("required at {}{}, {}", each.level,
                         requirement.at_least
                             ? fmt::format(" ({})", word_for_points(*requirement.at_least))
                             : "",
                         standing_word(view.state, a.needed(requirement))),
             sources.empty() || basis.empty() ? fmt::format("{}{}", basis, sources)
                                              : fmt::format("{} ({})", basis, sources),
             std::string(basis)});
    }
    for (const auto& each : view.recommended_by)
        if (each.assessment == assessment)
            asked.push_back(
                {fmt::format("recommended at {}, {}", each.level, standing_word(view.state, a.bar)),
                 "", ""});
    return asked;
}

std::vector<std::string> answer_remarks(const Answer& answer) {
    std::vector<std::string> remarks;
    const auto say = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) remarks.push_back(fmt::format("{} {}", name, text));
    };
    say("owner", answer.owner);
    say("due", date_words(answer.due));
    say("answered", date_words(answer.date));
    say("confirmed by", answer.confirmed_by);
    say("from", answer.source);
    return remarks;
}

std::string unmet_recommendation(const Scored& scored, const PracticeView& view) {
    std::vector<std::string> levels;
    for (const auto& each : view.recommended_by) {
        const auto& a = scored.assessments[each.assessment];
        if (is_lacking(view.state, a.bar)) levels.push_back(model_level(*a.rubric, each.level));
    }
    if (levels.empty()) return {};
    return fmt::format("{}; {}", join_words(levels), answer_words(*view.catalogue, view.state));
}

}  // namespace mlops_assess
