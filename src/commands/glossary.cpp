#include "commands/glossary.hpp"

#include "text/words.hpp"

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr GlossaryWord words[] = {
    {"practice", "practices, statement, every practice",
     "Something that a team does or does not do, which one person can observe and answer. A team "
     "answers each practice once, and every model is scored from the same answers."},
    {"requirement", "requirements, required, required by, needed, met, not met",
     "A practice that a level of a model requires, and the least answer that meets it. It is met "
     "when the practice's effective points are at least that answer's. A not-applicable practice "
     "leaves every sum."},
    {"answer", "answers, answer sheet, sheet",
     "What a team says of a practice, one of no, partially, mostly, fully, not-applicable and "
     "unknown, with evidence, note, owner and dates where there are any. The answer sheet holds "
     "them, with the facts about the team."},
    {"source", "sources, cited by",
     "The text that says why a practice, a requirement or a rule is there. Reports cite it by a "
     "short name; mlops-assess explain S4 gives its title and address."},
    {"parameter", "parameters, not assessed, assessed",
     "One of the aspects under which practices are grouped, such as data gathering or monitoring. "
     "Each has a level of its own. A parameter of which no requirement applies is not assessed and "
     "left out of every figure."},
    {"level", "parameter level, levels, now",
     "A parameter is at the highest level n for which every requirement that applies at levels 1 "
     "to n is met. Level 0 requires nothing."},
    {"profile",
     "blocks, blocking, what blocks the next level, what blocks each next level, level of each "
     "parameter",
     "The levels of all parameters beside each other, and what blocks the next level of each: its "
     "requirements that are not met."},
    {"heat map", "level by level, later, radar",
     "Both are pictures of the profile. The heat map shows for each parameter and level how many "
     "of the requirements that apply are met; only those of the next overall level are gaps, the "
     "others come later. The radar shows the level of each parameter, and the target."},
    {"overall level",
     "overall, below level 1, held back, held back by, holds back, weakest parameter, verdict",
     "The lowest level of a parameter. The parameters at it hold it back; at the top none does. "
     "Parameters that are not assessed are left out."},
    {"top", "top level",
     "The highest level of a model. There is no next level to make progress to."},
    {"short of", "how far",
     "Short of level n are the requirements that apply at levels 1 to n and are not met, each "
     "practice once, gaps and open questions apart. There are none exactly when the overall level "
     "is at least n, and a higher answer never adds one. The weakest parameter decides the level; "
     "this says how far it is."},
    {"bar", "at least",
     "The least answer that meets a requirement: partially, mostly or fully. Each model has its "
     "own, mostly where it names none, and --bar overrides it. A requirement that names its own "
     "answer (at_least) keeps it."},
    {"credited", "effective points, points, counts as, implied by, credit",
     "Answers give points: no 0, partially 1, mostly 2, fully 3. A practice counts by its "
     "effective "
     "points: the highest of its own points and of the effective points of the stronger practices "
     "that contain it. Where that is more than its own answer gives, the stronger one credits it."},
    {"progress", "to the next, percent",
     "The effective points of the requirements that apply at a parameter's next level, divided by "
     "3 times their number, in whole percent, rounded down. Overall progress is the same sum over "
     "all assessed parameters at the overall level + 1. At the top there is none."},
    {"index", "",
     "The mean of level and progress over the assessed parameters, exact, with two decimals, "
     "rounded down. It shows movement below a level; it is never a level."},
    {"possible", "range, possible range, possible level, could be, deciding",
     "The levels that open questions leave possible: the lowest as scored, the highest with every "
     "unanswered practice taken as fully. Where the two differ, reports show a range and say how "
     "many open questions decide whether the level is above the lowest, and how many the whole "
     "range."},
    {"gap", "gaps, to do, missing",
     "A practice that is required at a level up to the target, applies, is answered and is not "
     "met. Gaps are what is to do; open questions are counted apart."},
    {"open", "open question, open questions, unanswered, not answered yet",
     "A practice that is required at a level up to the target, applies, is not met and has no "
     "answer, or the answer unknown. It has no points of its own and is told apart from no "
     "everywhere."},
    {"agreement", "compared, equal, within a step, raters, rater",
     "How far the raters whose sheets are merged say the same, over the practices that at least "
     "two "
     "of them answered: on how many all answers are equal, and on how many the highest and the "
     "lowest are at most one step apart on no, partially, mostly, fully and none is "
     "not-applicable; in whole percent, rounded down. unknown is no answer."},
    {"decisive", "decide first, also different",
     "A question on which raters differ and two of their answers give different overall or "
     "parameter levels of a model, with all else as in the merged sheet."},
    {"lower median", "median, lowest, teams at",
     "Of the levels of several teams in order the middle one; of two in the middle the lower. It is "
     "a level at which a team stands, never a mean."},
    {"holds back most", "holding back, who moved",
     "A practice that is not met by the most teams at the next level of each. Teams that have not "
     "answered it are named apart and count less."},
    {"ahead", "already met",
     "Met requirements of levels above the overall level + 1. They count when the levels below are "
     "reached."},
    {"not full", "fragile, not yet fully",
     "Requirements up to the overall level that are met with fewer than 3 points: the practice "
     "does "
     "not yet hold for all live models, or not wholly."},
    {"evidenced", "evidenced level, evidence, cite evidence, cites evidence, stale, undated",
     "The level when every answer above partially that cites no evidence is taken as partially. "
     "With --max-age DAYS, evidence counts as none where its answer has no date (its own, else the "
     "sheet's) or one more than DAYS before today. It says that evidence is cited, not that anyone "
     "checked it."},
    {"confirmed", "confirmed by",
     "An answer that names in confirmed_by: an assessor, not of the team, who checked it. Reports "
     "count them among the answers to required practices. Levels do not depend on it."},
    {"completeness", "answered, complete",
     "The practices with an answer of their own, out of those that a model requires at any level "
     "and that apply, each counted once."},
    {"basis", "",
     "Who says that a level requires a practice: published, secondary, interpreted or added. A "
     "requirement that does not say so counts as interpreted. A basis changes no level."},
    {"published", "",
     "A basis: the model's own publisher says that the level requires it, and the source is its "
     "text."},
    {"secondary", "from notes, notes",
     "A basis: course or lecture notes about the model say that the level requires it; its "
     "publisher does not."},
    {"interpreted", "our interpretation",
     "A basis: the publisher's words made concrete, so that a team can answer them."},
    {"added", "our addition",
     "A basis: this tool asks for it, and neither the publisher nor notes about the model do."},
    {"publisher's level", "publisher level, publishers level, publisher",
     "The level by the requirements alone whose basis is published or interpreted: without what "
     "only notes or this tool ask. A parameter without one that applies is left out. It is told "
     "where it differs from the level, and is never lower."},
    {"nothing applied", "nothing applies, nothing up to there applies",
     "A parameter at level 1 or higher of which no requirement applies at levels 1 up to its own. "
     "It holds its level only since nothing there applies, and is marked."},
    {"nothing new", "",
     "The level adds no requirement to the parameter, so it is reached together with the level "
     "below."},
    {"out of scope", "in scope, not made for this team",
     "The facts say that a model is not made for the team, by a rule of the model: the shipped "
     "ones do not fit a team that trains no model itself. Reports say so first, with the reason. "
     "Levels are still shown, target gives no advice for that model, and no gate or exit status "
     "changes."},
    {"scope", "",
     "What was assessed, in the words of the sheet (scope:). No figure depends on it. A model that "
     "is not made for a team is out of scope: another word."},
    {"target", "targets, your target, next level, no target set, reached",
     "The level to reach: that of --target, else the sheet's, else the overall level + 1, at most "
     "the top. A target at or below the overall level is reached, and its roadmap is empty."},
    {"advice", "advised, advised level",
     "The level that the team's facts (context:) call for by the rules of the catalogue. It stands "
     "beside the target and changes no figure. There is none where the facts do not decide it, or "
     "where the model is out of scope; mlops-assess target gives the reasons."},
    {"milestone", "milestones, next",
     "All gaps and open questions of one level. A practice that is unmet at two levels stands in "
     "both, with today's points, so milestones may overlap."},
    {"roadmap", "",
     "The milestones from the overall level + 1 to the target, lowest first. In each, what others "
     "come after stands first; then what is in a parameter that holds the level back, what another "
     "model misses too, and what gives most points for its effort (days 1, weeks 3, months 8). "
     "Carrying it out reaches the target."},
    {"first steps", "do these first",
     "What to do first, over all models: must-haves that can start at once, then what counts for "
     "more models, and nothing before what should be done first."},
    {"must-have", "must do, must haves",
     "A practice that the team needs whatever its target, since its facts say so by a rule of the "
     "catalogue. It is met at mostly, or at --bar, by effective points. Missing ones stand under "
     "the verdict, and the plan begins with them."},
    {"recommended", "recommends, recommendation",
     "A practice that a level of a model advises and does not require. It is met at the bar by "
     "effective points and counted apart, each once. No level depends on it."},
    {"done when", "success, success criterion, deliverable",
     "What is true when a practice is done fully, and before it what there is then: the "
     "catalogue's "
     "success criterion and deliverable. Where it has none, the statement stands in."},
    {"plan", "together, whole plan, plan for",
     "What is to do, as work: the missing must-haves and what they need first, then the roadmaps "
     "of all models up to their targets. A practice that stands in several places is counted "
     "once."},
    {"stage", "stages, waits for, can start at once, step, steps, every step in full",
     "Steps of one part of the plan that need not wait for one another: each comes after the "
     "stages with what is sensible to do first. A step that waits for another part of the plan "
     "says so. The order changes no level."},
    {"quick win", "quick wins",
     "A step of the plan that is to do and not open, takes days, and has nothing in the plan that "
     "comes before it. Quick wins are marked and keep their place."},
    {"owner", "owners, nobody yet",
     "Who closes the gap, by the answer's owner: on the sheet. The plan counts the work of each, "
     "and what nobody has taken on yet."},
    {"effort", "days, weeks, months, no estimate",
     "About how long one team needs for a practice: days (S), weeks (M) or months (L). A practice "
     "without an estimate is ordered as weeks and counted apart. No dates are derived from it."},
    {"due", "overdue, due date, due dates",
     "The day by which the owner means to have closed a gap (due: of an answer). The plan and the "
     "exports show it, and tell what is overdue by today. No level depends on it."},
    {"what-if", "assume, assumed, what changes, falls out, comes in",
     "mlops-assess plan ANSWERS --assume ID=fully tells what would come of another answer, beside "
     "what is today. The sheet stays as it is."},
    {"gate", "gates",
     "What a pipeline demands of score, such as --fail-under microsoft=2. A gate tells what it "
     "required and found; where one fails, all reports are written and the exit status is 1. None "
     "passes for want of something to look at."},
    {"waiver", "waivers, waived",
     "A practice that a gate lets pass for a time, with reason, owner and last day. Gates compare "
     "the levels with waived requirements taken as met; reported levels stay as they are. It "
     "credits nothing that the practice contains, and ends after its day, counted by today."},
    {"baseline", "since, changes, up, down, trend, regression, no regression",
     "Earlier answers to compare with: those of a sheet or of a JSON report. Both sides are scored "
     "by today's rubrics and bar, so a new rubric turns nobody red. Nothing in common is unusable "
     "input."},
    {"today", "day",
     "The day of --today, else of SOURCE_DATE_EPOCH, else of the clock (UTC). Only ages, the end "
     "of "
     "waivers, overdue dates and the dates that ask and the page write depend on it. A report that "
     "used it names it."},
    {"notice", "notices, note, notes on the answers",
     "What a reader should know of how the sheet was read, such as an answer that counts as more "
     "than it says. It changes no level."},
    {"rubric", "rubrics, model, models, maturity model",
     "A maturity model as a file: its levels, and for each parameter and level a description and "
     "the practices that it requires. Models are never averaged."},
    {"catalogue", "",
     "The practices, each under a parameter, with the questions about the team and the rules for "
     "must-haves and advice. Several models may share one, so that a team answers once."},
    {"method", "",
     "How a report comes to its figures: the bar, the rule for levels, the versions of the models "
     "and the day that ages count by. mlops-assess explain google.ci --answers FILE shows it with "
     "a team's numbers."},
    {"assessment", "assessed by, summary, tags, made by, cover",
     "What the sheet says about itself: who gave the answers, what was assessed, and a summary in "
     "the assessor's own words. No figure depends on it."},
    {"continuous training", "CT",
     "A pipeline trains the model anew in production, on fresh data, whenever a trigger starts it: "
     "on demand, a schedule, new data, worse results, or a change in the data. It comes beside CI "
     "and CD, because models decay though their code does not change. It is the goal of Google's "
     "level 1, and what it delivers all along is the prediction service, not the whole "
     "application."},
};

/// Small letters, with a blank for `-` and `_`.
std::string plain(std::string_view text) {
    auto out = lower_case(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return out;
}

bool is_called(const GlossaryWord& about, std::string_view name) {
    if (plain(about.word) == name) return true;
    for (auto rest = about.others; !rest.empty();) {
        const auto end = std::min(rest.find(", "), rest.size());
        if (plain(rest.substr(0, end)) == name) return true;
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return false;
}

}  // namespace

std::span<const GlossaryWord> glossary() { return words; }

const GlossaryWord* find_in_glossary(std::string_view typed) {
    const auto name = plain(typed);
    const auto* found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto& each) { return is_called(each, name); });
    return found == std::end(words) ? nullptr : found;
}

std::string as_argument(const GlossaryWord& about) {
    std::string argument(about.word);
    std::erase(argument, '\'');
    std::replace(argument.begin(), argument.end(), ' ', '-');
    return argument;
}

}  // namespace mlops_assess
