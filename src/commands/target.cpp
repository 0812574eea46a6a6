#include "assessment/target.hpp"

#include "commands/run.hpp"
#include "report/document_words.hpp"
#include "report/phrases.hpp"
#include "report/verdict_words.hpp"
#include "text/json_text.hpp"
#include "text/layout.hpp"
#include "text/terminal_page.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {
namespace {

/// Advice for one model beside where the team is today.
struct ModelAdvice {
    std::size_t assessment;
    Advice advice;
};

/// What the facts of a team say about its targets.
struct Advices {
    Scored scored;
    std::vector<ModelAdvice> models;  ///< those that are made for the team
    std::vector<const Catalogue*> catalogues;
    std::vector<std::vector<IdleFact>> idle;  ///< one list per catalogue

    const Assessment& assessment(const ModelAdvice& model) const {
        return scored.assessments[model.assessment];
    }
    bool beyond_need(const ModelAdvice& model) const {
        return assessment(model).level > model.advice.level.high;
    }
};

Advices advices_of(Scored scored) {
    Advices advices{std::move(scored), {}, {}, {}};
    for (const auto* catalogue : advices.scored.catalogues) {
        std::vector<Advice> found;
        for (const auto i : assessments_of(advices.scored, *catalogue)) {
            if (advices.scored.out_of_scope[i] != nullptr) continue;
            const auto& rubric = *advices.scored.assessments[i].rubric;
            auto advice = advise(*rubric.catalogue, advices.scored.sheet, rubric.id);
            if (!advice) continue;
            found.push_back(*advice);
            advices.models.push_back({i, *std::move(advice)});
        }
        if (found.empty()) continue;
        advices.catalogues.push_back(catalogue);
        advices.idle.push_back(idle_facts(*catalogue, advices.scored.sheet, found));
    }
    return advices;
}

std::string advised_range(const Advices& advices, const ModelAdvice& model) {
    return fmt::format("{} {}", advices.assessment(model).rubric->label,
                       range_words(model.advice.level, " to "));
}

/// What the team's answers are beside the advice.
std::string today_words(const Advices& advices, const ModelAdvice& model) {
    const auto& a = advices.assessment(model);
    const auto words =
        fmt::format("today {}; {}", level_words(a), target_words(advices.scored, model.assessment));
    if (advices.beyond_need(model)) return words + "; beyond need: no more work for its own sake";
    return words + (a.level >= model.advice.level.high ? "; that is enough" : "");
}

Text idle_words(IdleFact::Why why) {
    switch (why) {
        case IdleFact::Why::no_rule: return "no rule asks about it";
        case IdleFact::Why::no_match: return "it asks for nothing, as the other facts are";
        case IdleFact::Why::exceeded: return "other facts ask for more";
    }
    return {};
}

class TextAdvice {
  public:
    TextAdvice(const Advices& advices, const Style& style)
        : advices_(advices), page_(style.width, style.color) {}

    std::string write() {
        page_.strong(shown("{}: levels to aim at", advices_.scored.sheet.team));
        for (const auto& words : out_of_scope_words(advices_.scored))
            page_.paragraph(shown("{}", words));
        headline();
        for (const auto& model : advices_.models) reasons(model);
        questions();
        idle();
        must_have();
        sources();
        return page_.take();
    }

  private:
    void headline() {
        std::vector<std::string> levels;
        for (const auto& model : advices_.models) levels.push_back(advised_range(advices_, model));
        if (!levels.empty()) page_.paragraph(shown("Advice: {}.", fmt::join(levels, ", ")));
    }

    void reasons(const ModelAdvice& model) {
        page_.blank();
        page_.strong(shown("{}: {}", advised_range(advices_, model), today_words(advices_, model)));
        for (const auto* rule : model.advice.reasons) {
            page_.paragraph(shown("  - "), shown("{}", rule->because));
            cite(*advices_.assessment(model).rubric->catalogue, rule->sources);
        }
    }

    void questions() {
        std::set<Text> asked;
        for (const auto& model : advices_.models)
            for (const auto index : model.advice.deciding) {
                const auto& question = advices_.assessment(model).rubric->catalogue->context[index];
                if (!asked.insert(question.id).second) continue;
                if (asked.size() == 1) {
                    page_.blank();
                    page_.strong(shown("These facts decide; state them under `context:`"));
                }
                page_.paragraph(shown("  ? {}: ", question.id), shown("{}", question.text));
            }
    }

    void idle() {
        bool first = true;
        for (std::size_t c = 0; c < advices_.idle.size(); ++c)
            for (const auto& [index, why] : advices_.idle[c]) {
                const auto& question = advices_.catalogues[c]->context[index];
                if (first) {
                    page_.blank();
                    page_.strong(shown("Without effect on this advice"));
                }
                first = false;
                page_.paragraph(
                    shown("  - "),
                    shown("{}: {}: {}", question.id,
                          fact_words(*advices_.scored.sheet.fact(question.id)), idle_words(why)));
            }
    }

    void must_have() {
        const auto& must = advices_.scored.must_have;
        if (must.lacking() == 0) return;
        page_.blank();
        page_.strong(shown("First, whatever the target: {}", lacking_words(must)));
        for (const auto& group : lacking_must_haves(advices_.scored)) {
            page_.paragraph(shown("  "), shown("{}", group.because));
            for (const auto* each : group.practices) {
                page_.paragraph(shown("  - "), shown("{}: {}", name_words(*each->practice),
                                                     must_have_word(*each)));
                cite(*advices_.scored.assessments[each->assessment].rubric->catalogue,
                     each->sources);
            }
        }
    }

    void cite(const Catalogue& catalogue, const auto& ids) {
        for (const auto id : ids)
            for (const auto& source : catalogue.sources)
                if (source.id == id) cited_.emplace(id, &source);
    }

    void sources() {
        if (cited_.empty()) return;
        page_.blank();
        page_.strong(shown("Sources"));
        for (const auto& [id, source] : cited_)
            page_.paragraph(shown("  - "), shown("{}: {}", id, source->title));
    }

    const Advices& advices_;
    TerminalPage page_;
    std::map<Text, const Source*> cited_;
};

std::string as_text(const Advices& advices, const Style& style) {
    return TextAdvice(advices, style).write();
}

Json model_json(const Advices& advices, const ModelAdvice& model) {
    auto reasons = Json::array();
    for (const auto* rule : model.advice.reasons)
        reasons.push_back({{"because", str(rule->because)}, {"sources", texts(rule->sources)}});
    auto deciding = Json::array();
    const auto& a = advices.assessment(model);
    for (const auto index : model.advice.deciding) {
        const auto& question = a.rubric->catalogue->context[index];
        deciding.push_back({{"id", str(question.id)}, {"text", str(question.text)}});
    }
    const auto& roadmap = advices.scored.roadmaps[model.assessment];
    return {{"rubric", str(a.rubric->id)},
            {"low", model.advice.level.low},
            {"high", model.advice.level.high},
            {"today", a.level},
            {"target", roadmap.target},
            {"target_source", str(target_source_id(roadmap.target_source))},
            {"beyond_need", advices.beyond_need(model)},
            {"reasons", std::move(reasons)},
            {"deciding", std::move(deciding)}};
}

std::string as_json(const Advices& advices, const Style&) {
    const auto& scored = advices.scored;
    auto targets = Json::array();
    for (const auto& model : advices.models) targets.push_back(model_json(advices, model));
    auto out_of_scope = Json::array();
    for (std::size_t i = 0; i < scored.assessments.size(); ++i)
        if (const auto* rule = scored.out_of_scope[i])
            out_of_scope.push_back({{"rubric", str(scored.assessments[i].rubric->id)},
                                    {"because", str(rule->because)},
                                    {"sources", texts(rule->sources)}});
    auto idle = Json::array();
    for (std::size_t c = 0; c < advices.idle.size(); ++c)
        for (const auto& [index, why] : advices.idle[c])
            idle.push_back({{"id", str(advices.catalogues[c]->context[index].id)},
                            {"because", str(idle_words(why))}});
    auto must_have = Json::array();
    for (const auto& each : scored.must_have.practices)
        if (each.lacks())
            must_have.push_back({{"practice", str(each.practice->id)},
                                 {"because", reason_words(each)},
                                 {"state", str(must_have_word(each))}});
    const Json document = {
        {"schema", "mlops-assess/targets/1"},   {"team", str(scored.sheet.team)},
        {"answers", scored.sheet.source->name}, {"out_of_scope", std::move(out_of_scope)},
        {"targets", std::move(targets)},        {"without_effect", std::move(idle)},
        {"must_have", std::move(must_have)}};
    return json_text(document);
}

struct Layout {
    std::string_view name;
    std::string (*write)(const Advices& advices, const Style& style);
};
constexpr Layout layouts[] = {{"text", as_text}, {"json", as_json}};

struct Asked {
    std::string answers;
    const Layout* format = layouts;
};

Options options(Asked& asked) {
    return {argument("ANSWERS", "The answer sheet; - is stdin", asked.answers),
            format_option("text or json", layouts, asked.format)};
}

ExitStatus run_target(Run& run, const Asked& asked) {
    const auto models = run.load_models();
    if (!models) return models.error();
    const auto sheet = run.load_sheet(asked.answers, *models, run.diagnostics);
    std::optional<Scored> scored;
    if (sheet) scored = score(*models, *sheet, {}, {}, run.diagnostics);
    run.tell_diagnostics();
    if (!scored) return ExitStatus::unusable;
    const auto advices = advices_of(*std::move(scored));
    const bool all_out = std::ranges::count(advices.scored.out_of_scope, nullptr) == 0;
    if (advices.models.empty() && !all_out)
        return run.usage_error("no catalogue of the loaded rubrics has rules for a target level");
    return run.print(asked.format->write(advices, run.style()));
}

}  // namespace

extern const Command target_command = {
    "target", "Advise which levels to aim at, from the facts about the team",
    "The rules stand in the catalogue under `targets:`. The facts stand in the sheet under\n"
    "`context:`; answers are needed only to compare with today.",
    Group::daily, start<Asked, options, run_target>};

}  // namespace mlops_assess
