#include "report/report.hpp"

#include "assessment/schedule.hpp"
#include "assessment/target.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace mlops_assess {
namespace {

bool all_hold(const Catalogue& catalogue, List<Condition> when, const AnswerSheet& sheet) {
    return std::all_of(when.begin(), when.end(), [&](const Condition& condition) {
        const auto* fact = sheet.fact(catalogue.context[condition.question].id);
        return fact != nullptr && holds(condition, *fact);
    });
}

/// The practices that the context calls for, each once, in catalogue order.
std::vector<MustHaveState> must_haves(const Catalogue& catalogue, const AnswerSheet& sheet,
                                      const Assessment& a, Points needed) {
    std::vector<std::string> because(catalogue.practices.size());
    for (const auto& rule : catalogue.must_have) {
        if (!all_hold(catalogue, rule.when, sheet)) continue;
        for (const auto practice : rule.practices) {
            if (!because[practice].empty()) because[practice] += ' ';
            because[practice] += rule.because;
        }
    }
    std::vector<MustHaveState> states;
    for (PracticeIndex i = 0; i < because.size(); ++i) {
        if (because[i].empty()) continue;
        const auto& practice = a.practices[i];
        states.push_back(
            {&catalogue.practices[i], because[i],
             practice.applicable() ? std::optional(practice.effective >= needed) : std::nullopt,
             practice.answered()});
    }
    return states;
}

/// What the sheet says differently from how it counts.
void note_answers(const Assessment& a, std::vector<Notice>& notices) {
    const auto& practices = a.rubric->catalogue->practices;
    for (PracticeIndex i = 0; i < practices.size(); ++i) {
        const auto& state = a.practices[i];
        if (state.answer == nullptr) continue;
        if (state.answer->na_not_offered)
            notices.push_back({DiagnosticId::na_not_offered,
                               fmt::format("{}: not-applicable is not offered, so it counts as "
                                           "unanswered",
                                           practices[i].id),
                               state.answer->place});
        if (state.answered() && state.effective > state.own)
            notices.push_back(
                {DiagnosticId::credited,
                 fmt::format("{}: answered {}, counts as {} through {}", practices[i].id,
                             word(state.rating), word_for_points(state.effective),
                             practices[*state.credited_by].id),
                 state.answer->place});
    }
}

/// Facts that do not fit the level that the answers lead to.
void note_contradictions(const Assessment& a, const AnswerSheet& sheet,
                         std::vector<Notice>& notices) {
    const auto& catalogue = *a.rubric->catalogue;
    for (const auto& rule : catalogue.contradictions) {
        const auto names = [&](List<ModelLevel> levels, int level, auto fits) {
            return std::any_of(levels.begin(), levels.end(), [&](const ModelLevel& each) {
                return each.model == a.rubric->id && fits(level, each.level);
            });
        };
        // Only what no open answer can change.
        const bool level_is_named = names(rule.at_least, a.possible.low, std::greater_equal<>()) ||
                                    names(rule.at_most, a.possible.high, std::less_equal<>());
        if (!level_is_named || rule.when.empty() || !all_hold(catalogue, rule.when, sheet))
            continue;
        const auto& question = catalogue.context[rule.when.front().question];
        notices.push_back({DiagnosticId::contradiction,
                           fmt::format("{} level {} does not fit {}: {}", a.rubric->id, a.level,
                                       question.id, rule.because),
                           sheet.fact(question.id)->place});
    }
}

/// Practices that can change a figure of an assessment.
std::set<Text> used_practices(const std::vector<Assessment>& assessments) {
    std::set<Text> used;
    for (const auto& a : assessments) {
        const auto& catalogue = *a.rubric->catalogue;
        std::vector<PracticeIndex> open;
        const auto use = [&](PracticeIndex practice) {
            if (used.insert(catalogue.practices[practice].id).second) open.push_back(practice);
        };
        for (const auto& cell : a.rubric->cells) {
            for (const auto& requirement : cell.required) use(requirement.practice);
            for (const auto practice : cell.recommended) use(practice);
        }
        for (const auto& rule : catalogue.must_have)
            for (const auto practice : rule.practices) use(practice);
        while (!open.empty()) {
            const auto practice = open.back();
            open.pop_back();
            for (const auto by : catalogue.practices[practice].implied_by) use(by);
        }
    }
    return used;
}

/// Answers that no loaded rubric uses, told once and together.
void note_unused(const std::vector<const Catalogue*>& catalogues, const AnswerSheet& sheet,
                 const std::set<Text>& used, std::vector<Notice>& notices) {
    std::set<Text> told;
    std::vector<const Answer*> unused;
    for (const auto* catalogue : catalogues)
        for (const auto& practice : catalogue->practices) {
            const auto* answer = sheet.find(practice.id);
            if (answer != nullptr && answer->rating != Rating::unanswered &&
                !used.contains(practice.id) && told.insert(practice.id).second)
                unused.push_back(answer);
        }
    if (unused.empty()) return;
    constexpr std::size_t most_named = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(unused.size(), most_named); ++i)
        names += fmt::format("{}{}", i == 0 ? "" : ", ", unused[i]->practice);
    if (unused.size() > most_named)
        names += fmt::format(" and {} more", unused.size() - most_named);
    notices.push_back({DiagnosticId::unused_answers,
                       fmt::format("{} {} not used by the loaded rubrics: {}", unused.size(),
                                   unused.size() == 1 ? "answer is" : "answers are", names),
                       unused.front()->place});
}

/// The next milestones of all models as one list: what counts for more models first, never before
/// what should be done first.
std::vector<FirstStep> first_steps(const std::vector<Assessment>& assessments,
                                   const std::vector<Roadmap>& roadmaps) {
    std::vector<FirstStep> found;
    std::vector<const Practice*> practices;  // of the steps found
    std::map<Text, std::size_t> position;
    for (std::size_t i = 0; i < roadmaps.size(); ++i) {
        if (roadmaps[i].milestones.empty()) continue;
        const auto& next = roadmaps[i].milestones.front();
        const auto& rubric = *assessments[i].rubric;
        for (const auto& item : next.gaps) {
            const auto& practice = rubric.catalogue->practices[item.requirement->practice];
            const auto [known, is_new] = position.emplace(practice.id, found.size());
            if (is_new) {
                found.push_back({i, item, {}});
                practices.push_back(&practice);
            }
            found[known->second].counts_for.push_back(
                {rubric.id, next.level, item.needed, item.requirement->basis});
        }
    }
    std::vector<std::vector<std::size_t>> predecessors(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& catalogue = *assessments[found[i].assessment].rubric->catalogue;
        for (const auto before : practices[i]->after)
            if (const auto at = position.find(catalogue.practices[before].id); at != position.end())
                predecessors[i].push_back(at->second);
    }
    std::vector<FirstStep> steps;
    for (const auto i : schedule(found.size(), predecessors, [&](std::size_t x, std::size_t y) {
             return found[x].counts_for.size() > found[y].counts_for.size();
         }))
        steps.push_back(std::move(found[i]));
    return steps;
}

NextMilestones next_milestones(const std::vector<Assessment>& assessments,
                               const std::vector<Roadmap>& roadmaps) {
    NextMilestones next;
    std::set<Text> gaps;
    std::set<Text> open;
    for (std::size_t i = 0; i < roadmaps.size(); ++i) {
        if (roadmaps[i].milestones.empty()) continue;
        const auto& milestone = roadmaps[i].milestones.front();
        const auto& rubric = *assessments[i].rubric;
        const auto practice = [&](const RoadmapItem& item) -> const Practice& {
            return rubric.catalogue->practices[item.requirement->practice];
        };
        next.levels.push_back({rubric.id, milestone.level});
        for (const auto& item : milestone.gaps)
            if (gaps.insert(practice(item).id).second) next.effort.add(practice(item).effort);
        for (const auto& item : milestone.open) open.insert(practice(item).id);
    }
    next.gaps = gaps.size();
    next.open = open.size();
    return next;
}

/// Counts the answers to practices that the rubrics use, and finds the not-applicable ones.
void count_answers(Report& report, const std::set<Text>& used) {
    for (const auto* catalogue : report.catalogues)
        for (const auto& practice : catalogue->practices) {
            if (!used.contains(practice.id)) continue;
            const auto* answer = report.sheet.find(practice.id);
            const auto rating = answer != nullptr ? answer->rating : Rating::unanswered;
            if (rating == Rating::not_applicable) {
                ++report.count.not_applicable;
                report.not_applicable.push_back(answer);
            } else if (rating == Rating::unanswered) {
                ++report.count.open;
            } else {
                ++report.count.answered;
            }
        }
}

std::optional<int> asked_target(const AskedTargets& targets, Text model) {
    for (const auto& target : targets)
        if (target.model == model) return target.level;
    return std::nullopt;
}

}  // namespace

std::optional<Report> make_report(const std::vector<const Rubric*>& rubrics,
                                  const std::vector<const Catalogue*>& catalogues,
                                  const Catalogue& shipped, const AnswerSheet& sheet,
                                  const Rules& rules, const AskedTargets& targets,
                                  Diagnostics& diagnostics) {
    Report report{};
    report.sheet = sheet;
    report.date = rules.date;
    report.max_age = rules.max_age;
    report.catalogues = catalogues;
    std::vector<int> levels;
    for (const auto* rubric : rubrics) {
        auto assessment = assess(*rubric, sheet, rules);
        if (!assessment) {
            diagnostics.add(
                DiagnosticId::nothing_to_assess, *sheet.source, std::nullopt,
                fmt::format("no requirement of the rubric {} applies to this team", rubric->id),
                "check the not-applicable answers, or choose another rubric");
            continue;
        }
        levels.push_back(target_level(*assessment, sheet, asked_target(targets, rubric->id)));
        report.assessments.push_back(std::move(*assessment));
    }
    if (report.assessments.size() < rubrics.size()) return std::nullopt;
    report.roadmaps = make_roadmaps(report.assessments, levels);
    report.next = next_milestones(report.assessments, report.roadmaps);
    report.first_steps = first_steps(report.assessments, report.roadmaps);
    const auto used = used_practices(report.assessments);
    count_answers(report, used);

    const auto needed = rules.bar.value_or(points(Rating::mostly));
    for (const auto* catalogue : catalogues) {
        const auto a = std::find_if(
            report.assessments.begin(), report.assessments.end(),
            [&](const Assessment& each) { return each.rubric->catalogue->id == catalogue->id; });
        auto states = must_haves(*a->rubric->catalogue, sheet, *a, needed);
        std::move(states.begin(), states.end(), std::back_inserter(report.must_have));
        note_answers(*a, report.notices);
    }
    for (const auto& a : report.assessments) note_contradictions(a, sheet, report.notices);
    auto answerable = catalogues;
    answerable.push_back(&shipped);
    note_unused(answerable, sheet, used, report.notices);
    return report;
}

}  // namespace mlops_assess
