#include "report/phrases.hpp"
#include "writer/json_stream.hpp"
#include "writer/portfolio/writers.hpp"

/// The portfolio as JSON, `mlops-assess/portfolio/1`.
namespace mlops_assess {
namespace {

Json level_json(const std::optional<int>& level) { return level ? Json(*level) : Json(nullptr); }

/// The keys that models and parameters share.
Json figures_json(const Figures& figures) {
    if (!figures.assessed)
        return {{"level", nullptr},
                {"possible", nullptr},
                {"evidenced_level", nullptr},
                {"short_of_next", nullptr}};
    return {
        {"level", figures.level},
        {"possible", {{"low", figures.low}, {"high", figures.high}}},
        {"evidenced_level", figures.evidenced},
        {"short_of_next",
         figures.at_top ? Json(nullptr) : Json{{"gaps", figures.gaps}, {"open", figures.open}}}};
}

class PortfolioJson {
  public:
    PortfolioJson(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit)
        : portfolio_(portfolio), style_(style), json_(emit) {}

    void write() {
        json_.value("schema", "mlops-assess/portfolio/1");
        json_.value("tool", {{"name", "mlops-assess"}, {"version", MLOPS_ASSESS_VERSION}});
        const auto& rules = portfolio_.rules;
        json_.value("rules", {{"max_age", level_json(rules.max_age)},
                              {"today", optional_text(rules.today)}});
        auto rubrics = Json::array();
        for (const auto* rubric : portfolio_.models.rubrics)
            rubrics.push_back({{"id", str(rubric->id)},
                               {"label", str(rubric->label)},
                               {"version", str(rubric->version)},
                               {"top_level", rubric->top()},
                               {"bar", str(word_for_points(rules.bar.value_or(rubric->bar)))}});
        json_.value("rubrics", rubrics);
        json_.array("teams");
        for (TeamIndex i = 0; i < portfolio_.teams.size(); ++i) json_.item(team(i));
        json_.end();
        json_.object("all");
        roll_up(portfolio_.all);
        json_.end();
        json_.value("by", optional_text(portfolio_.tag));
        json_.array("groups");
        for (const auto& group : portfolio_.groups) {
            json_.object_item();
            json_.value("value", optional_text(group.value));
            roll_up(group.roll_up);
            json_.end();
        }
        json_.end();
        since();
        gates();
        unusable(portfolio_.sheets.unusable);
        json_.value("passed_over", portfolio_.sheets.passed_over);
        json_.end();
    }

  private:
    Json models(const TeamSheet& sheet, bool whole) const {
        auto all = Json::array();
        for (std::size_t m = 0; m < sheet.models.size(); ++m) {
            const auto& model = sheet.models[m];
            const auto& rubric = *portfolio_.models.rubrics[m];
            Json json = {{"rubric", str(rubric.id)}, {"in_scope", model.in_scope}};
            json.update(figures_json(model.overall));
            json["index"] = index_words(model.index_hundredths);
            json["target"] = model.target;
            auto parameters = Json::array();
            for (std::size_t p = 0; p < model.parameters.size(); ++p) {
                Json each = {{"id", str(rubric.catalogue->parameters[p].id)}};
                each.update(figures_json(model.parameters[p]));
                parameters.push_back(std::move(each));
            }
            json["parameters"] = std::move(parameters);
            if (whole) json["lacking"] = lacking(model, *rubric.catalogue);
            all.push_back(std::move(json));
        }
        return all;
    }

    static Json lacking(const ModelFigures& model, const Catalogue& catalogue) {
        auto all = Json::array();
        for (const auto& [practice, open] : model.lacking)
            all.push_back({{"practice", str(catalogue.practices[practice].id)}, {"open", open}});
        return all;
    }

    Json team(TeamIndex index) const {
        const auto& team = portfolio_.teams[index];
        const auto& sheet = team.now();
        auto must_have = Json::array();
        for (const auto& [practice, open] : sheet.must_have)
            must_have.push_back({{"practice", str(practice->id)}, {"open", open}});
        auto history = Json::array();
        for (const auto* earlier : std::span(team.history).first(team.history.size() - 1))
            history.push_back({{"date", optional_text(earlier->date)},
                               {"sheet", str(earlier->file)},
                               {"assessments", models(*earlier, false)}});
        auto tags = Json::object();
        for (const auto& tag : sheet.tags) tags[str(tag.key)] = str(tag.value);
        return {
            {"team", str(team.name)},
            {"date", optional_text(sheet.date)},
            {"sheet", str(sheet.file)},
            {"tags", std::move(tags)},
            {"report", portfolio_.has_report(index)
                           ? Json(style_.reports + "/" + portfolio_.reports[index])
                           : Json(nullptr)},
            {"assessments", models(sheet, true)},
            {"must_have", {{"applicable", sheet.must_haves}, {"lacking", std::move(must_have)}}},
            {"history", std::move(history)}};
    }

    Json names(const TeamIndices& teams) const {
        auto all = Json::array();
        for (const auto team : teams) all.push_back(str(portfolio_.teams[team].name));
        return all;
    }

    static Json spread(const Spread& spread) {
        return {{"at_level", spread.at},
                {"not_assessed", spread.not_assessed},
                {"lowest", level_json(spread.lowest)},
                {"median", level_json(spread.median)}};
    }

    void practices(std::string_view key, const std::vector<HoldingBack>& all) {
        json_.array(key);
        for (const auto& each : all)
            json_.item({{"practice", str(each.practice->id)},
                        {"deliverable", str(deliverable_words(*each.practice))},
                        {"effort", optional_text(effort_letter(each.practice->effort))},
                        {"gaps", names(each.gaps)},
                        {"open", names(each.open)}});
        json_.end();
    }

    void roll_up(const RollUp& sums) {
        json_.value("teams", sums.teams.size());
        json_.array("models");
        for (const auto& model : sums.models) {
            json_.object_item();
            json_.value("rubric", str(model.rubric->id));
            json_.value("overall", spread(model.overall));
            auto parameters = Json::array();
            for (std::size_t p = 0; p < model.parameters.size(); ++p) {
                Json each = {{"id", str(model.rubric->catalogue->parameters[p].id)}};
                each.update(spread(model.parameters[p]));
                parameters.push_back(std::move(each));
            }
            json_.value("parameters", parameters);
            json_.value("order", names(model.order));
            practices("holding_back", model.holding_back);
            json_.end();
        }
        json_.end();
        practices("must_have", sums.must_have);
    }

    Json move_json(const LevelMove& move) const {
        const auto& rubric = *portfolio_.models.rubrics[move.model];
        return {{"rubric", str(rubric.id)},
                {"parameter", move.parameter
                                  ? Json(str(rubric.catalogue->parameters[*move.parameter].id))
                                  : Json(nullptr)},
                {"before", level_json(move.before)},
                {"after", level_json(move.after)}};
    }

    void since() {
        if (!portfolio_.since) return json_.value("since", nullptr);
        const auto& change = *portfolio_.since;
        json_.object("since");
        json_.value("paths", change.paths);
        json_.array("teams");
        for (const auto* list : {&change.moved, &change.same})
            for (const auto& [team, before, moves] : *list) {
                auto levels = Json::array();
                for (const auto& move : moves) levels.push_back(move_json(move));
                json_.item({{"team", str(portfolio_.teams[team].name)},
                            {"date", optional_text(before->date)},
                            {"sheet", str(before->file)},
                            {"moves", std::move(levels)}});
            }
        json_.end();
        json_.value("added", names(change.added));
        auto gone = Json::array();
        for (const auto* sheet : change.gone) gone.push_back(str(sheet->team));
        json_.value("gone", gone);
        unusable(change.unusable);
        json_.end();
    }

    void gates() {
        json_.array("gates");
        for (const auto& team : portfolio_.gates)
            for (const auto& gate : team.results)
                json_.item({{"team", str(team.team)},
                            {"name", gate.name},
                            {"passed", gate.passed},
                            {"required", gate.required},
                            {"found", gate.found},
                            {"because", gate.because}});
        json_.end();
    }

    void unusable(const std::vector<UnusableSheet>& sheets) {
        json_.array("unusable");
        for (const auto& [file, found, more] : sheets) {
            auto errors = Json::array();
            for (const auto& each : found)
                errors.push_back(
                    {{"id", std::string(word(each.id))},
                     {"message", each.message},
                     {"line", each.place ? Json(each.place->line) : Json(nullptr)},
                     {"column", each.place ? Json(each.place->column) : Json(nullptr)}});
            json_.item({{"sheet", file}, {"errors", std::move(errors)}, {"more", more}});
        }
        json_.end();
    }

    const Portfolio& portfolio_;
    const PortfolioStyle& style_;
    JsonStream json_;
};

}  // namespace

void portfolio_json(const Portfolio& portfolio, const PortfolioStyle& style, const Emit& emit) {
    PortfolioJson(portfolio, style, emit).write();
}

}  // namespace mlops_assess
