#include "model/shapes.hpp"
#include "report/phrases.hpp"
#include "text/layout.hpp"
#include "text/yaml_quoted.hpp"
#include "writer/merge/writers.hpp"

#include <fmt/format.h>

namespace mlops_assess {
namespace {

constexpr std::size_t comment_width = 96;

std::string comment(std::string_view indent, std::string_view text) {
    const auto first = fmt::format("{}# ", indent);
    std::string out;
    for (const auto& line : wrap(visible(text), comment_width - first.size()))
        out += first + line + "\n";
    return out;
}

/// `key: "text"` on a line of its own; nothing where there is no text.
std::string line(std::string_view indent, std::string_view key, Text text) {
    return text.empty() ? "" : fmt::format("{}{}: {}\n", indent, key, yaml_quoted(text));
}

std::string date_line(std::string_view indent, std::string_view key, Text date) {
    return date.empty() ? "" : fmt::format("{}{}: {}\n", indent, key, date);
}

std::string list_lines(std::string_view indent, std::string_view key, Texts texts) {
    if (texts.empty()) return {};
    auto out = fmt::format("{}{}:\n", indent, key);
    for (const auto text : texts) out += fmt::format("{}  - {}\n", indent, yaml_quoted(text));
    return out;
}

/// The head of a map; nothing where it has no lines.
std::string map_lines(std::string_view key, const std::string& lines) {
    return lines.empty() ? "" : fmt::format("{}:\n{}", key, lines);
}

std::string fact_value(const Fact& fact) {
    return fact.kind == ContextKind::one_of ? yaml_quoted(fact.option) : fact_words(fact);
}

std::string head(const AnswerSheet& sheet) {
    auto out = fmt::format("schema: {}\n", answers_schema) + line("", "team", sheet.team) +
               date_line("", "date", sheet.date);
    std::string lines;
    for (const auto& [model, level] : sheet.target)
        lines += fmt::format("  {}: {}\n", yaml_key(model), level);
    out += map_lines("target", lines);
    lines.clear();
    for (const auto& fact : sheet.context)
        lines += fmt::format("  {}: {}\n", yaml_key(fact.question), fact_value(fact));
    for (const auto question : sheet.unknown_facts)
        lines += fmt::format("  {}: ~\n", yaml_key(question));
    out += map_lines("context", lines);
    lines.clear();
    for (const auto& [key, value] : sheet.tags)
        lines += fmt::format("  {}: {}\n", yaml_quoted(key), yaml_quoted(value));
    out += map_lines("tags", lines);
    return out + list_lines("", "assessed_by", sheet.assessed_by) + line("", "scope", sheet.scope) +
           line("", "summary", sheet.summary);
}

std::string answer_lines(const Answer& answer) {
    constexpr std::string_view indent = "    ";
    const auto more = list_lines(indent, "evidence", answer.evidence) +
                      line(indent, "note", answer.note) + line(indent, "owner", answer.owner) +
                      date_line(indent, "date", answer.date) +
                      line(indent, "confirmed_by", answer.confirmed_by) +
                      date_line(indent, "due", answer.due) + line(indent, "source", answer.source);
    const auto key = yaml_key(answer.practice);
    const auto word = sheet_word(answer.rating);
    return more.empty() ? fmt::format("  {}: {}\n", key, word)
                        : fmt::format("  {}:\n{}answer: {}\n{}", key, indent, word, more);
}

std::string answers(const Merge& merge) {
    std::string out;
    const Parameter* last = nullptr;
    for (const auto& question : merge.questions) {
        const auto& parameter = question.catalogue->parameters[question.practice().parameter];
        if (&parameter != last)
            out += fmt::format("\n  # ---- {} ----\n\n", visible(parameter.title));
        last = &parameter;
        if (question.given().size() > 1) out += comment("  ", question.practice().statement);
        out += answer_lines(merge.answer(question));
    }
    return out.empty() ? "answers: {}\n" : "answers:" + out;
}

}  // namespace

std::string merged_yaml(const Merge& merge) {
    return comment("", fmt::format("Merged from the sheets of {}. Above each question on which "
                                   "they differ stands what it asks.",
                                   rater_names(merge))) +
           head(merge.sheet()) + "\n" + answers(merge);
}

}  // namespace mlops_assess
