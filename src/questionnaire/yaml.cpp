#include "questionnaire/questionnaire.hpp"

#include "model/placeholder.hpp"
#include "model/shapes.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "text/yaml_quoted.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlops_assess {
namespace {

constexpr std::size_t comment_width = 96;

/// Comment lines: `first` begins the text, its further lines are indented as deep.
std::string comment(std::string_view indent, std::string_view first, std::string_view text) {
    std::string out;
    for (const auto& line : wrap(visible(text), comment_width - indent.size() - first.size() - 2)) {
        const auto begin = out.empty() ? std::string(first) : std::string(first.size(), ' ');
        out += fmt::format("{}# {}{}\n", indent, begin, line);
    }
    return out;
}

std::string context_part(const Catalogue& catalogue) {
    if (catalogue.context.empty()) return {};
    std::string out =
        "# Facts about the team. Remove the # in front of `context:` and of what you know.\n"
        "# context:\n";
    for (const auto& question : catalogue.context) {
        std::string example;
        switch (question.kind) {
            case ContextKind::boolean: example = "true or false"; break;
            case ContextKind::number: example = "a whole number"; break;
            case ContextKind::one_of:
                example = visible(fmt::format("{}", fmt::join(question.options, ", ")));
                break;
        }
        out += comment("", "  ", question.text);
        out += fmt::format("#   {}:    # {}\n", question.id, example);
    }
    return out + "\n";
}

std::string practice_part(const Practice& practice) {
    auto out = comment("  ", "", practice.statement);
    if (!practice.success.empty()) out += comment("  ", "fully: ", practice.success);
    if (!practice.not_applicable.empty())
        out += comment("  ", "not-applicable: when ", practice.not_applicable);
    return out + fmt::format("  {}: unknown\n\n", practice.id);
}

/// The practices of a catalogue that are wanted, by parameter.
std::string answers_part(const Catalogue& catalogue, const std::set<Text>& wanted) {
    std::string out;
    for (std::uint32_t p = 0; p < catalogue.parameters.size(); ++p) {
        const auto& parameter = catalogue.parameters[p];
        std::string part;
        for (const auto& practice : catalogue.practices)
            if (practice.parameter == p && wanted.contains(practice.id))
                part += practice_part(practice);
        if (part.empty()) continue;
        out += fmt::format("  # ---- {} ----\n", visible(parameter.title));
        if (!parameter.about.empty()) out += comment("  ", "", parameter.about);
        out += "\n" + part;
    }
    return out;
}

/// A practice of the loaded models that stands for others in an example.
Text example_practice(const Models& models) {
    for (const auto* catalogue : models.catalogues)
        if (catalogue->find("data-versioned")) return "data-versioned";
    return models.catalogues.front()->practices.front().id;
}

/// A target of a loaded model, as an example.
std::string example_target(const Rubric& rubric) {
    return fmt::format("# target: {{{}: {}}}    # the level aimed at\n", rubric.id,
                       std::min(2, rubric.top()));
}

}  // namespace

std::set<Text> Questionnaire::practices() const {
    std::set<Text> wanted;
    for (const auto* rubric : models.rubrics) {
        const auto level = std::find_if(only.begin(), only.end(), [&](const ModelLevel& asked) {
            return asked.model == rubric->id;
        });
        const auto& practices = rubric->catalogue->practices;
        if (only.empty())
            for (const auto& practice : practices) wanted.insert(practice.id);
        if (level == only.end()) continue;
        for (std::size_t p = 0; p < rubric->catalogue->parameters.size(); ++p)
            for (int n = 1; n <= level->level; ++n)
                for (const auto& requirement : rubric->cell(p, n).required)
                    wanted.insert(practices[requirement.practice].id);
    }
    return wanted;
}

std::string yaml_questionnaire(const Questionnaire& questionnaire) {
    const auto& models = questionnaire.models;
    const auto wanted = questionnaire.practices();
    std::string out;
    if (questionnaire.has_schema)
        out += fmt::format("# yaml-language-server: $schema={}\n", sheet_schema_file);
    out += comment("", "",
                   "Put one of these words after every practice. Where two fit, the lower one "
                   "counts.");
    for (const auto& each : answer_words())
        out += comment("", fmt::format("  {:<15}", each.word), each.meaning);
    out += fmt::format("# An answer may say more:\n#   {}:\n", example_practice(models));
    out +=
        "#     answer: partially\n"
        "#     evidence: [https://git.example.com/pipeline, docs/data.md]\n"
        "#     note: Only for the two newest models.\n"
        "#     owner: Data team\n"
        "#     date: 2026-10-01      # when it was last given\n"
        "#     due: 2027-03-31       # when the owner means to have closed the gap\n"
        "# not-applicable needs a note that says why.\n"
        "# Then: ";
    out += visible(questionnaire.score_command) + "\n\n";
    out += fmt::format("schema: {}\n", answers_schema);
    out += fmt::format("team: {}\n", yaml_quoted(questionnaire.team.empty() ? placeholder_team
                                                                            : questionnaire.team));
    out +=
        "# date: 2026-11-20          # of the assessment\n"
        "# assessed_by: [Platform team, Model risk]\n"
        "# scope: Scorecards in production; research models are out\n";
    std::string targets;
    for (const auto& asked : questionnaire.only)
        targets += fmt::format("{}{}: {}", targets.empty() ? "" : ", ", asked.model, asked.level);
    out += targets.empty() ? example_target(*models.rubrics.front())
                           : fmt::format("target: {{{}}}\n", targets);
    out += '\n';
    for (const auto* catalogue : models.catalogues) out += context_part(*catalogue);
    out += "answers:\n";
    for (const auto* catalogue : models.catalogues) out += answers_part(*catalogue, wanted);
    if (wanted.empty()) out += "  {}\n";
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

}  // namespace mlops_assess
