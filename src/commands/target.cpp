#include "assessment/target.hpp"

#include "commands/run.hpp"
#include "report/phrases.hpp"
#include "text/json_text.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// Advice for one model beside where the team is today.
struct Row {
    const Assessment* assessment;
    Advice advice;

    const Catalogue& catalogue() const { return *assessment->rubric->catalogue; }
    bool beyond_need() const { return assessment->level > advice.level.high; }
};

std::string level_words(const Row& row) {
    const auto& level = row.advice.level;
    auto words = level.low == level.high ? fmt::format("level {}", level.low)
                                         : fmt::format("level {} to {}", level.low, level.high);
    words += fmt::format(" of {}; today {}", row.assessment->rubric->top(), row.assessment->level);
    if (row.beyond_need()) return words + ", beyond need: no more work for its own sake";
    return words + (row.assessment->level >= level.high ? ", which is enough" : "");
}

std::string as_text(const std::vector<Row>& rows, const Scored& scored, const Style& style) {
    const auto width = static_cast<std::size_t>(style.width);
    std::string out = hang("", visible(scored.sheet.team) + ": levels to aim at", width);
    for (const auto& row : rows) {
        out += "\n";
        out += hang(pad(model_word(row.advice.model), 11), level_words(row), width);
        for (const auto* rule : row.advice.reasons) {
            const auto sources = rule->sources.empty()
                                     ? std::string()
                                     : fmt::format(" ({})", fmt::join(rule->sources, ", "));
            out += hang("  - ", visible(rule->because) + sources, width);
        }
        if (!row.advice.deciding.empty())
            out += "  These facts decide; state them under context:\n";
        for (const auto index : row.advice.deciding) {
            const auto& question = row.catalogue().context[index];
            out += hang(fmt::format("  ? {}: ", question.id), visible(question.text), width);
        }
    }
    std::string missing;
    for (const auto& state : scored.must_have.practices)
        if (state.lacks())
            missing +=
                hang("  - ",
                     visible(state.practice->statement) + fmt::format(" ({})", state.practice->id),
                     width);
    if (!missing.empty()) out += "\nFirst, whatever the target:\n" + missing;
    return out;
}

std::string as_json(const std::vector<Row>& rows, const Scored& scored, const Style&) {
    auto targets = Json::array();
    for (const auto& row : rows) {
        auto reasons = Json::array();
        for (const auto* rule : row.advice.reasons) {
            auto sources = Json::array();
            for (const auto source : rule->sources) sources.push_back(std::string(source));
            reasons.push_back({{"because", std::string(rule->because)}, {"sources", sources}});
        }
        auto deciding = Json::array();
        for (const auto index : row.advice.deciding) {
            const auto& question = row.catalogue().context[index];
            deciding.push_back(
                {{"id", std::string(question.id)}, {"text", std::string(question.text)}});
        }
        targets.push_back({{"rubric", std::string(row.advice.model)},
                           {"low", row.advice.level.low},
                           {"high", row.advice.level.high},
                           {"today", row.assessment->level},
                           {"beyond_need", row.beyond_need()},
                           {"reasons", std::move(reasons)},
                           {"deciding", std::move(deciding)}});
    }
    const Json document = {{"schema", "mlops-assess/targets/1"},
                           {"team", std::string(scored.sheet.team)},
                           {"answers", scored.sheet.source->name},
                           {"targets", std::move(targets)}};
    return json_text(document);
}

struct Layout {
    std::string_view name;
    std::string (*write)(const std::vector<Row>& rows, const Scored& scored, const Style& style);
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
    const auto sheet = run.load_sheet(asked.answers, *models);
    std::optional<Scored> scored;
    if (sheet) scored = score(*models, *sheet, {}, {}, run.diagnostics);
    run.tell_diagnostics();
    if (!scored) return ExitStatus::unusable;
    std::vector<Row> rows;
    for (const auto& a : scored->assessments)
        if (auto advice = advise(*a.rubric->catalogue, *sheet, a.rubric->id))
            rows.push_back({&a, std::move(*advice)});
    if (rows.empty())
        return run.usage_error("no catalogue of the loaded rubrics has rules for a target level");
    return run.print(asked.format->write(rows, *scored, run.style()));
}

}  // namespace

extern const Command target_command = {
    "target", "Advise which levels to aim at, from the facts about the team",
    "The rules stand in the catalogue under `targets:`. The facts stand in the sheet under\n"
    "`context:`; answers are needed only to compare with today.",
    Group::daily, start<Asked, options, run_target>};

}  // namespace mlops_assess
