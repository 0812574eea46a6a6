#include "report/phrases.hpp"

#include "report/verdict_words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace mlops_assess {

Text basis_id(Basis basis) {
    switch (basis) {
        case Basis::not_given: return "";
        case Basis::published: return "published";
        case Basis::secondary: return "secondary";
        case Basis::interpreted: return "interpreted";
        case Basis::added: return "added";
    }
    return {};
}

Text basis_words(Basis basis) {
    switch (basis) {
        case Basis::not_given: return "";
        case Basis::published: return "published";
        case Basis::secondary: return "from notes";
        case Basis::interpreted: return "our interpretation";
        case Basis::added: return "our addition";
    }
    return {};
}

Text effort_word(Effort effort) {
    switch (effort) {
        case Effort::none: return "no estimate";
        case Effort::S: return "days";
        case Effort::M: return "weeks";
        case Effort::L: return "months";
    }
    return {};
}

Text deliverable_words(const Practice& practice) {
    if (!practice.deliverable.empty()) return practice.deliverable;
    auto name = practice.statement;
    if (name.ends_with('.')) name.remove_suffix(1);
    return name;
}

std::string name_words(const Practice& practice) {
    return fmt::format("{} ({})", deliverable_words(practice), practice.id);
}

Text success_words(const Practice& practice) {
    return practice.success.empty() ? practice.statement : practice.success;
}

std::string done_when_words(const Practice& practice) {
    return practice.success.empty() ? ""
                                    : fmt::format(" Done when: {}", as_sentence(practice.success));
}

std::string effort_words(const EffortCount& count) {
    std::vector<std::string> parts;
    if (count.small > 0)
        parts.push_back(fmt::format("{} take{} days", count.small, count.small == 1 ? "s" : ""));
    if (count.medium > 0)
        parts.push_back(fmt::format("{} take{} weeks", count.medium, count.medium == 1 ? "s" : ""));
    if (count.large > 0)
        parts.push_back(fmt::format("{} take{} months", count.large, count.large == 1 ? "s" : ""));
    if (count.none > 0) parts.push_back(fmt::format("{} without an estimate", count.none));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string fact_words(const Fact& fact) {
    switch (fact.kind) {
        case ContextKind::boolean: return fact.boolean ? "true" : "false";
        case ContextKind::number: return std::to_string(fact.number);
        case ContextKind::one_of: return std::string(fact.option);
    }
    return {};
}

std::string scope_words(const Scored& scored) {
    std::vector<std::string> parts;
    for (const auto* catalogue : scored.catalogues)
        for (const auto& question : catalogue->context) {
            const auto* fact = scored.sheet.fact(question.id);
            if (fact == nullptr || question.shown_as.empty()) continue;
            const bool says_no = question.kind == ContextKind::boolean && !fact->boolean;
            if (says_no) continue;
            const bool one = question.kind == ContextKind::number && fact->number == 1 &&
                             !question.shown_as_one.empty();
            std::string words(one ? question.shown_as_one : question.shown_as);
            if (const auto at = words.find("{}"); at != std::string::npos)
                words.replace(at, 2,
                              question.kind == ContextKind::boolean ? "" : fact_words(*fact));
            parts.push_back(std::move(words));
        }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string count_words(const AnswerCount& count) {
    return fmt::format("{} answered, {} n/a, {} open", count.answered, count.not_applicable,
                       count.open);
}

std::string model_level(const Rubric& rubric, int level) {
    return fmt::format("{} {}", rubric.label, level);
}

std::string next_words(const Scored& scored) {
    const auto& [next, gaps, open, musts, effort] = scored.next;
    if (next.empty())
        return std::string("Every target is reached.") +
               (scored.must_have.lacking() > 0 ? " But see what you must do." : "");
    std::vector<std::string> levels;
    bool targets = true;
    bool set = true;
    bool any_set = false;
    for (const auto& [rubric, level] : next) levels.push_back(model_level(*rubric, level));
    for (const auto& roadmap : scored.roadmaps) {
        if (roadmap.milestones.empty()) continue;
        targets = targets && roadmap.aims_at(roadmap.milestones.front().level);
        const bool is_set = roadmap.target_source != TargetSource::next;
        set = set && is_set;
        any_set = any_set || is_set;
    }
    auto work = to_do_words(gaps, open);
    if (musts > 0) work += fmt::format("; {} must do", musts);
    if (!any_set) return fmt::format("{}, no target set: {}", join_words(levels), work);
    const auto* whose = !set ? "" : targets ? ", your target" : ", on the way to your target";
    return fmt::format("{}{}{}: {}", join_words(levels), whose, set && levels.size() > 1 ? "s" : "",
                       work);
}

std::string next_effort_words(const Scored& scored) {
    auto effort = effort_words(scored.next.effort);
    const auto& [levels, gaps, open, musts, sum] = scored.next;
    if (!effort.empty() && (open > 0 || musts > 0))
        effort = fmt::format("{} in all: {}", gaps + open + musts, effort);
    const auto shared = scored.first_steps.shared;
    if (effort.empty() || shared == 0) return effort;
    return fmt::format("{}; {} {} for {}", effort, shared, shared == 1 ? "counts" : "count",
                       scored.next.levels.size() == 2 ? "both" : "several models");
}

const Practice* find_practice(const Scored& scored, Text id) {
    auto catalogues = scored.catalogues;
    if (scored.not_loaded != nullptr) catalogues.push_back(scored.not_loaded);
    for (const auto* catalogue : catalogues)
        if (const auto index = catalogue->find(id)) return &catalogue->practices[*index];
    return nullptr;
}

std::string range_words(const LevelRange& range, std::string_view dash) {
    return range.open() ? fmt::format("{}{}{}", range.low, dash, range.high)
                        : fmt::format("{}", range.low);
}

std::string level_range(const ParameterAssessment& p) {
    return p.assessed ? range_words(p.possible) : "not assessed";
}

std::string_view at_least_sign(const LevelRange& range) { return range.open() ? "≥" : ""; }

std::string missing_words(const Assessment& a, const Requirement& requirement) {
    const auto& about = practice(a, requirement.practice);
    const auto rating = a.practices[requirement.practice].rating;
    if (rating == Rating::no && !about.if_missing.empty()) return std::string(about.if_missing);
    return std::string(about.if_missing.empty() ? deliverable_words(about) : about.if_missing) +
           (rating == Rating::unanswered ? " (open)" : fmt::format(" ({})", word(rating)));
}

std::string answer_words(const Catalogue& catalogue, const PracticeState& state) {
    std::string words(word(state.rating));
    if (state.effective > state.own)
        words += fmt::format(", counts as {} through {}", word_for_points(state.effective),
                             name_words(catalogue.practices[*state.credited_by]));
    return words;
}

std::string answer_words(const Assessment& a, PracticeIndex index) {
    return answer_words(*a.rubric->catalogue, a.practices[index]);
}

std::vector<Need> needs(const Assessment& a, const Milestone& milestone, const RoadmapItem& item) {
    std::vector<Need> all = {{a.rubric, milestone.level, item.needed, item.requirement->basis}};
    all.insert(all.end(), item.also.begin(), item.also.end());
    return all;
}

std::string need_words(const Need& need) {
    const auto basis = basis_words(need.basis);
    return model_level(*need.rubric, need.level) +
           (basis.empty() ? "" : fmt::format(" ({})", basis));
}

Text must_have_word(const MustHavePractice& practice) {
    switch (practice.state) {
        case MustHavePractice::State::met: return "met";
        case MustHavePractice::State::missing: return "missing";
        case MustHavePractice::State::open: return "not answered yet";
        case MustHavePractice::State::not_applicable: return "not applicable";
    }
    return {};
}

std::string lacking_words(const MustHaves& must) {
    if (must.missing > 0)
        return fmt::format("{} of {} missing{}", must.missing, must.applicable,
                           must.open > 0 ? fmt::format(", {} not answered", must.open) : "");
    return must.open > 0 ? fmt::format("{} of {} not answered", must.open, must.applicable) : "";
}

std::string reason_words(const MustHavePractice& practice) {
    return fmt::format("{}", fmt::join(practice.because, " "));
}

bool only_must_haves_miss(const Scored& scored) {
    return scored.next.levels.empty() && scored.must_have.lacking() > 0;
}

Text met_word(const Assessment& a, const Requirement& requirement) {
    if (!a.applies(requirement)) return "n/a";
    return a.met(requirement) ? "met" : "not met";
}

std::string badge_words(const Scored& scored) {
    std::vector<std::string> levels;
    for (const auto& a : scored.assessments)
        levels.push_back(
            a.possible.open() || a.level > 0
                ? fmt::format("{} {} of {}", a.rubric->label, range_words(a.possible),
                              a.rubric->top())
                : fmt::format("{} {} of {} to level 1", a.rubric->label, a.next.met, a.next.of));
    return fmt::format("{}", fmt::join(levels, " · "));
}

std::string held_back_id(const Scored& scored) {
    auto what = std::string(scored.assessments.back().rubric->id);
    for (const auto& a : scored.assessments)
        if (!a.held_back_by.empty())
            what = fmt::format("{}.{}", a.rubric->id,
                               a.rubric->catalogue->parameters[a.held_back_by.front()].id);
    return what;
}

std::vector<std::size_t> assessments_of(const Scored& scored, const Catalogue& catalogue) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        if (scored.assessments[i].rubric->catalogue->id == catalogue.id) found.push_back(i);
    return found;
}

std::vector<OpenPractice> open_practices(const Scored& scored) {
    std::set<Text> asked;
    std::vector<OpenPractice> open;
    for (std::size_t i = 0; i < scored.roadmaps.size(); ++i)
        for (const auto& milestone : scored.roadmaps[i].milestones)
            for (const auto& item : milestone.open)
                if (asked.insert(practice(scored.assessments[i], item).id).second)
                    open.push_back({i, item.requirement->practice});
    return open;
}

std::vector<const Practice*> open_beyond_targets(const Scored& scored) {
    auto others = scored.open;
    for (const auto& open : open_practices(scored)) {
        // Rubrics of one catalogue may each have read it.
        const auto id = practice(scored.assessments[open.assessment], open.practice).id;
        std::erase_if(others, [&](const Practice* each) { return each->id == id; });
    }
    return others;
}

std::span<const Text> method_sentences() {
    static constexpr Text sentences[] = {
        "A practice counts by its answer: no 0, partially 1, mostly 2, fully 3 points, or by a "
        "stronger practice that contains it.",
        "A requirement is met at the bar, or at the answer that the rubric asks for it alone.",
        "A parameter is at the highest level up to which every requirement that applies is met.",
        "The overall level is that of the weakest parameter.",
        "Not-applicable practices are left out; unanswered ones count as not met and are kept "
        "apart from no.",
        "The index is the mean of level and progress over the parameters; it is never a level.",
        "The rule is this tool's: the models' authors publish none.",
    };
    return sentences;
}

std::string index_words(int hundredths) {
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

Text title(const Assessment& a, std::uint32_t parameter) {
    return a.rubric->catalogue->parameters[parameter].title;
}

const Practice& practice(const Assessment& a, PracticeIndex index) {
    return a.rubric->catalogue->practices[index];
}

const Practice& practice(const Assessment& a, const RoadmapItem& item) {
    return practice(a, item.requirement->practice);
}

}  // namespace mlops_assess
