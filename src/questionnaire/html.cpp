#include "questionnaire/questionnaire.hpp"

#include "document/yaml.hpp"
#include "embedded.hpp"
#include "model/placeholder.hpp"
#include "model/shapes.hpp"
#include "questionnaire/about_practice.hpp"
#include "questionnaire/html_text.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mlops_assess {
namespace {

/// Whether a page scores.
bool has_engine() { return !page_engine().empty(); }

Markup policy() {
    return markup(
        "default-src 'none'; script-src '{}'{}; style-src '{}'; img-src 'none'; connect-src "
        "'none'; base-uri 'none'; form-action 'none'",
        questionnaire_script_hash, has_engine() ? markup(" 'wasm-unsafe-eval'") : Markup(),
        questionnaire_style_hash);
}

/// An answer as people read it.
std::string spoken(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

Markup words_part() {
    Markup out;
    for (const auto& each : answer_words())
        out += markup("<div><dt>{}</dt> <dd>{}</dd></div>\n", spoken(each.word), each.meaning);
    return out;
}

Markup option(std::string_view value, std::string_view shown, bool selected) {
    return markup("<option value=\"{}\"{}>{}</option>\n", html_value(value),
                  selected ? " selected" : "", shown);
}

/// The attributes by which the script finds an answer to a question about the team.
Markup context_field(const ContextQuestion& question, std::size_t number) {
    const auto id = fmt::format("context-{}", number);
    Markup field;
    switch (question.kind) {
        case ContextKind::boolean:
            field = markup(
                "<fieldset class=\"field\" data-context=\"{}\">\n"
                "<legend>{}</legend>\n<div class=\"choices\">\n",
                question.id, question.text);
            for (const auto& [value, shown] :
                 {std::pair{"true", "yes"}, {"false", "no"}, {"", "not known"}})
                field += markup(
                    "<label class=\"choice\"><input type=\"radio\" name=\"{}\" "
                    "value=\"{}\"{}> {}</label>\n",
                    id, value, *value == '\0' ? " checked" : "", shown);
            return field + markup("</div>\n</fieldset>\n");
        case ContextKind::number:
            field = markup(
                "<input type=\"text\" inputmode=\"numeric\" id=\"{}\" "
                "data-context=\"{}\" data-kind=\"number\" autocomplete=\"off\">",
                id, question.id);
            break;
        case ContextKind::one_of:
            field = markup("<select id=\"{}\" data-context=\"{}\" data-kind=\"text\">\n", id,
                           question.id);
            field += option("", "not known", true);
            for (const auto& each : question.options) field += option(each, each, false);
            field += markup("</select>");
            break;
    }
    return markup("<div class=\"field\">\n<label for=\"{}\">{}</label>\n{}\n</div>\n", id,
                  question.text, field);
}

/// Neighbours of one group stand under its name.
Markup context_part(const Models& models) {
    Markup out;
    std::set<Text> seen;
    Text group;
    for (const auto* catalogue : models.catalogues)
        for (const auto& question : catalogue->context) {
            if (!seen.insert(question.id).second) continue;
            if (question.group != group && !question.group.empty())
                out += markup("<h3 class=\"group\">{}</h3>\n", question.group);
            group = question.group;
            out += context_field(question, seen.size());
        }
    return out;
}

Markup targets_part(const Questionnaire& questionnaire) {
    auto out = markup(
        "<h3 class=\"group\">What you aim at</h3>\n<fieldset class=\"field "
        "targets\">\n<legend>Levels aimed at</legend>\n");
    for (std::size_t i = 0; i < questionnaire.models.rubrics.size(); ++i) {
        const auto& rubric = *questionnaire.models.rubrics[i];
        int wanted = -1;
        for (const auto& asked : questionnaire.only)
            if (asked.model == rubric.id) wanted = asked.level;
        out += markup(
            "<div>\n<label for=\"target-{0}\">{1}</label>\n"
            "<select id=\"target-{0}\" data-target=\"{2}\">\n",
            i, rubric.title, rubric.id);
        out += option("", "none chosen", wanted < 0);
        for (int n = 0; n <= rubric.top(); ++n) {
            const auto& level = rubric.levels[static_cast<std::size_t>(n)];
            out += option(std::to_string(n), fmt::format("{}: {}", n, level.name), n == wanted);
        }
        out += markup("</select>\n</div>\n");
    }
    return out + markup("</fieldset>\n");
}

Markup answers_field() {
    auto out = markup("<div class=\"choices\">\n");
    for (const auto& each : answer_words())
        out += markup("<label class=\"choice\"><input type=\"radio\" value=\"{}\"{}> {}</label>\n",
                      each.word, each.rating == Rating::unanswered ? " checked" : "",
                      spoken(each.word));
    return out + markup("</div>\n");
}

/// Where there is an engine, it tells when somebody wants to know: the page has no room for both.
Markup why_and_how(const Practice& practice) {
    if (has_engine()) return {};
    const auto about = about_practice(practice);
    if (about.empty()) return {};
    return markup("<details class=\"why\">\n<summary>Why and how</summary>\n{}</details>\n", about);
}

/// How every practice is answered, and what an answer may say more: the script puts it into each.
Markup fields() {
    const auto why =
        has_engine()
            ? markup("<details class=\"why\">\n<summary>Why and how</summary>\n</details>\n")
            : Markup();
    return answers_field() + why +
           markup(
               "<details class=\"more\">\n"
               "<summary>Note, evidence, owner, date</summary>\n"
               "<div class=\"field\">\n"
               "<label data-for=\"note\">Note <span class=\"need\" hidden>needed: why it makes no "
               "sense here</span></label>\n"
               "<textarea data-field=\"note\" rows=\"3\" autocomplete=\"off\"></textarea>\n</div>\n"
               "<div class=\"field\">\n"
               "<label data-for=\"evidence\">Evidence: addresses, files or documents, one per "
               "line</label>\n"
               "<textarea data-field=\"evidence\" rows=\"2\" "
               "autocomplete=\"off\"></textarea>\n</div>\n"
               "<div class=\"pair\">\n<div class=\"field\">\n"
               "<label data-for=\"owner\">Owner</label>\n"
               "<input type=\"text\" data-field=\"owner\" autocomplete=\"off\">\n</div>\n"
               "<div class=\"field\">\n"
               "<label data-for=\"date\">Last confirmed on</label>\n"
               "<input type=\"date\" data-field=\"date\" min=\"0001-01-01\" max=\"9999-12-31\" "
               "autocomplete=\"off\">\n</div>\n</div>\n"
               "<p class=\"source\" hidden></p>\n</details>\n");
}

Markup practice_part(const Practice& practice) {
    Markup hints;
    if (!practice.success.empty())
        hints += markup("<p><b>Fully</b> when: {}</p>\n", practice.success);
    if (!practice.not_applicable.empty())
        hints += markup("<p><b>Not applicable</b> when {}{}</p>\n", practice.not_applicable,
                        practice.not_applicable.ends_with('.') ? "" : ".");
    return markup(
        "<fieldset class=\"practice\" id=\"{0}_\" data-practice=\"{0}\"{1}{2}{3}>\n"
        "<legend>{4}</legend>\n{5}{6}</fieldset>\n",
        practice.id, practice.not_applicable.empty() ? " data-always" : "",
        about_practice(practice).empty() ? " data-plain" : "",
        hints.empty() ? Markup() : markup(" aria-describedby=\"{}_hints\"", practice.id),
        practice.statement,
        hints.empty()
            ? Markup()
            : markup("<div class=\"hints\" id=\"{}_hints\">\n{}</div>\n", practice.id, hints),
        why_and_how(practice));
}

/// A parameter with those of its practices that are asked.
struct Part {
    const Catalogue* catalogue;
    const Parameter* about;
    std::size_t number;
    std::vector<const Practice*> practices;
};

std::vector<Part> asked_parts(const Models& models, const std::set<Text>& wanted) {
    std::vector<Part> parts;
    for (const auto* catalogue : models.catalogues)
        for (std::uint32_t p = 0; p < catalogue->parameters.size(); ++p) {
            Part part{catalogue, &catalogue->parameters[p], parts.size() + 1, {}};
            for (const auto& practice : catalogue->practices)
                if (practice.parameter == p && wanted.contains(practice.id))
                    part.practices.push_back(&practice);
            if (!part.practices.empty()) parts.push_back(std::move(part));
        }
    return parts;
}

Markup part_entry(const Part& part) {
    return markup(
        "<li><a href=\"#part-{0}\"><span>{1}</span> <span "
        "class=\"count\" data-count=\"part-{0}\">0 of {2}</span></a></li>\n",
        part.number, part.about->title, part.practices.size());
}

Markup part_section(const Part& part, bool name_catalogue) {
    Markup about;
    if (!part.about->about.empty()) about = markup("<p>{}</p>\n", part.about->about);
    Markup practices;
    for (const auto* practice : part.practices) practices += practice_part(*practice);
    return markup(
        "<section class=\"part\" id=\"part-{0}\" aria-labelledby=\"part-{0}-title\">\n<header>\n"
        "{1}<h2 id=\"part-{0}-title\">{2}</h2>\n{3}"
        "<p>Answered: <span class=\"count\" data-count=\"part-{0}\">0 of {4}</span></p>\n"
        "</header>\n{5}</section>\n",
        part.number,
        name_catalogue ? markup("<p class=\"eyebrow\">{}</p>\n", part.catalogue->title) : Markup(),
        part.about->title, about, part.practices.size(), practices);
}

/// `Microsoft MLOps maturity model up to level 2 and …`.
std::string models_words(const Questionnaire& questionnaire) {
    std::vector<std::string> names;
    for (const auto* rubric : questionnaire.models.rubrics) {
        std::string name(rubric->title);
        bool asked = questionnaire.only.empty();
        for (const auto& level : questionnaire.only)
            if (level.model == rubric->id) {
                name += fmt::format(" up to level {}", level.level);
                asked = true;
            }
        if (asked) names.push_back(name);
    }
    return join_words(names);
}

/// The rubrics to score by, as the engine takes them.
nlohmann::ordered_json rubrics(const Questionnaire& questionnaire) {
    auto files = nlohmann::ordered_json::array();
    for (const auto& file : questionnaire.rubric_files)
        files.push_back({{"name", file->name}, {"text", file->text}});
    return {{"names", questionnaire.rubrics}, {"files", files}};
}

/// Where the team stands while it answers; nothing where nothing can compute it.
Markup standing_part() {
    if (!has_engine()) return {};
    return markup(
        "<section class=\"standing scoring\" id=\"standing\" aria-labelledby=\"standing-title\" "
        "hidden>\n<h2 id=\"standing-title\">Where you stand</h2>\n"
        "<div id=\"unscored\" class=\"notice\" hidden><b>Not scored as it is now.</b> "
        "<p id=\"unscored-words\"></p></div>\n"
        "<div id=\"standing-panel\"></div>\n</section>\n");
}

Markup engine_part() {
    if (!has_engine()) return {};
    return markup("<script type=\"application/gzip\" id=\"engine\">{}</script>\n", page_engine());
}

/// What the script must know. It is markup, for no `<` is left that could end the element in which
/// it stands.
Markup data(const Questionnaire& questionnaire) {
    nlohmann::ordered_json data;
    data["schema"] = answers_schema;
    data["file"] = default_sheet;
    data["command"] = questionnaire.score_command;
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
    if (has_engine()) data["rubrics"] = rubrics(questionnaire);
    std::string out;
    for (const char c : escape_invisible(
             data.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)))
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    return Markup::trusted(std::move(out));
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
    Markup entries;
    Markup sections;
    for (const auto& part : asked_parts(models, wanted)) {
        entries += part_entry(part);
        sections += part_section(part, models.catalogues.size() > 1);
    }
    // The page, its style and its script are our own files.
    return fill(questionnaire_page,
                {{"policy", policy()},
                 {"style", Markup::trusted(std::string(questionnaire_style))},
                 {"script", Markup::trusted(std::string(questionnaire_script))},
                 {"short_title", Markup::of(cut("Questionnaire: " + title(models), 60))},
                 {"title", Markup::of(title(models))},
                 {"practices", Markup::of(counted(wanted.size(), "practice"))},
                 {"count", markup("{}", wanted.size())},
                 {"most", markup("{}", std::max<std::size_t>(wanted.size(), 1))},
                 {"models", Markup::of(models_words(questionnaire))},
                 {"words", words_part()},
                 {"parts", entries},
                 {"sections", sections},
                 {"team", html_value(questionnaire.team)},
                 {"context", context_part(models)},
                 {"targets", targets_part(questionnaire)},
                 {"standing", standing_part()},
                 {"scores",
                  Markup::of(has_engine() ? "Its figures come from the program's own engine, which "
                                            "is built in."
                                          : "It collects answers and computes no levels.")},
                 {"fields", fields()},
                 {"engine", engine_part()},
                 {"data", data(questionnaire)}})
        .str();
}

}  // namespace mlops_assess
