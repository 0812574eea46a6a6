#include "questionnaire/questionnaire.hpp"

#include "document/yaml.hpp"
#include "embedded.hpp"
#include "model/placeholder.hpp"
#include "model/shapes.hpp"
#include "questionnaire/html_text.hpp"
#include "text/layout.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mlops_assess {
namespace {

std::string policy() {
    return fmt::format(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src 'none'; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'",
        questionnaire_script_hash, questionnaire_style_hash);
}

/// An answer as people read it.
std::string spoken(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

std::string words_part() {
    std::string out;
    for (const auto& each : answer_words())
        out += fmt::format("<div><dt>{}</dt> <dd>{}</dd></div>\n", spoken(each.word),
                           xml_escaped(each.meaning));
    return out;
}

std::string option(std::string_view value, std::string_view shown, bool selected) {
    return fmt::format("<option value=\"{}\"{}>{}</option>\n", html_value(value),
                       selected ? " selected" : "", xml_escaped(shown));
}

/// The attributes by which the script finds an answer to a question about the team.
std::string context_field(const ContextQuestion& question, std::size_t number) {
    const auto id = fmt::format("context-{}", number);
    const auto label = xml_escaped(question.text);
    std::string field;
    switch (question.kind) {
        case ContextKind::boolean:
            field = fmt::format(
                "<fieldset class=\"field\" data-context=\"{}\">\n"
                "<legend>{}</legend>\n<div class=\"choices\">\n",
                question.id, label);
            for (const auto& [value, shown] :
                 {std::pair{"true", "yes"}, {"false", "no"}, {"", "not known"}})
                field += fmt::format(
                    "<label class=\"choice\"><input type=\"radio\" name=\"{}\" "
                    "value=\"{}\"{}> {}</label>\n",
                    id, value, *value == '\0' ? " checked" : "", shown);
            return field + "</div>\n</fieldset>\n";
        case ContextKind::number:
            field = fmt::format(
                "<input type=\"text\" inputmode=\"numeric\" id=\"{}\" "
                "data-context=\"{}\" data-kind=\"number\" autocomplete=\"off\">",
                id, question.id);
            break;
        case ContextKind::one_of:
            field = fmt::format("<select id=\"{}\" data-context=\"{}\" data-kind=\"text\">\n", id,
                                question.id);
            field += option("", "not known", true);
            for (const auto& each : question.options) field += option(each, each, false);
            field += "</select>";
            break;
    }
    return fmt::format("<div class=\"field\">\n<label for=\"{}\">{}</label>\n{}\n</div>\n", id,
                       label, field);
}

std::string context_part(const Models& models) {
    std::string out;
    std::set<Text> seen;
    for (const auto* catalogue : models.catalogues)
        for (const auto& question : catalogue->context)
            if (seen.insert(question.id).second) out += context_field(question, seen.size());
    return out;
}

std::string targets_part(const Questionnaire& questionnaire) {
    std::string out = "<fieldset class=\"field targets\">\n<legend>Levels aimed at</legend>\n";
    for (std::size_t i = 0; i < questionnaire.models.rubrics.size(); ++i) {
        const auto& rubric = *questionnaire.models.rubrics[i];
        int wanted = -1;
        for (const auto& asked : questionnaire.only)
            if (asked.model == rubric.id) wanted = asked.level;
        out += fmt::format(
            "<div>\n<label for=\"target-{0}\">{1}</label>\n"
            "<select id=\"target-{0}\" data-target=\"{2}\">\n",
            i, xml_escaped(rubric.title), rubric.id);
        out += option("", "none chosen", wanted < 0);
        for (int n = 0; n <= rubric.top(); ++n) {
            const auto& level = rubric.levels[static_cast<std::size_t>(n)];
            out += option(std::to_string(n), fmt::format("{}: {}", n, level.name), n == wanted);
        }
        out += "</select>\n</div>\n";
    }
    return out + "</fieldset>\n";
}

std::string list(Texts items) {
    std::string out = "<ul>\n";
    for (const auto& item : items) out += fmt::format("<li>{}</li>\n", xml_escaped(item));
    return out + "</ul>\n";
}

std::string answers_field(const Practice& practice) {
    std::string out = "<div class=\"choices\">\n";
    for (const auto& each : answer_words()) {
        if (each.rating == Rating::not_applicable && practice.not_applicable.empty()) continue;
        out += fmt::format(
            "<label class=\"choice\"><input type=\"radio\" name=\"{}_\" "
            "value=\"{}\"{}> {}</label>\n",
            practice.id, each.word, each.rating == Rating::unanswered ? " checked" : "",
            spoken(each.word));
    }
    return out + "</div>\n";
}

std::string about_practice(const Practice& practice) {
    std::string out = "<details>\n<summary>Why and how</summary>\n<dl class=\"about\">\n";
    const auto entry = [&](std::string_view name, std::string_view content) {
        out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, content);
    };
    entry("Why", xml_escaped(practice.why));
    if (!practice.guidance.empty()) entry("How", xml_escaped(practice.guidance));
    entry("What would prove it", list(practice.evidence));
    return out + "</dl>\n</details>\n";
}

/// What an answer may say more. No two ids are alike, for a practice's holds no `_`.
std::string more_fields(const Practice& practice) {
    return fmt::format(
        "<details class=\"more\">\n"
        "<summary>Note, evidence, owner, date</summary>\n"
        "<div class=\"field\">\n"
        "<label for=\"{0}_note\">Note <span class=\"need\" hidden>needed: why it makes no sense "
        "here</span></label>\n"
        "<textarea id=\"{0}_note\" rows=\"3\" autocomplete=\"off\"></textarea>\n</div>\n"
        "<div class=\"field\">\n"
        "<label for=\"{0}_evidence\">Evidence: addresses, files or documents, one per "
        "line</label>\n"
        "<textarea id=\"{0}_evidence\" rows=\"2\" autocomplete=\"off\"></textarea>\n</div>\n"
        "<div class=\"pair\">\n<div class=\"field\">\n"
        "<label for=\"{0}_owner\">Owner</label>\n"
        "<input type=\"text\" id=\"{0}_owner\" autocomplete=\"off\">\n</div>\n"
        "<div class=\"field\">\n"
        "<label for=\"{0}_date\">Last confirmed on</label>\n"
        "<input type=\"date\" id=\"{0}_date\" min=\"0001-01-01\" max=\"9999-12-31\" "
        "autocomplete=\"off\">\n</div>\n</div>\n"
        "<p class=\"source\" hidden></p>\n</details>\n",
        practice.id);
}

std::string practice_part(const Practice& practice) {
    std::string hints =
        fmt::format("<p><b>Fully</b> when: {}</p>\n", xml_escaped(practice.success));
    if (!practice.not_applicable.empty())
        hints += fmt::format("<p><b>Not applicable</b> when {}{}</p>\n",
                             xml_escaped(practice.not_applicable),
                             practice.not_applicable.ends_with('.') ? "" : ".");
    return fmt::format(
        "<fieldset class=\"practice\" id=\"{0}_\" data-practice=\"{0}\" "
        "aria-describedby=\"{0}_hints\">\n"
        "<legend>{1}</legend>\n<div class=\"hints\" id=\"{0}_hints\">\n{2}</div>\n{3}{4}{5}"
        "</fieldset>\n",
        practice.id, xml_escaped(practice.statement), hints, answers_field(practice),
        about_practice(practice), more_fields(practice));
}

/// The parameters with their practices, and the list of them.
struct Sections {
    std::string body;
    std::string parts;
};

Sections sections(const Models& models, const std::set<Text>& wanted) {
    Sections all;
    std::size_t number = 0;
    for (const auto* catalogue : models.catalogues)
        for (std::uint32_t p = 0; p < catalogue->parameters.size(); ++p) {
            const auto& parameter = catalogue->parameters[p];
            std::string practices;
            int count = 0;
            for (const auto& practice : catalogue->practices)
                if (practice.parameter == p && wanted.contains(practice.id)) {
                    practices += practice_part(practice);
                    ++count;
                }
            if (count == 0) continue;
            ++number;
            const auto title = xml_escaped(parameter.title);
            all.parts += fmt::format(
                "<li><a href=\"#part-{0}\"><span>{1}</span> <span "
                "class=\"count\" data-count=\"part-{0}\">0 of {2}</span></a></li>\n",
                number, title, count);
            all.body += fmt::format(
                "<section class=\"part\" id=\"part-{0}\" "
                "aria-labelledby=\"part-{0}-title\">\n<header>\n",
                number);
            if (models.catalogues.size() > 1)
                all.body +=
                    fmt::format("<p class=\"eyebrow\">{}</p>\n", xml_escaped(catalogue->title));
            all.body += fmt::format("<h2 id=\"part-{0}-title\">{1}</h2>\n", number, title);
            if (!parameter.about.empty())
                all.body += fmt::format("<p>{}</p>\n", xml_escaped(parameter.about));
            all.body += fmt::format(
                "<p>Answered: <span class=\"count\" data-count=\"part-{0}\">0 of {1}</span></p>\n"
                "</header>\n{2}</section>\n",
                number, count, practices);
        }
    return all;
}

/// `Microsoft MLOps maturity model up to level 2 and …`.
std::string models_words(const Questionnaire& questionnaire) {
    std::vector<std::string> names;
    for (const auto* rubric : questionnaire.models.rubrics) {
        auto name = xml_escaped(rubric->title);
        bool asked = questionnaire.only.empty();
        for (const auto& level : questionnaire.only)
            if (level.model == rubric->id) {
                name += fmt::format(" up to level {}", level.level);
                asked = true;
            }
        if (asked) names.push_back(name);
    }
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return out;
}

/// What the script must know; `<` cannot end the element in which it stands.
std::string data(const Questionnaire& questionnaire) {
    nlohmann::ordered_json data;
    data["schema"] = answers_schema;
    data["file"] = default_sheet;
    data["schemaFile"] = sheet_schema_file;
    data["noTeam"] = placeholder_team;
    data["mostText"] = most_text;
    data["mostSheet"] = sheet_limit;
    std::string key = "mlops-assess";
    for (const auto* catalogue : questionnaire.models.catalogues)
        key += fmt::format(" {} {}", catalogue->id, catalogue->version);
    for (const auto& asked : questionnaire.only)
        key += fmt::format(" {}={}", asked.model, asked.level);
    data["draft"] = key;
    auto& words = data["words"] = nlohmann::ordered_json::object();
    const auto sheet_word = [](Rating rating) {
        for (const auto& each : answer_words())
            if (each.rating == rating) return each.word;
        return Text{};
    };
    for (const auto& each : answer_words()) words[std::string(each.word)] = each.word;
    for (const auto& each : answer_synonyms())
        words[std::string(each.word)] = sheet_word(each.rating);
    std::string out;
    for (const char c : escape_invisible(
             data.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)))
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    return out;
}

std::string title(const Models& models) {
    std::string out;
    for (const auto* catalogue : models.catalogues)
        out += (out.empty() ? "" : ", ") + std::string(catalogue->title);
    return out;
}

}  // namespace

std::string html_questionnaire(const Questionnaire& questionnaire) {
    const auto& models = questionnaire.models;
    const auto wanted = questionnaire.practices();
    const auto parts = sections(models, wanted);
    return fill(questionnaire_page,
                {{"policy", policy()},
                 {"style", std::string(questionnaire_style)},
                 {"script", std::string(questionnaire_script)},
                 {"short_title", xml_escaped(cut("Questionnaire: " + title(models), 60))},
                 {"title", xml_escaped(title(models))},
                 {"practices", fmt::format("{} {}", wanted.size(),
                                           wanted.size() == 1 ? "practice" : "practices")},
                 {"count", std::to_string(wanted.size())},
                 {"most", std::to_string(std::max<std::size_t>(wanted.size(), 1))},
                 {"models", models_words(questionnaire)},
                 {"words", words_part()},
                 {"parts", parts.parts},
                 {"sections", parts.body},
                 {"team", html_value(questionnaire.team)},
                 {"context", context_part(models)},
                 {"targets", targets_part(questionnaire)},
                 {"command", xml_escaped(questionnaire.score_command)},
                 {"data", data(questionnaire)}});
}

}  // namespace mlops_assess
